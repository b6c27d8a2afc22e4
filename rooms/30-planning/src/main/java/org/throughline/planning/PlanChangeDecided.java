package org.throughline.planning;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.throughline.order.ConcernsLines;

/**
 * The planner applied or refused a proposed change. Heard by: insight.
 *
 * @param applied false if refused
 * @param reason  why; empty if applied without a word
 */
public record PlanChangeDecided(
        UUID planChangeId,
        UUID orderLineId,
        String targetType,
        UUID targetId,
        boolean applied,
        String reason,
        Instant at)
        implements ConcernsLines {

    @Override
    public Set<UUID> lineIds() {
        return Set.of(orderLineId);
    }
}
