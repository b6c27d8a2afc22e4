package org.throughline.purchasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.throughline.order.ConcernsLines;

/** The supplier confirmed another date than was expected. Heard by: insight (the forecast of the lines). */
public record PurchaseDateMoved(
        UUID purchaseOrderLineId,
        String number,
        UUID itemId,
        LocalDate before,
        LocalDate after,
        Set<UUID> lineIds,
        Instant at)
        implements ConcernsLines {

    public PurchaseDateMoved {
        lineIds = Set.copyOf(lineIds);
    }
}
