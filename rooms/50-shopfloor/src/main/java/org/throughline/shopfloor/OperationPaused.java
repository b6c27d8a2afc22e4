package org.throughline.shopfloor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.order.ConcernsLines;

/** Nobody works on an operation any more, for now. Heard by: insight. */
public record OperationPaused(
        UUID operationId,
        UUID workOrderId,
        @Nullable UUID orderLineId,
        @Nullable UUID personId,
        Instant at) implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
