package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what is on order with what is needed, and says what a planner should change. */
final class Messages {

    private final ItemTable table;
    private final Map<SupplyRef, OpenSupply> open;
    private final List<ActionMessage> messages = new ArrayList<>();

    Messages(ItemTable table, Map<SupplyRef, OpenSupply> open) {
        this.table = table;
        this.open = open;
    }

    List<ActionMessage> list() {
        return messages;
    }

    void forItem(int item, List<Supply> supplies, List<Planned> orders) {
        for (var supply : supplies) {
            var receipt = open.get(supply.ref);
            if (receipt != null && supply.movable) {
                forReceipt(item, supply, receipt);
            }
        }
        Set<SupplyRef> increased = new HashSet<>();
        for (var order : orders) {
            forOrder(item, order, supplies, increased);
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

    private void forOrder(int item, Planned order, List<Supply> supplies, Set<SupplyRef> increased) {
        var joined = supplies.stream()
                .filter(supply -> joins(supply, order) && !increased.contains(supply.ref))
                .findFirst();
        if (joined.isPresent()) {
            var supply = joined.get();
            increased.add(supply.ref);
            long together = Scaled.add(supply.quantity, order.supply.quantity, supply.ref.id());
            add(ActionMessage.Kind.INCREASE, item, supply, supply.day, supply.day, together, 0);
        } else {
            add(ActionMessage.Kind.NEW, item, order.supply, order.need, order.due, order.supply.quantity, 0);
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

    /** An open receipt that is used and stands on the day of the order could be larger instead. */
    private boolean joins(Supply supply, Planned order) {
        var receipt = open.get(supply.ref);
        return receipt != null
                && supply.movable
                && !supply.matches.isEmpty()
                && supply.day == order.due
                && Objects.equals(supply.peg, order.supply.peg);
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
                LocalDate.ofEpochDay(from),
                to == null ? null : LocalDate.ofEpochDay(to),
                Scaled.toDecimal(supply.quantity),
                proposed == 0 ? BigDecimal.ZERO : Scaled.toDecimal(proposed),
                days));
    }
}
