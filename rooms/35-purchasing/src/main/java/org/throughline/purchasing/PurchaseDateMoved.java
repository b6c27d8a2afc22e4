package org.throughline.purchasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;

/** The supplier confirmed another date than was expected. Heard by: insight (the forecast of the line). */
public record PurchaseDateMoved(
        UUID purchaseOrderLineId,
        String number,
        UUID itemId,
        LocalDate before,
        LocalDate after,
        @Nullable UUID orderLineId,
        Instant at)
        implements BusinessEvent {}
