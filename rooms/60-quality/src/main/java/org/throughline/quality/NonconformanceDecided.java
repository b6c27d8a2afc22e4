package org.throughline.quality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

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
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
