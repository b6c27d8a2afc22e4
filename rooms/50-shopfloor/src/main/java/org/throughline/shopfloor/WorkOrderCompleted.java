package org.throughline.shopfloor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;
import org.throughline.kernel.Quantity;

/** No more pieces will come of a work order. Heard by: insight. */
public record WorkOrderCompleted(
        UUID workOrderId, String number, @Nullable UUID orderLineId, Quantity good, Quantity scrap, Instant at)
        implements BusinessEvent {}
