package org.throughline.purchasing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

/**
 * A purchase order to be made.
 *
 * @param number     null: the next number
 * @param externalId its key in the system it is imported from; null for our own
 */
public record NewPurchaseOrder(
        UUID supplierId, @Nullable String number, @Nullable String externalId, List<Line> lines) {

    public NewPurchaseOrder {
        lines = List.copyOf(lines);
    }

    /**
     * @param quantity    in any unit that converts into the item's base unit
     * @param price       per unit of {@code quantity}; null: the supplier's terms, else the item's standard cost
     * @param orderLineId the order line it is for; null for stock
     */
    public record Line(
            UUID itemId,
            Quantity quantity,
            @Nullable Money price,
            LocalDate due,
            @Nullable UUID orderLineId) {}
}
