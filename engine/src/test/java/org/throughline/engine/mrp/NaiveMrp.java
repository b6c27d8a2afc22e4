package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Lot-for-lot planning as one would do it on paper: no pegging, no messages, recursion instead of levels. */
final class NaiveMrp {

    private final MrpInput input;
    private final Map<String, java.util.SortedMap<LocalDate, BigDecimal>> planned = new HashMap<>();
    private final Map<String, BigDecimal> left = new HashMap<>();

    private NaiveMrp(MrpInput input) {
        this.input = input;
    }

    /** "item@need&gt;start" with the quantity that starts then. */
    static java.util.SortedMap<String, BigDecimal> plan(MrpInput input) {
        var naive = new NaiveMrp(input);
        input.items().forEach(item -> naive.ordersOf(item.id()));
        var result = new TreeMap<String, BigDecimal>();
        for (var item : input.items()) {
            naive.ordersOf(item.id())
                    .forEach((need, quantity) -> result.put(
                            item.id() + "@" + need + ">" + naive.start(item, need), quantity.stripTrailingZeros()));
        }
        return result;
    }

    private LocalDate start(PlanItem item, LocalDate need) {
        var ideal = need.minusDays(item.leadTime().fixedDays());
        return ideal.isBefore(input.planStart()) ? input.planStart() : ideal;
    }

    /** Planned quantity by day of need. */
    private java.util.SortedMap<LocalDate, BigDecimal> ordersOf(String id) {
        var known = planned.get(id);
        if (known != null) {
            return known;
        }
        var gross = new TreeMap<LocalDate, BigDecimal>();
        input.demands().stream()
                .filter(demand -> demand.item().equals(id))
                .forEach(demand -> gross.merge(demand.due(), demand.quantity(), BigDecimal::add));
        for (var line : input.bom()) {
            if (line.component().equals(id)) {
                var parent = input.items().stream()
                        .filter(item -> item.id().equals(line.parent()))
                        .findFirst()
                        .orElseThrow();
                ordersOf(parent.id())
                        .forEach((need, quantity) -> gross.merge(
                                start(parent, need), quantity.multiply(line.quantityPer()), BigDecimal::add));
            }
        }
        input.stocks().stream()
                .filter(stock -> stock.item().equals(id))
                .forEach(stock -> left.merge(id, stock.quantity(), BigDecimal::add));
        var orders = new TreeMap<LocalDate, BigDecimal>();
        gross.forEach((day, quantity) -> {
            var rest = left.getOrDefault(id, BigDecimal.ZERO).subtract(quantity);
            left.put(id, rest.max(BigDecimal.ZERO));
            if (rest.signum() < 0) {
                orders.put(day, rest.negate());
            }
        });
        planned.put(id, orders);
        return orders;
    }
}
