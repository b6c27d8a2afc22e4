package org.throughline.shopfloor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.order.ConcernsLines;

/**
 * A work order was handed to the floor. Heard by: insight (starts the lead-time clock).
 *
 * @param releasedBy  account; null: the system
 * @param despiteLack material was short and it was released all the same
 */
public record WorkOrderReleased(
        UUID workOrderId,
        String number,
        @Nullable UUID orderLineId,
        @Nullable UUID releasedBy,
        boolean despiteLack,
        Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
