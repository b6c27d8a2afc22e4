package org.throughline.shopfloor;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

/** Work orders were made, together or none. Heard by: insight. */
public record WorkOrdersCreated(List<Created> workOrders, Instant at) implements ConcernsLines {

    /** @param orderLineId whom it is made for; null: for stock */
    public record Created(
            UUID workOrderId,
            String number,
            UUID itemId,
            Quantity quantity,
            @Nullable UUID orderLineId) {}

    public WorkOrdersCreated {
        workOrders = List.copyOf(workOrders);
    }

    @Override
    public List<UUID> lineIds() {
        return workOrders.stream()
                .map(Created::orderLineId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
