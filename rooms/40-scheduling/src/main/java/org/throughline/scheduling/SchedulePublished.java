package org.throughline.scheduling;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/**
 * The floor works by a new schedule. Heard by: the shop floor (cards), insight (forecast dates).
 *
 * @param changedOperationIds operations whose machine or start differ from the schedule before
 * @param orderLineIds        order lines with a slot that changed
 */
public record SchedulePublished(UUID scheduleId, Set<UUID> changedOperationIds, Set<UUID> orderLineIds, Instant at)
        implements BusinessEvent {

    public SchedulePublished {
        changedOperationIds = Set.copyOf(changedOperationIds);
        orderLineIds = Set.copyOf(orderLineIds);
    }
}
