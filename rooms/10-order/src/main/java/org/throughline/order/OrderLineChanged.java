package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The customer changed quantity or date of a confirmed line; the line already says the new. */
public record OrderLineChanged(
        UUID changeId, OrderLine before, OrderLine after, ChangeKind kind, String reason, Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return List.of(after.id());
    }
}
