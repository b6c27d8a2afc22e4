package org.throughline.engine.schedule.shop;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Finds schedules with little weighted tardiness: ATCS with scales tuned on the instance, then annealing. A move takes an
 * operation from the chain that makes a late job late and puts it earlier on its machine, or on another machine, or puts
 * what stands before it further back; its effect is computed exactly, everywhere, and taken back if refused.
 */
public final class TardinessSearch {

    private static final int CHECK_EVERY = 128;
    /** One move in so many is for any operation, not for a blocked one. */
    private static final int ANYTHING = 25;

    private static final int LEAST_CHANGES = 100;
    private static final int SAMPLES = 600;
    private static final double LAST_OF_FIRST_TEMPERATURE = 0.02;
    /** Evaluations per operation that allow a temperature of one median deterioration. */
    private static final double EVALUATIONS_TO_COOL = 300;

    private static final double LEAST_SHARE = 0.05;
    private static final double MOST_SHARE = 0.7;
    private static final List<AtcsDispatch.Scales> GOOD_SCALES = List.of(
            new AtcsDispatch.Scales(3, 0.3, 1),
            new AtcsDispatch.Scales(10, 1, 0.5),
            new AtcsDispatch.Scales(3, 1, 2),
            new AtcsDispatch.Scales(1, 0.3, 1.5));

    private final SetupShop plant;
    private final SetupSchedule now;
    private final SetupSchedule best;
    private final Propagation propagation;
    private final SplittableRandom random;
    private final BooleanSupplier stop;
    private final LongConsumer onBetter;
    private long cost;
    private long bestCost;
    private long evaluations;
    private double temperature;
    /** What started before stays where it is. */
    private int frozenBefore = Integer.MIN_VALUE;
    /** Jobs to care for first; empty for all. */
    private int[] focus = {};
    /** True while only improvements are accepted. */
    private boolean climbing;

    /**
     * The result.
     *
     * @param setup minutes of setup before each operation
     */
    @SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
    public record Result(long cost, int[] machine, int[] start, int[] end, int[] setup, long evaluations) {}

    /** How far the search has come, from 0 to 1; sets the temperature. */
    @FunctionalInterface
    public interface Progress {
        double done();
    }

    private TardinessSearch(SetupShop plant, long seed, BooleanSupplier stop, LongConsumer onBetter) {
        this.plant = plant;
        this.stop = stop;
        this.onBetter = onBetter;
        now = new SetupSchedule(plant);
        best = new SetupSchedule(plant);
        propagation = new Propagation(now);
        random = new SplittableRandom(seed);
    }

    /**
     * Searches until told to stop.
     *
     * @param tuningShare part of the progress that may go into tuning the dispatch
     */
    public static Result search(
            SetupShop plant,
            long seed,
            double tuningShare,
            Progress progress,
            BooleanSupplier stop,
            LongConsumer onBetter) {
        var search = new TardinessSearch(plant, seed, stop, onBetter);
        search.tune(progress, tuningShare);
        search.anneal(progress);
        return search.result();
    }

    /** A search that goes on from a plan; what started before {@code frozenBefore} does not move. */
    static TardinessSearch from(SetupShop plant, SetupSchedule plan, int frozenBefore, long seed) {
        var search = new TardinessSearch(plant, seed, () -> false, value -> {});
        search.now.copyFrom(plan);
        search.best.copyFrom(plan);
        search.cost = plan.cost();
        search.bestCost = search.cost;
        search.frozenBefore = frozenBefore;
        return search;
    }

    /** Only improvements, mostly for these jobs; answers the plan, which this search goes on using. */
    SetupSchedule climb(int[] jobs, BooleanSupplier enough) {
        focus = jobs;
        climbing = true;
        while (cost > 0 && !enough.getAsBoolean()) {
            tryMove();
        }
        focus = new int[0];
        climbing = false;
        return now;
    }

    private void tune(Progress progress, double share) {
        var dispatch = new AtcsDispatch(plant);
        var scales = GOOD_SCALES.getFirst();
        bestCost = Long.MAX_VALUE;
        for (var candidate : GOOD_SCALES) {
            if (bestCost == Long.MAX_VALUE || !stop.getAsBoolean()) {
                dispatch.run(candidate, now);
                evaluations++;
                if (now.cost() < bestCost) {
                    better(now.cost());
                    scales = candidate;
                }
            }
        }
        double step = 0.7;
        while (progress.done() < share && !stop.getAsBoolean()) {
            var candidate = new AtcsDispatch.Scales(
                    scales.slack() * factor(step), scales.setup() * factor(step), scales.allowance() * factor(step));
            dispatch.run(candidate, now);
            evaluations++;
            long found = now.cost();
            if (found < bestCost) {
                better(found);
                scales = candidate;
            } else {
                step = Math.max(0.15, step * 0.97);
            }
        }
        now.copyFrom(best);
        cost = bestCost;
    }

    private double factor(double step) {
        return Math.exp((random.nextDouble() * 2 - 1) * step);
    }

    private void better(long found) {
        bestCost = found;
        best.copyFrom(now);
        onBetter.accept(found);
    }

    private void anneal(Progress progress) {
        double first = calibrate(progress);
        long keptCost = cost;
        double begin = progress.done();
        boolean improvedSinceCopy = false;
        temperature = first;
        for (long step = 0; bestCost > 0 || improvedSinceCopy; step++) {
            if (step % CHECK_EVERY == 0) {
                if (stop.getAsBoolean()) {
                    break;
                }
                double done = Math.clamp((progress.done() - begin) / Math.max(1e-9, 1 - begin), 0, 1);
                temperature = first * Math.pow(LAST_OF_FIRST_TEMPERATURE, done);
            }
            tryMove();
            if (cost < bestCost) {
                bestCost = cost;
                improvedSinceCopy = true;
                keptCost = cost;
            } else if (improvedSinceCopy && cost > keptCost + temperature) {
                improvedSinceCopy = false;
            }
            if (improvedSinceCopy && (step % CHECK_EVERY == 0 || bestCost == 0)) {
                keep();
                improvedSinceCopy = false;
            }
        }
        keep();
    }

    /** Copies the schedule if it is the best one. */
    private void keep() {
        if (cost < best.cost()) {
            best.copyFrom(now);
            bestCost = cost;
            onBetter.accept(cost);
        }
    }

    /**
     * A first temperature from a sample of deteriorations: their median, less where there is too little time to cool down.
     */
    private double calibrate(Progress progress) {
        double[] worse = new double[SAMPLES];
        int found = 0;
        temperature = 0;
        double begin = progress.done();
        long before = evaluations;
        for (int i = 0; i < SAMPLES * 4 && found < SAMPLES && !stop.getAsBoolean(); i++) {
            long difference = tryMove();
            if (difference > 0 && difference < Long.MAX_VALUE) {
                worse[found++] = difference;
            }
        }
        if (found == 0) {
            return 1;
        }
        double perEvaluation = (progress.done() - begin) / Math.max(1, evaluations - before);
        double expected = (1 - progress.done()) / Math.max(1e-12, perEvaluation);
        double share = Math.clamp(expected / now.n / EVALUATIONS_TO_COOL, LEAST_SHARE, MOST_SHARE);
        Arrays.sort(worse, 0, found);
        return Math.max(1, worse[found / 2] * share);
    }

    /** Tries one move; answers its difference in cost, or the largest long if it was impossible. */
    private long tryMove() {
        if (random.nextInt(ANYTHING) == 0) {
            return elsewhere(random.nextInt(now.n));
        }
        int i = blockedOperation();
        if (i == SetupSchedule.NOBODY) {
            return elsewhere(random.nextInt(now.n));
        }
        int choice = random.nextInt(10);
        if (choice < 4) {
            return earlier(i);
        }
        if (choice < 6) {
            return later(now.before(i), i);
        }
        return elsewhere(choice < 9 ? i : now.before(i));
    }

    /** From the end of a late job back along what it waited for; stops at a random machine wait on the way. */
    private int blockedOperation() {
        int job = lateJob();
        int chosen = SetupSchedule.NOBODY;
        int seen = 0;
        int i = plant.shop().jobFrom()[job + 1] - 1;
        for (int length = 0; i != SetupSchedule.NOBODY && length < 60; length++) {
            boolean byMachine = now.before(i) != SetupSchedule.NOBODY && now.setUp(i) >= now.ready(i);
            if (byMachine) {
                if (random.nextInt(++seen) == 0) {
                    chosen = i;
                }
                i = random.nextInt(4) == 0 ? now.before(i) : now.jobBefore(i);
            } else {
                i = now.jobBefore(i);
            }
        }
        return chosen;
    }

    private int lateJob() {
        if (focus.length > 0 && random.nextInt(4) > 0) {
            return focus[random.nextInt(focus.length)];
        }
        int jobs = plant.shop().jobs();
        int chosen = random.nextInt(jobs);
        long chosenCost = costOf(chosen);
        for (int tries = 0; tries < 3 || (chosenCost == 0 && tries < 50); tries++) {
            int other = random.nextInt(jobs);
            long otherCost = costOf(other);
            if (chosenCost == 0 || (otherCost > 0 && random.nextInt(3) == 0)) {
                chosen = other;
                chosenCost = otherCost;
            }
        }
        return chosen;
    }

    private long costOf(int job) {
        return now.cost(job, now.end[plant.shop().jobFrom()[job + 1] - 1]);
    }

    /** Operation i before one of those directly before it. */
    private long earlier(int i) {
        int back = 1 + (random.nextInt(2) == 0 ? 0 : random.nextInt(8));
        int to = Math.max(0, now.place[i] - back);
        int ready = now.ready(i);
        while (to < now.place[i] - 1 && now.end[now.sequence[now.machine[i]][to]] <= ready) {
            to++;
        }
        return move(i, now.machine[i], now.time[i], to);
    }

    /** What stands before operation i goes behind it. */
    private long later(int blocker, int i) {
        if (blocker == SetupSchedule.NOBODY) {
            return Long.MAX_VALUE;
        }
        int forward = random.nextInt(2) == 0 ? 0 : random.nextInt(8);
        int to = Math.min(now.count[now.machine[i]] - 1, now.place[i] + forward);
        return move(blocker, now.machine[i], now.time[blocker], to);
    }

    /** To another machine, about where its work arrives. */
    private long elsewhere(int i) {
        if (i == SetupSchedule.NOBODY) {
            return Long.MAX_VALUE;
        }
        var shop = plant.shop();
        int from = shop.alternativeFrom()[i];
        int a = from + random.nextInt(shop.alternativeFrom()[i + 1] - from);
        int m = shop.machine()[a];
        int ready = now.ready(i);
        int[] row = now.sequence[m];
        int low = 0;
        int high = now.count[m];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (now.end[row[middle]] > ready) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        int most = m == now.machine[i] ? now.count[m] - 1 : now.count[m];
        int to = Math.min(most, low + random.nextInt(random.nextInt(3) == 0 ? 12 : 4));
        return move(i, m, shop.time()[a], to);
    }

    /** Takes operation i out and puts it at place {@code to} of a machine; keeps that or takes it back. */
    private long move(int i, int toMachine, int duration, int to) {
        int fromMachine = now.machine[i];
        int from = now.place[i];
        if ((fromMachine == toMachine && from == to)
                || isFrozen(i, toMachine, to)
                || now.mayMakeCycle(i, toMachine, to)) {
            return Long.MAX_VALUE;
        }
        evaluations++;
        int oldDuration = now.time[i];
        int oldNext = now.after(i);
        now.remove(i);
        now.insert(i, toMachine, to);
        now.time[i] = duration;
        propagation.begin();
        int before = now.before(i);
        int key = Math.max(now.ready(i), before == SetupSchedule.NOBODY ? 0 : now.end[before]);
        propagation.touch(i, key);
        touch(oldNext);
        touch(now.after(i));
        double limit = climbing ? -1 : -temperature * Math.log(1 - random.nextDouble());
        boolean finished = propagation.run(mostChanges(), (long) Math.max(0, limit) + 2 * costOf(now.jobOf[i]));
        long difference = finished ? propagation.difference() : Long.MAX_VALUE;
        if (finished && difference <= limit) {
            cost += difference;
            return difference;
        }
        now.remove(i);
        now.insert(i, fromMachine, from);
        now.time[i] = oldDuration;
        propagation.undo();
        return difference;
    }

    private boolean isFrozen(int i, int toMachine, int to) {
        int y = toMachine == now.machine[i] && to >= now.place[i] ? to + 1 : to;
        return now.start[i] < frozenBefore
                || (y < now.count[toMachine] && now.start[now.sequence[toMachine][y]] < frozenBefore);
    }

    private void touch(int i) {
        if (i != SetupSchedule.NOBODY) {
            propagation.touch(i, now.start[i]);
        }
    }

    /** Most good moves end soon; a few are followed far. */
    private int mostChanges() {
        return LEAST_CHANGES << Math.min(6, Integer.numberOfTrailingZeros(random.nextInt() | 64));
    }

    private Result result() {
        int[] setup = new int[best.n];
        Arrays.setAll(setup, best::setupMinutes);
        return new Result(best.cost(), best.machine, best.start, best.end, setup, evaluations);
    }
}
