package org.throughline.engine.schedule.shop;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * Moves in one window of time of a plan. A move takes an operation from the chain that makes a late job late and puts it
 * earlier on its machine, or on another machine, or puts what stands before it further back. One that
 * looks too dear by {@link Marginals} is dropped; the effect of the others is computed exactly, everywhere, and taken back
 * if refused. Operations of other windows keep their order.
 *
 * <p>Not thread-safe; each thread has its own.
 */
final class WindowSearch {

    static final long IMPOSSIBLE = Long.MAX_VALUE;

    private static final long UNLIMITED = IMPOSSIBLE - 1;
    /** In a plan of fewer operations everything hangs together: guesses would mislead, and every move is computed to its end. */
    private static final int FEWEST_TO_GUESS = 300;

    private static final int CHECK_EVERY = 64;
    /** One move in so many is for any operation, not for a blocked one: it makes room for those. */
    private static final int ANYTHING = 10;
    /** The same while only improvements count, which such a move seldom is. */
    private static final int ANYTHING_CLIMBING = 25;

    /** In a small plan one move elsewhere in so many goes to any place there, not about where the work arrives. */
    private static final int ANYWHERE = 4;

    private static final int LEAST_CHANGES = 1_000;
    /** The marginal costs are computed anew when one in so many operations has moved. */
    private static final int ACCEPTED_TO_REFRESH = 50;

    private static final int LONGEST_CHAIN = 60;
    /** A better plan is copied when one try for so many operations has passed since the last copy. */
    private static final int TRIES_TO_COPY = 8;

    private final SetupShop plant;
    private final Propagation propagation;
    private final Marginals marginals;
    private final SplittableRandom random;
    private final SetupSchedule now;
    private final SetupSchedule best;
    private final int[] window;
    private final boolean isSmall;
    private int own;
    private long cost;
    private long bestCost;
    private long evaluations;
    private long tries;
    private double temperature;
    /** Jobs to care for first; empty for all. */
    private int[] focus = {};
    /** True while only improvements are accepted. */
    private boolean climbing;
    /** True while moves are measured that will be refused. */
    private boolean sampling;
    /** Moves accepted since the marginal costs were computed. */
    private int stale;

    WindowSearch(SetupShop plant, long seed) {
        this.plant = plant;
        now = new SetupSchedule(plant);
        best = new SetupSchedule(plant);
        propagation = new Propagation(now);
        marginals = new Marginals(now);
        random = new SplittableRandom(seed);
        window = new int[now.n];
        isSmall = isSmall(plant);
    }

    /** Whether a plant has so few operations that its plan is searched as one piece, without guesses. */
    static boolean isSmall(SetupShop plant) {
        return plant.shop().operations() < FEWEST_TO_GUESS;
    }

    /** Begins from a plan, with everything in one window. */
    void load(SetupSchedule plan) {
        now.copyFrom(plan);
        best.copyFrom(plan);
        cost = plan.cost();
        bestCost = cost;
        own = 0;
        stale = now.n;
        Arrays.fill(window, 0);
    }

    /** Lets only the operations of one window move. */
    void restrictTo(int[] windowOf, int ownWindow) {
        System.arraycopy(windowOf, 0, window, 0, window.length);
        own = ownWindow;
    }

    /** What started before a minute does not move. */
    void freeze(int before) {
        Arrays.setAll(window, i -> now.start(i) < before ? 0 : 1);
        own = 1;
    }

    SetupSchedule plan() {
        return now;
    }

    SetupSchedule best() {
        return best;
    }

    long cost() {
        return cost;
    }

    /** Moves computed or guessed at. */
    long evaluations() {
        return evaluations;
    }

    /** Moves thought of, also those that were impossible at first sight. */
    long tries() {
        return tries;
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

    /**
     * Annealing.
     *
     * @param heat the temperature; asked now and then, negative for the end
     */
    void anneal(DoubleSupplier heat) {
        long lastCopy = tries - now.n;
        for (long step = 0; cost > 0; step++) {
            if (step % CHECK_EVERY == 0) {
                temperature = heat.getAsDouble();
                if (temperature < 0) {
                    break;
                }
            }
            tryMove();
            if (cost < bestCost && tries - lastCopy > now.n / TRIES_TO_COPY) {
                keep();
                lastCopy = tries;
            }
        }
        keep();
    }

    private void keep() {
        if (cost < bestCost) {
            best.copyFrom(now);
            bestCost = cost;
        }
    }

    /** The median deterioration of a sample of moves, of which improvements are kept. */
    double typicalDeterioration(int samples, BooleanSupplier enough) {
        double[] worse = new double[samples];
        int found = 0;
        temperature = 0;
        sampling = true;
        for (int k = 0; k < samples * 4 && found < samples && !enough.getAsBoolean(); k++) {
            long difference = tryMove();
            if (difference > 0 && difference < IMPOSSIBLE) {
                worse[found++] = difference;
            }
        }
        sampling = false;
        keep();
        Arrays.sort(worse, 0, found);
        return found == 0 ? 1 : worse[found / 2];
    }

    /** Starts of operations that hold late jobs back, in order; fewer where there are few. */
    int[] blockedStarts(int samples) {
        int[] starts = new int[samples];
        int found = 0;
        for (int k = 0; k < samples; k++) {
            int i = blockedOperation();
            if (i != now.nobody) {
                starts[found++] = now.start(i);
            }
        }
        int[] sorted = Arrays.copyOf(starts, found);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Tries one move; answers its difference in cost, or {@link #IMPOSSIBLE}. */
    private long tryMove() {
        tries++;
        if (random.nextInt(climbing ? ANYTHING_CLIMBING : ANYTHING) == 0) {
            return elsewhere(random.nextInt(now.n));
        }
        int i = blockedOperation();
        if (i == now.nobody) {
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

    /** From the end of a late job back along what it waited for: a random machine wait on the way in the own window. */
    private int blockedOperation() {
        int chosen = now.nobody;
        int seen = 0;
        int i = plant.shop().jobFrom()[lateJob() + 1] - 1;
        int steps = 4 * LONGEST_CHAIN;
        for (int length = 0; i != now.nobody && length < LONGEST_CHAIN && window[i] >= own && steps-- > 0; ) {
            boolean byMachine = now.before(i) != now.nobody && now.setUp(i) >= now.ready(i);
            boolean isOwn = window[i] == own;
            if (byMachine) {
                if (isOwn && random.nextInt(++seen) == 0) {
                    chosen = i;
                }
                i = random.nextInt(4) == 0 ? now.before(i) : now.jobBefore(i);
            } else {
                i = now.jobBefore(i);
            }
            length += isOwn ? 1 : 0;
        }
        return chosen;
    }

    private int lateJob() {
        if (focus.length > 0 && random.nextInt(4) > 0) {
            return focus[random.nextInt(focus.length)];
        }
        int jobs = plant.shop().jobs();
        int chosen = random.nextInt(jobs);
        long chosenCost = now.cost(chosen);
        for (int tries = 0; tries < 3 || (chosenCost == 0 && tries < 50); tries++) {
            int other = random.nextInt(jobs);
            long otherCost = now.cost(other);
            if (chosenCost == 0 || (otherCost > 0 && random.nextInt(3) == 0)) {
                chosen = other;
                chosenCost = otherCost;
            }
        }
        return chosen;
    }

    /** Operation i before one of those directly before it. */
    private long earlier(int i) {
        int back = 1 + (random.nextInt(2) == 0 ? 0 : random.nextInt(8));
        int to = Math.max(0, now.place[i] - back);
        int ready = now.ready(i);
        while (to < now.place[i] - 1 && now.end(now.sequence[now.machine[i]][to]) <= ready) {
            to++;
        }
        return move(i, now.machine[i], now.time(i), to);
    }

    /** What stands before operation i goes behind it. */
    private long later(int blocker, int i) {
        if (blocker == now.nobody) {
            return IMPOSSIBLE;
        }
        int forward = random.nextInt(2) == 0 ? 0 : random.nextInt(8);
        int to = Math.min(now.count[now.machine[i]] - 1, now.place[i] + forward);
        return move(blocker, now.machine[i], now.time(blocker), to);
    }

    /** To another machine, about where its work arrives. */
    private long elsewhere(int i) {
        if (i == now.nobody || window[i] != own) {
            return IMPOSSIBLE;
        }
        var shop = plant.shop();
        int from = shop.alternativeFrom()[i];
        int a = from + random.nextInt(shop.alternativeFrom()[i + 1] - from);
        int m = shop.machine()[a];
        int ready = now.ready(i);
        int most = m == now.machine[i] ? now.count[m] - 1 : now.count[m];
        int to = isSmall && random.nextInt(ANYWHERE) == 0
                ? random.nextInt(most + 1)
                : Math.min(most, firstEndingAfter(ready, m) + random.nextInt(random.nextInt(3) == 0 ? 12 : 4));
        return move(i, m, shop.time()[a], to);
    }

    /** The place of the first operation on a machine that ends after a minute. */
    private int firstEndingAfter(int minute, int machine) {
        int[] row = now.sequence[machine];
        int low = 0;
        int high = now.count[machine];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (now.end(row[middle]) > minute) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Takes operation i out and puts it at place {@code to} of a machine; keeps that or takes it back. */
    private long move(int i, int toMachine, int duration, int to) {
        int fromMachine = now.machine[i];
        int from = now.place[i];
        if ((fromMachine == toMachine && from == to)
                || isOutside(i, toMachine, to)
                || now.mayMakeCycle(i, toMachine, to)) {
            return IMPOSSIBLE;
        }
        evaluations++;
        double limit = climbing ? -1 : -temperature * Math.log(1 - random.nextDouble());
        if (!sampling && !isSmall && isTooDear(i, toMachine, duration, to, limit)) {
            return IMPOSSIBLE;
        }
        int oldDuration = now.time(i);
        int oldBefore = now.before(i);
        int oldAfter = now.after(i);
        int newBefore = now.neighbourBefore(i, toMachine, to);
        int newAfter = now.neighbourAfter(i, toMachine, to);
        now.unlink(i);
        now.link(i, toMachine, newBefore, newAfter);
        now.takes(i, duration);
        long difference = effect(i, oldAfter, limit);
        if (difference <= limit) {
            cost += difference;
            stale++;
            now.settle(i, fromMachine, from, to);
            return difference;
        }
        now.unlink(i);
        now.link(i, fromMachine, oldBefore, oldAfter);
        now.takes(i, oldDuration);
        propagation.undo();
        return difference;
    }

    /**
     * The difference in cost of a move that stands in the links.
     *
     * @param oldAfter what came after operation i before
     * @return {@link #IMPOSSIBLE} if it was given up
     */
    private long effect(int i, int oldAfter, double limit) {
        propagation.begin();
        propagation.touch(i, Math.max(now.ready(i), now.end(now.before(i))));
        touch(oldAfter);
        touch(now.after(i));
        long worst = isSmall ? UNLIMITED : (long) limit + (sampling ? 2 * now.cost(now.jobOf[i]) : 0);
        int most = sampling ? mostChanges() / 10 : mostChanges();
        return propagation.run(most, worst) ? propagation.difference() : IMPOSSIBLE;
    }

    /** Whether a move looks dearer than what could be accepted. */
    private boolean isTooDear(int i, int toMachine, int duration, int to, double limit) {
        if (stale > now.n / ACCEPTED_TO_REFRESH) {
            marginals.refresh();
            stale = 0;
        }
        return marginals.guess(i, toMachine, duration, to) > limit;
    }

    private boolean isOutside(int i, int toMachine, int to) {
        if (window[i] != own) {
            return true;
        }
        int x = now.neighbourBefore(i, toMachine, to);
        int y = now.neighbourAfter(i, toMachine, to);
        return (x != now.nobody && window[x] > own) || (y != now.nobody && window[y] < own);
    }

    private void touch(int i) {
        if (i != now.nobody) {
            propagation.touch(i, now.start(i));
        }
    }

    /** Most good moves end soon; a few are followed far. */
    private int mostChanges() {
        return LEAST_CHANGES << Math.min(6, Integer.numberOfTrailingZeros(random.nextInt() | 64));
    }
}
