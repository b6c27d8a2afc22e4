package org.throughline.quality;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;
import org.throughline.kernel.Quantity;

/**
 * Some or all of it may not be used. Heard by: insight.
 *
 * @param accepted         may be used; zero when all was rejected
 * @param nonconformanceId where it is decided what becomes of the rejected pieces
 */
public record InspectionFailed(
        UUID inspectionId,
        String number,
        UUID itemId,
        Quantity accepted,
        Quantity rejected,
        String reason,
        UUID nonconformanceId,
        @Nullable UUID orderLineId,
        Instant at)
        implements BusinessEvent {}
