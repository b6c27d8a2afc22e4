package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A department answered on a line. */
public record ReviewAnswered(UUID orderId, UUID lineId, Department department, ReviewAnswer answer, Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return List.of(lineId);
    }
}
