package org.throughline.engine.mrp;

/**
 * Carries late supplies upward: an order cannot start before its components are there, a demand not be met before its
 * supplies are.
 */
final class PossibleDates {

    private final ItemTable table;
    private final NettingRun run;

    PossibleDates(ItemTable table, NettingRun run) {
        this.table = table;
        this.run = run;
    }

    /** Fills {@link Planned#possible} and the days of demands, components before parents. */
    void roll() {
        run.numbers().forgetDays();
        for (int item : table.order) {
            run.orders.get(item).forEach(order -> forget(order.supply));
            run.supplies.get(item).forEach(PossibleDates::forget);
        }
        for (int k = table.order.length - 1; k >= 0; k--) {
            int item = table.order[k];
            for (var order : run.orders.get(item)) {
                order.possible = possible(item, order);
                tell(order.supply, order.possible);
            }
            for (var supply : run.supplies.get(item)) {
                if (supply.day != Supply.ALWAYS) {
                    tell(supply, ready(supply, supply.day));
                }
            }
        }
    }

    private static void forget(Supply supply) {
        if (supply.taker != null) {
            supply.taker.forget();
        }
    }

    /** The day on which all components of an order are there, but not before {@code day}. */
    private static int ready(Supply order, int day) {
        return order.taker == null ? day : order.taker.ready(day);
    }

    private int possible(int item, Planned order) {
        int start = ready(order.supply, order.start);
        return start == order.start
                ? order.due
                : (int) Math.max(order.due, table.calendars[item].plusDays(start, order.leadDays));
    }

    private static void tell(Supply supply, int day) {
        for (var match : supply.matches) {
            var need = match.need();
            need.taker.tell(day <= need.day ? day : day - need.offsetDays);
        }
    }
}
