package org.throughline.order;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * "Can we, and when?"
 *
 * @param quantity in the item's base unit
 * @param wanted   the day the customer wants it; null asks only for the earliest
 * @param lineId   the order line that asks, so that what is already planned for it is not counted twice; null for a
 *                 question without an order
 */
public record Inquiry(
        UUID itemId,
        Quantity quantity,
        @Nullable LocalDate wanted,
        @Nullable UUID lineId) {}
