package org.throughline.engine.schedule;

import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;

/** Finds the constraint that fixed the start of each operation of a board. */
final class Causes {

    private final Board board;
    private final Network network;

    Causes(Board board) {
        this.board = board;
        network = board.network;
    }

    /**
     * The latest of everything that the operation had to wait for.
     *
     * @param before the operation before it on its machine, null for none
     * @param setUp when the machine is ready for it
     */
    Cause of(int operation, @Nullable String before, long setUp) {
        var lock = network.operations[operation].lock();
        long start = board.start[operation];
        if (lock != null && lock.start() >= start) {
            return new Cause(Cause.Kind.LOCK, null, start);
        }
        var latest = new Cause(Cause.Kind.PLAN_START, null, network.problem.now());
        latest = later(
                latest,
                Cause.Kind.RELEASE,
                network.job(operation).id(),
                network.job(operation).release());
        latest = later(
                latest,
                Cause.Kind.MATERIAL,
                network.operations[operation].material(),
                network.operations[operation].materialReady());
        latest = later(latest, Cause.Kind.MACHINE, before, setUp);
        int machine = board.machineOf[operation];
        var calendar = network.calendar(operation, machine);
        long minutes = calendar.workBetween(start, board.end[operation]);
        for (var wait : network.arcs.before[operation]) {
            long bound = board.afterWait(wait, machine, calendar, minutes);
            var id = network.operations[wait.before()].id();
            // Of equal bounds the predecessor is the one a reader expects.
            latest = bound >= latest.minute() ? new Cause(Cause.Kind.PREDECESSOR, id, bound) : latest;
        }
        return closedOrBusy(operation, latest, calendar, start);
    }

    private Cause closedOrBusy(int operation, Cause latest, WorkingCalendar calendar, long start) {
        if (start <= latest.minute()) {
            return latest;
        }
        boolean atWork = calendar.previousWorking(latest.minute()) == latest.minute()
                || calendar.nextWorking(latest.minute()) == latest.minute();
        if (start == calendar.nextWorking(latest.minute())) {
            return atWork ? latest : closed(operation, start);
        }
        var uses = network.operations[operation].uses();
        var crew = network.operations[operation].crew();
        if (!crew.isEmpty()) {
            return new Cause(Cause.Kind.RESOURCE, crew.getFirst().skill(), start);
        }
        return uses.isEmpty()
                ? closed(operation, start)
                : new Cause(Cause.Kind.RESOURCE, uses.getFirst().resource(), start);
    }

    private Cause closed(int operation, long start) {
        return new Cause(
                Cause.Kind.CALENDAR, network.machine(board.machineOf[operation]).id(), start);
    }

    private static Cause later(Cause latest, Cause.Kind kind, @Nullable String subject, long minute) {
        return minute > latest.minute() ? new Cause(kind, subject, minute) : latest;
    }
}
