package org.throughline.engine.bench;

import java.util.Arrays;

/**
 * Plans demands one after the other on finite resources: what the stock does not cover is made for this demand alone, as
 * early as components, purchases (from the plan's start) and gaps on the resources allow; a demand ships complete.
 *
 * <p>Times are seconds after the plan's start. The order of the demands decides everything. Not thread-safe.
 */
final class FinitePlan {

    private static final long SECONDS_OF_DAY = 86_400;

    private final PlanningData data;
    /** Per finished item: the items of its structure, parents first. */
    private final int[][] structure;

    /** The units of each resource, one after the other; those of resource r begin at {@code unitFrom[r]}. */
    private final BusyTime[] busy;

    private final BusyTime[] scratch;
    private final int[] unitFrom;
    private final long[] stock;
    private final long[] need;
    private final long[] available;
    /** Result of the last {@link #run}: when each demand is complete. */
    final long[] completion;

    FinitePlan(PlanningData data) {
        this.data = data;
        structure = new int[data.items()][];
        unitFrom = new int[data.resource.length + 1];
        for (int r = 0; r < data.resource.length; r++) {
            unitFrom[r + 1] = unitFrom[r] + data.resourceCapacity[r];
        }
        busy = new BusyTime[unitFrom[data.resource.length]];
        Arrays.setAll(busy, r -> new BusyTime());
        scratch = new BusyTime[busy.length];
        Arrays.setAll(scratch, r -> new BusyTime());
        stock = new long[data.items()];
        need = new long[data.items()];
        available = new long[data.items()];
        completion = new long[data.demand.length];
    }

    /** Told about every operation, in the order of planning. */
    interface Sink {
        void operation(int demand, int step, long start, long end);
    }

    /** How long a demand takes if nothing is in its way; seconds. */
    long unloaded(int demand) {
        restart();
        return plan(demand, (planned, step, start, end) -> {});
    }

    /** Plans all demands in this order; answers the total lateness in seconds. */
    long run(int[] order, Sink sink) {
        return run(order, sink, Long.MAX_VALUE);
    }

    /** As {@link #run}, but stops once the lateness exceeds the limit. */
    long run(int[] order, Sink sink, long limit) {
        restart();
        long late = 0;
        for (int k = 0; k < order.length && late <= limit; k++) {
            completion[order[k]] = plan(order[k], sink);
            late += lateness(order[k]);
        }
        return late;
    }

    /** Seconds by which the demand is late after the last run. */
    long lateness(int demand) {
        return Math.max(0, completion[demand] - due(demand));
    }

    long due(int demand) {
        return data.demandDay[demand] * SECONDS_OF_DAY;
    }

    /**
     * When so many of an item could be complete beside all that is planned, from what stock is left; nothing changes.
     *
     * @return seconds after the plan's start
     */
    long quote(int item, int quantity) {
        var planned = busy.clone();
        long[] stockBefore = stock.clone();
        for (int r = 0; r < busy.length; r++) {
            busy[r] = scratch[r];
            scratch[r].copyFrom(planned[r]);
        }
        long complete = plan(item, quantity, (step, start, end) -> {});
        System.arraycopy(planned, 0, busy, 0, busy.length);
        System.arraycopy(stockBefore, 0, stock, 0, stock.length);
        return complete;
    }

    private void restart() {
        System.arraycopy(data.onHand, 0, stock, 0, stock.length);
        for (var resource : busy) {
            resource.clear();
        }
    }

    /** Told about every operation of one demand. */
    private interface StepSink {
        void operation(int step, long start, long end);
    }

    private long plan(int demand, Sink sink) {
        return plan(
                data.demandItem[demand],
                data.demandQuantity[demand],
                (step, start, end) -> sink.operation(demand, step, start, end));
    }

    private long plan(int finished, int quantity, StepSink sink) {
        int[] items = structureOf(finished);
        for (int item : items) {
            need[item] = 0;
        }
        need[finished] = quantity;
        for (int item : items) {
            long fromStock = Math.min(stock[item], need[item]);
            stock[item] -= fromStock;
            need[item] -= fromStock;
            if (need[item] > 0) {
                for (int line = data.lineFrom[item]; line < data.lineFrom[item + 1]; line++) {
                    need[data.component[line]] += need[item] * data.quantityPer[line];
                }
            }
        }
        for (int k = items.length - 1; k >= 0; k--) {
            available[items[k]] = need[items[k]] == 0 ? 0 : provide(items[k], sink);
        }
        return available[finished];
    }

    private long provide(int item, StepSink sink) {
        if (!data.made[item]) {
            return data.leadDays[item] * SECONDS_OF_DAY;
        }
        long at = 0;
        for (int line = data.lineFrom[item]; line < data.lineFrom[item + 1]; line++) {
            at = Math.max(at, available[data.component[line]]);
        }
        for (int step = data.stepFrom[item]; step < data.stepFrom[item + 1]; step++) {
            long length = data.stepSetup[step] + data.stepRun[step] * need[item];
            long start = take(data.stepResource[step], at, length);
            at = start + length;
            sink.operation(step, start, at);
        }
        return at;
    }

    /** Takes the earliest free stretch of the unit that has it first. */
    private long take(int wanted, long ready, long length) {
        int from = unitFrom[wanted];
        var first = busy[from];
        for (int unit = from + 1; unit < unitFrom[wanted + 1]; unit++) {
            first = busy[unit].earliest(ready, length) < first.earliest(ready, length) ? busy[unit] : first;
        }
        return first.take(ready, length);
    }

    private int[] structureOf(int finished) {
        if (structure[finished] == null) {
            boolean[] reached = new boolean[data.items()];
            reached[finished] = true;
            int count = 1;
            for (int item = finished; item < reached.length; item++) {
                for (int line = data.lineFrom[item]; reached[item] && line < data.lineFrom[item + 1]; line++) {
                    count += reached[data.component[line]] ? 0 : 1;
                    reached[data.component[line]] = true;
                }
            }
            int[] items = new int[count];
            int filled = 0;
            for (int item = finished; item < reached.length; item++) {
                if (reached[item]) {
                    items[filled++] = item;
                }
            }
            structure[finished] = items;
        }
        return structure[finished];
    }
}
