package org.throughline.engine.mrp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;

/**
 * Which demand lines a quantity is for, in order: so many for demand 4, then so many for demand 7, then surplus.
 *
 * <p>Grows at the end. Where demands come back many times, all slices of one become one, in the place of the first: else what is
 * used twice on every level would have twice as many slices on every level. Quantities are scaled; the demand
 * {@link #NOBODY} stands for surplus and safety stock.
 */
final class Slices {

    static final int NOBODY = -1;

    /** From so many slices on it is looked for demands that occur again and again. */
    private static final int FEW = 16;

    /** Slices are joined where there are more than this many times as many as demands. */
    private static final int MANY = 4;

    private static final long[] EMPTY = {};

    static final Slices NONE = new Slices();

    /** Demand and quantity of each slice, one after the other. */
    private long[] pairs = EMPTY;

    private int size;
    private long total;
    /** With so many slices they are looked through next. */
    private int limit = FEW;

    static Slices of(int demand, long quantity) {
        var slices = new Slices();
        slices.add(demand, quantity);
        return slices;
    }

    int size() {
        return size;
    }

    int demand(int i) {
        return (int) pairs[2 * i];
    }

    long quantity(int i) {
        return pairs[2 * i + 1];
    }

    long total() {
        return total;
    }

    void add(int forDemand, long amount) {
        if (amount == 0) {
            return;
        }
        total += amount;
        if (size == limit) {
            join();
        }
        append(forDemand, amount);
    }

    /** Cost: O(1) for each slice that was added, in sum. */
    private void join() {
        var sums = new LinkedHashMap<Integer, Long>();
        for (int i = 0; i < size; i++) {
            sums.merge(demand(i), quantity(i), Long::sum);
        }
        if (size > MANY * sums.size()) {
            size = 0;
            sums.forEach(this::append);
        }
        limit = Math.max(FEW, 2 * size);
    }

    private void append(int forDemand, long amount) {
        if (size > 0 && demand(size - 1) == forDemand) {
            pairs[2 * size - 1] += amount;
            return;
        }
        if (2 * size == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(2, 2 * pairs.length));
        }
        pairs[2 * size] = forDemand;
        pairs[2 * size + 1] = amount;
        size++;
    }

    void clear() {
        size = 0;
        total = 0;
        limit = FEW;
    }

    boolean isLike(Slices other) {
        return Arrays.equals(pairs, 0, 2 * size, other.pairs, 0, 2 * other.size);
    }

    /** Appends to {@code target} the part of these slices between two offsets. */
    void copyRange(long from, long to, Slices target) {
        long at = 0;
        for (int i = 0; i < size && at < to; i++) {
            long end = at + quantity(i);
            long part = Math.min(end, to) - Math.max(at, from);
            if (part > 0) {
                target.add(demand(i), part);
            }
            at = end;
        }
    }

    /** The same shares of another total: slice ends are moved in proportion and rounded down, the last one exactly. */
    Slices scaledTo(long newTotal, long ofTotal) {
        var scaled = new Slices();
        long at = 0;
        long done = 0;
        for (int i = 0; i < size; i++) {
            at += quantity(i);
            long end = at >= ofTotal ? newTotal : multiplyDivide(at, newTotal, ofTotal);
            scaled.add(demand(i), end - done);
            done = end;
        }
        scaled.add(NOBODY, newTotal - done);
        return scaled;
    }

    /** {@code a × b ÷ c}, rounded down, without overflow in between; all positive. */
    static long multiplyDivide(long a, long b, long c) {
        if (Math.multiplyHigh(a, b) == 0 && a * b >= 0) {
            return a * b / c;
        }
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .divide(BigInteger.valueOf(c))
                .longValueExact();
    }
}
