package org.throughline.engine.schedule.shop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Finds schedules with a small makespan: a population of tabu-searched schedules; two of them are blended — their orders
 * are averaged, which never makes a cycle — and the child is tabu-searched and takes the place of the worst.
 */
public final class MakespanSearch {

    private static final int FEWEST = 5;
    private static final int MOST = 12;
    /** Operations of all members together: large shops have fewer members, so that each is searched well. */
    private static final int POPULATED_OPERATIONS = 1_800;

    private static final int LEAST_PATIENCE = 1_000;
    private static final int MOST_PATIENCE = 12_500;

    private final Shop shop;
    private final int goal;
    private final int members;
    private final List<Member> population = new ArrayList<>();
    private final LongConsumer onBetter;
    private final AtomicInteger searches = new AtomicInteger();
    private long evaluations;
    private int bestMakespan = Integer.MAX_VALUE;

    @SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
    private record Member(int makespan, int[] sequence, int[] alternative) {}

    /**
     * The result.
     *
     * @param machine of each operation
     * @param start of each operation
     * @param end of each operation
     */
    @SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
    public record Result(int makespan, int[] machine, int[] start, int[] end, long evaluations) {}

    private MakespanSearch(Shop shop, LongConsumer onBetter) {
        this.shop = shop;
        this.onBetter = onBetter;
        goal = shop.lowerBound();
        members = Math.clamp(POPULATED_OPERATIONS / Math.max(1, shop.operations()), FEWEST, MOST);
    }

    /**
     * Searches until told to stop or until a lower bound is reached.
     *
     * @param threads with one thread and a stop that does not depend on time the result depends on the seed only
     * @param onBetter told each new best makespan
     */
    public static Result search(Shop shop, int threads, long seed, BooleanSupplier stop, LongConsumer onBetter) {
        var search = new MakespanSearch(shop, onBetter);
        var workers = new ArrayList<Thread>();
        for (int t = 0; t < threads; t++) {
            var random = new SplittableRandom(seed * 1_000_003 + t);
            workers.add(Thread.ofPlatform().start(() -> search.work(random, stop)));
        }
        for (var worker : workers) {
            try {
                worker.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return search.result();
    }

    private void work(SplittableRandom random, BooleanSupplier stop) {
        var tabu = new TabuSearch(shop, random, stop);
        var schedule = new ShopSchedule(shop);
        int most = Math.clamp(4_000_000L / Math.max(1, shop.operations()), LEAST_PATIENCE, MOST_PATIENCE);
        do {
            var parents = parents(random);
            if (parents.length < 2) {
                new FirstSchedule(shop, random).build(schedule);
            } else {
                blend(parents[0], parents[1], random, schedule);
            }
            // Short searches fill the population, longer ones follow.
            int patience = Math.min(most, LEAST_PATIENCE << Math.min(8, searches.getAndIncrement() / members));
            long before = tabu.evaluations();
            add(tabu.improve(schedule, patience, goal), tabu.evaluations() - before);
        } while (!stop.getAsBoolean() && bestSoFar() > goal);
    }

    private synchronized int bestSoFar() {
        return bestMakespan;
    }

    private synchronized Member[] parents(SplittableRandom random) {
        if (population.size() < members) {
            return new Member[0];
        }
        int first = random.nextInt(population.size());
        int second = (first + 1 + random.nextInt(population.size() - 1)) % population.size();
        return new Member[] {population.get(first), population.get(second)};
    }

    private synchronized void add(ShopSchedule found, long evaluated) {
        evaluations += evaluated;
        if (found.makespan < bestMakespan) {
            bestMakespan = found.makespan;
            onBetter.accept(found.makespan);
        }
        for (var member : population) {
            if (member.makespan == found.makespan && sameOrder(member, found)) {
                return;
            }
        }
        int[] alternative = new int[found.n];
        Arrays.setAll(alternative, found::alternative);
        population.add(new Member(found.makespan, byHead(found), alternative));
        if (population.size() > members) {
            int worst = 0;
            for (int k = 1; k < population.size(); k++) {
                worst = population.get(k).makespan >= population.get(worst).makespan ? k : worst;
            }
            population.remove(worst);
        }
    }

    /** Operations by head; those of a job stay in their order because heads never decrease along it. */
    private static int[] byHead(ShopSchedule schedule) {
        long[] packed = new long[schedule.n];
        Arrays.setAll(packed, k -> ((long) schedule.head[schedule.order[k]] << 32) | k);
        Arrays.sort(packed);
        int[] sequence = new int[schedule.n];
        Arrays.setAll(sequence, k -> schedule.order[(int) packed[k]]);
        return sequence;
    }

    private static boolean sameOrder(Member member, ShopSchedule schedule) {
        return Arrays.equals(member.sequence, byHead(schedule));
    }

    /** Averages the places that the parents give each operation; machines come from either. */
    private void blend(Member left, Member right, SplittableRandom random, ShopSchedule child) {
        int n = shop.operations();
        double share = 0.25 + 0.5 * random.nextDouble();
        double[] key = new double[n];
        for (int k = 0; k < n; k++) {
            key[left.sequence[k]] += share * k;
            key[right.sequence[k]] += (1 - share) * k;
        }
        long[] packed = new long[n];
        // Keys are below n; twenty bits of fraction are kept.
        Arrays.setAll(packed, i -> ((long) (key[i] * (1 << 20)) << 24) | i);
        Arrays.sort(packed);
        int[] sequence = new int[n];
        int[] alternative = new int[n];
        for (int k = 0; k < n; k++) {
            int i = (int) (packed[k] & 0xFFFFFF);
            sequence[k] = i;
            alternative[i] = random.nextDouble() < share ? left.alternative[i] : right.alternative[i];
        }
        child.build(sequence, alternative);
    }

    private synchronized Result result() {
        var best = population.getFirst();
        for (var member : population) {
            best = member.makespan < best.makespan ? member : best;
        }
        var schedule = new ShopSchedule(shop);
        schedule.build(best.sequence, best.alternative);
        int[] end = new int[schedule.n];
        Arrays.setAll(end, schedule::endOf);
        return new Result(
                schedule.makespan,
                Arrays.copyOf(schedule.machine, schedule.n),
                Arrays.copyOf(schedule.head, schedule.n),
                end,
                evaluations);
    }
}
