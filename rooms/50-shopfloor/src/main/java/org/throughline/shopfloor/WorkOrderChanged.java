package org.throughline.shopfloor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

/** A work order's quantity, date or state was changed by a planner. Heard by: insight. */
public record WorkOrderChanged(
        UUID workOrderId,
        @Nullable UUID orderLineId,
        WorkOrder.Status status,
        Quantity quantity,
        LocalDate due,
        Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
