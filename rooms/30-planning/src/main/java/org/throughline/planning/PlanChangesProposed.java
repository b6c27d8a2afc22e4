package org.throughline.planning;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.throughline.order.ConcernsLines;

/** A changed order line touches things made for it; the planner is asked. Heard by: insight. */
public record PlanChangesProposed(UUID orderChangeId, UUID orderLineId, int count, Instant at)
        implements ConcernsLines {

    @Override
    public Set<UUID> lineIds() {
        return Set.of(orderLineId);
    }
}
