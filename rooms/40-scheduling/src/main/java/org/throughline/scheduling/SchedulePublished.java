package org.throughline.scheduling;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.throughline.order.ConcernsLines;

/**
 * The floor works by a new schedule. Heard by: the shop floor (cards), insight (forecast dates).
 *
 * @param changedOperationIds operations whose machine or start differ from the schedule before
 * @param lineIds             order lines with a slot that changed
 */
public record SchedulePublished(UUID scheduleId, Set<UUID> changedOperationIds, Set<UUID> lineIds, Instant at)
        implements ConcernsLines {

    public SchedulePublished {
        changedOperationIds = Set.copyOf(changedOperationIds);
        lineIds = Set.copyOf(lineIds);
    }
}
