package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private final List<Planned> orders = new ArrayList<>();

    ItemNetting(ItemTable table, int item) {
        this.table = table;
        this.item = item;
        rules = table.items[item];
        lots = new LotSizer(rules, table.planStart(), table.input.bucketDays());
    }

    /**
     * Covers the needs; what is left open belongs to a phantom and is blown through.
     *
     * @param needs all needs of the item; covered in place
     * @param supplies all its supplies; used up in place
     * @return the planned orders, in the order of need
     */
    List<Planned> run(List<Need> needs, List<Supply> supplies, Substitutes substitutes) {
        needs.sort(Need.ORDER);
        supplies.sort(EARLIEST);
        if (rules.pegPolicy() == PegPolicy.HARD) {
            var groups = new TreeMap<String, @Nullable String>();
            needs.forEach(need -> groups.put(key(need.peg), need.peg));
            for (var group : groups.entrySet()) {
                var mine = needs.stream()
                        .filter(need -> key(need.peg).equals(group.getKey()))
                        .toList();
                net(mine, tagged(supplies, group.getKey()), group.getValue(), substitutes);
            }
        } else {
            useTaggedFirst(needs, supplies);
            net(needs, tagged(supplies, ""), null, substitutes);
        }
        return orders;
    }

    private static String key(@Nullable String peg) {
        return peg == null ? "" : peg;
    }

    private static List<Supply> tagged(List<Supply> supplies, String key) {
        var found = new ArrayList<Supply>();
        for (var supply : supplies) {
            if (key(supply.peg).equals(key)) {
                found.add(supply);
            }
        }
        found.sort(EARLIEST);
        return found;
    }

    private void useTaggedFirst(List<Need> needs, List<Supply> supplies) {
        var tagged = new TreeMap<String, List<Supply>>();
        for (var supply : supplies) {
            if (supply.peg != null) {
                tagged.computeIfAbsent(supply.peg, peg -> tagged(supplies, peg));
            }
        }
        for (var need : needs) {
            if (need.peg != null) {
                cover(need, tagged.getOrDefault(need.peg, List.of()));
            }
        }
    }

    private void net(List<Need> needs, List<Supply> supplies, @Nullable String peg, Substitutes substitutes) {
        var available = new ArrayList<>(supplies);
        int i = 0;
        while (i < needs.size()) {
            int day = needs.get(i).day;
            int end = i;
            long missing = 0;
            while (end < needs.size() && needs.get(end).day == day) {
                missing += coverAll(needs.get(end++), available, peg, substitutes);
            }
            if (missing > 0 && !rules.phantom()) {
                int last = lots.lastDayOfLot(day);
                long most = lots.mostFor(missing);
                while (end < needs.size() && needs.get(end).day <= last && missing < most) {
                    long more = coverAll(needs.get(end++), available, peg, substitutes);
                    missing = Scaled.add(missing, more, rules.id());
                }
                planOrders(needs.subList(i, end), day, Math.min(missing, most), peg, available);
                if (missing > most) {
                    end--; // what the lot cannot hold begins a lot of its own on the day it is needed
                }
            }
            i = end;
        }
    }

    /** @return what is still missing */
    private long coverAll(Need need, List<Supply> available, @Nullable String peg, Substitutes substitutes) {
        substitutes.cover(need, peg, Alternate.Use.USE_UP_FIRST);
        cover(need, available);
        substitutes.cover(need, peg, Alternate.Use.BEFORE_NEW_ORDER);
        return need.open();
    }

    private static void cover(Need need, List<Supply> available) {
        for (int k = 0; k < available.size() && need.open() > 0; k++) {
            var supply = available.get(k);
            if (supply.left > 0 && supply.serves(need.day)) {
                supply.cover(need);
            }
        }
        while (!available.isEmpty() && available.getFirst().left == 0) {
            available.removeFirst();
        }
    }

    private void planOrders(List<Need> needs, int day, long missing, @Nullable String peg, List<Supply> available) {
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
                int place = 0;
                while (place < available.size() && available.get(place).day <= day) {
                    place++;
                }
                available.add(place, order.supply);
            }
        }
    }

    private Planned planned(int day, long quantity, @Nullable String peg) {
        var calendar = table.calendars[item];
        int planStart = table.planStart();
        long startQuantity = startQuantity(quantity);
        int lead = leadDays(startQuantity);
        long target = calendar.minusDays(day, rules.safetyDays());
        int ideal = (int) calendar.minusDays(target, lead);
        long receipt = Math.max(target, planStart + (long) rules.frozenDays());
        int start = (int) calendar.minusDays(receipt, lead);
        if (start < planStart) {
            start = planStart;
            receipt = calendar.plusDays(planStart, lead);
        }
        var ref = new SupplyRef(SupplyRef.Kind.PLANNED, rules.id() + "#" + (orders.size() + 1));
        var supply = new Supply(ref, item, day, quantity, true, peg);
        return new Planned(supply, startQuantity, day, (int) receipt, start, Math.max(0, planStart - ideal), lead);
    }

    /** What must be started so that this quantity is received. */
    long startQuantity(long quantity) {
        if (rules.scrapRate().signum() == 0 && rules.startStep().signum() == 0) {
            return quantity;
        }
        var gross = Scaled.toDecimal(quantity)
                .divide(BigDecimal.ONE.subtract(rules.scrapRate()), Scaled.DECIMALS, RoundingMode.CEILING);
        return Scaled.roundUp(Scaled.of(gross, rules.id()), Scaled.of(rules.startStep(), rules.id()));
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
        return rules.leadTime().fixedDays() + variable.intValueExact();
    }
}
