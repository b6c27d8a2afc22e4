package org.throughline.engine.mrp;

import java.math.BigDecimal;

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

    /** The last day whose requirements join an order that is first needed on {@code day}. */
    int lastDayOfLot(int day) {
        return switch (item.lotRule()) {
            case LotRule.LotForLot() -> day;
            case LotRule.FixedQuantity(var quantity) -> day;
            case LotRule.MinimumMultiple(var minimum, var multiple, var maximum, var reading) -> day;
            case LotRule.DaysOfSupply(int days, var bounds) -> day + days - 1;
            case LotRule.Periods(int buckets, var bounds) ->
                planStart + (Math.floorDiv(day - planStart, bucketDays) + buckets) * bucketDays - 1;
        };
    }

    /**
     * The orders for a missing quantity.
     *
     * @param missing scaled, greater than 0
     */
    long[] quantities(long missing) {
        return switch (item.lotRule()) {
            case LotRule.LotForLot() -> new long[] {missing};
            case LotRule.DaysOfSupply(int days, var bounds) -> bounded(missing, bounds);
            case LotRule.Periods(int buckets, var bounds) -> bounded(missing, bounds);
            case LotRule.FixedQuantity(var quantity) -> equalLots(missing, scaled(quantity));
            case LotRule.MinimumMultiple rule -> bounded(missing, rule);
        };
    }

    /** What as many orders as {@code missing} needs can hold; without limit if the rule has no maximum. */
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

    /** The quantity an order for {@code used} would at least have: what a surplus may be reduced to. */
    long smallestFor(long used) {
        long sum = 0;
        for (long quantity : quantities(used)) {
            sum += quantity;
        }
        return sum;
    }

    private long[] equalLots(long missing, long lot) {
        long count = Math.ceilDiv(missing, lot);
        requireFew(count);
        long[] lots = new long[(int) count];
        java.util.Arrays.fill(lots, lot);
        return lots;
    }

    private long[] bounded(long missing, LotRule.MinimumMultiple rule) {
        var maximum = rule.maximum();
        if (maximum == null) {
            return new long[] {rounded(missing, rule)};
        }
        long largest = largest(scaled(maximum), rule);
        long full = (missing - 1) / largest;
        requireFew(full + 1);
        long[] lots = new long[(int) full + 1];
        java.util.Arrays.fill(lots, largest);
        lots[(int) full] = rounded(missing - full * largest, rule);
        return lots;
    }

    private long rounded(long missing, LotRule.MinimumMultiple rule) {
        long minimum = scaled(rule.minimum());
        long step = scaled(rule.multiple());
        return switch (rule.reading()) {
            case LARGER_OF_BOTH -> Math.max(minimum, Scaled.roundUp(missing, step));
            case STEPS_ABOVE_MINIMUM -> minimum + Scaled.roundUp(Math.max(0, missing - minimum), step);
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
