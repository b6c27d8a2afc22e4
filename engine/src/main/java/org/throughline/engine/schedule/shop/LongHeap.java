package org.throughline.engine.schedule.shop;

import java.util.Arrays;

/** A binary heap of longs, the least first. */
final class LongHeap {

    private long[] elements = new long[1024];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** The k-th element in no particular order; k below {@link #size}. */
    long element(int k) {
        return elements[k];
    }

    long least() {
        return elements[0];
    }

    void clear() {
        size = 0;
    }

    void push(long element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
        }
        int k = size++;
        while (k > 0) {
            int parent = (k - 1) >>> 1;
            if (elements[parent] <= element) {
                break;
            }
            elements[k] = elements[parent];
            k = parent;
        }
        elements[k] = element;
    }

    long pop() {
        long least = elements[0];
        long element = elements[--size];
        int k = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && elements[child + 1] < elements[child]) {
                child++;
            }
            if (elements[child] >= element) {
                break;
            }
            elements[k] = elements[child];
            k = child;
            child = 2 * k + 1;
        }
        elements[k] = element;
        return least;
    }
}
