package org.throughline.engine.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Looks for an order of demands with little lateness: several ways of sorting first, then single demands moved to another
 * place, accepted if not worse than some steps ago.
 */
final class FiniteSearch {

    private static final double[] WORK_SHARES = {0, 0.5, 1, 1.5, 2, 3, 5};
    private static final int MEMORY = 8;

    private final FinitePlan plan;
    private final int demands;
    private final long deadline;
    private final SplittableRandom random;
    private int[] best;
    private long bestLate = Long.MAX_VALUE;

    FiniteSearch(FinitePlan plan, int demands, double seconds, long seed) {
        this.plan = plan;
        this.demands = demands;
        deadline = System.nanoTime() + (long) (seconds * 1e9);
        random = new SplittableRandom(seed);
        best = IntStream.range(0, demands).toArray();
    }

    int[] run() {
        long[] unloaded = new long[demands];
        for (int d = 0; d < demands; d++) {
            unloaded[d] = plan.unloaded(d);
        }
        for (double share : WORK_SHARES) {
            if (bestLate == Long.MAX_VALUE || System.nanoTime() < deadline) {
                consider(sorted(unloaded, share));
            }
        }
        improve();
        return best;
    }

    private int[] sorted(long[] unloaded, double share) {
        return IntStream.range(0, demands)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(d -> plan.due(d) - share * unloaded[d])
                        .thenComparingInt(d -> d))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void consider(int[] order) {
        long late = plan.run(order, (demand, step, start, end) -> {}, bestLate);
        if (late < bestLate) {
            bestLate = late;
            best = order.clone();
        }
    }

    private void improve() {
        int[] current = best.clone();
        long[] memory = new long[MEMORY];
        Arrays.fill(memory, bestLate);
        long currentLate = plan.run(current, (demand, step, start, end) -> {});
        for (int step = 0; bestLate > 0 && System.nanoTime() < deadline; step++) {
            int[] candidate = current.clone();
            move(candidate);
            long threshold = Math.max(currentLate, memory[step % MEMORY]);
            long late = plan.run(candidate, (demand, operation, start, end) -> {}, threshold);
            if (late <= threshold) {
                current = candidate;
                currentLate = late;
                if (late < bestLate) {
                    bestLate = late;
                    best = candidate.clone();
                }
            }
            memory[step % MEMORY] = Math.min(currentLate, memory[step % MEMORY]);
        }
    }

    /** A late demand goes further ahead, or any demand that stands before a late one goes further back. */
    private void move(int[] order) {
        int from = random.nextInt(order.length);
        for (int i = 0; i < 10; i++) {
            int other = random.nextInt(order.length);
            if (plan.lateness(order[other]) > plan.lateness(order[from])) {
                from = other;
            }
        }
        int reach = 1 + random.nextInt(Math.max(1, order.length / 4));
        if (random.nextInt(3) == 0) {
            from = Math.max(0, from - 1 - random.nextInt(reach));
            shift(order, from, Math.min(order.length - 1, from + reach));
        } else {
            shift(order, from, Math.max(0, from - reach));
        }
    }

    private static void shift(int[] order, int from, int to) {
        int moved = order[from];
        if (from < to) {
            System.arraycopy(order, from + 1, order, from, to - from);
        } else {
            System.arraycopy(order, to, order, to + 1, from - to);
        }
        order[to] = moved;
    }
}
