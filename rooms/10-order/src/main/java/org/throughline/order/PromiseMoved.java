package org.throughline.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The latest promise of a confirmed line moved; the first promise stays. */
public record PromiseMoved(UUID lineId, LocalDate before, LocalDate after, String reason, Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return List.of(lineId);
    }
}
