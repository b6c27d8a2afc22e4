package org.throughline.engine.mrp;

import java.util.HashMap;
import java.util.Map;

/**
 * Carries late supplies upward: an order cannot start before its components are there, a demand not be met before its
 * supplies are.
 */
final class PossibleDates {

    private final ItemTable table;
    private final NettingRun run;
    /** The first day on which everything that this requirement consumes is there. */
    private final Map<RequirementRef, Integer> bound = new HashMap<>();

    PossibleDates(ItemTable table, NettingRun run) {
        this.table = table;
        this.run = run;
    }

    /** Fills {@link Planned#possible}, components before parents. */
    void roll() {
        for (int k = table.order.length - 1; k >= 0; k--) {
            int item = table.order[k];
            for (var order : run.orders.get(item)) {
                order.possible = possible(item, order);
                tell(order.supply, order.possible);
            }
            for (var supply : run.supplies.get(item)) {
                if (supply.day != Supply.ALWAYS) {
                    var ref = new RequirementRef(RequirementRef.Kind.OPEN, supply.ref.id());
                    int day = supply.ref.kind() == SupplyRef.Kind.OPEN ? of(ref, supply.day) : supply.day;
                    tell(supply, day);
                }
            }
        }
    }

    /** The bound of a requirement, but not before {@code day}. */
    int of(RequirementRef ref, int day) {
        return Math.max(day, bound.getOrDefault(ref, day));
    }

    private int possible(int item, Planned order) {
        var ref = new RequirementRef(RequirementRef.Kind.PLANNED, order.supply.ref.id());
        int start = of(ref, order.start);
        return start == order.start
                ? order.due
                : (int) Math.max(order.due, table.calendars[item].plusDays(start, order.leadDays));
    }

    private void tell(Supply supply, int day) {
        for (var match : supply.matches) {
            var need = match.need();
            int start = day <= need.day ? day : day - need.offsetDays;
            bound.merge(need.ref, start, Math::max);
        }
    }
}
