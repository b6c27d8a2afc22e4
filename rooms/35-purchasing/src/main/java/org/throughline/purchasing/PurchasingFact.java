package org.throughline.purchasing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * One purchase order line bought for an order line.
 *
 * @param number    with position, e.g. {@code PO-20261122-001/2}
 * @param due       wanted
 * @param confirmed by the supplier; null until he did
 * @param status    of the line: OPEN, PARTIAL, RECEIVED, CANCELLED, CLOSED
 * @param ordered   true once the order went to the supplier
 * @param buyerId   account of the buyer; null if nobody took it
 */
public record PurchasingFact(
        UUID purchaseOrderLineId,
        UUID purchaseOrderId,
        String number,
        UUID supplierId,
        String supplierName,
        UUID itemId,
        Quantity quantity,
        Quantity received,
        LocalDate due,
        @Nullable LocalDate confirmed,
        String status,
        boolean ordered,
        @Nullable UUID buyerId) {

    /** When it is expected: the supplier's date if there is one. */
    public LocalDate expected() {
        return confirmed == null ? due : confirmed;
    }
}
