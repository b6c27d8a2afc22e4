package org.throughline.engine.schedule.shop;

import java.util.SplittableRandom;

/** One longest way through a schedule, in the order of time. Not thread-safe. */
final class CriticalPath {

    private final Shop shop;
    private final SplittableRandom random;
    private final int[] operations;
    private int length;

    CriticalPath(Shop shop, SplittableRandom random) {
        this.shop = shop;
        this.random = random;
        operations = new int[shop.operations()];
    }

    int length() {
        return length;
    }

    int at(int k) {
        return operations[k];
    }

    /** Finds one, chosen at random where it forks. */
    void find(ShopSchedule schedule) {
        length = 0;
        for (int at = last(schedule); at != schedule.n; at = criticalBefore(schedule, at)) {
            operations[length++] = at;
        }
        for (int k = 0; k < length / 2; k++) {
            int swapped = operations[k];
            operations[k] = operations[length - 1 - k];
            operations[length - 1 - k] = swapped;
        }
    }

    private int last(ShopSchedule schedule) {
        int chosen = schedule.n;
        int seen = 0;
        for (int j = 1; j <= shop.jobs(); j++) {
            int last = shop.jobFrom()[j] - 1;
            if (schedule.endOf(last) == schedule.makespan && random.nextInt(++seen) == 0) {
                chosen = last;
            }
        }
        return chosen;
    }

    private int criticalBefore(ShopSchedule schedule, int at) {
        int byJob = schedule.jobBefore[at];
        int byMachine = schedule.before[at];
        boolean jobIsCritical = byJob != schedule.n && schedule.endOf(byJob) == schedule.head[at];
        boolean machineIsCritical = byMachine != schedule.n && schedule.endOf(byMachine) == schedule.head[at];
        if (jobIsCritical && machineIsCritical) {
            return random.nextInt(2) == 0 ? byJob : byMachine;
        }
        if (jobIsCritical) {
            return byJob;
        }
        return machineIsCritical ? byMachine : schedule.n;
    }
}
