package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Planning as one would do it on paper, one bucket a day: no pegging, no messages, recursion instead of levels. Lot rules without a
 * maximum, scrap of items and lines, safety stock and days, offsets; no phantoms, alternates or receipts.
 */
final class NaiveMrp {

    private final MrpInput input;
    private final Map<String, List<Order>> planned = new HashMap<>();

    private record Order(LocalDate need, BigDecimal quantity) {}

    private NaiveMrp(MrpInput input) {
        this.input = input;
    }

    /** "item@need&gt;start" with the quantity that is received for it. */
    static SortedMap<String, BigDecimal> plan(MrpInput input) {
        var naive = new NaiveMrp(input);
        var result = new TreeMap<String, BigDecimal>();
        for (var item : input.items()) {
            for (var order : naive.ordersOf(item)) {
                result.merge(
                        item.id() + "@" + order.need() + ">" + naive.start(item, order.need()),
                        order.quantity(),
                        (left, right) -> left.add(right));
            }
        }
        result.replaceAll((key, quantity) -> quantity.stripTrailingZeros());
        return result;
    }

    private LocalDate start(PlanItem item, LocalDate need) {
        var ideal = need.minusDays(item.safetyDays() + item.leadTime().fixedDays());
        return ideal.isBefore(input.planStart()) ? input.planStart() : ideal;
    }

    private List<Order> ordersOf(PlanItem item) {
        var known = planned.get(item.id());
        if (known != null) {
            return known;
        }
        var gross = gross(item);
        var left = input.stocks().stream()
                .filter(stock -> stock.item().equals(item.id()))
                .map(Stock::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var orders = new ArrayList<Order>();
        var covered = LocalDate.MIN;
        for (var day : gross.keySet()) {
            if (day.isAfter(covered)) {
                left = left.subtract(gross.get(day));
            }
            if (left.signum() < 0) {
                covered = day.plusDays(daysOfLot(item.lotRule()) - 1);
                var later = gross.subMap(day.plusDays(1), covered.plusDays(1)).values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                var missing = later.subtract(left);
                left = missing.negate();
                for (var quantity : lots(item.lotRule(), missing)) {
                    orders.add(new Order(day, quantity));
                    left = left.add(quantity);
                }
            }
        }
        planned.put(item.id(), orders);
        return orders;
    }

    private SortedMap<LocalDate, BigDecimal> gross(PlanItem item) {
        var gross = new TreeMap<LocalDate, BigDecimal>();
        if (item.safetyStock().signum() > 0) {
            gross.put(input.planStart(), item.safetyStock());
        }
        input.demands().stream()
                .filter(demand -> demand.item().equals(item.id()))
                .forEach(demand -> gross.merge(demand.due(), demand.quantity(), BigDecimal::add));
        for (var line : input.bom()) {
            if (line.component().equals(item.id())) {
                var parent = input.items().stream()
                        .filter(one -> one.id().equals(line.parent()))
                        .findFirst()
                        .orElseThrow();
                for (var order : ordersOf(parent)) {
                    var day = start(parent, order.need()).plusDays(line.offsetDays());
                    gross.merge(day, picked(line, started(parent, order.quantity())), BigDecimal::add);
                }
            }
        }
        return gross;
    }

    private static BigDecimal started(PlanItem item, BigDecimal quantity) {
        var gross = quantity.divide(BigDecimal.ONE.subtract(item.scrapRate()), 6, RoundingMode.CEILING);
        return item.startStep().signum() == 0 ? gross : inSteps(gross, item.startStep());
    }

    private static BigDecimal picked(BomLine line, BigDecimal started) {
        var net = started.multiply(line.quantityPer());
        var gross = line.scrapConvention() == ScrapConvention.ON_NET
                ? net.multiply(BigDecimal.ONE.add(line.scrapRate()))
                : net.divide(BigDecimal.ONE.subtract(line.scrapRate()), 6, RoundingMode.CEILING);
        return gross.add(line.fixedScrap()).setScale(6, RoundingMode.CEILING);
    }

    private static BigDecimal inSteps(BigDecimal quantity, BigDecimal step) {
        return step.signum() == 0
                ? quantity
                : quantity.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }

    private static int daysOfLot(LotRule rule) {
        return switch (rule) {
            case LotRule.Periods(int buckets, var bounds) -> buckets;
            case LotRule.DaysOfSupply(int days, var bounds) -> days;
            default -> 1;
        };
    }

    private static List<BigDecimal> lots(LotRule rule, BigDecimal missing) {
        return switch (rule) {
            case LotRule.FixedQuantity(var quantity) ->
                Collections.nCopies(
                        missing.divide(quantity, 0, RoundingMode.CEILING).intValueExact(), quantity);
            case LotRule.MinimumMultiple bounds -> List.of(rounded(bounds, missing));
            default -> List.of(missing);
        };
    }

    private static BigDecimal rounded(LotRule.MinimumMultiple bounds, BigDecimal missing) {
        return bounds.reading() == LotRule.MultipleReading.LARGER_OF_BOTH
                ? bounds.minimum().max(inSteps(missing, bounds.multiple()))
                : bounds.minimum()
                        .add(inSteps(missing.subtract(bounds.minimum()).max(BigDecimal.ZERO), bounds.multiple()));
    }
}
