package org.throughline.purchasing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.throughline.order.ConcernsLines;

/** A purchase order went to the supplier. Heard by: insight. */
public record PurchaseOrdered(UUID orderId, String number, UUID supplierId, Set<UUID> lineIds, Instant at)
        implements ConcernsLines {

    public PurchaseOrdered {
        lineIds = Set.copyOf(lineIds);
    }
}
