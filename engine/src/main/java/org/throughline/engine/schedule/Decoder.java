package org.throughline.engine.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;

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
        /** Any machine, and not earlier than published. */
        START,
        /** The same machine. */
        MACHINE,
        /** The same machine, and not earlier than published. */
        PLACE
    }

    private static final int NONE = -1;
    private static final int MOST_TRIES = 1_000;
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
        var locks = new Locks(network);
        return locks.fill(board -> fill(board, key, locks));
    }

    /** Places on the board what is not on it yet; nothing is locked. */
    Board fill(Board board, double[] key) {
        fill(board, key, new Locks(network));
        return board;
    }

    private void fill(Board board, double[] key, Locks locks) {
        var couples = network.couples;
        int[] missing = couples.waits();
        var eligible = new PriorityQueue<Integer>((left, right) -> {
            int byHurry = Boolean.compare(locks.isHurried(right), locks.isHurried(left));
            int byKey = byHurry != 0 ? byHurry : Double.compare(key[left], key[right]);
            return byKey != 0 ? byKey : Integer.compare(left, right);
        });
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] == 0 && couples.group(i) == i) {
                eligible.add(i);
            }
        }
        for (var next = eligible.poll(); next != null; next = eligible.poll()) {
            var members = couples.members(next);
            placeTogether(board, members, Long.MIN_VALUE, locks);
            for (int placed : members) {
                for (var wait : network.arcs.after[placed]) {
                    int group = couples.group(wait.after());
                    if (group != next && --missing[group] == 0) {
                        eligible.add(group);
                    }
                }
            }
        }
        board.requireComplete();
    }

    /** Places what is not placed of a group, and what is but has to give way, so that nothing waits longer than it may. */
    void placeTogether(Board board, List<Integer> members, long notBefore, Locks locks) {
        locks.giveWay(board, members);
        do {
            placeOpen(board, members, notBefore);
        } while (locks.giveWay(board, members));
    }

    private void placeOpen(Board board, List<Integer> members, long notBefore) {
        var open = members.stream().filter(i -> !board.isPlaced(i)).toList();
        long[] earliest = new long[open.size()];
        Arrays.fill(earliest, notBefore);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int placed = 0;
            boolean isRight = true;
            while (isRight && placed < open.size()) {
                placeBest(board, open.get(placed), earliest[placed]);
                isRight = isSoonEnough(board, open, placed++, earliest);
            }
            if (isRight) {
                return;
            }
            while (placed > 0) {
                board.remove(open.get(--placed));
            }
        }
        throw Network.neverFits(
                network.operations[open.getFirst()], "what follows it cannot start within its longest wait");
    }

    /** Whether an operation follows soon enough; if not, what it waits for is to be placed later the next time. */
    private boolean isSoonEnough(Board board, List<Integer> open, int placed, long[] earliest) {
        int operation = open.get(placed);
        boolean isRight = true;
        for (var wait : network.arcs.before[operation]) {
            var most = wait.arc().most();
            int before = open.indexOf(wait.before());
            if (most != null && before >= 0 && board.start[operation] > board.end[wait.before()] + most) {
                isRight = false;
                var calendar = network.calendar(wait.before(), board.machineOf[wait.before()]);
                long work = calendar.workBetween(board.start[wait.before()], board.end[wait.before()]);
                long later = calendar.subtractWork(board.start[operation] - most, work);
                earliest[before] = Math.max(board.start[wait.before()] + 1, Math.max(earliest[before], later));
            }
        }
        return isRight;
    }

    /** Where it ends first; a choice without a place is passed over. */
    private void placeBest(Board board, int operation, long notBefore) {
        int best = NONE;
        long bestEnd = Long.MAX_VALUE;
        long bestSetup = Long.MAX_VALUE;
        @Nullable EngineRefusal refusal = null;
        int count = choices.count(operation);
        for (int c = 0; c < count; c++) {
            try {
                find(board, operation, c, notBefore);
            } catch (EngineRefusal noPlace) {
                refusal = refusal == null ? noPlace : refusal;
                continue;
            }
            long end = board.opening.end - preference(operation, choices.machine(operation, c));
            if (end < bestEnd || (end == bestEnd && board.opening.setup < bestSetup)) {
                best = c;
                bestEnd = end;
                bestSetup = board.opening.setup;
            }
        }
        if (best == NONE) {
            throw Objects.requireNonNull(refusal);
        }
        if (best != count - 1) {
            find(board, operation, best, notBefore);
        }
        board.place(operation, choices.machine(operation, best));
    }

    /** Minutes by which the published machine is preferred. */
    private long preference(int operation, int machine) {
        if (!goal.isPublished(operation) || goal.publishedMachine[operation] != machine) {
            return 0;
        }
        return switch (hold) {
            case FREE, START -> 0;
            case RATHER_MACHINE -> WORTH_ANOTHER_MACHINE;
            case MACHINE, PLACE -> Long.MAX_VALUE / 4;
        };
    }

    private void find(Board board, int operation, int choice, long notBefore) {
        long minutes = choices.minutes(operation, choice);
        var calendar = choices.calendar(operation, choice);
        int machine = choices.machine(operation, choice);
        long ready = Math.max(board.ready(operation, machine, calendar, minutes), choices.notBefore(operation));
        ready = Math.max(ready, notBefore);
        if ((hold == Hold.PLACE || hold == Hold.START) && goal.isPublished(operation)) {
            ready = Math.max(ready, goal.publishedStart[operation]);
        }
        board.opening.find(operation, machine, minutes, calendar, ready);
    }
}
