package org.throughline.engine.mrp;

import java.util.IdentityHashMap;

/**
 * Carries late supplies upward: an order cannot start before its components are there, a demand not be met before its
 * supplies are, a by-product not come before its order is done. By-products go to items that are netted before it, so everything is
 * repeated while some come later than was known.
 */
final class PossibleDates {

    /** A chain of orders that each wait for the by-product of another is followed so far. */
    private static final int MOST_ROUNDS = 100;

    private final ItemTable table;
    private final NettingRun run;
    /** By-products, and the day on which each was said to be there. */
    private final IdentityHashMap<Supply, Integer> byProducts = new IdentityHashMap<>();

    PossibleDates(ItemTable table, NettingRun run) {
        this.table = table;
        this.run = run;
    }

    /** Fills {@link Planned#possible} and the days of demands, components before parents. */
    void roll() {
        for (int item : table.order) {
            for (var supply : run.supplies.get(item)) {
                if (supply.maker != null) {
                    supply.maker.forgetDone();
                    byProducts.put(supply, supply.day);
                }
            }
        }
        int round = 0;
        do {
            forgetDays();
            rollOnce();
        } while (areByProductsLater() && ++round < MOST_ROUNDS);
    }

    private boolean areByProductsLater() {
        boolean isAny = false;
        for (var entry : byProducts.entrySet()) {
            int day = possible(entry.getKey());
            isAny |= day != entry.setValue(day);
        }
        return isAny;
    }

    private static int possible(Supply byProduct) {
        return byProduct.maker == null ? byProduct.day : byProduct.maker.done(byProduct.day);
    }

    private void forgetDays() {
        run.numbers().forgetDays();
        for (int item : table.order) {
            run.orders.get(item).forEach(order -> forget(order.supply));
            run.supplies.get(item).forEach(PossibleDates::forget);
        }
    }

    private void rollOnce() {
        for (int k = table.order.length - 1; k >= 0; k--) {
            int item = table.order[k];
            for (var order : run.orders.get(item)) {
                order.possible = possible(item, order);
                tellDone(order.supply, order.possible);
                tell(order.supply, order.possible);
            }
            for (var supply : run.supplies.get(item)) {
                if (supply.day != Supply.ALWAYS) {
                    int day = possible(item, supply);
                    tellDone(supply, day);
                    tell(supply, day);
                }
            }
        }
    }

    private static void tellDone(Supply supply, int day) {
        if (supply.taker != null) {
            supply.taker.tellDone(day);
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
                : Days.of(
                        Math.max(order.due, table.calendars[item].plusDays(start, order.leadDays)),
                        table.items[item].id());
    }

    /** A receipt is not there before today; if its components come later, the work after them comes as much later. */
    private int possible(int item, Supply supply) {
        var receipt = supply.receipt;
        if (receipt == null) {
            return possible(supply);
        }
        int day = Math.max(supply.day, table.planStart());
        var begin = receipt.start();
        if (begin == null) {
            return day;
        }
        int start = NettingRun.startOf(begin, table);
        int ready = ready(supply, start);
        if (ready == start) {
            return day;
        }
        var calendar = table.calendars[item];
        long work = Math.max(0, calendar.daysBetween(start, supply.day));
        return Days.of(Math.max(day, calendar.plusDays(ready, work)), table.items[item].id());
    }

    /** Tells those whose need is earlier; whoever gets it in time is not delayed. */
    private void tell(Supply supply, int day) {
        for (var match : supply.matches) {
            var need = match.need();
            if (day > need.day) {
                need.taker.tell(startFor(need, day));
            }
        }
    }

    /** The first start of the order with which this need would not lie before {@code day}. */
    private int startFor(Need need, int day) {
        long start = day;
        for (var one = need; one != null; one = one.through) {
            if (one.parent != Need.NOBODY) {
                start = table.calendars[one.parent].minusDays(start, one.offsetDays);
            }
        }
        return Math.toIntExact(start);
    }
}
