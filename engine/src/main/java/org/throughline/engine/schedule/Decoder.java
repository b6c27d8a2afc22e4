package org.throughline.engine.schedule;

import java.util.PriorityQueue;

/**
 * Builds a schedule from keys: among the operations whose predecessors are placed, the one with the smallest key is placed
 * next, on the machine where it ends first, in the earliest gap that takes it.
 *
 * <p>Cost: O(n log n) plus the gaps looked at.
 */
final class Decoder {

    private final Network network;
    private final Choices choices;

    Decoder(Network network) {
        this.network = network;
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
            if (board.foundEnd < bestEnd || (board.foundEnd == bestEnd && board.foundSetup < bestSetup)) {
                best = c;
                bestEnd = board.foundEnd;
                bestSetup = board.foundSetup;
            }
        }
        if (best != count - 1) {
            find(board, operation, best);
        }
        board.place(operation, choices.machine(operation, best));
    }

    private void find(Board board, int operation, int choice) {
        long minutes = choices.minutes(operation, choice);
        var calendar = choices.calendar(operation, choice);
        long ready = Math.max(board.ready(operation, calendar, minutes), choices.notBefore(operation));
        board.find(operation, choices.machine(operation, choice), minutes, calendar, ready);
    }
}
