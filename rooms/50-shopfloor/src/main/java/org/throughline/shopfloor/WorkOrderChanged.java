package org.throughline.shopfloor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;
import org.throughline.kernel.Quantity;

/** A work order's quantity, date or state was changed by a planner. Heard by: insight. */
public record WorkOrderChanged(
        UUID workOrderId,
        @Nullable UUID orderLineId,
        WorkOrder.Status status,
        Quantity quantity,
        LocalDate due,
        Instant at)
        implements BusinessEvent {}
