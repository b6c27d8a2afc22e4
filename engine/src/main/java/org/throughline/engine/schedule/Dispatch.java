package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;

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
    private final Decoder decoder;
    private final List<List<Integer>> present = new ArrayList<>();
    private final List<PriorityQueue<Integer>> coming = new ArrayList<>();
    private final Locks locks;
    private final long[] freeAt;
    private final long[] arrival;
    private final int[] missing;
    /** On how many of its machines each operation found no place. */
    private final int[] refusals;

    private Dispatch(Network network, Urgency urgency, Board board, Locks locks) {
        this.network = network;
        this.urgency = urgency;
        this.board = board;
        this.locks = locks;
        decoder = new Decoder(network);
        choices = new Choices(network);
        int machines = network.problem.machines().size();
        freeAt = new long[machines];
        java.util.Arrays.fill(freeAt, network.problem.now());
        arrival = new long[network.size()];
        missing = network.couples.waits();
        refusals = new int[network.size()];
        for (int m = 0; m < machines; m++) {
            present.add(new ArrayList<>());
            coming.add(new PriorityQueue<>(
                    Comparator.<Integer>comparingLong(i -> arrival[i]).thenComparingInt(i -> i)));
        }
    }

    static Board run(Network network, Urgency urgency) {
        var locks = new Locks(network);
        return locks.fill(board -> new Dispatch(network, urgency, board, locks).fill());
    }

    private void fill() {
        boolean[] isFirst = new boolean[missing.length];
        for (int i = 0; i < missing.length; i++) {
            isFirst[i] = missing[i] == 0 && network.couples.group(i) == i;
        }
        for (int i = 0; i < missing.length; i++) {
            if (isFirst[i]) {
                arrive(i);
            }
        }
        for (int machine = nextMachine(); machine >= 0; machine = nextMachine()) {
            decide(machine);
        }
        board.requireComplete();
    }

    /** Puts a group whose predecessors are all placed into the queues of its first operation's machines. */
    private void arrive(int group) {
        var waiting = new java.util.ArrayDeque<Integer>();
        waiting.add(group);
        while (!waiting.isEmpty()) {
            var members = network.couples.members(waiting.remove());
            locks.giveWay(board, members);
            var unplaced = members.stream().filter(i -> !board.isPlaced(i)).findFirst();
            if (unplaced.isEmpty()) {
                members.forEach(member -> release(member, waiting));
                continue;
            }
            int next = unplaced.get();
            arrival[next] = Math.max(Math.max(ready(next), choices.notBefore(next)), network.problem.now());
            for (int c = 0; c < choices.count(next); c++) {
                coming.get(choices.machine(next, c)).add(next);
            }
        }
    }

    /** When the work is there; with several plants, in the one it reaches first. */
    private long ready(int operation) {
        int count = network.journeys.areAny() ? choices.count(operation) : 1;
        long earliest = Long.MAX_VALUE;
        for (int c = 0; c < count; c++) {
            earliest = Math.min(
                    earliest,
                    board.ready(
                            operation,
                            choices.machine(operation, c),
                            choices.calendar(operation, c),
                            choices.minutes(operation, c)));
        }
        return earliest;
    }

    private void release(int placed, java.util.ArrayDeque<Integer> waiting) {
        for (var wait : network.arcs.after[placed]) {
            int group = network.couples.group(wait.after());
            if (group != network.couples.group(placed) && --missing[group] == 0) {
                waiting.add(group);
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
        var members = network.couples.members(network.couples.group(chosen));
        if (members.size() > 1) {
            decideTogether(members, now);
            return;
        }
        var refusal = find(chosen, machine, now);
        if (refusal != null) {
            passOver(chosen, machine, refusal);
            return;
        }
        board.place(chosen, machine);
        if (!network.machine(machine).unlimited()) {
            freeAt[machine] = Math.max(freeAt[machine], board.end[chosen]);
        }
        var waiting = new java.util.ArrayDeque<Integer>();
        release(chosen, waiting);
        if (network.machine(machine).isBatch()) {
            fillBatch(machine, waiting);
        }
        waiting.forEach(this::arrive);
    }

    /** Finds the place on a machine; answers why there is none, or null. */
    private @Nullable EngineRefusal find(int operation, int machine, long notBefore) {
        int choice = choiceOn(operation, machine);
        long minutes = choices.minutes(operation, choice);
        var calendar = choices.calendar(operation, choice);
        try {
            long ready = Math.max(board.ready(operation, machine, calendar, minutes), choices.notBefore(operation));
            board.opening.find(operation, machine, minutes, calendar, Math.max(ready, notBefore));
            return null;
        } catch (EngineRefusal noPlace) {
            return noPlace;
        }
    }

    /** It waits on for its other machines, if there are any. */
    private void passOver(int operation, int machine, EngineRefusal refusal) {
        present.get(machine).remove(Integer.valueOf(operation));
        if (++refusals[operation] == choices.count(operation)) {
            throw refusal;
        }
    }

    private void decideTogether(List<Integer> members, long now) {
        decoder.placeTogether(board, members, now, locks);
        var waiting = new java.util.ArrayDeque<Integer>();
        for (int member : members) {
            int machine = board.machineOf[member];
            if (!network.machine(machine).unlimited()) {
                freeAt[machine] = Math.max(freeAt[machine], board.end[member]);
            }
            release(member, waiting);
        }
        waiting.forEach(this::arrive);
    }

    /** What waits and fits goes into a run that is planned already, the most urgent first. */
    private void fillBatch(int machine, java.util.ArrayDeque<Integer> waiting) {
        var row = new ArrayList<>(present.get(machine));
        row.removeIf(board::isPlaced);
        row.sort(Comparator.comparingDouble(i -> -urgency.index(i, machine, freeAt[machine], network.family[i])));
        for (int candidate : row) {
            boolean isAlone =
                    network.couples.members(network.couples.group(candidate)).size() == 1;
            if (isAlone && find(candidate, machine, Long.MIN_VALUE) == null && board.opening.isInRun()) {
                board.place(candidate, machine);
                release(candidate, waiting);
            }
        }
    }

    private int mostUrgent(int machine, long now) {
        @Nullable Integer chosen = null;
        double highest = Double.NEGATIVE_INFINITY;
        int family = familyAt(machine, now);
        for (int candidate : present.get(machine)) {
            boolean isHurried = locks.isHurried(network.couples.group(candidate));
            double index = isHurried ? Double.MAX_VALUE : urgency.index(candidate, machine, now, family);
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
