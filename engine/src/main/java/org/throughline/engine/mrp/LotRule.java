package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** How a net requirement becomes order quantities. Quantities are in the item's unit. */
public sealed interface LotRule {

    /** Exactly what is missing. */
    record LotForLot() implements LotRule {}

    /** Whole multiples of one quantity, greater than zero. */
    record FixedQuantity(BigDecimal quantity) implements LotRule {}

    /**
     * One order for this many planning buckets, beginning with the bucket of the first requirement; at least 1.
     *
     * @param bounds what the order for them may be
     */
    record Periods(int buckets, MinimumMultiple bounds) implements LotRule {

        /** Exactly what is missing in the buckets. */
        public Periods(int buckets) {
            this(buckets, MinimumMultiple.none());
        }
    }

    /**
     * One order for this many calendar days, beginning with the day of the first requirement; at least 1.
     *
     * @param bounds what the order for them may be
     */
    record DaysOfSupply(int days, MinimumMultiple bounds) implements LotRule {

        /** Exactly what is missing in the days. */
        public DaysOfSupply(int days) {
            this(days, MinimumMultiple.none());
        }
    }

    /**
     * At least the minimum, in steps, at most the maximum an order (then several orders on the same day).
     *
     * @param minimum zero for none
     * @param multiple zero for none
     * @param maximum null for none; must be able to hold the minimum and one step
     */
    record MinimumMultiple(
            BigDecimal minimum,
            BigDecimal multiple,
            @Nullable BigDecimal maximum,
            MultipleReading reading) implements LotRule {

        /** Any quantity is an order. */
        public static MinimumMultiple none() {
            return new MinimumMultiple(BigDecimal.ZERO, BigDecimal.ZERO, null, MultipleReading.LARGER_OF_BOTH);
        }

        /** Whether any quantity is an order. */
        public boolean isNone() {
            return minimum.signum() == 0 && multiple.signum() == 0 && maximum == null;
        }
    }

    /** What "minimum 25, multiple 20" means. */
    enum MultipleReading {
        /** max(minimum, the next multiple): 25, 40, 60 … */
        LARGER_OF_BOTH,
        /** The minimum, then steps above it: 25, 45, 65 … */
        STEPS_ABOVE_MINIMUM
    }

    static LotRule lotForLot() {
        return new LotForLot();
    }

    /** At least the economic quantity √(2·demand·order cost ÷ holding cost), and what is missing beyond it. */
    static LotRule economic(BigDecimal yearlyDemand, BigDecimal orderCost, BigDecimal yearlyHoldingCost) {
        return new MinimumMultiple(
                economicQuantity(yearlyDemand, orderCost, yearlyHoldingCost),
                BigDecimal.ZERO,
                null,
                MultipleReading.LARGER_OF_BOTH);
    }

    /**
     * √(2·D·S ÷ H), rounded to six decimals.
     *
     * @throws IllegalArgumentException if the holding cost is not positive, or demand or order cost negative
     */
    static BigDecimal economicQuantity(BigDecimal yearlyDemand, BigDecimal orderCost, BigDecimal yearlyHoldingCost) {
        if (yearlyHoldingCost.signum() <= 0 || yearlyDemand.signum() < 0 || orderCost.signum() < 0) {
            throw new IllegalArgumentException("Demand (%s), order cost (%s), holding cost (%s) must be positive."
                    .formatted(yearlyDemand, orderCost, yearlyHoldingCost));
        }
        return BigDecimal.TWO
                .multiply(yearlyDemand)
                .multiply(orderCost)
                .divide(yearlyHoldingCost, MathContext.DECIMAL64)
                .sqrt(MathContext.DECIMAL64)
                .setScale(Scaled.DECIMALS, java.math.RoundingMode.HALF_UP);
    }
}
