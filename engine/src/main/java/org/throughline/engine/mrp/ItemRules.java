package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** The ranges that an item's and a line's values must keep. */
final class ItemRules {

    /** Decimals, or zeros before the point. */
    private static final int MOST_PLACES = 100;

    private ItemRules() {}

    /** @throws org.throughline.engine.EngineRefusal {@code mrp.invalid} naming the item and the rule */
    static void check(PlanItem item) {
        if (item.safetyStock().signum() > 0 && item.safetyDays() > 0) {
            throw invalid(item, "has both a safety stock and safety days; choose one");
        }
        if (item.safetyStock().signum() < 0 || item.safetyDays() < 0) {
            throw invalid(item, "has a negative safety stock or negative safety days");
        }
        if (!isRate(item.scrapRate()) || item.startStep().signum() < 0) {
            throw invalid(item, "must have a scrap rate of at least 0 and below 1, and no negative step");
        }
        if (item.leadTime().fixedDays() < 0 || item.leadTime().daysPerUnit().signum() < 0) {
            throw invalid(item, "has a negative lead time");
        }
        if (!isModest(item.leadTime().daysPerUnit())) {
            throw invalid(item, "has a lead time of more than %d places".formatted(MOST_PLACES));
        }
        checkLotRule(item);
    }

    /** @throws org.throughline.engine.EngineRefusal {@code mrp.invalid} naming the line and the rule */
    static void check(BomLine line) {
        if (!isRate(line.scrapRate()) || line.fixedScrap().signum() < 0 || line.offsetDays() < 0) {
            throw ItemTable.invalid(
                    "The line %s of %s must have a scrap rate of at least 0 and below 1, no negative loss or offset."
                            .formatted(line.component(), line.parent()),
                    line.parent());
        }
        if (!isModest(line.quantityPer()) || !isModest(line.fixedScrap())) {
            throw ItemTable.invalid(
                    "The line %s of %s must not have a quantity of more than %d places."
                            .formatted(line.component(), line.parent(), MOST_PLACES),
                    line.parent());
        }
    }

    /** @throws org.throughline.engine.EngineRefusal {@code mrp.invalid} naming the item and the rule */
    static void check(Alternate alternate) {
        if (alternate.ratio().signum() <= 0 || !isModest(alternate.ratio()) || !isModest(alternate.share())) {
            throw ItemTable.invalid(
                    "The ratio of an alternate must be positive, and neither it nor the share have more than %d places."
                            .formatted(MOST_PLACES),
                    alternate.item());
        }
        var from = alternate.validFrom();
        if (from != null && alternate.validTo() != null && from.isAfter(alternate.validTo())) {
            throw ItemTable.invalid(
                    "The alternate %s of %s ends before it begins.".formatted(alternate.substitute(), alternate.item()),
                    alternate.item());
        }
        if (alternate.isShared() && alternate.whole()) {
            throw ItemTable.invalid(
                    "The alternate %s of %s takes a share or replaces the whole, not both."
                            .formatted(alternate.substitute(), alternate.item()),
                    alternate.item());
        }
        if (alternate.isShared() != alternate.share().signum() > 0) {
            throw ItemTable.invalid(
                    "The alternate %s of %s must have a share above 0 if it is shared, and none otherwise."
                            .formatted(alternate.substitute(), alternate.item()),
                    alternate.item());
        }
    }

    /**
     * Checks all alternates of one item together.
     *
     * @throws org.throughline.engine.EngineRefusal {@code mrp.invalid} naming the item
     */
    static void checkShares(List<Alternate> alternates) {
        for (var one : alternates) {
            var beside = alternates.stream()
                    .filter(other -> other.parent() == null || Objects.equals(other.parent(), one.parent()))
                    .toList();
            // Where shares are most, one of them has just begun.
            for (var first : beside) {
                if (shares(beside, firstDay(first)).compareTo(BigDecimal.ONE) > 0) {
                    throw ItemTable.invalid(
                            "The shares of the alternates of %s are more than the whole.".formatted(one.item()),
                            one.item());
                }
            }
        }
    }

    private static BigDecimal shares(List<Alternate> alternates, long day) {
        return alternates.stream()
                .filter(one -> one.isValid(day))
                .map(Alternate::share)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long firstDay(Alternate alternate) {
        return alternate.validFrom() == null
                ? Long.MIN_VALUE
                : alternate.validFrom().toEpochDay();
    }

    private static void checkLotRule(PlanItem item) {
        boolean good = switch (item.lotRule()) {
            case LotRule.LotForLot() -> true;
            case LotRule.FixedQuantity(var quantity) -> quantity.signum() > 0;
            case LotRule.Periods(int buckets, var bounds) -> buckets >= 1 && isGood(bounds);
            case LotRule.DaysOfSupply(int days, var bounds) -> days >= 1 && isGood(bounds);
            case LotRule.MinimumMultiple bounds -> isGood(bounds);
        };
        if (!good) {
            throw invalid(item, "has a lot rule out of range: " + item.lotRule());
        }
    }

    private static boolean isGood(LotRule.MinimumMultiple bounds) {
        var maximum = bounds.maximum();
        return bounds.minimum().signum() >= 0
                && bounds.multiple().signum() >= 0
                && (maximum == null || maximum.signum() > 0)
                && (maximum == null || maximum.compareTo(bounds.minimum().max(bounds.multiple())) >= 0)
                && bounds.reading() != null;
    }

    private static boolean isRate(BigDecimal rate) {
        return rate.signum() >= 0 && rate.compareTo(BigDecimal.ONE) < 0 && isModest(rate);
    }

    /** Whether it can be calculated with: 1E999999999 would be written out with all its zeros. */
    private static boolean isModest(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_PLACES;
    }

    private static RuntimeException invalid(PlanItem item, String what) {
        return ItemTable.invalid("The item (%s) %s.".formatted(item.id(), what), item.id());
    }
}
