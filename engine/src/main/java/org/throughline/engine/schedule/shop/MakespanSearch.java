package org.throughline.engine.schedule.shop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/**
 * Finds schedules with a small makespan: a population of tabu-searched schedules; two of them are blended — their orders
 * are averaged, which never makes a cycle — and the child is tabu-searched. The population is as large as the effort allows
 * it to agree in, and its members must differ, at first in many operations, less and less, at the end in none: so that it
 * neither agrees too soon nor ends without having agreed (after Constantino and Segura).
 */
public final class MakespanSearch {

    private static final int FEWEST = 5;
    private static final int MOST = 30;
    /** A population of a shop of so many operations agrees after one search of each member more. */
    private static final double OPERATIONS_A_SEARCH = 10;

    private static final double FEWEST_SEARCHES_A_MEMBER = 5;

    /** The part of the operations in which members differ at first; large shops have more to choose from. */
    private static final double FIRST_DISTANCE = 0.5;

    private static final double FIRST_DISTANCE_AN_OPERATION = 0.000_33;
    private static final double FARTHEST_FIRST_DISTANCE = 0.7;
    /** The same where machines may be chosen: there members differ anyway, and searches are few and long. */
    private static final double FIRST_DISTANCE_OF_FLEXIBLE = 0.1;
    /** The part of the effort after which members need not differ. */
    private static final double AGREED = 0.95;

    private static final int LEAST_PATIENCE = 1_000;
    private static final int MOST_PATIENCE = 12_500;
    /** Patience times operations: a step costs about as much as there are operations. */
    private static final long PATIENT_OPERATIONS = 4_000_000;

    private final Shop shop;
    private final Effort effort;
    private final LongConsumer onBetter;
    private final int goal;
    private final int mostPatience;
    private final double searchesAMember;
    private final double firstDistance;
    private final Population population = new Population();
    private int searches;
    private int members = FEWEST;
    private long steps;

    /**
     * The result.
     *
     * @param machine of each operation
     * @param start of each operation
     * @param end of each operation
     */
    @SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
    public record Result(int makespan, int[] machine, int[] start, int[] end, long evaluations) {}

    /** What one thread works with. */
    private record Worker(SplittableRandom random, TabuSearch tabu) {}

    private MakespanSearch(Shop shop, Effort effort, LongConsumer onBetter) {
        this.shop = shop;
        this.effort = effort;
        this.onBetter = onBetter;
        goal = LowerBound.of(shop);
        searchesAMember = Math.max(FEWEST_SEARCHES_A_MEMBER, shop.operations() / OPERATIONS_A_SEARCH);
        firstDistance = shop.isFlexible()
                ? FIRST_DISTANCE_OF_FLEXIBLE
                : Math.min(FARTHEST_FIRST_DISTANCE, FIRST_DISTANCE + FIRST_DISTANCE_AN_OPERATION * shop.operations());
        mostPatience = Math.clamp(PATIENT_OPERATIONS / Math.max(1, shop.operations()), LEAST_PATIENCE, MOST_PATIENCE);
    }

    /**
     * Searches until the effort is used up or a lower bound is reached.
     *
     * @param threads how many to use; counted evaluations are made by one, so that the answer depends on the seed alone
     * @param onBetter told each new best makespan, by one thread at a time
     */
    public static Result search(Shop shop, int threads, long seed, Effort effort, LongConsumer onBetter) {
        var search = new MakespanSearch(shop, effort, onBetter);
        int used = effort.isTime() ? Math.max(1, threads) : 1;
        var workers = new ArrayList<Worker>();
        for (int t = 0; t < used; t++) {
            var random = new SplittableRandom(seed * 1_000_003 + t);
            workers.add(new Worker(random, new TabuSearch(shop, random, effort)));
        }
        new Hands(used).each(workers, search::work);
        return search.result(workers);
    }

    private void work(Worker worker) {
        var schedule = new ShopSchedule(shop);
        var first = new FirstSchedule(shop, worker.random);
        do {
            var parents = parents(worker.random);
            if (parents.length < 2) {
                first.build(schedule);
            } else {
                blend(parents[0], parents[1], worker.random, schedule);
            }
            add(worker.tabu.improve(schedule, patience(), goal), worker.tabu);
        } while (effort.done(worker.tabu.evaluations()) < 1 && bestSoFar() > goal);
    }

    /** Short searches fill the population, longer ones follow. */
    private synchronized int patience() {
        return Math.min(mostPatience, LEAST_PATIENCE << Math.min(8, searches++ / members));
    }

    private synchronized int bestSoFar() {
        return population.size() == 0 ? Integer.MAX_VALUE : population.best().makespan();
    }

    private synchronized Population.Member[] parents(SplittableRandom random) {
        return population.size() < members ? new Population.Member[0] : population.pair(random);
    }

    private synchronized void add(ShopSchedule found, TabuSearch tabu) {
        double done = effort.done(tabu.evaluations());
        steps += tabu.steps();
        members = (int) Math.clamp(steps / Math.max(1e-9, done) / mostPatience / searchesAMember, FEWEST, MOST);
        double distance = firstDistance * Math.max(0, 1 - done / AGREED);
        boolean isBetter = found.makespan < bestSoFar();
        population.add(Population.Member.of(found), members, distance * shop.operations());
        if (isBetter) {
            onBetter.accept(found.makespan);
        }
    }

    /** Averages the places that the parents give each operation; machines come from either. */
    private void blend(Population.Member left, Population.Member right, SplittableRandom random, ShopSchedule child) {
        int n = shop.operations();
        double share = 0.25 + 0.5 * random.nextDouble();
        double[] key = new double[n];
        for (int k = 0; k < n; k++) {
            key[left.sequence()[k]] += share * k;
            key[right.sequence()[k]] += (1 - share) * k;
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
            alternative[i] = random.nextDouble() < share ? left.alternative()[i] : right.alternative()[i];
        }
        child.build(sequence, alternative);
    }

    private Result result(List<Worker> workers) {
        var best = population.best();
        var schedule = new ShopSchedule(shop);
        schedule.build(best.sequence(), best.alternative());
        int[] end = new int[schedule.n];
        Arrays.setAll(end, schedule::endOf);
        return new Result(
                schedule.makespan,
                Arrays.copyOf(schedule.machine, schedule.n),
                Arrays.copyOf(schedule.head, schedule.n),
                end,
                workers.stream().mapToLong(worker -> worker.tabu.evaluations()).sum());
    }
}
