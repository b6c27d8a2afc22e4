package org.throughline.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * What a customer asks for, before it has a number.
 *
 * @param currency         ISO 4217; null: the customer's usual one
 * @param taxRate          0.13 is thirteen per cent; null: {@link #USUAL_TAX_RATE}
 * @param priceIncludesTax whether the lines' unit prices are with tax
 * @param externalKey      the other system's own key; posted twice, the second is refused; null: none
 * @param ownerUserId      the salesperson; null: whoever enters it
 */
public record NewOrder(
        UUID customerId,
        @Nullable String customerReference,
        OrderClass orderClass,
        @Nullable String currency,
        @Nullable BigDecimal taxRate,
        boolean priceIncludesTax,
        @Nullable String contact,
        @Nullable String deliveryAddress,
        @Nullable String remark,
        @Nullable String externalKey,
        @Nullable UUID ownerUserId,
        List<Line> lines) {

    /** The usual rate of the Chinese value-added tax on goods. */
    public static final BigDecimal USUAL_TAX_RATE = new BigDecimal("0.13");

    public NewOrder {
        lines = List.copyOf(lines);
    }

    /** An order with nothing special about it. */
    public static NewOrder of(UUID customerId, OrderClass orderClass, Line... lines) {
        return new NewOrder(
                customerId, null, orderClass, null, null, false, null, null, null, null, null, List.of(lines));
    }

    /**
     * One line of it.
     *
     * @param quantity  in any unit the item converts from
     * @param unitPrice per unit of {@code quantity}, with or without tax as the order says, at most six digits; null: the
     *                  item's list price
     * @param priority  1 (first) to 99; null: 10 for rush, 50 for stable orders
     */
    public record Line(
            UUID itemId,
            Quantity quantity,
            LocalDate requestedDate,
            @Nullable BigDecimal unitPrice,
            @Nullable String description,
            @Nullable String specification,
            @Nullable String customerItemNumber,
            @Nullable Integer priority) {

        /** A line at the item's list price. */
        public static Line of(UUID itemId, Quantity quantity, LocalDate requestedDate) {
            return new Line(itemId, quantity, requestedDate, null, null, null, null, null);
        }
    }
}
