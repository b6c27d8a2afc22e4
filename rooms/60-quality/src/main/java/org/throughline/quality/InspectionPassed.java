package org.throughline.quality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

/** All of it may be used. Heard by: shipping, insight. */
public record InspectionPassed(
        UUID inspectionId,
        String number,
        UUID itemId,
        Quantity accepted,
        @Nullable UUID orderLineId,
        Instant at) implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
