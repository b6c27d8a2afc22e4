package org.throughline.engine.schedule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;

/** Finds the constraint that fixed the start of each operation of a board. */
final class Causes {

    private final Board board;
    private final Network network;
    /** What the operations of the board take; null until somebody asks. */
    private @Nullable Taken taken;

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
        boolean isAlone = what.uses().isEmpty() && what.crew().isEmpty();
        return isAlone || start == opens(what, calendar, over, minutes)
                ? closed(operation, start)
                : taken().scarce(what, calendar, over, start);
    }

    /** The first start that the calendar alone allows. */
    private static long opens(Operation what, WorkingCalendar calendar, long from, long minutes) {
        boolean mayPause = what.interruptible() || minutes == 0;
        return mayPause ? calendar.nextWorking(from) : LongestWork.start(minutes, calendar, from);
    }

    private Taken taken() {
        var known = taken;
        if (known == null) {
            known = new Taken(network.problem);
            for (int i = 0; i < network.size(); i++) {
                int machine = board.machineOf[i];
                known.take(network.operations[i], board.start[i], board.end[i], board.people[i]);
                if (!board.joined[i]) {
                    known.setUp(network.machine(machine), board.setupStart[i], board.setupEnd[i]);
                }
            }
            taken = known;
        }
        return known;
    }

    private Cause closed(int operation, long start) {
        return new Cause(
                Cause.Kind.CALENDAR, network.machine(board.machineOf[operation]).id(), start);
    }

    private static Cause later(Cause latest, Cause.Kind kind, @Nullable String subject, long minute) {
        return minute > latest.minute() ? new Cause(kind, subject, minute) : latest;
    }

    /** Which shared resources are taken when, and which people are busy. */
    static final class Taken {

        private final List<Person> people;
        private final ResourceProfile[] busy;
        private final Map<String, ResourceProfile> profiles = new HashMap<>();
        /** When some of each resource become free. */
        private final Map<String, NavigableSet<Long>> given = new HashMap<>();

        Taken(ScheduleProblem problem) {
            people = problem.people();
            busy = new ResourceProfile[people.size()];
            Arrays.setAll(busy, p -> new ResourceProfile(1));
            for (var resource : problem.resources()) {
                profiles.put(resource.id(), new ResourceProfile(resource));
                var free = new TreeSet<Long>();
                resource.absences().forEach(absence -> free.add(absence.window().end()));
                given.put(resource.id(), free);
            }
        }

        /** As another one; what is taken here is not taken there. */
        Taken(Taken other) {
            people = other.people;
            busy = Arrays.stream(other.busy).map(ResourceProfile::new).toArray(ResourceProfile[]::new);
            other.profiles.forEach((resource, profile) -> profiles.put(resource, new ResourceProfile(profile)));
            other.given.forEach((resource, minutes) -> given.put(resource, new TreeSet<>(minutes)));
        }

        /** @param crew people by number */
        void take(Operation operation, long from, long to, int[] crew) {
            operation.uses().forEach(use -> take(use.resource(), from, to, use.count()));
            for (int person : crew) {
                busy[person].take(from, to, 1);
            }
        }

        /** With its setup and its people. */
        void take(Operation operation, Machine machine, ScheduledOperation slot) {
            int[] crew = IntStream.range(0, people.size())
                    .filter(p -> slot.people().contains(people.get(p).id()))
                    .toArray();
            take(operation, slot.start(), slot.end(), crew);
            if (slot.setupMinutes() > 0) {
                setUp(machine, slot.setupStart(), slot.setupEnd());
            }
        }

        void setUp(Machine machine, long from, long to) {
            var crew = machine.setupCrew();
            if (crew != null) {
                take(crew, from, to, 1);
            }
        }

        private void take(String resource, long from, long to, int count) {
            var profile = profiles.get(resource);
            var free = given.get(resource);
            if (profile != null && free != null && from < to) {
                profile.take(from, to, count);
                free.add(to);
            }
        }

        /**
         * The skill or resource of which too few were free last before the operation starts.
         *
         * @param after it waited for other things until then
         */
        Cause scarce(Operation operation, WorkingCalendar calendar, long after, long start) {
            boolean hasWorked = calendar.workBetween(after, start) > 0;
            long lastWorked = (hasWorked ? calendar.previousWorking(start) : start) - 1;
            for (var need : operation.crew()) {
                if (free(need, lastWorked) < need.count()) {
                    return new Cause(Cause.Kind.RESOURCE, need.skill(), start);
                }
            }
            @Nullable String scarce = null;
            long until = after;
            for (var use : operation.uses()) {
                long end = scarceUntil(use, after, start);
                if (end > until) {
                    scarce = use.resource();
                    until = end;
                }
            }
            return scarce == null ? unknown(operation, start) : new Cause(Cause.Kind.RESOURCE, scarce, until);
        }

        private static Cause unknown(Operation operation, long start) {
            var subject = operation.crew().isEmpty()
                    ? operation.uses().getFirst().resource()
                    : operation.crew().getFirst().skill();
            return new Cause(Cause.Kind.RESOURCE, subject, start);
        }

        private long free(Operation.Need need, long minute) {
            return IntStream.range(0, people.size())
                    .filter(p -> people.get(p).can(need.skill(), need.grade())
                            && people.get(p).calendar().isWorking(minute)
                            && busy[p].retryAt(minute, minute + 1, 1) == minute)
                    .count();
        }

        /** Until when there were too few before {@code start}; {@code after} if there were always enough since. */
        private long scarceUntil(Operation.Use use, long after, long start) {
            var profile = profiles.get(use.resource());
            var free = given.get(use.resource());
            if (profile == null || free == null) {
                return after;
            }
            for (long minute : free.subSet(after, false, start, true).descendingSet()) {
                if (profile.retryAt(minute - 1, minute, use.count()) != minute - 1) {
                    return minute;
                }
            }
            return after;
        }
    }
}
