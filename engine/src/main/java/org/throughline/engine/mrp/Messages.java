package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    List<ActionMessage> list() {
        return messages;
    }

    void forItem(int item, List<Supply> supplies, List<Planned> orders) {
        var growing = new ArrayList<Supply>();
        for (var supply : supplies) {
            if (supply.receipt != null && supply.movable) {
                forReceipt(item, supply, supply.receipt);
                if (!supply.matches.isEmpty()) {
                    growing.add(supply);
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
        int wanted = (int) table.calendars[item].minusDays(supply.firstNeed, table.items[item].safetyDays());
        int reachable = Math.max(wanted, earliest(item, receipt));
        if (reachable < supply.day && supply.day - reachable >= damping().expediteDays()) {
            add(
                    ActionMessage.Kind.EXPEDITE,
                    item,
                    supply,
                    supply.day,
                    reachable,
                    supply.quantity,
                    supply.day - reachable);
        } else if (wanted > supply.day && wanted - supply.day >= damping().deferDays()) {
            add(ActionMessage.Kind.DEFER, item, supply, supply.day, wanted, supply.quantity, wanted - supply.day);
        }
        reduce(item, supply);
    }

    /** Not before today; and what has not begun needs its lead time. */
    private int earliest(int item, OpenSupply receipt) {
        int planStart = table.planStart();
        if (receipt.start() == null || NettingRun.day(receipt.start()) < planStart) {
            return planStart;
        }
        var calendar = table.calendars[item];
        long lead = new ItemNetting(table, item).leadDaysOf(Scaled.of(receipt.quantity(), receipt.id()));
        return (int) calendar.plusDays(planStart, lead);
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

    /** @param growing open receipts that are used; one that could be larger instead of the order is taken from the list */
    private void forOrder(int item, Planned order, List<Supply> growing) {
        var joined = joined(order, growing);
        if (joined == null) {
            add(ActionMessage.Kind.NEW, item, order.supply, order.need, order.due, order.supply.quantity, 0);
        } else {
            growing.remove(joined);
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

    /** The first receipt that stands on the day of the order, or null. */
    private static @Nullable Supply joined(Planned order, List<Supply> growing) {
        for (var supply : growing) {
            if (supply.day == order.due && Objects.equals(supply.peg, order.supply.peg)) {
                return supply;
            }
        }
        return null;
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
