package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Nets one item: covers its needs in the order of their days from stock, receipts and substitutes, and plans orders for
 * the rest.
 */
final class ItemNetting {

    private static final Comparator<Supply> EARLIEST = Comparator.<Supply>comparingInt(supply -> supply.day)
            .thenComparing(supply -> supply.ref.kind())
            .thenComparing(supply -> supply.ref.id());

    private final ItemTable table;
    private final int item;
    private final PlanItem rules;
    private final LotSizer lots;
    private final KeptOrders kept;
    private final List<Planned> orders = new ArrayList<>();

    ItemNetting(ItemTable table, int item) {
        this(table, item, KeptOrders.NONE);
    }

    ItemNetting(ItemTable table, int item, KeptOrders kept) {
        this.table = table;
        this.kept = kept;
        this.item = item;
        rules = table.items[item];
        lots = new LotSizer(rules, table.planStart(), table.input.bucketDays());
    }

    /**
     * Covers the needs; what is left open belongs to a phantom and is blown through.
     *
     * @param needs all needs of the item; covered in place, those of a kept order replaced by its own
     * @param supplies all its supplies; used up in place
     * @return the planned orders, in the order of need
     */
    List<Planned> run(List<Need> needs, List<Supply> supplies, Substitutes substitutes) {
        needs.sort(Need.ORDER);
        supplies.sort(EARLIEST);
        if (rules.pegPolicy() == PegPolicy.HARD) {
            var groups = new TreeMap<String, List<Need>>();
            needs.forEach(need -> groups.computeIfAbsent(key(need.peg), peg -> new ArrayList<>())
                    .add(need));
            var tagged = byTag(supplies);
            groups.forEach((key, mine) ->
                    net(mine, tagged.getOrDefault(key, new Available()), mine.getFirst().peg, substitutes));
            var next = new HashMap<String, Iterator<Need>>();
            groups.forEach((key, mine) -> next.put(key, mine.iterator()));
            needs.replaceAll(need -> next.getOrDefault(key(need.peg), Collections.emptyIterator())
                    .next());
        } else {
            var tagged = byTag(supplies);
            useTaggedFirst(needs, tagged);
            net(needs, tagged.getOrDefault("", new Available()), null, substitutes);
        }
        return orders;
    }

    private static String key(@Nullable String peg) {
        return peg == null ? "" : peg;
    }

    /** In the order of the supplies; what has no tag stands under the empty one. */
    private static Map<String, Available> byTag(List<Supply> supplies) {
        var found = new HashMap<String, Available>();
        for (var supply : supplies) {
            found.computeIfAbsent(key(supply.peg), peg -> new Available()).add(supply);
        }
        return found;
    }

    private static void useTaggedFirst(List<Need> needs, Map<String, Available> tagged) {
        for (var need : needs) {
            var own = need.peg == null ? null : tagged.get(need.peg);
            if (own != null) {
                own.cover(need);
            }
        }
    }

    private void net(List<Need> needs, Available available, @Nullable String peg, Substitutes substitutes) {
        boolean isPlain = rules.lotRule() instanceof LotRule.LotForLot && substitutes == Substitutes.NONE;
        int i = 0;
        while (i < needs.size()) {
            boolean isAlone = isPlain && available.isEmpty();
            int taken = isAlone ? takeKept(needs, i, peg) : 0;
            i = taken > 0 ? i + taken : netLot(needs, i, available, peg, substitutes, isAlone);
        }
    }

    /** @return how many needs an order of the last run is for; 0 if there is none for them */
    private int takeKept(List<Need> needs, int from, @Nullable String peg) {
        var order = kept.find(orders.size(), needs, from, peg);
        if (order == null) {
            return 0;
        }
        orders.add(order);
        var matches = order.supply.matches;
        for (int k = 0; k < matches.size(); k++) {
            needs.set(from + k, matches.get(k).need());
        }
        return matches.size();
    }

    /** @return the first need after those that were covered */
    private int netLot(
            List<Need> needs,
            int from,
            Available available,
            @Nullable String peg,
            Substitutes substitutes,
            boolean isAlone) {
        int day = needs.get(from).day;
        int end = from;
        long missing = 0;
        while (end < needs.size() && needs.get(end).day == day) {
            missing = Scaled.add(missing, coverAll(needs.get(end++), available, substitutes), rules.id());
        }
        if (missing == 0 || rules.phantom()) {
            return end;
        }
        int last = lots.lastDayOfLot(day);
        long most = lots.mostFor(missing);
        while (end < needs.size() && needs.get(end).day <= last && missing < most) {
            missing = Scaled.add(missing, coverAll(needs.get(end++), available, substitutes), rules.id());
        }
        planOrders(needs.subList(from, end), day, Math.min(missing, most), peg, available);
        orders.getLast().isAlone = isAlone;
        // What the lot cannot hold begins a lot of its own on the day it is needed.
        return missing > most ? end - 1 : end;
    }

    /** @return what is still missing */
    private static long coverAll(Need need, Available available, Substitutes substitutes) {
        substitutes.cover(need, Alternate.Use.USE_UP_FIRST);
        available.cover(need);
        substitutes.cover(need, Alternate.Use.BEFORE_NEW_ORDER);
        return need.open();
    }

    private void planOrders(List<Need> needs, int day, long missing, @Nullable String peg, Available available) {
        int next = 0;
        for (long quantity : lots.quantities(missing)) {
            var order = planned(day, quantity, peg);
            orders.add(order);
            while (next < needs.size() && order.supply.left > 0) {
                order.supply.cover(needs.get(next));
                if (needs.get(next).open() == 0) {
                    next++;
                }
            }
            if (order.supply.left > 0) {
                available.add(order.supply);
            }
        }
    }

    private Planned planned(int day, long quantity, @Nullable String peg) {
        var calendar = table.calendars[item];
        int planStart = table.planStart();
        long startQuantity = startQuantity(quantity);
        int lead = leadDays(startQuantity);
        long target = calendar.minusDays(day, rules.safetyDays());
        int ideal = Days.of(calendar.minusDays(target, lead), rules.id());
        long receipt = Math.max(target, planStart + (long) rules.frozenDays());
        int start = Days.of(calendar.minusDays(receipt, lead), rules.id());
        if (start < planStart) {
            start = planStart;
            receipt = calendar.plusDays(planStart, lead);
        }
        var supply = Supply.planned(rules.id() + "#" + (orders.size() + 1), item, day, quantity, peg);
        int due = Days.of(receipt, rules.id());
        return new Planned(supply, startQuantity, day, due, start, Math.max(0, planStart - ideal), lead);
    }

    /** What must be started so that this quantity is received. */
    long startQuantity(long quantity) {
        if (rules.scrapRate().signum() == 0 && rules.startStep().signum() == 0) {
            return quantity;
        }
        var gross = Scaled.toDecimal(quantity)
                .divide(BigDecimal.ONE.subtract(rules.scrapRate()), Scaled.DECIMALS, RoundingMode.CEILING);
        long step = Scaled.of(rules.startStep(), rules.id());
        return Scaled.within(Scaled.roundUp(Scaled.of(gross, rules.id()), step), rules.id());
    }

    /** Lead time of an order that receives this quantity. */
    int leadDaysOf(long quantity) {
        return leadDays(startQuantity(quantity));
    }

    private int leadDays(long startQuantity) {
        var perUnit = rules.leadTime().daysPerUnit();
        if (perUnit.signum() == 0) {
            return rules.leadTime().fixedDays();
        }
        var variable = Scaled.toDecimal(startQuantity).multiply(perUnit).setScale(0, RoundingMode.CEILING);
        var days = variable.add(BigDecimal.valueOf(rules.leadTime().fixedDays()));
        return Days.of(days.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact(), rules.id());
    }
}
