package org.throughline.engine.schedule;

import java.util.Arrays;

/**
 * What stands on one machine, in order of time: blocks that do not overlap, each with the family the machine is left in.
 */
final class Timeline {

    private int size;
    private int[] operation = new int[16];
    private long[] start = new long[16];
    private long[] end = new long[16];
    private int[] ownFamily = new int[16];
    /** Family after the block: its own, or the one before it if it has none. */
    private int[] familyAfter = new int[16];
    /** When the setup of the block begins; its start if it has none or nobody must be there for it. */
    private long[] setupFrom = new long[16];
    /** Sizes of the operations that run together. */
    private long[] load = new long[16];

    private final int initialFamily;
    private final long openFrom;

    /** @param openFrom nothing is done on the machine before, not even a setup */
    Timeline(int initialFamily, long openFrom) {
        this.initialFamily = initialFamily;
        this.openFrom = openFrom;
    }

    Timeline(Timeline other) {
        this(other.initialFamily, other.openFrom);
        size = other.size;
        operation = other.operation.clone();
        start = other.start.clone();
        end = other.end.clone();
        ownFamily = other.ownFamily.clone();
        familyAfter = other.familyAfter.clone();
        setupFrom = other.setupFrom.clone();
        load = other.load.clone();
    }

    int size() {
        return size;
    }

    int operation(int k) {
        return operation[k];
    }

    long start(int k) {
        return start[k];
    }

    long end(int k) {
        return end[k];
    }

    /** {@link Network#NO_FAMILY} for a block that leaves the machine as it is. */
    int ownFamily(int k) {
        return ownFamily[k];
    }

    long setupFrom(int k) {
        return setupFrom[k];
    }

    long load(int k) {
        return load[k];
    }

    void addLoad(int k, long size) {
        load[k] += size;
    }

    /** When the gap before block k begins. */
    long gapStart(int k) {
        return k == 0 ? openFrom : Math.max(openFrom, end[k - 1]);
    }

    int familyBefore(int k) {
        return k == 0 ? initialFamily : familyAfter[k - 1];
    }

    /** The first gap (before block k) that ends after {@code t}; {@link #size()} if there is only the open end. */
    int firstGapEndingAfter(long t) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start[middle] > t) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    void insert(int k, int newOperation, long newSetup, long newStart, long newEnd, int family, long size) {
        if (this.size == operation.length) {
            grow();
        }
        System.arraycopy(operation, k, operation, k + 1, this.size - k);
        System.arraycopy(start, k, start, k + 1, this.size - k);
        System.arraycopy(end, k, end, k + 1, this.size - k);
        System.arraycopy(ownFamily, k, ownFamily, k + 1, this.size - k);
        System.arraycopy(familyAfter, k, familyAfter, k + 1, this.size - k);
        System.arraycopy(setupFrom, k, setupFrom, k + 1, this.size - k);
        System.arraycopy(load, k, load, k + 1, this.size - k);
        operation[k] = newOperation;
        setupFrom[k] = newSetup;
        load[k] = size;
        start[k] = newStart;
        end[k] = newEnd;
        ownFamily[k] = family;
        this.size++;
        inherit(k);
    }

    /** Takes out the block of an operation. */
    void remove(int k) {
        System.arraycopy(operation, k + 1, operation, k, size - k - 1);
        System.arraycopy(start, k + 1, start, k, size - k - 1);
        System.arraycopy(end, k + 1, end, k, size - k - 1);
        System.arraycopy(ownFamily, k + 1, ownFamily, k, size - k - 1);
        System.arraycopy(familyAfter, k + 1, familyAfter, k, size - k - 1);
        System.arraycopy(setupFrom, k + 1, setupFrom, k, size - k - 1);
        System.arraycopy(load, k + 1, load, k, size - k - 1);
        size--;
        if (k < size) {
            inherit(k);
        }
    }

    /** The block of an operation that began it. */
    int blockOf(int itsOperation, long itsStart) {
        int k = firstGapEndingAfter(itsStart - 1);
        while (operation[k] != itsOperation) {
            k++;
        }
        return k;
    }

    /** Passes the family on to the block and to those after it that have none. */
    private void inherit(int from) {
        familyAfter[from] = ownFamily[from] == Network.NO_FAMILY ? familyBefore(from) : ownFamily[from];
        for (int k = from + 1; k < size && ownFamily[k] == Network.NO_FAMILY; k++) {
            familyAfter[k] = familyBefore(k);
        }
    }

    private void grow() {
        int capacity = size * 2;
        operation = Arrays.copyOf(operation, capacity);
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
        ownFamily = Arrays.copyOf(ownFamily, capacity);
        familyAfter = Arrays.copyOf(familyAfter, capacity);
        setupFrom = Arrays.copyOf(setupFrom, capacity);
        load = Arrays.copyOf(load, capacity);
    }
}
