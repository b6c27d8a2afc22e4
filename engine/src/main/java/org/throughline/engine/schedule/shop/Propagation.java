package org.throughline.engine.schedule.shop;

import java.util.Arrays;

/**
 * Carries a changed start to everything that follows from it, exactly, with a log to take it back.
 *
 * <p>Operations wait in a heap by time, so that almost every one is computed once.
 */
final class Propagation {

    private final SetupSchedule schedule;
    private long[] heap = new long[1024];
    private int size;
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
        if (i != SetupSchedule.NOBODY && !waiting[i]) {
            waiting[i] = true;
            push((long) key << 32 | i);
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
        while (size > 0) {
            int i = (int) pop();
            waiting[i] = false;
            int start = Math.max(schedule.ready(i), schedule.setUp(i));
            int end = start + schedule.time[i];
            if (start != schedule.start[i] || end != schedule.end[i]) {
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
        oldStart[changes++] = schedule.start[i];
        if (schedule.last[i]) {
            int job = schedule.jobOf[i];
            difference += schedule.cost(job, end) - schedule.cost(job, schedule.end[i]);
        }
        int next = schedule.after(i);
        if (next != SetupSchedule.NOBODY) {
            touch(next, schedule.start[next]);
        }
        if (!schedule.last[i]) {
            touch(i + 1, schedule.start[i + 1]);
        }
        schedule.start[i] = start;
        schedule.end[i] = end;
    }

    private void clear() {
        for (int k = 0; k < size; k++) {
            waiting[(int) heap[k]] = false;
        }
        size = 0;
    }

    /** Takes the times back; the orders and durations must have been restored before. */
    void undo() {
        for (int k = changes - 1; k >= 0; k--) {
            int i = changed[k];
            schedule.start[i] = oldStart[k];
            schedule.end[i] = oldStart[k] + schedule.time[i];
        }
    }

    private void push(long element) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        int k = size++;
        while (k > 0) {
            int parent = (k - 1) >>> 1;
            if (heap[parent] <= element) {
                break;
            }
            heap[k] = heap[parent];
            k = parent;
        }
        heap[k] = element;
    }

    private long pop() {
        long least = heap[0];
        long element = heap[--size];
        int k = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= element) {
                break;
            }
            heap[k] = heap[child];
            k = child;
            child = 2 * k + 1;
        }
        heap[k] = element;
        return least;
    }
}
