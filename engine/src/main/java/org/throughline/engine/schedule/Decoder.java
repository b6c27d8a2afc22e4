package org.throughline.engine.schedule;

import java.util.PriorityQueue;

/**
 * Builds a schedule from keys: among the operations whose predecessors are placed, the one with the smallest key is placed
 * next, on the machine where it ends first, in the earliest gap that takes it.
 *
 * <p>Cost: O(n log n) plus the gaps looked at.
 */
final class Decoder {

    /** How an operation of the published schedule is held to its place. */
    enum Hold {
        /** Not at all. */
        FREE,
        /** Another machine only for a gain of four hours. */
        RATHER_MACHINE,
        /** The same machine. */
        MACHINE,
        /** The same machine, and not earlier than published. */
        PLACE
    }

    private static final long WORTH_ANOTHER_MACHINE = 240;

    private final Network network;
    private final Goal goal;
    private final Hold hold;
    private final Choices choices;

    Decoder(Network network) {
        this(network, Goal.of(network, Objective.byTardiness()), Hold.FREE);
    }

    Decoder(Network network, Goal goal, Hold hold) {
        this.network = network;
        this.goal = goal;
        this.hold = hold;
        choices = new Choices(network);
    }

    /** @param key per operation; equal keys are taken in the order of the problem */
    Board decode(double[] key) {
        var board = new Board(network);
        new Locks(network, board).place();
        return fill(board, key);
    }

    /** Places on the board what is not on it yet. */
    Board fill(Board board, double[] key) {
        int[] missing = new int[network.size()];
        var eligible = new PriorityQueue<Integer>((left, right) -> {
            int byKey = Double.compare(key[left], key[right]);
            return byKey != 0 ? byKey : Integer.compare(left, right);
        });
        for (int i = 0; i < missing.length; i++) {
            missing[i] = network.arcs.before[i].length;
            if (missing[i] == 0) {
                eligible.add(i);
            }
        }
        for (var next = eligible.poll(); next != null; next = eligible.poll()) {
            if (!board.isPlaced(next)) {
                placeBest(board, next);
            }
            for (var wait : network.arcs.after[next]) {
                if (--missing[wait.after()] == 0) {
                    eligible.add(wait.after());
                }
            }
        }
        return board;
    }

    private void placeBest(Board board, int operation) {
        int best = 0;
        long bestEnd = Long.MAX_VALUE;
        long bestSetup = Long.MAX_VALUE;
        int count = choices.count(operation);
        for (int c = 0; c < count; c++) {
            find(board, operation, c);
            long end = board.foundEnd - preference(operation, choices.machine(operation, c));
            if (end < bestEnd || (end == bestEnd && board.foundSetup < bestSetup)) {
                best = c;
                bestEnd = end;
                bestSetup = board.foundSetup;
            }
        }
        if (best != count - 1) {
            find(board, operation, best);
        }
        board.place(operation, choices.machine(operation, best));
    }

    /** Minutes by which the published machine is preferred. */
    private long preference(int operation, int machine) {
        if (!goal.isPublished(operation) || goal.publishedMachine[operation] != machine) {
            return 0;
        }
        return switch (hold) {
            case FREE -> 0;
            case RATHER_MACHINE -> WORTH_ANOTHER_MACHINE;
            case MACHINE, PLACE -> Long.MAX_VALUE / 4;
        };
    }

    private void find(Board board, int operation, int choice) {
        long minutes = choices.minutes(operation, choice);
        var calendar = choices.calendar(operation, choice);
        long ready = Math.max(board.ready(operation, calendar, minutes), choices.notBefore(operation));
        if (hold == Hold.PLACE && goal.isPublished(operation)) {
            ready = Math.max(ready, goal.publishedStart[operation]);
        }
        board.find(operation, choices.machine(operation, choice), minutes, calendar, ready);
    }
}
