package org.throughline.shopfloor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

/**
 * Pieces came off an operation. Heard by: insight (progress), quality.
 *
 * @param last whether it was the work order's last operation
 * @param done whether the operation has ended with this report
 */
public record OperationReported(
        UUID reportId,
        UUID operationId,
        UUID workOrderId,
        @Nullable UUID orderLineId,
        @Nullable UUID personId,
        @Nullable UUID machineId,
        Quantity good,
        Quantity scrap,
        Quantity rework,
        boolean last,
        boolean done,
        Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
