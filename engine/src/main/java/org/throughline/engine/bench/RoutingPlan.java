package org.throughline.engine.bench;

import java.util.Arrays;

/**
 * The variant with routings: an order of a made item takes the sum of its operations, setup and run times quantity, round
 * the clock; its components are needed at its start, to the second. One order per item and moment of need.
 */
final class RoutingPlan implements MrpBench.OrderSource {

    private static final int SECONDS_OF_DAY = 86_400;

    private final PlanningData data;
    private final long[] setup;
    private final long[] run;
    private final Needs[] needs;

    RoutingPlan(PlanningData data) {
        this.data = data;
        int n = data.items();
        setup = new long[n];
        run = new long[n];
        needs = new Needs[n];
        Arrays.setAll(needs, i -> new Needs());
        for (int item = 0; item < n; item++) {
            for (int step = data.stepFrom[item]; step < data.stepFrom[item + 1]; step++) {
                setup[item] += data.stepSetup[step];
                run[item] += data.stepRun[step];
            }
        }
    }

    RoutingPlan plan() {
        for (int d = 0; d < data.demand.length; d++) {
            needs[data.demandItem[d]].add((long) data.demandDay[d] * SECONDS_OF_DAY, data.demandQuantity[d]);
        }
        for (int item = 0; item < data.items(); item++) {
            needs[item].net(data.onHand[item]);
            for (int line = data.lineFrom[item]; line < data.lineFrom[item + 1]; line++) {
                explode(item, needs[data.component[line]], data.quantityPer[line]);
            }
        }
        return this;
    }

    private void explode(int item, Needs component, int per) {
        var orders = needs[item];
        component.reserve(orders.size);
        for (int k = 0; k < orders.size; k++) {
            component.add(start(item, orders.moment[k], orders.quantity[k]), orders.quantity[k] * per);
        }
    }

    private long start(int item, long due, long quantity) {
        return data.made[item]
                ? due - setup[item] - run[item] * quantity
                : due - (long) data.leadDays[item] * SECONDS_OF_DAY;
    }

    @Override
    public void forEach(int item, MrpBench.OrderSink sink) {
        var orders = needs[item];
        for (int k = 0; k < orders.size; k++) {
            sink.order(orders.quantity[k], start(item, orders.moment[k], orders.quantity[k]), orders.moment[k]);
        }
    }

    /** Needs of one item; after netting, its orders. */
    private static final class Needs {

        private static final int QUANTITY_BITS = 24;

        private long[] moment = new long[0];
        private long[] quantity = new long[0];
        private int size;

        private void reserve(int more) {
            if (size + more > moment.length) {
                int capacity = Math.max(size + more, moment.length * 2);
                moment = Arrays.copyOf(moment, capacity);
                quantity = Arrays.copyOf(quantity, capacity);
            }
        }

        private void add(long at, long amount) {
            reserve(1);
            moment[size] = at;
            quantity[size++] = amount;
        }

        /** Sorts, joins equal moments and takes the stock away from the earliest. */
        private void net(long stock) {
            sort();
            long left = stock;
            int kept = 0;
            int k = 0;
            while (k < size) {
                long at = moment[k];
                long need = 0;
                for (; k < size && moment[k] == at; k++) {
                    need += quantity[k];
                }
                long fromStock = Math.min(left, need);
                left -= fromStock;
                if (need > fromStock) {
                    moment[kept] = at;
                    quantity[kept++] = need - fromStock;
                }
            }
            size = kept;
        }

        /** Packs moment and quantity into one long for a primitive sort; falls back to an index sort if they do not fit. */
        private void sort() {
            long[] packed = new long[size];
            for (int k = 0; k < size; k++) {
                if (quantity[k] >> QUANTITY_BITS != 0 || Math.abs(moment[k]) >> (62 - QUANTITY_BITS) != 0) {
                    sortByIndex();
                    return;
                }
                packed[k] = (moment[k] << QUANTITY_BITS) | quantity[k];
            }
            Arrays.sort(packed);
            for (int k = 0; k < size; k++) {
                moment[k] = packed[k] >> QUANTITY_BITS;
                quantity[k] = packed[k] & ((1L << QUANTITY_BITS) - 1);
            }
        }

        private void sortByIndex() {
            var order = new Integer[size];
            Arrays.setAll(order, k -> k);
            Arrays.sort(order, (left, right) -> Long.compare(moment[left], moment[right]));
            long[] moments = moment.clone();
            long[] quantities = quantity.clone();
            for (int k = 0; k < size; k++) {
                moment[k] = moments[order[k]];
                quantity[k] = quantities[order[k]];
            }
        }
    }
}
