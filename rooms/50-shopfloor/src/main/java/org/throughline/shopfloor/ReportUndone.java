package org.throughline.shopfloor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

/**
 * A report was taken back; what it put into stock was taken out again. Heard by: quality (withdraws the inspection),
 * insight.
 *
 * @param lotId      what the report had put into stock; null: it was not the last operation
 * @param locationId where it had put it; null: it was not the last operation
 */
public record ReportUndone(
        UUID reportId,
        UUID operationId,
        UUID workOrderId,
        @Nullable UUID orderLineId,
        @Nullable UUID lotId,
        @Nullable UUID locationId,
        Quantity good,
        Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
