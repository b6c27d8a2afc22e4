package org.throughline.engine.mrp;

import java.util.Arrays;

/**
 * Lot-for-lot planning of whole units on a grid of days, for very many demands: one order per item and day of need, fixed
 * lead times, stock nets the earliest days first, releases may lie before the plan's start.
 *
 * <p>Items are numbers in planning order: a component has a larger number than its parents. Cost: O(items × days + lines ×
 * days) for {@link #plan}; {@link #replan} pays only for items whose needs changed. Not thread-safe.
 */
public final class LotForLotGrid {

    private final int[] lineFrom;
    private final int[] component;
    private final int[] quantityPer;
    private final int[] leadDays;
    private final long[] onHand;
    private final int days;
    /** Needs by item and day: what others ask for; row of item i begins at {@code i × days}. */
    private final long[] gross;
    /** Planned quantity by item and day of need. */
    private final long[] planned;

    private final boolean[] changed;
    /** The days on which the plan of the item looked at differs, and by how much: new minus old planned quantity. */
    private final int[] differingDays;

    private final long[] differences;

    /**
     * An empty plan.
     *
     * @param lineFrom row of lines of item i: {@code lineFrom[i] .. lineFrom[i + 1]}; length items + 1; not modified
     * @param component item of each line, greater than its parent; not modified
     * @param quantityPer units per parent unit; not modified
     * @param leadDays days between release and need; not modified
     * @param onHand units in stock; not modified
     * @param days length of the grid; every need must fall into it
     */
    public LotForLotGrid(int[] lineFrom, int[] component, int[] quantityPer, int[] leadDays, long[] onHand, int days) {
        this.lineFrom = lineFrom;
        this.component = component;
        this.quantityPer = quantityPer;
        this.leadDays = leadDays;
        this.onHand = onHand;
        this.days = days;
        gross = new long[Math.multiplyExact(leadDays.length, days)];
        planned = new long[gross.length];
        changed = new boolean[leadDays.length];
        differingDays = new int[days];
        differences = new long[days];
    }

    public int items() {
        return leadDays.length;
    }

    public int days() {
        return days;
    }

    /**
     * Adds an independent need; a negative quantity takes one back. Takes effect with the next run.
     *
     * @throws org.throughline.engine.EngineRefusal {@code mrp.invalid} if there is no such item or day
     */
    public void need(int item, int day, long quantity) {
        gross[place(item, day)] += quantity;
        changed[item] = true;
    }

    /**
     * The planned quantity that is needed on this day; 0 for no order.
     *
     * @throws org.throughline.engine.EngineRefusal {@code mrp.invalid} if there is no such item or day
     */
    public long planned(int item, int day) {
        return planned[place(item, day)];
    }

    private int place(int item, int day) {
        if (item < 0 || item >= items() || day < 0 || day >= days) {
            throw ItemTable.invalid(
                    "The grid has no item (%d) or no day (%d).".formatted(item, day),
                    "item %d, day %d".formatted(item, day));
        }
        return item * days + day;
    }

    /** Plans everything from scratch, keeping only the independent needs: the caller has just filled an empty plan. */
    public void plan() {
        Arrays.fill(changed, true);
        replan();
    }

    /**
     * Plans the items whose needs changed and, where their orders change, their components.
     *
     * @return how many items were looked at
     */
    public int replan() {
        int looked = 0;
        for (int item = 0; item < changed.length; item++) {
            if (changed[item]) {
                changed[item] = false;
                looked++;
                explode(item, net(item));
            }
        }
        return looked;
    }

    /** @return on how many days the plan of the item differs */
    private int net(int item) {
        int row = item * days;
        long stock = onHand[item];
        int differing = 0;
        for (int day = 0; day < days; day++) {
            long need = gross[row + day];
            long fromStock = Math.min(stock, need);
            stock -= fromStock;
            long net = need - fromStock;
            if (net != planned[row + day]) {
                differingDays[differing] = day;
                differences[differing++] = net - planned[row + day];
                planned[row + day] = net;
            }
        }
        return differing;
    }

    private void explode(int item, int differing) {
        if (differing == 0) {
            return;
        }
        int lead = leadDays[item];
        for (int line = lineFrom[item]; line < lineFrom[item + 1]; line++) {
            int row = component[line] * days - lead;
            int per = quantityPer[line];
            changed[component[line]] = true;
            for (int k = 0; k < differing; k++) {
                if (differingDays[k] >= lead) {
                    gross[row + differingDays[k]] += differences[k] * per;
                }
            }
        }
    }
}
