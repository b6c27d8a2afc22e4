package org.throughline.factory;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How requirements of an item become lots to make or buy. Amounts are in the item's base unit.
 *
 * @param minimum    smallest lot; 0 = none
 * @param multiple   lots are multiples of it; 0 = any
 * @param maximum    largest lot, larger ones are split; null = none
 * @param reading    what minimum and multiple mean together, the supplier's included
 * @param periodDays for {@link Rule#PERIOD}: requirements of so many calendar days are made together; 0 otherwise
 */
public record LotPolicy(
        Rule rule,
        BigDecimal minimum,
        BigDecimal multiple,
        @Nullable BigDecimal maximum,
        Reading reading,
        int periodDays) {

    public enum Rule {
        /** Lot for lot: exactly what is missing. */
        LFL,
        /** Always {@code multiple}, or several of them; raised to what the supplier sells. */
        FIXED,
        /** What is missing in {@code periodDays} days, within minimum, multiple and maximum. */
        PERIOD,
        /** What is missing, at least {@code minimum}, rounded up to {@code multiple}. */
        MIN_MULTIPLE
    }

    /** What minimum 25 and multiple 20 mean together. */
    public enum Reading {
        /** The larger of both: 25, 40, 60 … */
        LARGER,
        /** The minimum, then steps above it: 25, 45, 65 … */
        STEPS
    }

    public static LotPolicy lotForLot() {
        return new LotPolicy(Rule.LFL, BigDecimal.ZERO, BigDecimal.ZERO, null, Reading.LARGER, 0);
    }
}
