package org.throughline.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;

/**
 * All that the rooms know of one order line, brought together.
 *
 * @param asking    nobody has handed it on yet: it is an inquiry or a quotation
 * @param promised  the latest promise; null before confirmation
 * @param requested the day the customer asked for
 * @param passed    stations passed, with the record that proves it
 * @param expected  what the rooms expect of stations ahead: material complete by, production ends, …
 * @param percent   production done, 0 to 100, by standard minutes
 * @param owners    who answers for each station
 * @param handovers minutes until the next one knew, by station
 * @param troubles  what stands in the way
 */
record LineFacts(
        UUID line,
        boolean asking,
        LocalDate requested,
        @Nullable LocalDate promised,
        boolean onHold,
        boolean cancelled,
        Map<MilestoneKind, Passed> passed,
        Map<MilestoneKind, Instant> expected,
        int percent,
        Map<MilestoneKind, UUID> owners,
        Map<MilestoneKind, Integer> handovers,
        List<Trouble> troubles) {

    /** A station passed at an instant, proved by a record. */
    record Passed(Instant at, String evidence, UUID evidenceId) {}
}
