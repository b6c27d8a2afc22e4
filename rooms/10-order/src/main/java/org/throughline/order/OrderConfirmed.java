package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The customer has our word. The lines carry their promised dates. */
public record OrderConfirmed(UUID orderId, List<OrderLine> lines, Instant at) implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return lines.stream().map(OrderLine::id).toList();
    }
}
