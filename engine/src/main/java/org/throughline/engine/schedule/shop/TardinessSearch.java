package org.throughline.engine.schedule.shop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Finds schedules with little weighted tardiness: ATCS with scales tuned on the instance, then annealing in rounds. In a
 * round the time is cut into windows; each window is annealed by itself, by as many threads as there are, and the windows'
 * orders are put together again. A small plan is not cut, because too much of what is worth trying would cross the border, and
 * each round anneals it from hot to cold. The answer depends on the seed and the effort, not on the number of threads.
 */
public final class TardinessSearch {

    private static final int MOST_WINDOWS = 2;
    private static final int ROUNDS = 24;
    private static final int SAMPLES = 600;
    private static final double MOST_TUNING = 0.5;
    private static final double LAST_OF_FIRST_TEMPERATURE = 0.02;
    /** Evaluations per operation that allow a temperature of one median deterioration. */
    private static final double EVALUATIONS_TO_COOL = 300;

    /** Above this part of the cost of one mean operation at the mean weight, the search forgets more than it finds. */
    private static final double HOTTEST_OF_DEAR = 0.5;
    /** The same for a small plan, of which little is forgotten. */
    private static final double HOTTEST_OF_DEAR_SMALL = 4;

    private static final double LEAST_SHARE = 0.05;
    private static final double MOST_SHARE = 0.7;

    private final SetupShop plant;
    private final Effort effort;
    private final Hands threads;
    private final LongConsumer onBetter;
    private final SplittableRandom random;
    private final boolean isSmall;
    private final int windowCount;
    private final List<Worker> workers = new ArrayList<>();
    private final SetupSchedule best;
    private final SetupSchedule together;
    private long bestCost;
    private long tries;

    /**
     * The result.
     *
     * @param setup minutes of setup before each operation
     */
    @SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
    public record Result(long cost, int[] machine, int[] start, int[] end, int[] setup, long evaluations) {}

    /** One window's search. */
    private static final class Worker {
        private final int window;
        private final WindowSearch search;
        private long triedBefore;

        private Worker(int window, WindowSearch search) {
            this.window = window;
            this.search = search;
        }
    }

    private TardinessSearch(SetupShop plant, int threads, long seed, Effort effort, LongConsumer onBetter) {
        this.plant = plant;
        this.effort = effort;
        this.threads = new Hands(threads);
        this.onBetter = onBetter;
        random = new SplittableRandom(seed);
        isSmall = WindowSearch.isSmall(plant);
        windowCount = isSmall ? 1 : MOST_WINDOWS;
        best = new SetupSchedule(plant);
        together = new SetupSchedule(plant);
        for (int w = 0; w < windowCount; w++) {
            workers.add(new Worker(w, new WindowSearch(plant, random.nextLong())));
        }
    }

    /**
     * Searches until the effort is used up or nothing is late.
     *
     * @param threads how many to use; more than two bring nothing
     * @param onBetter told each new best cost, by the calling thread
     */
    public static Result search(SetupShop plant, int threads, long seed, Effort effort, LongConsumer onBetter) {
        var search = new TardinessSearch(plant, threads, seed, effort, onBetter);
        search.tune();
        if (plant.shop().operations() > 0) {
            search.anneal();
        }
        return search.result();
    }

    private void tune() {
        var tuning = new DispatchTuning(plant, windowCount, random.nextLong(), onBetter);
        tuning.run(effort, MOST_TUNING, threads);
        tries = tuning.evaluations();
        best.copyFrom(tuning.best());
        bestCost = tuning.cost();
    }

    private void anneal() {
        var first = workers.getFirst();
        first.search.load(best);
        double begin = effort.done(tries);
        double typical =
                first.search.typicalDeterioration(SAMPLES, () -> effort.done(tries + first.search.tries()) >= 1);
        count(first);
        double sampled = effort.done(tries);
        double expected = (1 - sampled) * first.search.evaluations() / Math.max(1e-12, sampled - begin);
        double share = Math.clamp(
                expected * windowCount / Math.max(1, together.n) / EVALUATIONS_TO_COOL, LEAST_SHARE, MOST_SHARE);
        double mostOfDear = isSmall ? HOTTEST_OF_DEAR_SMALL : HOTTEST_OF_DEAR;
        double hottest = Math.max(1, Math.min(typical * share, mostOfDear * dearOperation()));
        keep(first.search.best());
        together.copyFrom(best);
        for (int round = 0; round < ROUNDS && bestCost > 0 && effort.done(tries) < 1; round++) {
            round(sampled, round, hottest);
        }
    }

    /** The cost of one mean operation's duration at the mean weight. */
    private double dearOperation() {
        double duration = IntStream.range(0, best.n).map(best::time).average().orElse(0);
        return duration * Arrays.stream(plant.weight()).average().orElse(0);
    }

    private void round(double begin, int round, double hottest) {
        int[] window = windows();
        double from = effort.done(tries);
        double until = round + 1 == ROUNDS ? 1 : Math.max(from, begin + (1 - begin) * (round + 1) / ROUNDS);
        double cooled = isSmall ? 0 : begin + (1 - begin) * round / ROUNDS;
        double aRound = isSmall ? 1 : (1 - begin) / ROUNDS;
        boolean isOneByOne = effort.isTime() && threads.count() == 1;
        threads.each(workers, worker -> {
            worker.search.load(together);
            worker.search.restrictTo(window, worker.window);
            double share = (until - from) / windowCount;
            double own = isOneByOne ? from + share * worker.window : from;
            double end = isOneByOne ? own + share : until;
            worker.search.anneal(heat(worker, own, end, cooled, hottest, aRound));
        });
        for (var worker : workers) {
            count(worker);
            keep(worker.search.best());
        }
        putTogether(window);
    }

    private void count(Worker worker) {
        tries += worker.search.tries() - worker.triedBefore;
        worker.triedBefore = worker.search.tries();
    }

    /** The temperature of a worker between two points of the effort; negative from the end on. */
    private DoubleSupplier heat(Worker worker, double from, double end, double cooled, double hottest, double aRound) {
        return () -> {
            long own = worker.search.tries() - worker.triedBefore;
            // Counted evaluations are shared out evenly, whoever makes them.
            double done = effort.done(tries + (effort.isTime() ? own : own * windowCount));
            if (done >= end) {
                return -1;
            }
            double inRound = end > from ? Math.clamp((done - from) / (end - from), 0, 1) : 1;
            return hottest * Math.pow(LAST_OF_FIRST_TEMPERATURE, Math.clamp(cooled + inRound * aRound, 0, 1));
        };
    }

    /** The window of each operation: the starts of what holds late jobs back are shared out about evenly. */
    private int[] windows() {
        int[] window = new int[together.n];
        if (windowCount == 1) {
            return window;
        }
        var first = workers.getFirst().search;
        first.load(together);
        int[] blocked = first.blockedStarts(SAMPLES);
        for (int w = 1; w < windowCount && blocked.length > 0; w++) {
            double share = (w + (random.nextDouble() - 0.5) / 2) / windowCount;
            int border = blocked[(int) (share * blocked.length)];
            for (int i = 0; i < window.length; i++) {
                window[i] += together.start(i) >= border ? 1 : 0;
            }
        }
        return window;
    }

    /** Each window's order from the worker that had it; the times anew. */
    private void putTogether(int[] window) {
        together.clear();
        for (int m = 0; m < plant.shop().machines(); m++) {
            for (var worker : workers) {
                var plan = worker.search.plan();
                for (int k = 0; k < plan.count[m]; k++) {
                    int i = plan.sequence[m][k];
                    if (window[i] == worker.window) {
                        together.append(i, m, plan.time(i), plan.start(i));
                    }
                }
            }
        }
        together.computeTimes();
        keep(together);
        for (var worker : workers) {
            if (worker.search.cost() < together.cost()) {
                together.copyFrom(worker.search.plan());
            }
        }
    }

    private void keep(SetupSchedule plan) {
        long cost = plan.cost();
        if (cost < bestCost) {
            bestCost = cost;
            best.copyFrom(plan);
            onBetter.accept(cost);
        }
    }

    private Result result() {
        long evaluations = workers.stream()
                .mapToLong(worker -> worker.search.evaluations())
                .sum();
        return new Result(bestCost, best.machine, best.starts(), best.ends(), best.setups(), evaluations);
    }
}
