package org.throughline.shopfloor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

/** No more pieces will come of a work order. Heard by: insight. */
public record WorkOrderCompleted(
        UUID workOrderId, String number, @Nullable UUID orderLineId, Quantity good, Quantity scrap, Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
