package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.util.Arrays;

/** One item's lot rule on scaled quantities and days of the epoch. */
final class LotSizer {

    /** A rule that would make more orders than this for one requirement is surely a mistake. */
    private static final int MOST_ORDERS = 10_000;

    private final PlanItem item;
    private final int planStart;
    private final int bucketDays;

    LotSizer(PlanItem item, int planStart, int bucketDays) {
        this.item = item;
        this.planStart = planStart;
        this.bucketDays = bucketDays;
    }

    /** So many orders of one quantity, and a last one. Scaled; the largest long stands for whatever is beyond it. */
    private record Lots(long full, long each, long last) {

        long sum() {
            return Scaled.plus(Scaled.times(full, each), last);
        }
    }

    /** The last day whose requirements join an order that is first needed on {@code day}. */
    int lastDayOfLot(int day) {
        return switch (item.lotRule()) {
            case LotRule.LotForLot() -> day;
            case LotRule.FixedQuantity(var quantity) -> day;
            case LotRule.MinimumMultiple(var minimum, var multiple, var maximum, var reading) -> day;
            case LotRule.DaysOfSupply(int days, var bounds) -> atMostLast(day + (long) days - 1);
            case LotRule.Periods(int buckets, var bounds) -> {
                long bucket = Math.floorDiv(day - planStart, bucketDays);
                yield atMostLast(planStart + (bucket + buckets) * bucketDays - 1);
            }
        };
    }

    private static int atMostLast(long day) {
        return (int) Math.min(day, Integer.MAX_VALUE);
    }

    /**
     * The orders for a missing quantity.
     *
     * @param missing scaled, greater than 0
     * @throws org.throughline.engine.EngineRefusal {@code mrp.invalid} if they are too many,
     *     {@code mrp.quantity-not-representable} if they are too much
     */
    long[] quantities(long missing) {
        var lots = lots(missing);
        requireFew(lots.full() + 1);
        Scaled.within(lots.sum(), item.id());
        long[] quantities = new long[(int) lots.full() + 1];
        Arrays.fill(quantities, lots.each());
        quantities[quantities.length - 1] = lots.last();
        return quantities;
    }

    private Lots lots(long missing) {
        return switch (item.lotRule()) {
            case LotRule.LotForLot() -> new Lots(0, 0, missing);
            case LotRule.DaysOfSupply(int days, var bounds) -> bounded(missing, bounds);
            case LotRule.Periods(int buckets, var bounds) -> bounded(missing, bounds);
            case LotRule.FixedQuantity(var quantity) -> equalLots(missing, scaled(quantity));
            case LotRule.MinimumMultiple rule -> bounded(missing, rule);
        };
    }

    /** What as many orders as {@code missing} needs can hold; the largest long if the rule has no maximum. */
    long mostFor(long missing) {
        return switch (item.lotRule()) {
            case LotRule.DaysOfSupply(int days, var bounds) -> mostFor(missing, bounds);
            case LotRule.Periods(int buckets, var bounds) -> mostFor(missing, bounds);
            case LotRule.MinimumMultiple bounds -> mostFor(missing, bounds);
            case LotRule.LotForLot() -> Long.MAX_VALUE;
            case LotRule.FixedQuantity(var quantity) -> Long.MAX_VALUE;
        };
    }

    private long mostFor(long missing, LotRule.MinimumMultiple bounds) {
        var maximum = bounds.maximum();
        return maximum == null ? Long.MAX_VALUE : Scaled.roundUp(missing, largest(scaled(maximum), bounds));
    }

    /**
     * The quantity orders for {@code used} would at least have, however many they are: what a surplus may be reduced to. The
     * largest long if it is beyond.
     */
    long smallestFor(long used) {
        return lots(used).sum();
    }

    private static Lots equalLots(long missing, long lot) {
        return new Lots(Math.ceilDiv(missing, lot) - 1, lot, lot);
    }

    private Lots bounded(long missing, LotRule.MinimumMultiple rule) {
        var maximum = rule.maximum();
        if (maximum == null) {
            return new Lots(0, 0, rounded(missing, rule));
        }
        long largest = largest(scaled(maximum), rule);
        long full = (missing - 1) / largest;
        return new Lots(full, largest, Math.min(largest, rounded(missing - full * largest, rule)));
    }

    private long rounded(long missing, LotRule.MinimumMultiple rule) {
        long minimum = scaled(rule.minimum());
        long step = scaled(rule.multiple());
        return switch (rule.reading()) {
            case LARGER_OF_BOTH -> Math.max(minimum, Scaled.roundUp(missing, step));
            case STEPS_ABOVE_MINIMUM -> Scaled.plus(minimum, Scaled.roundUp(Math.max(0, missing - minimum), step));
        };
    }

    /** The largest quantity below the maximum that the rule can make. */
    private long largest(long maximum, LotRule.MinimumMultiple rule) {
        long step = scaled(rule.multiple());
        if (step == 0) {
            return maximum;
        }
        long minimum = scaled(rule.minimum());
        return switch (rule.reading()) {
            case LARGER_OF_BOTH -> Math.max(minimum, maximum / step * step);
            case STEPS_ABOVE_MINIMUM -> minimum + (maximum - minimum) / step * step;
        };
    }

    private long scaled(BigDecimal quantity) {
        return Scaled.of(quantity, item.id());
    }

    private void requireFew(long count) {
        if (count > MOST_ORDERS) {
            throw ItemTable.invalid(
                    "The lot rule of item (%s) would make %d orders for one requirement. Maybe its quantity is too small."
                            .formatted(item.id(), count),
                    item.id());
        }
    }
}
