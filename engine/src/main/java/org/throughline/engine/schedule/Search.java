package org.throughline.engine.schedule;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.schedule.shop.Effort;

/**
 * Improves a schedule by rebuilding it with changed priorities: dispatch with several scales first, then small changes of
 * the order in favour of late jobs, accepted if not worse than some steps ago.
 */
final class Search {

    private static final double[] SLACK_SCALES = {2, 8, 0.7, 25};
    private static final double[] SETUP_SCALES = {0.5, 0.15, 2};
    private static final int MEMORY = 12;
    /** A problem of fewer operations is placed so quickly that a simpler one brings nothing. */
    private static final int FEWEST_TO_RELAX = 30;
    /** The part of the budget for the simpler problem. */
    private static final double RELAXED = 0.8;
    /** To place so many operations is as much work as one move in the simpler problem. */
    private static final int OPERATIONS_A_MOVE = 2;

    /** Nanoseconds that may be added to the clock. */
    private static final long LONGEST = Long.MAX_VALUE / 4;

    private final Network network;
    private final Goal goal;
    private final Budget budget;
    private final SplittableRandom random;
    private Decoder decoder;
    private final long deadline;
    private long evaluations;
    /** Null until something could be placed. */
    private @Nullable Board best;

    private Cost bestCost = Cost.INFINITE;
    /** Why the first attempt that failed did. */
    private @Nullable EngineRefusal refusal;

    private Search(Network network, Goal goal, Budget budget) {
        this.network = network;
        this.goal = goal;
        this.budget = budget;
        random = new SplittableRandom(budget.seed());
        decoder = new Decoder(network);
        deadline = budget.milliseconds() == 0
                ? Long.MAX_VALUE
                : System.nanoTime() + Math.min(LONGEST, TimeUnit.MILLISECONDS.toNanos(budget.milliseconds()));
    }

    static Schedule run(Network network, Goal goal, Budget budget) {
        var search = new Search(network, goal, budget);
        search.consider(() -> Dispatch.run(network, new Urgency(network)));
        search.relax();
        search.tuneDispatch();
        return search.improve();
    }

    /** As {@link #run}, beginning from the published schedule if that is better than what dispatching finds. */
    static Schedule improve(Network network, Goal goal, Budget budget) {
        var search = new Search(network, goal, budget);
        search.holdAsIsBest(publishedKeys(network, goal));
        search.relax();
        search.tuneDispatch();
        return search.improve();
    }

    /** The published schedule, changed as little as what happened and the objective ask for. */
    static Schedule repair(Network network, Goal goal, Budget budget) {
        var search = new Search(network, goal, budget);
        search.holdAsIsBest(publishedKeys(network, goal));
        return search.improve();
    }

    /** Tries how firmly the published places are best held; the search goes on with the best way. */
    private void holdAsIsBest(double[] keys) {
        decoder = new Decoder(network, goal, Decoder.Hold.PLACE);
        hold(goal, keys, Decoder.Hold.PLACE, Decoder.Hold.MACHINE, Decoder.Hold.RATHER_MACHINE, Decoder.Hold.FREE);
    }

    /** Places by these keys, held to what a goal calls published in each way; the best way stays in use. */
    private void hold(Goal published, double[] keys, Decoder.Hold... ways) {
        for (var way : ways) {
            var other = new Decoder(network, published, way);
            var before = bestCost;
            consider(() -> other.decode(keys));
            decoder = bestCost.compareTo(before) < 0 ? other : decoder;
        }
    }

    /** What is new comes when its job is released. */
    private static double[] publishedKeys(Network network, Goal goal) {
        double[] keys = new double[network.size()];
        Arrays.setAll(keys, i -> goal.isPublished(i) ? goal.publishedStart[i] : network.release[i]);
        return keys;
    }

    private boolean exhausted() {
        return evaluations > budget.iterations()
                || budget.cancelled().getAsBoolean()
                || (deadline != Long.MAX_VALUE && System.nanoTime() >= deadline);
    }

    /** Within the budget, and without one until something could be placed. */
    private void tuneDispatch() {
        var urgency = new Urgency(network);
        for (double slack : SLACK_SCALES) {
            for (double setup : SETUP_SCALES) {
                if (best != null && exhausted()) {
                    return;
                }
                urgency.scale(slack, setup);
                consider(() -> Dispatch.run(network, urgency));
            }
        }
    }

    /** Looks for the order of a simpler problem, and places that with everything that holds. */
    private void relax() {
        if (goal.objective.tardiness() == 0 || network.size() < FEWEST_TO_RELAX || !isWorthMore()) {
            return;
        }
        var relaxation = new Relaxation(network);
        int rounds = relaxation.isWorthRepeating() ? 2 : 1;
        for (int round = 0; round < rounds && isWorthMore(); round++) {
            var order = relaxation.search(effort(RELAXED / rounds), random.nextLong());
            if (order == null) {
                return;
            }
            follow(order);
        }
    }

    private boolean isWorthMore() {
        return bestCost.tardiness() > 0 && !exhausted();
    }

    /** A part of what is left of the budget. */
    private Effort effort(double share) {
        if (deadline != Long.MAX_VALUE) {
            double seconds = (deadline - System.nanoTime()) / 1e9;
            return Effort.seconds(Math.max(0, seconds * share)).unless(budget.cancelled());
        }
        long schedules = Math.max(1, (long) ((budget.iterations() - evaluations) * share));
        evaluations += schedules;
        return Effort.evaluations(Math.max(1, schedules * network.size() / OPERATIONS_A_MOVE))
                .unless(budget.cancelled());
    }

    private void follow(Relaxation.Order order) {
        double[] keys = new double[network.size()];
        Arrays.setAll(keys, i -> order.start()[i]);
        var following = Goal.following(network, goal.objective, order.start(), order.machine());
        hold(following, keys, Decoder.Hold.FREE, Decoder.Hold.RATHER_MACHINE, Decoder.Hold.MACHINE);
    }

    private record Candidate(Board board, Cost cost) {}

    /** Builds a schedule and keeps it if it is the best; null if it cannot be built. */
    private @Nullable Candidate consider(Supplier<Board> attempt) {
        evaluations++;
        try {
            var board = attempt.get();
            var cost = Cost.of(board, goal);
            if (cost.compareTo(bestCost) < 0) {
                best = board;
                bestCost = cost;
            }
            return new Candidate(board, cost);
        } catch (EngineRefusal failed) {
            refusal = refusal == null ? failed : refusal;
            return null;
        }
    }

    /** Changes the best schedule until the budget is used up. */
    private Schedule improve() {
        var currentBoard = best;
        if (currentBoard == null) {
            throw Objects.requireNonNull(refusal);
        }
        double[] current = keysOf(currentBoard);
        var memory = new ArrayDeque<Cost>();
        while (!exhausted() && network.size() > 1) {
            double[] keys = new Disturbance(currentBoard, random).apply(current);
            var candidate = consider(() -> decoder.decode(keys));
            if (candidate == null) {
                continue;
            }
            memory.addLast(candidate.cost());
            var threshold = memory.size() > MEMORY ? memory.removeFirst() : bestCost;
            if (candidate.cost().compareTo(threshold) <= 0 || candidate.cost().compareTo(bestCost) <= 0) {
                current = keysOf(candidate.board());
                currentBoard = candidate.board();
            }
        }
        return new ScheduleReport(Objects.requireNonNull(best), evaluations).write();
    }

    private static double[] keysOf(Board board) {
        double[] keys = new double[board.start.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = board.start[i];
        }
        return keys;
    }
}
