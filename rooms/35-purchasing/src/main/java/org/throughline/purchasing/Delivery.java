package org.throughline.purchasing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * What the warehouse says about goods that are standing at the gate.
 *
 * @param quantity      in any unit that converts into the item's base unit
 * @param lotNumber     null: the receipt's number, for items tracked by lot
 * @param supplierLot   as on the certificate
 * @param serialNumbers one per piece, for items tracked by serial number; empty: made from the receipt's number
 * @param locationId    null: the usual place, for inspection or in store
 * @param key           a repeated command with this key is not done twice
 */
public record Delivery(
        UUID purchaseOrderLineId,
        Quantity quantity,
        @Nullable String lotNumber,
        @Nullable String supplierLot,
        @Nullable LocalDate expiresOn,
        List<String> serialNumbers,
        @Nullable UUID locationId,
        @Nullable String key) {

    public Delivery {
        serialNumbers = List.copyOf(serialNumbers);
    }

    /** Goods without anything to be said about them. */
    public static Delivery of(UUID purchaseOrderLineId, Quantity quantity) {
        return new Delivery(purchaseOrderLineId, quantity, null, null, null, List.of(), null, null);
    }
}
