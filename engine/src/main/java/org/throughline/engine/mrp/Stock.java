package org.throughline.engine.mrp;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Nettable stock on hand (not what is blocked, under inspection or a customer's).
 *
 * @param id unique among stocks, for example a lot
 * @param quantity at least 0
 * @param peg the group it is reserved for; null for common stock
 */
public record Stock(
        String id,
        String item,
        BigDecimal quantity,
        @Nullable String peg) {

    public static Stock of(String item, BigDecimal quantity) {
        return new Stock(item, item, quantity, null);
    }

    public Stock pegged(String group) {
        return new Stock(id + "/" + group, item, quantity, group);
    }
}
