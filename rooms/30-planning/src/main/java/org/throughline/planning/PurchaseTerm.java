package org.throughline.planning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

/**
 * On which terms an item is bought from its first-choice supplier. Quantities in the item's base unit.
 *
 * @param leadTimeDays calendar days from order to receipt; null: the item's own lead time counts
 * @param minimum      least quantity of one order; null for none
 * @param multiple     orders are multiples of it; null for none
 * @param maximum      most of one order; null for none
 * @param price        per base unit; null if unknown
 */
public record PurchaseTerm(
        UUID itemId,
        UUID supplierId,
        String supplierName,
        @Nullable Integer leadTimeDays,
        @Nullable Quantity minimum,
        @Nullable Quantity multiple,
        @Nullable Quantity maximum,
        @Nullable Money price) {}
