package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A confirmed line was cancelled; {@code line} is as it stood before. */
public record OrderLineCancelled(UUID changeId, OrderLine line, String reason, Instant at) implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return List.of(line.id());
    }
}
