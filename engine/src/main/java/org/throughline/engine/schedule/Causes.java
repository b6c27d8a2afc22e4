package org.throughline.engine.schedule;

import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;

/** Finds the constraint that fixed the start of each operation of a board. */
final class Causes {

    private final Board board;
    private final Network network;

    /** The places before which operations were not to start; null if there are none. */
    private final @Nullable Goal held;

    Causes(Board board, @Nullable Goal held) {
        this.board = board;
        this.held = held;
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
        if (held != null && held.isPublished(operation)) {
            latest = later(latest, Cause.Kind.HELD, null, held.publishedStart[operation]);
        }
        int machine = board.machineOf[operation];
        var calendar = network.calendar(operation, machine);
        long minutes = calendar.workBetween(start, board.end[operation]);
        for (var wait : network.arcs.before[operation]) {
            long bound = board.afterWait(wait, machine, calendar, minutes);
            var id = network.operations[wait.before()].id();
            // Of equal bounds the predecessor is the one a reader expects.
            latest = bound >= latest.minute() ? new Cause(Cause.Kind.PREDECESSOR, id, bound) : latest;
        }
        return closedOrBusy(operation, latest, calendar, minutes);
    }

    private Cause closedOrBusy(int operation, Cause latest, WorkingCalendar calendar, long minutes) {
        long start = board.start[operation];
        long over = latest.minute();
        if (start <= over) {
            return latest;
        }
        boolean atWork = calendar.isWorking(over - 1) || calendar.isWorking(over);
        if (atWork && start == calendar.nextWorking(over)) {
            return latest;
        }
        var what = network.operations[operation];
        long opens = opens(what, calendar, over, minutes);
        var follower = start == opens ? null : follower(operation, calendar.addWork(opens, minutes));
        if (follower != null) {
            return follower;
        }
        boolean isAlone = what.uses().isEmpty() && what.crew().isEmpty();
        return isAlone || start == opens ? closed(operation, start) : scarce(operation, calendar, over, start);
    }

    /** What would have followed too late if the operation had ended at {@code end}; null if nothing would. */
    private @Nullable Cause follower(int operation, long end) {
        @Nullable Cause latest = null;
        long latestNeeded = end;
        for (var wait : network.arcs.after[operation]) {
            var most = wait.arc().most();
            long needed = most == null ? end : board.start[wait.after()] - most;
            if (needed > latestNeeded) {
                var id = network.operations[wait.after()].id();
                latest = new Cause(Cause.Kind.FOLLOWER, id, board.start[operation]);
                latestNeeded = needed;
            }
        }
        return latest;
    }

    /** The first start that the calendar alone allows. */
    private static long opens(Operation what, WorkingCalendar calendar, long from, long minutes) {
        boolean mayPause = what.interruptible() || minutes == 0;
        return mayPause ? calendar.nextWorking(from) : LongestWork.start(minutes, calendar, from);
    }

    private Cause closed(int operation, long start) {
        return new Cause(
                Cause.Kind.CALENDAR, network.machine(board.machineOf[operation]).id(), start);
    }

    private static Cause later(Cause latest, Cause.Kind kind, @Nullable String subject, long minute) {
        return minute > latest.minute() ? new Cause(kind, subject, minute) : latest;
    }

    /**
     * The skill or resource of which too few were free last before the operation starts.
     *
     * @param after it waited for other things until then
     */
    private Cause scarce(int operation, WorkingCalendar calendar, long after, long start) {
        var what = network.operations[operation];
        boolean hasWorked = calendar.workBetween(after, start) > 0;
        long lastWorked = (hasWorked ? calendar.previousWorking(start) : start) - 1;
        for (var need : what.crew()) {
            if (board.crews().free(need, lastWorked) < need.count()) {
                return new Cause(Cause.Kind.RESOURCE, need.skill(), start);
            }
        }
        @Nullable String scarce = null;
        long until = after;
        for (var take : network.takes(operation)) {
            long end = board.scarceUntil(take, after, start);
            if (end > until) {
                scarce = network.problem.resources().get(take.resource()).id();
                until = end;
            }
        }
        return scarce == null ? unknown(what, start) : new Cause(Cause.Kind.RESOURCE, scarce, until);
    }

    private static Cause unknown(Operation operation, long start) {
        var subject = operation.crew().isEmpty()
                ? operation.uses().getFirst().resource()
                : operation.crew().getFirst().skill();
        return new Cause(Cause.Kind.RESOURCE, subject, start);
    }
}
