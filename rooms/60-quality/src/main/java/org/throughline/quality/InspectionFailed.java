package org.throughline.quality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

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
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
