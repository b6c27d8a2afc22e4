package org.throughline.engine.schedule.shop;

import java.util.Arrays;

/**
 * The order of operations on each machine of a {@link SetupShop}, and the times that follow from it.
 *
 * <p>What a change of time reads of one operation stands in one stretch of eight ints, so that it is one line of the
 * processor's memory. The orders are kept twice: as links, which a trial changes, and as rows with places, which follow
 * only when a trial is kept ({@link #settle}).
 */
final class SetupSchedule {

    private static final int START = 0;
    private static final int END = 1;
    private static final int TIME = 2;
    private static final int SETUP = 3;
    private static final int EARLIEST = 4;
    private static final int BEFORE = 5;
    private static final int AFTER = 6;
    private static final int PER_MINUTE = 7;

    final SetupShop plant;
    final Shop shop;
    final int n;
    /** Stands for "no operation"; ends at 0. */
    final int nobody;

    final int[] jobOf;
    /** True for the first operation of a job. */
    final boolean[] first;

    /** True for the last operation of a job. */
    final boolean[] last;

    final int[] machine;
    /** Operations of each machine in order; only the first {@link #count} count. */
    final int[][] sequence;

    final int[] count;
    final int[] place;
    /** No operation that is still to be planned is set up on the machine before; 0 unless something has happened. */
    final int[] machineEarliest;

    private final int[] node;

    SetupSchedule(SetupShop plant) {
        this.plant = plant;
        shop = plant.shop();
        n = shop.operations();
        nobody = n;
        jobOf = new int[n];
        first = new boolean[n];
        last = new boolean[n];
        machine = new int[n];
        node = new int[(n + 1) << 3];
        place = new int[n];
        machineEarliest = new int[shop.machines()];
        sequence = new int[shop.machines()][16];
        count = new int[shop.machines()];
        for (int j = 0; j < shop.jobs(); j++) {
            for (int i = shop.jobFrom()[j]; i < shop.jobFrom()[j + 1]; i++) {
                jobOf[i] = j;
                first[i] = i == shop.jobFrom()[j];
                last[i] = i + 1 == shop.jobFrom()[j + 1];
                node[(i << 3) + EARLIEST] = first[i] ? plant.release()[j] : 0;
            }
        }
    }

    void copyFrom(SetupSchedule other) {
        System.arraycopy(other.machine, 0, machine, 0, n);
        System.arraycopy(other.node, 0, node, 0, node.length);
        System.arraycopy(other.place, 0, place, 0, n);
        System.arraycopy(other.machineEarliest, 0, machineEarliest, 0, count.length);
        System.arraycopy(other.count, 0, count, 0, count.length);
        for (int m = 0; m < sequence.length; m++) {
            if (sequence[m].length < count[m]) {
                sequence[m] = new int[other.sequence[m].length];
            }
            System.arraycopy(other.sequence[m], 0, sequence[m], 0, count[m]);
        }
    }

    /** Takes over what has happened: earliest starts of operations and machines. */
    void copyHappenings(SetupSchedule other) {
        for (int i = 0; i < n; i++) {
            node[(i << 3) + EARLIEST] = other.earliest(i);
        }
        System.arraycopy(other.machineEarliest, 0, machineEarliest, 0, count.length);
    }

    int start(int i) {
        return node[(i << 3) + START];
    }

    int end(int i) {
        return node[(i << 3) + END];
    }

    int time(int i) {
        return node[(i << 3) + TIME];
    }

    /** Minutes of setup before operation i. */
    int setupMinutes(int i) {
        return node[(i << 3) + SETUP];
    }

    /** No start is before this; the release of the job for its first operation, 0 for others unless something happened. */
    int earliest(int i) {
        return node[(i << 3) + EARLIEST];
    }

    int before(int i) {
        return node[(i << 3) + BEFORE];
    }

    int after(int i) {
        return node[(i << 3) + AFTER];
    }

    /** About what one more minute before the start of operation i adds to the cost. */
    int perMinute(int i) {
        return node[(i << 3) + PER_MINUTE];
    }

    /** Notes what one more minute costs; nothing here depends on it. */
    void costsPerMinute(int i, int cost) {
        node[(i << 3) + PER_MINUTE] = cost;
    }

    void startsNotBefore(int i, int minute) {
        int at = (i << 3) + EARLIEST;
        node[at] = Math.max(node[at], minute);
    }

    void takes(int i, int minutes) {
        node[(i << 3) + TIME] = minutes;
    }

    void place(int i, int start, int end) {
        node[(i << 3) + START] = start;
        node[(i << 3) + END] = end;
    }

    /** Empties all machines; earliest starts stay. */
    void clear() {
        Arrays.fill(count, 0);
    }

    /** Puts operation i behind everything on its machine. */
    void append(int i, int onMachine, int duration, int from) {
        takes(i, duration);
        place(i, from, from + duration);
        insert(i, onMachine, count[onMachine]);
    }

    /** Puts operation i at place k of a machine, without computing times. */
    void insert(int i, int onMachine, int k) {
        link(
                i,
                onMachine,
                k == 0 ? nobody : sequence[onMachine][k - 1],
                k == count[onMachine] ? nobody : row(onMachine, k));
        intoRow(i, onMachine, k);
    }

    /** Takes operation i off its machine. */
    void remove(int i) {
        unlink(i);
        outOfRow(i, machine[i]);
    }

    private int row(int m, int k) {
        return sequence[m][k];
    }

    /** Links operation i between two neighbours on a machine; the rows do not know until {@link #settle}. */
    void link(int i, int onMachine, int before, int after) {
        machine[i] = onMachine;
        node[(i << 3) + BEFORE] = before;
        node[(i << 3) + AFTER] = after;
        node[(before << 3) + AFTER] = i;
        node[(after << 3) + BEFORE] = i;
        node[(i << 3) + SETUP] = setupBetween(before, i, onMachine);
        if (after != nobody) {
            node[(after << 3) + SETUP] = setupBetween(i, after, onMachine);
        }
    }

    /** Takes operation i out of its neighbours' links; the rows do not know until {@link #settle}. */
    void unlink(int i) {
        int before = before(i);
        int after = after(i);
        node[(before << 3) + AFTER] = after;
        node[(after << 3) + BEFORE] = before;
        if (after != nobody) {
            node[(after << 3) + SETUP] = setupBetween(before, after, machine[i]);
        }
    }

    int setupBetween(int before, int i, int onMachine) {
        return plant.setup(onMachine, before == nobody ? -1 : plant.family()[before], plant.family()[i]);
    }

    /** Lets the rows follow the links: operation i has gone from a place of a machine to another. */
    void settle(int i, int fromMachine, int from, int to) {
        int m = machine[i];
        if (m != fromMachine) {
            outOfRow(i, fromMachine);
            intoRow(i, m, to);
            return;
        }
        int[] row = sequence[m];
        if (from < to) {
            System.arraycopy(row, from + 1, row, from, to - from);
        } else {
            System.arraycopy(row, to, row, to + 1, from - to);
        }
        row[to] = i;
        for (int p = Math.min(from, to); p <= Math.max(from, to); p++) {
            place[row[p]] = p;
        }
    }

    private void intoRow(int i, int m, int k) {
        if (count[m] == sequence[m].length) {
            sequence[m] = Arrays.copyOf(sequence[m], count[m] * 2);
        }
        int[] row = sequence[m];
        System.arraycopy(row, k, row, k + 1, count[m] - k);
        row[k] = i;
        count[m]++;
        for (int p = k; p < count[m]; p++) {
            place[row[p]] = p;
        }
    }

    private void outOfRow(int i, int m) {
        int[] row = sequence[m];
        count[m]--;
        System.arraycopy(row, place[i] + 1, row, place[i], count[m] - place[i]);
        for (int p = place[i]; p < count[m]; p++) {
            place[row[p]] = p;
        }
    }

    int jobBefore(int i) {
        return first[i] ? nobody : i - 1;
    }

    int jobAfter(int i) {
        return last[i] ? nobody : i + 1;
    }

    /** When the work of operation i arrives. */
    int ready(int i) {
        int at = i << 3;
        return first[i] ? node[at + EARLIEST] : Math.max(node[at + EARLIEST], node[at - 8 + END]);
    }

    /** When the machine is free and set up for operation i. */
    int setUp(int i) {
        int at = i << 3;
        return Math.max(node[(node[at + BEFORE] << 3) + END], machineEarliest[machine[i]]) + node[at + SETUP];
    }

    /**
     * Whether what would come before operation i might follow from it, or the reverse; sure where times say so.
     *
     * @param to place after the removal of i
     */
    boolean mayMakeCycle(int i, int toMachine, int to) {
        int x = neighbourBefore(i, toMachine, to);
        int y = neighbourAfter(i, toMachine, to);
        boolean afterWhatFollows = !last[i] && x != nobody && (x == i + 1 || end(i + 1) <= start(x));
        boolean beforeWhatLeads = !first[i] && y != nobody && (y == i - 1 || end(y) <= start(i - 1));
        return afterWhatFollows || beforeWhatLeads;
    }

    /** What operation i would stand behind at a place counted without it. */
    int neighbourBefore(int i, int toMachine, int to) {
        int x = toMachine == machine[i] && to - 1 >= place[i] ? to : to - 1;
        return x < 0 ? nobody : sequence[toMachine][x];
    }

    /** What operation i would stand before at a place counted without it. */
    int neighbourAfter(int i, int toMachine, int to) {
        int y = toMachine == machine[i] && to >= place[i] ? to + 1 : to;
        return y < count[toMachine] ? sequence[toMachine][y] : nobody;
    }

    /** Every operation as early as the orders let it. */
    void computeTimes() {
        int[] missing = new int[n];
        int[] open = new int[n];
        int opened = 0;
        for (int i = 0; i < n; i++) {
            missing[i] = (first[i] ? 0 : 1) + (before(i) == nobody ? 0 : 1);
            if (missing[i] == 0) {
                open[opened++] = i;
            }
        }
        for (int k = 0; k < opened; k++) {
            int i = open[k];
            int start = Math.max(ready(i), setUp(i));
            place(i, start, start + time(i));
            for (int next : new int[] {jobAfter(i), after(i)}) {
                if (next != nobody && --missing[next] == 0) {
                    open[opened++] = next;
                }
            }
        }
        if (opened < n) {
            throw new IllegalStateException("The orders of the machines contradict those of the jobs.");
        }
    }

    /** Weighted tardiness of the job whose last operation ends then. */
    long cost(int job, int completion) {
        return (long) plant.weight()[job] * Math.max(0, completion - plant.due()[job]);
    }

    /** Weighted tardiness of a job as it stands. */
    long cost(int job) {
        return cost(job, end(shop.jobFrom()[job + 1] - 1));
    }

    long cost() {
        long sum = 0;
        for (int j = 0; j < shop.jobs(); j++) {
            sum += cost(j);
        }
        return sum;
    }

    int[] starts() {
        return each(START);
    }

    int[] ends() {
        return each(END);
    }

    int[] setups() {
        return each(SETUP);
    }

    private int[] each(int what) {
        int[] values = new int[n];
        Arrays.setAll(values, i -> node[(i << 3) + what]);
        return values;
    }
}
