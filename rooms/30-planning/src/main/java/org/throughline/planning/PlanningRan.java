package org.throughline.planning;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.throughline.order.ConcernsLines;

/**
 * Requirements were computed anew. Heard by: insight (shortages of the lines).
 *
 * @param demands     how many were planned
 * @param suggestions how many are proposed now
 * @param lineIds     order lines about which planning now says something else
 */
public record PlanningRan(UUID runId, int demands, int suggestions, Set<UUID> lineIds, Instant at)
        implements ConcernsLines {

    public PlanningRan {
        lineIds = Set.copyOf(lineIds);
    }
}
