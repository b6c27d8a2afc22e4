package org.throughline.engine.schedule;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Puts what is locked on an empty board. Running operations stand where they are. A frozen or locked one keeps its place if
 * the machine is free there and what it waits for is done; otherwise it gives way: it keeps its machine and comes as soon
 * as both allow.
 */
final class Locks {

    private final Network network;
    private final Board board;

    Locks(Network network, Board board) {
        this.network = network;
        this.board = board;
    }

    void place() {
        IntStream.range(0, network.size())
                .filter(i -> is(i, Operation.Lock.Reason.IN_PROGRESS))
                .boxed()
                .sorted(byStart())
                .forEach(this::placeRunning);
        IntStream.of(network.arcs.topological)
                .filter(i -> is(i, Operation.Lock.Reason.FROZEN) || is(i, Operation.Lock.Reason.LOCKED))
                .boxed()
                .sorted(byStart())
                .forEach(this::placeLocked);
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

    private void placeRunning(int operation) {
        var lock = lock(operation);
        int machine = machineOf(operation);
        var calendar = network.calendar(operation, machine);
        long from = Math.min(lock.start(), network.problem.now());
        long to = calendar.addWork(network.problem.now(), lock.minutes());
        if (board.takes(operation, machine, from, to)) {
            board.force(operation, machine, from, to);
        } else {
            board.find(operation, machine, lock.minutes(), calendar, network.problem.now());
            board.place(operation, machine);
        }
    }

    private void placeLocked(int operation) {
        var lock = lock(operation);
        int machine = machineOf(operation);
        var calendar = network.calendar(operation, machine);
        for (var wait : network.arcs.before[operation]) {
            if (!board.isPlaced(wait.before())
                    || board.afterWait(wait, machine, calendar, lock.minutes()) > lock.start()) {
                return;
            }
        }
        long to = calendar.addWork(lock.start(), lock.minutes());
        if (board.takes(operation, machine, lock.start(), to)) {
            board.force(operation, machine, lock.start(), to);
        }
    }

    private int machineOf(int operation) {
        return network.machineNumber(lock(operation).machine(), network.operations[operation].id());
    }
}
