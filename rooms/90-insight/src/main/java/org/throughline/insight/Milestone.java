package org.throughline.insight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One station of one order line.
 *
 * @param planned    when it should be passed to keep the promise; null before there is a promise
 * @param forecast   when it will be passed as things stand; equals {@code actual} once passed; null while on hold
 * @param actual     when it was passed; null until then
 * @param owner      the person who answers for it; null shows as "nobody" in red
 * @param evidence   type of the record that moved it, e.g. {@code goods-receipt}; null until then
 * @param evidenceId its identity
 * @param lostDays   days lost at this station against the plan; 0 if none
 * @param recovered  whether the days lost here were made good later
 * @param handoverMinutes minutes until the next one knew of it; null where that is not measured
 */
public record Milestone(
        MilestoneKind kind,
        @Nullable Instant planned,
        @Nullable Instant forecast,
        @Nullable Instant actual,
        @Nullable UUID owner,
        @Nullable String evidence,
        @Nullable UUID evidenceId,
        int lostDays,
        boolean recovered,
        @Nullable Integer handoverMinutes) {

    public boolean isPassed() {
        return actual != null;
    }
}
