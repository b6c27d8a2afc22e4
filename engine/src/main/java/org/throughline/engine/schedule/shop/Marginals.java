package org.throughline.engine.schedule.shop;

/**
 * What a minute of delay costs, operation by operation, and from it a quick guess at the effect of a move.
 *
 * <p>An operation starts when its work arrives or when its machine is set up; whichever comes last holds it. What an
 * operation holds makes a tree, and a minute of delay costs the weights of the late jobs that end in that tree. Completion
 * times are convex in the delays, so this is a lower bound for longer delays and an upper bound for gains: a move that
 * looks too dear is too dear. Only trees that overlap or have changed since {@link #refresh} spoil it.
 *
 * <p>Cost: O(n) to refresh, O(operations passed) a guess.
 */
final class Marginals {

    private final SetupSchedule schedule;
    private final SetupShop plant;
    private final long[] perMinute;
    /** Operations that follow directly and have not been counted yet. */
    private final byte[] missing;

    private final int[] open;
    private int opened;

    Marginals(SetupSchedule schedule) {
        this.schedule = schedule;
        plant = schedule.plant;
        perMinute = new long[schedule.n + 1];
        missing = new byte[schedule.n];
        open = new int[schedule.n];
    }

    /** Computes what a minute costs for the plan as it stands, and writes it into the plan. */
    void refresh() {
        opened = 0;
        for (int i = 0; i < schedule.n; i++) {
            missing[i] = (byte) ((schedule.last[i] ? 0 : 1) + (schedule.after(i) == schedule.nobody ? 0 : 1));
            perMinute[i] = schedule.last[i] ? ofJob(i) : 0;
            if (missing[i] == 0) {
                open[opened++] = i;
            }
        }
        while (opened > 0) {
            int i = open[--opened];
            schedule.costsPerMinute(i, (int) Math.min(perMinute[i], Integer.MAX_VALUE));
            int ready = schedule.ready(i);
            int setUp = schedule.setUp(i);
            count(schedule.before(i), setUp >= ready ? perMinute[i] : 0);
            count(schedule.jobBefore(i), ready > setUp ? perMinute[i] : 0);
        }
    }

    private long ofJob(int lastOperation) {
        int job = schedule.jobOf[lastOperation];
        return schedule.end(lastOperation) >= plant.due()[job] ? plant.weight()[job] : 0;
    }

    private void count(int i, long cost) {
        if (i != schedule.nobody) {
            perMinute[i] += cost;
            if (--missing[i] == 0) {
                open[opened++] = i;
            }
        }
    }

    /**
     * About the difference in cost if operation i went to a place of a machine.
     *
     * @param duration of the operation there
     * @param to place after the removal of i
     */
    long guess(int i, int toMachine, int duration, int to) {
        int from = schedule.place[i];
        if (toMachine != schedule.machine[i]) {
            return toOtherMachine(i, toMachine, duration, to);
        }
        return to < from ? earlier(i, from, to, duration) : later(i, from, to, duration);
    }

    private long toOtherMachine(int i, int toMachine, int duration, int to) {
        int before = schedule.neighbourBefore(i, toMachine, to);
        int end = startAfter(before, schedule.end(before), i, toMachine) + duration;
        int oldMachine = schedule.machine[i];
        int oldBefore = schedule.before(i);
        return throughJob(i, end)
                + throughMachine(i, end, schedule.neighbourAfter(i, toMachine, to), toMachine)
                + throughMachine(oldBefore, schedule.end(oldBefore), schedule.after(i), oldMachine);
    }

    private long earlier(int i, int from, int to, int duration) {
        int m = schedule.machine[i];
        int[] row = schedule.sequence[m];
        int before = to == 0 ? schedule.nobody : row[to - 1];
        int end = startAfter(before, schedule.end(before), i, m) + duration;
        long sum = throughJob(i, end);
        before = i;
        for (int k = to; k < from; k++) {
            end = startAfter(before, end, row[k], m) + schedule.time(row[k]);
            sum += throughJob(row[k], end);
            before = row[k];
        }
        return sum + throughMachine(before, end, schedule.after(i), m);
    }

    private long later(int i, int from, int to, int duration) {
        int m = schedule.machine[i];
        int[] row = schedule.sequence[m];
        int before = schedule.before(i);
        int end = schedule.end(before);
        long sum = 0;
        for (int k = from + 1; k <= to; k++) {
            end = startAfter(before, end, row[k], m) + schedule.time(row[k]);
            sum += throughJob(row[k], end);
            before = row[k];
        }
        end = startAfter(before, end, i, m) + duration;
        return sum + throughJob(i, end) + throughMachine(i, end, schedule.after(row[to]), m);
    }

    /** The start of operation i right after another that ends then. */
    private int startAfter(int before, int endBefore, int i, int machine) {
        int free = Math.max(endBefore, schedule.machineEarliest[machine]);
        return Math.max(schedule.ready(i), free + schedule.setupBetween(before, i, machine));
    }

    /** The effect on the rest of its job if operation i ends at another minute. */
    private long throughJob(int i, int end) {
        if (schedule.last[i]) {
            int job = schedule.jobOf[i];
            return schedule.cost(job, end) - schedule.cost(job, schedule.end(i));
        }
        int next = i + 1;
        int start = schedule.start(next);
        if (end <= start && schedule.end(i) < start) {
            return 0;
        }
        int newStart = end > start
                ? end
                : Math.min(start, Math.max(end, Math.max(schedule.setUp(next), schedule.earliest(next))));
        return (long) schedule.perMinute(next) * (newStart - start);
    }

    /** The effect on an operation and what it holds if it comes right after another that ends then. */
    private long throughMachine(int before, int endBefore, int i, int machine) {
        if (i == schedule.nobody) {
            return 0;
        }
        return (long) schedule.perMinute(i) * (startAfter(before, endBefore, i, machine) - schedule.start(i));
    }
}
