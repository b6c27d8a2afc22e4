package org.throughline.purchasing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

/**
 * On which terms an item is bought from a supplier.
 *
 * @param supplierNumber the supplier's own number of the item
 * @param leadTimeDays   calendar days from order to receipt; null: the item's own lead time counts
 * @param price          net, per {@code unit}; null if unknown
 * @param unit           in which it is ordered
 * @param minimum        least of one order, in {@code unit}; null for none
 * @param maximum        most of one order; null for none
 * @param multiple       orders are multiples of it; null for none
 * @param priority       1 is asked first
 */
public record VendorItem(
        UUID id,
        UUID supplierId,
        UUID itemId,
        @Nullable String supplierNumber,
        @Nullable Integer leadTimeDays,
        @Nullable Money price,
        String unit,
        @Nullable Quantity minimum,
        @Nullable Quantity maximum,
        @Nullable Quantity multiple,
        int priority,
        boolean active,
        @Nullable String externalId,
        int version) {

    /** First-choice terms without bounds. */
    public static VendorItem fresh(
            UUID supplierId, UUID itemId, String unit, @Nullable Integer leadTimeDays, @Nullable Money price) {
        return new VendorItem(
                Identity.fresh(),
                supplierId,
                itemId,
                null,
                leadTimeDays,
                price,
                unit,
                null,
                null,
                null,
                1,
                true,
                null,
                0);
    }
}
