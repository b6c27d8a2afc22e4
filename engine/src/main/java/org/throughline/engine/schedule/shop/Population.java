package org.throughline.engine.schedule.shop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The schedules that a search goes on from: short ones, and far from each other for as long as it is asked for.
 *
 * <p>The best survives; then, again and again, the best of those that are far enough from every survivor, and where none is,
 * the one that is farthest (Segura, Constantino and others: best non-penalized survivors). Cost of a newcomer: O(members² × n).
 * Not thread-safe.
 */
final class Population {

    private List<Member> members = new ArrayList<>();

    /**
     * A schedule.
     *
     * @param sequence operations by head, those of a job in their order
     * @param alternative of each operation
     * @param before what stands before each operation on its machine
     */
    @SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
    record Member(int makespan, int[] sequence, int[] alternative, int[] before) {

        static Member of(ShopSchedule schedule) {
            int[] alternative = new int[schedule.n];
            Arrays.setAll(alternative, schedule::alternative);
            return new Member(
                    schedule.makespan, byHead(schedule), alternative, Arrays.copyOf(schedule.before, schedule.n));
        }

        /** Heads never decrease along a job, so its operations stay in their order. */
        private static int[] byHead(ShopSchedule schedule) {
            long[] packed = new long[schedule.n];
            Arrays.setAll(packed, k -> ((long) schedule.head[schedule.order[k]] << 32) | k);
            Arrays.sort(packed);
            int[] sequence = new int[schedule.n];
            Arrays.setAll(sequence, k -> schedule.order[(int) packed[k]]);
            return sequence;
        }

        /** How many operations have another one before them. */
        int distance(Member other) {
            int different = 0;
            for (int i = 0; i < before.length; i++) {
                different += before[i] == other.before[i] ? 0 : 1;
            }
            return different;
        }
    }

    int size() {
        return members.size();
    }

    /** The shortest schedule; there must be one. */
    Member best() {
        return members.getFirst();
    }

    /** Two different members. */
    Member[] pair(SplittableRandom random) {
        int first = random.nextInt(members.size());
        int second = (first + 1 + random.nextInt(members.size() - 1)) % members.size();
        return new Member[] {members.get(first), members.get(second)};
    }

    /**
     * Takes a newcomer in and lets only so many survive.
     *
     * @param most how many
     * @param leastDistance operations in which survivors should differ
     */
    void add(Member newcomer, int most, double leastDistance) {
        var candidates = new ArrayList<>(members);
        candidates.add(newcomer);
        candidates.sort(Comparator.comparingInt(Member::makespan));
        int[] nearest = new int[candidates.size()];
        Arrays.fill(nearest, Integer.MAX_VALUE);
        var survivors = new ArrayList<Member>();
        while (survivors.size() < most && !candidates.isEmpty()) {
            int chosen = chosen(candidates.size(), nearest, leastDistance);
            var survivor = candidates.remove(chosen);
            System.arraycopy(nearest, chosen + 1, nearest, chosen, candidates.size() - chosen);
            for (int k = 0; k < candidates.size(); k++) {
                nearest[k] = Math.min(nearest[k], survivor.distance(candidates.get(k)));
            }
            survivors.add(survivor);
        }
        members = survivors;
    }

    private static int chosen(int count, int[] nearest, double leastDistance) {
        int farthest = 0;
        for (int k = 0; k < count; k++) {
            if (nearest[k] > leastDistance) {
                return k;
            }
            farthest = nearest[k] > nearest[farthest] ? k : farthest;
        }
        return farthest;
    }
}
