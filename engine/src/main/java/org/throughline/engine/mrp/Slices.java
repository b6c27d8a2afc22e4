package org.throughline.engine.mrp;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Which demand lines a quantity is for, in order: so many for demand 4, then so many for demand 7, then surplus.
 *
 * <p>Grows at the end. Quantities are scaled; the demand {@link #NOBODY} stands for surplus and safety stock.
 */
final class Slices {

    static final int NOBODY = -1;

    private static final long[] EMPTY = {};

    static final Slices NONE = new Slices();

    /** Demand and quantity of each slice, one after the other. */
    private long[] pairs = EMPTY;

    private int size;
    private long total;

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
