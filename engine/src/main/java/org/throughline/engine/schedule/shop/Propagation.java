package org.throughline.engine.schedule.shop;

import java.util.Arrays;

/**
 * Carries a changed start to everything that follows from it, exactly, with a log to take it back.
 *
 * <p>Operations wait in a heap by time, so that almost every one is computed once; one that neither held its follower
 * before nor does now does not put it there. What waits there already says how much it will cost at least, by
 * {@link Marginals}, so that a hopeless change is given up early.
 */
final class Propagation {

    /** Stands for a cost that may be anything; some of them can still be added up. */
    private static final long UNKNOWN = -1L << 50;

    private final SetupSchedule schedule;
    private final LongHeap heap = new LongHeap();
    private final boolean[] waiting;
    /** What each waiting operation and what it holds will add to the cost, at least. */
    private final long[] least;

    private int[] changed = new int[1024];
    private int[] oldStart = new int[1024];
    private int changes;
    private long difference;
    /** The sum of {@link #least} over the waiting operations. */
    private long pending;

    Propagation(SetupSchedule schedule) {
        this.schedule = schedule;
        waiting = new boolean[schedule.n];
        least = new long[schedule.n];
    }

    /** Cost after minus cost before, as far as it is known. */
    long difference() {
        return difference;
    }

    int changes() {
        return changes;
    }

    /** The operation must be looked at again; its place in time is about {@code key}. */
    void touch(int i, int key) {
        if (i != schedule.nobody) {
            enter(i, key, UNKNOWN);
        }
    }

    private void enter(int i, int key, long bound) {
        if (!waiting[i]) {
            waiting[i] = true;
            heap.push((long) key << 32 | i);
            least[i] = bound;
            pending += bound;
        } else if (bound > least[i]) {
            pending += bound - least[i];
            least[i] = bound;
        }
    }

    void begin() {
        changes = 0;
        difference = 0;
        pending = 0;
    }

    /**
     * Recomputes until nothing changes.
     *
     * @param most gives up when so many operations have changed
     * @param worst gives up when the cost will grow by more
     * @return false if it gave up: the times are then to be taken back
     */
    boolean run(int most, long worst) {
        while (!heap.isEmpty()) {
            int i = (int) heap.pop();
            waiting[i] = false;
            pending -= least[i];
            int start = Math.max(schedule.ready(i), schedule.setUp(i));
            int end = start + schedule.time(i);
            if (start != schedule.start(i) || end != schedule.end(i)) {
                change(i, start, end);
                if (changes >= most || difference + pending > worst) {
                    clear();
                    return false;
                }
            }
        }
        return true;
    }

    private void change(int i, int start, int end) {
        if (changes == changed.length) {
            changed = Arrays.copyOf(changed, changes * 2);
            oldStart = Arrays.copyOf(oldStart, changes * 2);
        }
        changed[changes] = i;
        oldStart[changes++] = schedule.start(i);
        int oldEnd = schedule.end(i);
        int next = schedule.after(i);
        if (next != schedule.nobody) {
            int setup = schedule.setupMinutes(next);
            carry(next, oldEnd + setup, end + setup);
        }
        if (schedule.last[i]) {
            int job = schedule.jobOf[i];
            difference += schedule.cost(job, end) - schedule.cost(job, oldEnd);
        } else {
            carry(i + 1, oldEnd, end);
        }
        schedule.place(i, start, end);
    }

    /** The earliest start of an operation after one before it goes from one minute to another. */
    private void carry(int i, int from, int to) {
        int start = schedule.start(i);
        if (to > start || from >= start) {
            enter(i, Math.max(start, to), (long) schedule.perMinute(i) * (to - start));
        }
    }

    private void clear() {
        for (int k = 0; k < heap.size(); k++) {
            waiting[(int) heap.element(k)] = false;
        }
        heap.clear();
    }

    /** Takes the times back; the orders and durations must have been restored before. */
    void undo() {
        for (int k = changes - 1; k >= 0; k--) {
            int i = changed[k];
            schedule.place(i, oldStart[k], oldStart[k] + schedule.time(i));
        }
    }
}
