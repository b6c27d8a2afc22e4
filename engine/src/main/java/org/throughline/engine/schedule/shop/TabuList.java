package org.throughline.engine.schedule.shop;

import java.util.Arrays;

/**
 * What must not be done again for a while: one operation before another on their machine, and an alternative taken. Pairs of very
 * large shops share entries, so that some moves are forbidden for another's sake. Not thread-safe.
 */
final class TabuList {

    private static final int MOST_PAIRS = 1 << 22;

    private final int operations;
    private final int[] orderUntil;
    private final int mask;
    private final int[] alternativeUntil;

    TabuList(Shop shop) {
        operations = shop.operations();
        long wanted = Math.min((long) operations * operations, MOST_PAIRS);
        mask = (int) (Long.highestOneBit(Math.max(2, wanted - 1)) * 2 - 1);
        orderUntil = new int[mask + 1];
        alternativeUntil = new int[shop.machine().length];
    }

    void clear() {
        Arrays.fill(orderUntil, 0);
        Arrays.fill(alternativeUntil, 0);
    }

    boolean forbidsOrder(int earlier, int later, int iteration) {
        return orderUntil[slot(earlier, later)] >= iteration;
    }

    void forbidOrder(int earlier, int later, int until) {
        orderUntil[slot(earlier, later)] = until;
    }

    boolean forbidsAlternative(int alternative, int iteration) {
        return alternativeUntil[alternative] >= iteration;
    }

    void forbidAlternative(int alternative, int until) {
        alternativeUntil[alternative] = until;
    }

    private int slot(int earlier, int later) {
        return (int) ((long) earlier * operations + later) & mask;
    }
}
