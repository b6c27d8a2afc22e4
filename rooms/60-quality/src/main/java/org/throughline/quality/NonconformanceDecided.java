package org.throughline.quality;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;
import org.throughline.kernel.Quantity;

/**
 * It was decided what becomes of nonconforming pieces, and stock was moved so. Heard by: insight.
 *
 * @param workOrderId made for the rework; null otherwise
 */
public record NonconformanceDecided(
        UUID nonconformanceId,
        String number,
        UUID itemId,
        Quantity quantity,
        Nonconformance.Disposition disposition,
        @Nullable UUID workOrderId,
        @Nullable UUID orderLineId,
        Instant at)
        implements BusinessEvent {}
