package org.throughline.engine.schedule;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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

    private final Network network;
    private final Goal goal;
    private final Budget budget;
    private final SplittableRandom random;
    private Decoder decoder;
    private final long deadline;
    private long evaluations;
    private Board best;
    private Cost bestCost;

    private Search(Network network, Goal goal, Budget budget, Board first) {
        this.network = network;
        this.goal = goal;
        this.budget = budget;
        random = new SplittableRandom(budget.seed());
        decoder = new Decoder(network);
        deadline = budget.milliseconds() == 0 ? Long.MAX_VALUE : System.nanoTime() + budget.milliseconds() * 1_000_000L;
        best = first;
        bestCost = Cost.of(first, goal);
        evaluations = 1;
    }

    static Schedule run(Network network, Goal goal, Budget budget) {
        var first = new Dispatch(network, new Urgency(network)).run();
        var search = new Search(network, goal, budget, first);
        search.relax();
        search.tuneDispatch();
        search.improve();
        return search.report();
    }

    /** As {@link #run}, beginning from the published schedule if that is better than what dispatching finds. */
    static Schedule improve(Network network, Goal goal, Budget budget) {
        double[] keys = publishedKeys(network, goal);
        var search = new Search(network, goal, budget, new Decoder(network, goal, Decoder.Hold.PLACE).decode(keys));
        search.holdAsIsBest(keys);
        search.relax();
        search.tuneDispatch();
        search.improve();
        return search.report();
    }

    /** The published schedule, changed as little as what happened and the objective ask for. */
    static Schedule repair(Network network, Goal goal, Budget budget) {
        double[] keys = publishedKeys(network, goal);
        var search = new Search(network, goal, budget, new Decoder(network, goal, Decoder.Hold.PLACE).decode(keys));
        search.holdAsIsBest(keys);
        search.improve();
        return search.report();
    }

    /** Tries how firmly the published places are best held; the search goes on with the best way. */
    private void holdAsIsBest(double[] keys) {
        decoder = new Decoder(network, goal, Decoder.Hold.PLACE);
        for (var hold : List.of(Decoder.Hold.MACHINE, Decoder.Hold.RATHER_MACHINE, Decoder.Hold.FREE)) {
            var before = bestCost;
            var other = new Decoder(network, goal, hold);
            consider(other.decode(keys));
            decoder = bestCost.compareTo(before) < 0 ? other : decoder;
        }
    }

    /** What is new comes when its job is released. */
    private static double[] publishedKeys(Network network, Goal goal) {
        double[] keys = new double[network.size()];
        Arrays.setAll(keys, i -> goal.isPublished(i) ? goal.publishedStart[i] : network.release[i]);
        return keys;
    }

    private Schedule report() {
        return new ScheduleReport(best, evaluations).write();
    }

    private boolean exhausted() {
        return evaluations > budget.iterations()
                || budget.cancelled().getAsBoolean()
                || (deadline != Long.MAX_VALUE && System.nanoTime() >= deadline);
    }

    private void tuneDispatch() {
        var urgency = new Urgency(network);
        for (double slack : SLACK_SCALES) {
            for (double setup : SETUP_SCALES) {
                if (exhausted()) {
                    return;
                }
                urgency.scale(slack, setup);
                consider(new Dispatch(network, urgency).run());
            }
        }
    }

    /** Looks for the order of a simpler problem, and places that with everything that holds. */
    private void relax() {
        if (goal.objective.tardiness() == 0 || network.size() < FEWEST_TO_RELAX) {
            return;
        }
        var relaxation = new Relaxation(network);
        int rounds = relaxation.isWorthRepeating() ? 2 : 1;
        for (int round = 0; round < rounds && bestCost.tardiness() > 0 && !exhausted(); round++) {
            var order = relaxation.search(effort(RELAXED / rounds), random.nextLong());
            if (order == null) {
                return;
            }
            follow(order);
        }
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
        for (var hold : List.of(Decoder.Hold.FREE, Decoder.Hold.RATHER_MACHINE, Decoder.Hold.MACHINE)) {
            var before = bestCost;
            var other = new Decoder(network, Goal.following(network, goal.objective, order), hold);
            consider(other.decode(keys));
            decoder = bestCost.compareTo(before) < 0 ? other : decoder;
        }
    }

    private Cost consider(Board board) {
        evaluations++;
        var cost = Cost.of(board, goal);
        if (cost.compareTo(bestCost) < 0) {
            best = board;
            bestCost = cost;
        }
        return cost;
    }

    private void improve() {
        double[] current = keysOf(best);
        var currentBoard = best;
        var memory = new ArrayDeque<Cost>();
        while (!exhausted() && network.size() > 1) {
            double[] candidate = new Disturbance(currentBoard, random).apply(current);
            var board = decoder.decode(candidate);
            var cost = consider(board);
            memory.addLast(cost);
            var threshold = memory.size() > MEMORY ? memory.removeFirst() : bestCost;
            if (cost.compareTo(threshold) <= 0 || cost.compareTo(bestCost) <= 0) {
                current = keysOf(board);
                currentBoard = board;
            }
        }
    }

    private static double[] keysOf(Board board) {
        double[] keys = new double[board.start.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = board.start[i];
        }
        return keys;
    }
}
