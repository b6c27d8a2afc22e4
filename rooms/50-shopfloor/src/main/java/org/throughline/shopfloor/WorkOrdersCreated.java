package org.throughline.shopfloor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;
import org.throughline.kernel.Quantity;

/** Work orders were made, together or none. Heard by: insight. */
public record WorkOrdersCreated(List<Created> workOrders, Instant at) implements BusinessEvent {

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
}
