package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what is on order with what is needed, and says what a planner should change. */
final class Messages {

    private final ItemTable table;
    private final Shown shown;
    private final List<ActionMessage> messages = new ArrayList<>();

    Messages(ItemTable table, Shown shown) {
        this.table = table;
        this.shown = shown;
    }

    /** Where a receipt and an order may be joined. */
    private record Place(int day, @Nullable String peg) {}

    List<ActionMessage> list() {
        return messages;
    }

    void forItem(int item, List<Supply> supplies, List<Planned> orders) {
        var growing = new HashMap<Place, Deque<Supply>>();
        for (var supply : supplies) {
            if (supply.receipt != null && supply.movable) {
                forReceipt(item, supply, supply.receipt);
                if (!supply.matches.isEmpty()) {
                    growing.computeIfAbsent(new Place(supply.day, supply.peg), place -> new ArrayDeque<>())
                            .add(supply);
                }
            }
        }
        for (var order : orders) {
            forOrder(item, order, growing);
        }
    }

    private void forReceipt(int item, Supply supply, OpenSupply receipt) {
        if (supply.matches.isEmpty()) {
            add(ActionMessage.Kind.CANCEL, item, supply, supply.day, null, 0, 0);
            return;
        }
        var rules = table.items[item];
        int wanted = Days.of(table.calendars[item].minusDays(supply.firstNeed, rules.safetyDays()), rules.id());
        long unfrozen = table.planStart() + (long) rules.frozenDays();
        long reachable = Math.max(wanted, Math.max(earliest(item, receipt), unfrozen));
        if (reachable < supply.day && supply.day - reachable >= damping().expediteDays()) {
            int to = (int) reachable;
            add(ActionMessage.Kind.EXPEDITE, item, supply, supply.day, to, supply.quantity, supply.day - to);
        } else if (wanted > supply.day
                && wanted >= table.planStart()
                && wanted - supply.day >= damping().deferDays()) {
            add(ActionMessage.Kind.DEFER, item, supply, supply.day, wanted, supply.quantity, wanted - supply.day);
        }
        reduce(item, supply);
    }

    /** Not before today; and what has not begun needs its lead time. */
    private long earliest(int item, OpenSupply receipt) {
        int planStart = table.planStart();
        var begin = receipt.start();
        if (begin == null || NettingRun.day(begin) < planStart) {
            return planStart;
        }
        var calendar = table.calendars[item];
        long lead = new ItemNetting(table, item).leadDaysOf(Scaled.of(receipt.quantity(), receipt.id()));
        return calendar.plusDays(planStart, lead);
    }

    private void reduce(int item, Supply supply) {
        long used = supply.quantity - supply.left;
        var rules = table.items[item];
        long proposed = new LotSizer(rules, table.planStart(), table.input.bucketDays()).smallestFor(used);
        if (proposed >= supply.quantity) {
            return;
        }
        var surplus = Scaled.toDecimal(supply.quantity - proposed);
        var ignored = Scaled.toDecimal(supply.quantity).multiply(damping().quantityShare());
        if (surplus.compareTo(ignored) >= 0) {
            add(ActionMessage.Kind.REDUCE, item, supply, supply.day, supply.day, proposed, 0);
        }
    }

    /** @param growing open receipts that are used; the first that could be larger instead of the order is taken away */
    private void forOrder(int item, Planned order, Map<Place, Deque<Supply>> growing) {
        var joinable = growing.get(new Place(order.due, order.supply.peg));
        var joined = joinable == null ? null : joinable.poll();
        if (joined == null) {
            add(ActionMessage.Kind.NEW, item, order.supply, order.need, order.due, order.supply.quantity, 0);
        } else {
            long together = Scaled.add(joined.quantity, order.supply.quantity, joined.ref.id());
            add(ActionMessage.Kind.INCREASE, item, joined, joined.day, joined.day, together, 0);
        }
        if (order.lateDays > 0) {
            add(
                    ActionMessage.Kind.PAST_DUE,
                    item,
                    order.supply,
                    order.need,
                    order.due,
                    order.supply.quantity,
                    order.lateDays);
        }
    }

    private Damping damping() {
        return table.input.damping();
    }

    private void add(
            ActionMessage.Kind kind, int item, Supply supply, int from, @Nullable Integer to, long proposed, int days) {
        messages.add(new ActionMessage(
                kind,
                table.items[item].id(),
                supply.ref,
                shown.date(from),
                to == null ? null : shown.date(to),
                shown.quantity(supply.quantity),
                proposed == 0 ? BigDecimal.ZERO : shown.quantity(proposed),
                days));
    }
}
