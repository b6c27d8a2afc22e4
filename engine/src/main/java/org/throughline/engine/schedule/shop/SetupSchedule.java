package org.throughline.engine.schedule.shop;

import java.util.Arrays;

/** The order of operations on each machine of a {@link SetupShop}, and the times that follow from it. */
final class SetupSchedule {

    static final int NOBODY = -1;

    final SetupShop plant;
    final Shop shop;
    final int n;
    final int[] jobOf;
    /** True for the last operation of a job. */
    final boolean[] last;

    final int[] machine;
    final int[] time;
    final int[] start;
    final int[] end;
    /** Operations of each machine in order; only the first {@link #count} count. */
    final int[][] sequence;

    final int[] count;
    final int[] place;
    /** No operation starts before; 0 unless something has happened. */
    final int[] earliest;

    /** No operation that is still to be planned is set up on the machine before; 0 unless something has happened. */
    final int[] machineEarliest;

    SetupSchedule(SetupShop plant) {
        this.plant = plant;
        shop = plant.shop();
        n = shop.operations();
        jobOf = new int[n];
        last = new boolean[n];
        machine = new int[n];
        time = new int[n];
        start = new int[n];
        end = new int[n];
        place = new int[n];
        earliest = new int[n];
        machineEarliest = new int[shop.machines()];
        sequence = new int[shop.machines()][16];
        count = new int[shop.machines()];
        for (int j = 0; j < shop.jobs(); j++) {
            for (int i = shop.jobFrom()[j]; i < shop.jobFrom()[j + 1]; i++) {
                jobOf[i] = j;
                last[i] = i + 1 == shop.jobFrom()[j + 1];
            }
        }
    }

    void copyFrom(SetupSchedule other) {
        System.arraycopy(other.machine, 0, machine, 0, n);
        System.arraycopy(other.time, 0, time, 0, n);
        System.arraycopy(other.start, 0, start, 0, n);
        System.arraycopy(other.end, 0, end, 0, n);
        System.arraycopy(other.place, 0, place, 0, n);
        System.arraycopy(other.earliest, 0, earliest, 0, n);
        System.arraycopy(other.machineEarliest, 0, machineEarliest, 0, count.length);
        System.arraycopy(other.count, 0, count, 0, count.length);
        for (int m = 0; m < sequence.length; m++) {
            if (sequence[m].length < count[m]) {
                sequence[m] = new int[other.sequence[m].length];
            }
            System.arraycopy(other.sequence[m], 0, sequence[m], 0, count[m]);
        }
    }

    /** Puts operation i behind everything on its machine; times are the caller's. */
    void append(int i, int onMachine, int duration, int from) {
        machine[i] = onMachine;
        time[i] = duration;
        start[i] = from;
        end[i] = from + duration;
        insert(i, onMachine, count[onMachine]);
    }

    /** Puts operation i at place k of a machine, without computing times. */
    void insert(int i, int onMachine, int k) {
        if (count[onMachine] == sequence[onMachine].length) {
            sequence[onMachine] = Arrays.copyOf(sequence[onMachine], count[onMachine] * 2);
        }
        int[] row = sequence[onMachine];
        System.arraycopy(row, k, row, k + 1, count[onMachine] - k);
        row[k] = i;
        count[onMachine]++;
        for (int p = k; p < count[onMachine]; p++) {
            place[row[p]] = p;
        }
        machine[i] = onMachine;
    }

    void remove(int i) {
        int m = machine[i];
        int[] row = sequence[m];
        count[m]--;
        System.arraycopy(row, place[i] + 1, row, place[i], count[m] - place[i]);
        for (int p = place[i]; p < count[m]; p++) {
            place[row[p]] = p;
        }
    }

    int before(int i) {
        return place[i] == 0 ? NOBODY : sequence[machine[i]][place[i] - 1];
    }

    int after(int i) {
        int m = machine[i];
        return place[i] + 1 == count[m] ? NOBODY : sequence[m][place[i] + 1];
    }

    int jobBefore(int i) {
        return shop.jobFrom()[jobOf[i]] == i ? NOBODY : i - 1;
    }

    int jobAfter(int i) {
        return last[i] ? NOBODY : i + 1;
    }

    /** When the work of operation i arrives. */
    int ready(int i) {
        int j = jobOf[i];
        return Math.max(earliest[i], shop.jobFrom()[j] == i ? plant.release()[j] : end[i - 1]);
    }

    /** When the machine is free and set up for operation i. */
    int setUp(int i) {
        int before = before(i);
        int free = before == NOBODY ? 0 : end[before];
        return Math.max(free, machineEarliest[machine[i]]) + setupMinutes(i);
    }

    /** Whether what would come before operation i might follow from it, or the reverse; sure where times say so. */
    boolean mayMakeCycle(int i, int toMachine, int to) {
        int[] row = sequence[toMachine];
        boolean same = toMachine == machine[i];
        // Places after the removal of i.
        int x = to - 1;
        int y = to;
        if (same && x >= place[i]) {
            x++;
        }
        if (same && y >= place[i]) {
            y++;
        }
        int follows = jobAfter(i);
        int leads = jobBefore(i);
        boolean afterWhatFollows =
                follows != SetupSchedule.NOBODY && x >= 0 && (row[x] == follows || end[follows] <= start[row[x]]);
        boolean beforeWhatLeads = leads != SetupSchedule.NOBODY
                && y < count[toMachine]
                && (row[y] == leads || end[row[y]] <= start[leads]);
        return afterWhatFollows || beforeWhatLeads;
    }

    int setupMinutes(int i) {
        int before = before(i);
        return plant.setup(machine[i], before == NOBODY ? -1 : plant.family()[before], plant.family()[i]);
    }

    /** Weighted tardiness of the job whose last operation ends then. */
    long cost(int job, int completion) {
        return (long) plant.weight()[job] * Math.max(0, completion - plant.due()[job]);
    }

    long cost() {
        long sum = 0;
        for (int j = 0; j < shop.jobs(); j++) {
            sum += cost(j, end[shop.jobFrom()[j + 1] - 1]);
        }
        return sum;
    }
}
