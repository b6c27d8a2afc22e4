package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughline.kernel.Quantity;

/** The customer has (a part of) the line; {@code delivered} is the sum so far, base unit. */
public record OrderLineDelivered(UUID orderId, UUID lineId, Quantity delivered, boolean completed, Instant at)
        implements ConcernsLines {

    @Override
    public List<UUID> lineIds() {
        return List.of(lineId);
    }
}
