package org.throughline.shopfloor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

/**
 * Good pieces of the last operation went into stock. Heard by: quality (makes the inspection), insight.
 *
 * @param reportId    the report they come from
 * @param lotId       its number is the work order's
 * @param toInspect   they may not be used before they are inspected
 * @param orderLineId whom they are reserved for; null: free stock
 */
public record ProductReceived(
        UUID reportId,
        UUID workOrderId,
        String workOrderNumber,
        UUID itemId,
        UUID lotId,
        UUID locationId,
        Quantity quantity,
        boolean toInspect,
        @Nullable UUID orderLineId,
        Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
