package org.throughline.engine.schedule;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is locked on an empty board. Running operations stand where they are. A frozen or locked one keeps its place if
 * the machine is free there and what it waits for is done in time; otherwise it gives way: it keeps its machine and comes as
 * soon as both allow. What it waits for may be placed later than it, so it is asked again when its turn comes; if it would have
 * to give way then, all is done again once with what it waits for before everything else.
 */
final class Locks {

    private final Network network;
    private final Choices choices;
    /** Locked operations that do not stand where they are locked to, because what they wait for is not done in time. */
    private final boolean[] gaveWay;
    /** Locked operations that stand where they are locked to, and may still have to give way. */
    private final boolean[] stands;

    /** Locked operations for which the next try takes before others what they wait for. */
    private final boolean[] hurries;
    /** Operations that this try takes before others; by the first of their group. */
    private final boolean[] isHurried;

    /** When each operation ends if it were alone; null until it is asked for. */
    private long @Nullable [] earliestEnd;

    private boolean isFirstTry = true;
    /** Whether something locked found another locked operation in its place, which may still give way. */
    private boolean isCrowded;

    private boolean isToRepeat;

    Locks(Network network) {
        this.network = network;
        choices = new Choices(network);
        gaveWay = new boolean[network.size()];
        stands = new boolean[network.size()];
        hurries = new boolean[network.size()];
        isHurried = new boolean[network.size()];
    }

    /** Whether the operations of a group are to be placed before others. */
    boolean isHurried(int group) {
        return isHurried[group];
    }

    /**
     * A board with what is locked, and with the rest as it is filled in. If something has to give way when other work stands
     * as it does because of it, all is done again without it.
     *
     * @param filling asks {@link #giveWay} for every group whose turn has come
     */
    Board fill(Consumer<Board> filling) {
        Board board;
        do {
            isToRepeat = false;
            isCrowded = false;
            hurry();
            board = new Board(network);
            place(board);
            filling.accept(board);
            isFirstTry = false;
        } while (isToRepeat);
        return board;
    }

    private void place(Board board) {
        IntStream.range(0, network.size())
                .filter(i -> is(i, Operation.Lock.Reason.IN_PROGRESS))
                .boxed()
                .sorted(byStart())
                .forEach(i -> placeRunning(board, i));
        IntStream.of(network.arcs.topological)
                .filter(i -> is(i, Operation.Lock.Reason.FROZEN) || is(i, Operation.Lock.Reason.LOCKED))
                .boxed()
                .sorted(byStart())
                .forEach(i -> placeLocked(board, i));
    }

    private Comparator<Integer> byStart() {
        return Comparator.<Integer>comparingLong(i -> lock(i).start()).thenComparing(i -> network.operations[i].id());
    }

    private boolean is(int operation, Operation.Lock.Reason reason) {
        var lock = network.operations[operation].lock();
        return lock != null && lock.reason() == reason;
    }

    private Operation.Lock lock(int operation) {
        return java.util.Objects.requireNonNull(network.operations[operation].lock());
    }

    private void placeRunning(Board board, int operation) {
        var lock = lock(operation);
        int machine = machineOf(operation);
        var calendar = network.calendar(operation, machine);
        long from = Math.min(lock.start(), network.problem.now());
        long to = calendar.addWork(network.problem.now(), lock.minutes());
        if (board.takes(operation, machine, from, to)) {
            board.force(operation, machine, from, to);
        } else {
            board.opening.find(operation, machine, lock.minutes(), calendar, network.problem.now());
            board.place(operation, machine);
        }
    }

    private void placeLocked(Board board, int operation) {
        var lock = lock(operation);
        int machine = machineOf(operation);
        long to = network.calendar(operation, machine).addWork(lock.start(), lock.minutes());
        boolean isWanted = !gaveWay[operation] && !isTooEarly(board, operation);
        stands[operation] = isWanted && board.takes(operation, machine, lock.start(), to);
        isCrowded = isCrowded || (isWanted && !stands[operation]);
        if (stands[operation]) {
            board.force(operation, machine, lock.start(), to);
        }
    }

    /** Whether something that is placed ends too late for the operation to stand where it is locked to. */
    private boolean isTooEarly(Board board, int operation) {
        var lock = lock(operation);
        int machine = machineOf(operation);
        var calendar = network.calendar(operation, machine);
        for (var wait : network.arcs.before[operation]) {
            if (board.isPlaced(wait.before())
                    && board.afterWait(wait, machine, calendar, lock.minutes()) > lock.start()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes off what stands too early now that its turn has come.
     *
     * @param members of one group, whose predecessors are placed
     * @return whether something was taken off
     */
    boolean giveWay(Board board, List<Integer> members) {
        boolean isAny = false;
        for (int operation : members) {
            if (stands[operation] && isTooEarly(board, operation)) {
                stands[operation] = false;
                boolean wasInVain = hurries[operation];
                hurries[operation] = isFirstTry && canBeInTime(operation);
                gaveWay[operation] = !hurries[operation];
                boolean hasRun = board.hasRun(operation);
                isToRepeat = isToRepeat
                        || wasInVain
                        || hurries[operation]
                        || isCrowded
                        || hasRun
                        || members.size() > 1
                        || board.isSetUpFor(operation);
                if (!hasRun) {
                    board.remove(operation);
                    isAny = true;
                }
            }
        }
        return isAny;
    }

    /** Marks all that is before what hurries. */
    private void hurry() {
        Arrays.fill(isHurried, false);
        var open = new ArrayDeque<Integer>();
        IntStream.range(0, hurries.length).filter(i -> hurries[i]).forEach(open::add);
        while (!open.isEmpty()) {
            for (var wait : network.arcs.before[open.remove()]) {
                int group = network.couples.group(wait.before());
                if (!isHurried[group]) {
                    isHurried[group] = true;
                    open.addAll(network.couples.members(group));
                }
            }
        }
    }

    /** Whether what a locked operation waits for could be done in time if it were alone. */
    private boolean canBeInTime(int operation) {
        var known = earliestEnd;
        if (known == null) {
            known = earliestEnds();
            earliestEnd = known;
        }
        return after(operation, known) <= lock(operation).start();
    }

    /** No operation ends before. */
    private long[] earliestEnds() {
        long[] ends = new long[network.size()];
        for (int i : network.arcs.topological) {
            long from = Math.max(network.release[i], network.operations[i].materialReady());
            long shortest = Long.MAX_VALUE;
            for (int c = 0; c < choices.count(i); c++) {
                shortest = Math.min(shortest, choices.minutes(i, c));
            }
            ends[i] = Math.max(Math.max(from, choices.notBefore(i)), after(i, ends)) + shortest;
        }
        return ends;
    }

    /** Transfer batches are not waited for. */
    private long after(int operation, long[] ends) {
        long latest = Long.MIN_VALUE;
        for (var wait : network.arcs.before[operation]) {
            if (wait.arc().overlap() == null) {
                latest = Math.max(latest, ends[wait.before()] + wait.arc().lag());
            }
        }
        return latest;
    }

    private int machineOf(int operation) {
        return network.machineNumber(lock(operation).machine(), network.operations[operation].id());
    }
}
