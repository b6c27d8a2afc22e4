package org.throughline.purchasing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** A purchase order went to the supplier. Heard by: insight. */
public record PurchaseOrdered(UUID orderId, String number, UUID supplierId, Set<UUID> orderLineIds, Instant at)
        implements BusinessEvent {

    public PurchaseOrdered {
        orderLineIds = Set.copyOf(orderLineIds);
    }
}
