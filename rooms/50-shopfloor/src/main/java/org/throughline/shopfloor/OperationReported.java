package org.throughline.shopfloor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;
import org.throughline.kernel.Quantity;

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
        implements BusinessEvent {}
