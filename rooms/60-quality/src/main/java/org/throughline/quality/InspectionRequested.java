package org.throughline.quality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

/** Something waits to be inspected. Heard by: insight. */
public record InspectionRequested(
        UUID inspectionId,
        String number,
        Inspection.Kind kind,
        UUID itemId,
        Quantity quantity,
        @Nullable UUID orderLineId,
        Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
