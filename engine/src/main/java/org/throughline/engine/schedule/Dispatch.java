package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Builds a schedule as a dispatcher would: whenever a machine is free, the most urgent waiting operation goes on it.
 *
 * <p>Urgency is ATCS: weight by minutes, less the slack in units of {@code slackScale} mean operations, less the setup in
 * units of {@code setupScale} mean setups (logarithms, so that nothing underflows).
 */
final class Dispatch {

    private final Network network;
    private final Choices choices;
    private final Board board;
    private final Urgency urgency;
    private final List<List<Integer>> present = new ArrayList<>();
    private final List<PriorityQueue<Integer>> coming = new ArrayList<>();
    private final long[] freeAt;
    private final long[] arrival;
    private final int[] missing;

    Dispatch(Network network, Urgency urgency) {
        this.network = network;
        this.urgency = urgency;
        choices = new Choices(network);
        board = new Board(network);
        int machines = network.problem.machines().size();
        freeAt = new long[machines];
        java.util.Arrays.fill(freeAt, network.problem.now());
        arrival = new long[network.size()];
        missing = new int[network.size()];
        for (int m = 0; m < machines; m++) {
            present.add(new ArrayList<>());
            coming.add(new PriorityQueue<>(
                    Comparator.<Integer>comparingLong(i -> arrival[i]).thenComparingInt(i -> i)));
        }
    }

    Board run() {
        new Locks(network, board).place();
        for (int i = 0; i < network.size(); i++) {
            missing[i] = network.arcs.before[i].length;
        }
        for (int i : network.arcs.topological) {
            if (network.arcs.before[i].length == 0) {
                arrive(i);
            }
        }
        for (int machine = nextMachine(); machine >= 0; machine = nextMachine()) {
            decide(machine);
        }
        return board;
    }

    /** Puts an operation whose predecessors are all placed into the queues of its machines. */
    private void arrive(int operation) {
        var waiting = new java.util.ArrayDeque<Integer>();
        waiting.add(operation);
        while (!waiting.isEmpty()) {
            int next = waiting.remove();
            if (board.isPlaced(next)) {
                release(next, waiting);
                continue;
            }
            long ready = Math.max(
                    board.ready(next, choices.calendar(next, 0), choices.minutes(next, 0)), choices.notBefore(next));
            arrival[next] = Math.max(ready, network.problem.now());
            for (int c = 0; c < choices.count(next); c++) {
                coming.get(choices.machine(next, c)).add(next);
            }
        }
    }

    private void release(int placed, java.util.ArrayDeque<Integer> waiting) {
        for (var wait : network.arcs.after[placed]) {
            if (--missing[wait.after()] == 0) {
                waiting.add(wait.after());
            }
        }
    }

    /** The machine that decides next in time, or -1 if nothing waits anywhere. */
    private int nextMachine() {
        int next = -1;
        long earliest = Long.MAX_VALUE;
        for (int m = 0; m < freeAt.length; m++) {
            long at = decisionTime(m);
            if (at < earliest) {
                earliest = at;
                next = m;
            }
        }
        return next;
    }

    private long decisionTime(int machine) {
        var here = present.get(machine);
        while (!here.isEmpty() && board.isPlaced(here.getLast())) {
            here.removeLast();
        }
        if (!here.isEmpty()) {
            return freeAt[machine];
        }
        var queue = coming.get(machine);
        for (var first = queue.peek(); first != null; first = queue.peek()) {
            if (!board.isPlaced(first)) {
                return Math.max(freeAt[machine], arrival[first]);
            }
            queue.remove();
        }
        return Long.MAX_VALUE;
    }

    private void decide(int machine) {
        long now = decisionTime(machine);
        var queue = coming.get(machine);
        for (var first = queue.peek(); first != null && arrival[first] <= now; first = queue.peek()) {
            queue.remove();
            if (!board.isPlaced(first)) {
                present.get(machine).add(first);
            }
        }
        present.get(machine).removeIf(board::isPlaced);
        int chosen = mostUrgent(machine, now);
        int choice = choiceOn(chosen, machine);
        long minutes = choices.minutes(chosen, choice);
        var calendar = choices.calendar(chosen, choice);
        long ready = Math.max(board.ready(chosen, calendar, minutes), choices.notBefore(chosen));
        board.find(chosen, machine, minutes, calendar, Math.max(ready, now));
        board.place(chosen, machine);
        if (!network.machine(machine).unlimited()) {
            freeAt[machine] = Math.max(freeAt[machine], board.end[chosen]);
        }
        var waiting = new java.util.ArrayDeque<Integer>();
        release(chosen, waiting);
        waiting.forEach(this::arrive);
    }

    private int mostUrgent(int machine, long now) {
        @Nullable Integer chosen = null;
        double highest = Double.NEGATIVE_INFINITY;
        int family = familyAt(machine, now);
        for (int candidate : present.get(machine)) {
            double index = urgency.index(candidate, machine, now, family);
            if (chosen == null || index > highest || (index == highest && candidate < chosen)) {
                chosen = candidate;
                highest = index;
            }
        }
        return java.util.Objects.requireNonNull(chosen);
    }

    private int familyAt(int machine, long now) {
        var timeline = board.timelines[machine];
        return timeline.familyBefore(timeline.firstGapEndingAfter(now));
    }

    private int choiceOn(int operation, int machine) {
        for (int c = 0; c < choices.count(operation); c++) {
            if (choices.machine(operation, c) == machine) {
                return c;
            }
        }
        throw new IllegalStateException("The operation does not wait for this machine.");
    }
}
