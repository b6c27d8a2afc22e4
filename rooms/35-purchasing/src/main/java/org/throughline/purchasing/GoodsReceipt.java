package org.throughline.purchasing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * Goods that came in for a purchase order line.
 *
 * @param number   e.g. {@code GR-20261122-001}
 * @param quantity in the item's base unit
 */
public record GoodsReceipt(
        UUID id,
        String number,
        UUID purchaseOrderLineId,
        UUID itemId,
        Quantity quantity,
        @Nullable UUID lotId,
        @Nullable String lotNumber,
        UUID locationId,
        boolean toInspect,
        @Nullable UUID orderLineId,
        Instant at) {}
