package org.throughline.factory;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How requirements of an item become lots to make or buy. Amounts are in the item's base unit.
 *
 * @param minimum    smallest lot; 0 = none
 * @param multiple   lots are multiples of it; 0 = any
 * @param maximum    largest lot, larger ones are split; null = none
 * @param periodDays for {@link Rule#PERIOD}: requirements of so many calendar days are made together; 0 otherwise
 */
public record LotPolicy(
        Rule rule,
        BigDecimal minimum,
        BigDecimal multiple,
        @Nullable BigDecimal maximum,
        int periodDays) {

    public enum Rule {
        /** Lot for lot: exactly what is missing. */
        LFL,
        /** Always {@code multiple}, or several of them. */
        FIXED,
        /** What is missing in {@code periodDays} days. */
        PERIOD,
        /** What is missing, at least {@code minimum}, rounded up to {@code multiple}. */
        MIN_MULTIPLE
    }

    public static LotPolicy lotForLot() {
        return new LotPolicy(Rule.LFL, BigDecimal.ZERO, BigDecimal.ZERO, null, 0);
    }
}
