package org.throughline.purchasing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

/**
 * Goods of a purchase order line came in; told once for each lot, so for each piece where pieces are numbered. Heard by:
 * quality (opens an inspection if {@code toInspect}), insight.
 *
 * @param number      of the receipt, as people read it aloud
 * @param lotId       null if the item is not tracked by lots
 * @param quantity    of this lot, in the item's base unit
 * @param toInspect   true if they may not be used before quality accepts them
 * @param orderLineId the order line most of them are reserved for; null for common stock
 * @param lineIds     every order line something of them is reserved for
 */
public record GoodsReceived(
        UUID receiptId,
        String number,
        UUID purchaseOrderLineId,
        UUID supplierId,
        UUID itemId,
        @Nullable UUID lotId,
        UUID locationId,
        Quantity quantity,
        boolean toInspect,
        @Nullable UUID orderLineId,
        Set<UUID> lineIds,
        Instant at)
        implements ConcernsLines {

    public GoodsReceived {
        lineIds = Set.copyOf(lineIds);
    }
}
