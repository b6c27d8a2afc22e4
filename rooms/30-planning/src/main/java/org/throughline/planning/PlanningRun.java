package org.throughline.planning;

import java.time.Instant;
import java.util.UUID;

/**
 * What a run of requirements planning did.
 *
 * @param demands     order lines and open components that were planned
 * @param suggestions proposed after the run
 * @param added       of them new
 * @param changed     of them different from before
 * @param removed     no longer proposed
 * @param pastDue     of them should have been ordered before today
 * @param messages    advice about open supply after the run
 * @param lateLines   order lines that cannot be met on their date
 */
public record PlanningRun(
        UUID id,
        Instant at,
        String by,
        int milliseconds,
        int demands,
        int suggestions,
        int added,
        int changed,
        int removed,
        int pastDue,
        int messages,
        int lateLines) {}
