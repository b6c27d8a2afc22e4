package org.throughline.engine.schedule.shop;

import java.util.Arrays;

/**
 * Carries a changed start to everything that follows from it, exactly, with a log to take it back.
 *
 * <p>Operations wait in a heap by time, so that almost every one is computed once; one that neither held its follower
 * before nor does now does not put it there.
 */
final class Propagation {

    private final SetupSchedule schedule;
    private final LongHeap heap = new LongHeap();
    private final boolean[] waiting;
    private int[] changed = new int[1024];
    private int[] oldStart = new int[1024];
    private int changes;
    private long difference;

    Propagation(SetupSchedule schedule) {
        this.schedule = schedule;
        waiting = new boolean[schedule.n];
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
        if (i != schedule.nobody && !waiting[i]) {
            waiting[i] = true;
            heap.push((long) key << 32 | i);
        }
    }

    void begin() {
        changes = 0;
        difference = 0;
    }

    /**
     * Recomputes until nothing changes.
     *
     * @param most gives up when so many operations have changed
     * @param worst gives up when the cost has grown by more
     * @return false if it gave up: the times are then to be taken back
     */
    boolean run(int most, long worst) {
        while (!heap.isEmpty()) {
            int i = (int) heap.pop();
            waiting[i] = false;
            int start = Math.max(schedule.ready(i), schedule.setUp(i));
            int end = start + schedule.time(i);
            if (start != schedule.start(i) || end != schedule.end(i)) {
                if (changes >= most || difference > worst) {
                    clear();
                    return false;
                }
                change(i, start, end);
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
            touch(i, Math.max(start, to));
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
