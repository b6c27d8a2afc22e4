package org.throughline.engine.schedule;

import java.util.ArrayDeque;
import java.util.SplittableRandom;

/**
 * Improves a schedule by rebuilding it with changed priorities: dispatch with several scales first, then small changes of
 * the order in favour of late jobs, accepted if not worse than some steps ago.
 */
final class Search {

    private static final double[] SLACK_SCALES = {2, 8, 0.7, 25};
    private static final double[] SETUP_SCALES = {0.5, 0.15, 2};
    private static final int MEMORY = 12;

    private final Network network;
    private final Budget budget;
    private final SplittableRandom random;
    private final Decoder decoder;
    private final long deadline;
    private long evaluations;
    private Board best;
    private Cost bestCost;

    private Search(Network network, Budget budget) {
        this.network = network;
        this.budget = budget;
        random = new SplittableRandom(budget.seed());
        decoder = new Decoder(network);
        deadline = budget.milliseconds() == 0 ? Long.MAX_VALUE : System.nanoTime() + budget.milliseconds() * 1_000_000L;
        best = new Dispatch(network, new Urgency(network)).run();
        bestCost = Cost.of(best);
        evaluations = 1;
    }

    static Schedule run(Network network, Budget budget) {
        var search = new Search(network, budget);
        search.tuneDispatch();
        search.improve();
        return new ScheduleReport(search.best, search.evaluations).write();
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

    private Cost consider(Board board) {
        evaluations++;
        var cost = Cost.of(board);
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
