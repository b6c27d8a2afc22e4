package org.throughline.engine.schedule.shop;

import java.util.Arrays;

/**
 * Dispatches what has not started again, in the order of its old starts: an operation stays on its machine unless another
 * one finishes it earlier by more than a given gain. Cost: O(n log n). Not thread-safe.
 */
final class Redispatch {

    private final SetupSchedule plan;
    private final SetupSchedule result;
    private final int[] freeAt;
    private final int[] family;
    private long cost;

    /** Dispatches the work of a plan, which it only reads. */
    Redispatch(SetupSchedule plan) {
        this.plan = plan;
        result = new SetupSchedule(plan.plant);
        freeAt = new int[plan.shop.machines()];
        family = new int[freeAt.length];
    }

    /** The schedule of the last {@link #run} that ended; overwritten by the next. */
    SetupSchedule result() {
        return result;
    }

    /**
     * Dispatches, or gives up when the finished jobs alone cost as much as a limit.
     *
     * @param oldStart of each operation before what happened
     * @return false if it gave up
     */
    boolean run(int[] oldStart, int now, int gain, long limit) {
        result.clear();
        result.copyHappenings(plan);
        Arrays.fill(freeAt, 0);
        Arrays.fill(family, -1);
        cost = 0;
        keepStarted(oldStart, now);
        var waiting = firstOperations(oldStart, now);
        while (!waiting.isEmpty() && cost < limit) {
            long next = waiting.pop();
            int i = (int) next;
            int ready = result.ready(i);
            if (ready > (int) (next >> 32)) {
                waiting.push((long) ready << 32 | i);
            } else {
                place(i, ready, gain);
                if (!result.last[i]) {
                    waiting.push((long) Math.max(oldStart[i + 1], result.end(i)) << 32 | (i + 1));
                }
            }
        }
        return cost < limit;
    }

    /** Time in the upper half, operation in the lower; an operation whose work comes later is put back. */
    private LongHeap firstOperations(int[] oldStart, int now) {
        var waiting = new LongHeap();
        for (int j = 0; j < plan.shop.jobs(); j++) {
            int i = plan.shop.jobFrom()[j];
            while (i < plan.shop.jobFrom()[j + 1] && oldStart[i] < now) {
                i++;
            }
            if (i < plan.shop.jobFrom()[j + 1]) {
                waiting.push((long) oldStart[i] << 32 | i);
            }
        }
        return waiting;
    }

    private void keepStarted(int[] oldStart, int now) {
        for (int m = 0; m < freeAt.length; m++) {
            for (int k = 0; k < plan.count[m]; k++) {
                int i = plan.sequence[m][k];
                if (oldStart[i] < now) {
                    append(i, m, plan.time(i), plan.start(i));
                }
            }
        }
    }

    private void place(int i, int ready, int gain) {
        var shop = plan.shop;
        int own = plan.machine[i];
        int extra = plan.time(i) - shop.time()[shop.alternative(i, own)];
        int best = own;
        int bestTime = plan.time(i);
        int bestEnd = start(i, own, ready) + bestTime - gain;
        for (int a = shop.alternativeFrom()[i]; a < shop.alternativeFrom()[i + 1]; a++) {
            int m = shop.machine()[a];
            int end = start(i, m, ready) + shop.time()[a] + extra;
            if (m != own && end < bestEnd) {
                best = m;
                bestTime = shop.time()[a] + extra;
                bestEnd = end;
            }
        }
        append(i, best, bestTime, start(i, best, ready));
    }

    private int start(int i, int m, int ready) {
        int free = Math.max(freeAt[m], plan.machineEarliest[m]);
        return Math.max(ready, free + plan.plant.setup(m, family[m], plan.plant.family()[i]));
    }

    private void append(int i, int m, int duration, int from) {
        result.append(i, m, duration, from);
        freeAt[m] = result.end(i);
        family[m] = plan.plant.family()[i];
        cost += result.last[i] ? result.cost(result.jobOf[i], freeAt[m]) : 0;
    }
}
