package org.throughline.engine.bench;

import java.util.Arrays;

/** When one resource is busy: intervals in order, joined where they touch. */
final class BusyTime {

    private long[] start = new long[64];
    private long[] end = new long[64];
    private int size;

    void clear() {
        size = 0;
    }

    void copyFrom(BusyTime other) {
        if (start.length < other.size) {
            start = new long[other.start.length];
            end = new long[other.start.length];
        }
        System.arraycopy(other.start, 0, start, 0, other.size);
        System.arraycopy(other.end, 0, end, 0, other.size);
        size = other.size;
    }

    /** Takes the earliest free stretch of this length at or after {@code ready}; answers its start. */
    long take(long ready, long length) {
        if (length == 0) {
            return ready;
        }
        int k = firstEndingAfter(ready);
        long at = ready;
        while (k < size && start[k] - at < length) {
            at = end[k++];
        }
        insert(k, at, at + length);
        return at;
    }

    /** When the earliest free stretch of this length at or after {@code ready} begins. */
    long earliest(long ready, long length) {
        long at = ready;
        for (int k = firstEndingAfter(ready); k < size && start[k] - at < length; k++) {
            at = end[k];
        }
        return at;
    }

    private int firstEndingAfter(long t) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end[middle] > t) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The new interval lies between k − 1 and k. */
    private void insert(int k, long from, long to) {
        boolean touchesLeft = k > 0 && end[k - 1] == from;
        boolean touchesRight = k < size && start[k] == to;
        if (touchesLeft && touchesRight) {
            end[k - 1] = end[k];
            System.arraycopy(start, k + 1, start, k, size - k - 1);
            System.arraycopy(end, k + 1, end, k, size - k - 1);
            size--;
        } else if (touchesLeft) {
            end[k - 1] = to;
        } else if (touchesRight) {
            start[k] = from;
        } else {
            if (size == start.length) {
                start = Arrays.copyOf(start, size * 2);
                end = Arrays.copyOf(end, size * 2);
            }
            System.arraycopy(start, k, start, k + 1, size - k);
            System.arraycopy(end, k, end, k + 1, size - k);
            start[k] = from;
            end[k] = to;
            size++;
        }
    }
}
