package org.throughline.shopfloor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.order.ConcernsLines;

/** Somebody began, or went on with, an operation. Heard by: insight. */
public record OperationStarted(
        UUID operationId,
        UUID workOrderId,
        @Nullable UUID orderLineId,
        @Nullable UUID personId,
        @Nullable UUID machineId,
        Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
