package org.throughline.stock;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

/**
 * What the stock is worth at standard cost, in one currency.
 *
 * @param exact sum of quantity times cost, not rounded
 * @param total {@code exact}, rounded once
 * @param items by item code; their exact values add up to {@code exact}
 */
public record StockValue(String currency, BigDecimal exact, Money total, List<ItemValue> items) {

    /** Quantity times cost of one item, not rounded. */
    public record ItemValue(UUID itemId, String itemCode, Quantity quantity, Money cost, BigDecimal exact) {}
}
