package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkingCalendar;

/** Checks a schedule against its problem with nothing but the public records: slow, obvious, independent. */
final class ScheduleChecker extends RuleChecker {

    private final Map<String, ScheduledOperation> placed = new HashMap<>();
    private final Map<String, Machine> machines = new HashMap<>();

    private ScheduleChecker(ScheduleProblem problem, Schedule schedule) {
        super(problem, new ArrayList<>());
        problem.machines().forEach(machine -> machines.put(machine.id(), machine));
        for (var operation : schedule.operations()) {
            if (placed.put(operation.operation(), operation) != null) {
                violations.add(operation.operation() + " stands twice");
            }
        }
    }

    /** The schedule of a problem, in which nothing is wrong. */
    static Schedule checked(ScheduleProblem problem, Budget budget) {
        var schedule = Scheduler.schedule(problem, budget);
        assertThat(violations(problem, schedule)).isEmpty();
        return schedule;
    }

    /** As {@link #checked}; null if the problem has no schedule. */
    static @Nullable Schedule checkedOrNull(ScheduleProblem problem, Budget budget) {
        try {
            return checked(problem, budget);
        } catch (EngineRefusal refusal) {
            assertThat(refusal.code()).isEqualTo("schedule.never-fits");
            return null;
        }
    }

    /** Where an operation stands. */
    static ScheduledOperation slot(Schedule schedule, String operation) {
        return schedule.operations().stream()
                .filter(one -> one.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    /** Sentences about everything that is wrong; empty for a correct schedule. */
    static List<String> violations(ScheduleProblem problem, Schedule schedule) {
        var checker = new ScheduleChecker(problem, schedule);
        problem.jobs().forEach(job -> job.operations().forEach(operation -> checker.checkOperation(job, operation)));
        checker.waits().forEach(checker::checkArc);
        problem.machines().forEach(checker::checkMachine);
        new UseChecker(problem, List.copyOf(checker.placed.values()), checker.violations).check();
        return checker.violations;
    }

    /** All arcs, and those between neighbours of a job that no arc replaces. */
    private List<Arc> waits() {
        Set<String> explicit = new HashSet<>();
        problem.arcs().forEach(arc -> explicit.add(arc.before() + "→" + arc.after()));
        var waits = new ArrayList<>(problem.arcs());
        for (var job : problem.jobs()) {
            for (int k = 1; k < job.operations().size() && job.sequential(); k++) {
                var before = job.operations().get(k - 1).id();
                var after = job.operations().get(k).id();
                if (!explicit.contains(before + "→" + after)) {
                    waits.add(Arc.of(before, after));
                }
            }
        }
        return waits;
    }

    private WorkingCalendar calendar(Operation operation, String machine) {
        var calendar = java.util.Objects.requireNonNull(machines.get(machine)).calendar();
        for (var use : operation.uses()) {
            for (var resource : problem.resources()) {
                calendar = resource.id().equals(use.resource()) ? calendar.and(resource.calendar()) : calendar;
            }
        }
        return calendar;
    }

    private void checkOperation(Job job, Operation operation) {
        var slot = placed.get(operation.id());
        if (slot == null) {
            violations.add(operation.id() + " is missing");
            return;
        }
        var lock = operation.lock();
        long minutes = lock != null
                ? lock.minutes()
                : operation.alternatives().stream()
                        .filter(alternative -> alternative.machine().equals(slot.machine()))
                        .mapToLong(Operation.Alternative::minutes)
                        .findFirst()
                        .orElse(-1);
        require(minutes >= 0, operation.id() + " stands on a machine that cannot do it");
        var calendar = withPeople(calendar(operation, slot.machine()), slot);
        minutes = runMinutes(operation, slot, minutes);
        boolean running = lock != null && lock.reason() == Operation.Lock.Reason.IN_PROGRESS;
        long from = running ? Math.max(slot.start(), problem.now()) : slot.start();
        require(
                calendar.workBetween(from, slot.end()) == minutes,
                "%s works %d minutes instead of %d"
                        .formatted(operation.id(), calendar.workBetween(from, slot.end()), minutes));
        if (minutes > 0) {
            require(calendar.isWorking(slot.end() - 1), operation.id() + " ends in closed time");
        }
        if (lock == null) {
            require(slot.start() >= job.release(), operation.id() + " starts before its release");
            require(slot.start() >= problem.now(), operation.id() + " starts before now");
            require(slot.start() >= operation.materialReady(), operation.id() + " starts before its material");
            require(minutes == 0 || calendar.isWorking(slot.start()), operation.id() + " starts in closed time");
            require(
                    operation.interruptible() || slot.end() - slot.start() == minutes,
                    operation.id() + " pauses but must not");
        } else {
            require(slot.machine().equals(lock.machine()), operation.id() + " left its locked machine");
            require(
                    running || slot.start() == lock.start() || hasToGiveWay(operation, lock),
                    operation.id() + " left its locked time");
        }
    }

    /** Whether what it waits for ends too late, or what is locked too stands where it should. */
    private boolean hasToGiveWay(Operation operation, Operation.Lock lock) {
        var calendar = calendar(operation, lock.machine());
        long end = calendar.addWork(lock.start(), lock.minutes());
        boolean isTaken =
                !java.util.Objects.requireNonNull(machines.get(lock.machine())).unlimited()
                        && placed.values().stream()
                                .filter(other -> other.machine().equals(lock.machine()) && other.start() < end)
                                .filter(other -> other.end() > lock.start()
                                        && !other.operation().equals(operation.id()))
                                .anyMatch(other -> operation(other.operation()).lock() != null);
        return isTaken
                || isSetUpTooLate(operation, lock)
                || waits().stream()
                        .filter(arc -> arc.after().equals(operation.id()))
                        .anyMatch(arc -> earliestAfter(arc, lock, calendar) > lock.start());
    }

    /** Whether the machine cannot be set up in time after something that it waits for and that runs there too. */
    private boolean isSetUpTooLate(Operation operation, Operation.Lock lock) {
        var machine = java.util.Objects.requireNonNull(machines.get(lock.machine()));
        var own = operation.family();
        if (machine.setupMatrix() == null || own == null) {
            return false;
        }
        return allBefore(operation.id()).stream()
                .map(id -> java.util.Objects.requireNonNull(placed.get(id)))
                .filter(other -> other.machine().equals(machine.id()))
                .anyMatch(other -> {
                    var family = operation(other.operation()).family();
                    long setup = setupMinutes(machine, family == null ? machine.initialFamily() : family, own);
                    return machine.calendar().addWork(other.end(), setup) > lock.start();
                });
    }

    private Set<String> allBefore(String operation) {
        Set<String> all = new HashSet<>();
        var open = new ArrayList<>(List.of(operation));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            waits().stream()
                    .filter(arc -> arc.after().equals(next) && all.add(arc.before()))
                    .forEach(arc -> open.add(arc.before()));
        }
        return all;
    }

    private long earliestAfter(Arc arc, Operation.Lock lock, WorkingCalendar calendar) {
        var before = java.util.Objects.requireNonNull(placed.get(arc.before()));
        long lag = arc.lag() + journey(before.machine(), lock.machine());
        var overlap = arc.overlap();
        if (overlap == null) {
            return before.end() + lag;
        }
        var calendarBefore = calendar(operation(arc.before()), before.machine());
        return Math.max(
                calendarBefore.addWork(before.start(), overlap.firstBatch()) + lag,
                calendar.subtractWork(calendar.addWork(before.end() + lag, overlap.lastBatch()), lock.minutes()));
    }

    private WorkingCalendar withPeople(WorkingCalendar calendar, ScheduledOperation slot) {
        for (var person : problem.people()) {
            calendar = slot.people().contains(person.id()) ? calendar.and(person.calendar()) : calendar;
        }
        return calendar;
    }

    /** In a batch the longest operation decides. */
    private long runMinutes(Operation operation, ScheduledOperation slot, long own) {
        if (!java.util.Objects.requireNonNull(machines.get(slot.machine())).isBatch()) {
            return own;
        }
        long longest = own;
        for (var other : placed.values()) {
            if (other.machine().equals(slot.machine())
                    && other.start() == slot.start()
                    && other.end() == slot.end()
                    && java.util.Objects.equals(operation(other.operation()).family(), operation.family())) {
                var lock = operation(other.operation()).lock();
                long minutes = lock != null
                        ? lock.minutes()
                        : operation(other.operation()).alternatives().stream()
                                .filter(alternative -> alternative.machine().equals(slot.machine()))
                                .mapToLong(Operation.Alternative::minutes)
                                .findFirst()
                                .orElse(0);
                longest = Math.max(longest, minutes);
            }
        }
        return longest;
    }

    private long journey(String from, String to) {
        var left = java.util.Objects.requireNonNull(machines.get(from)).plant();
        var right = java.util.Objects.requireNonNull(machines.get(to)).plant();
        return problem.journeys().stream()
                .filter(journey -> journey.from().equals(left) && journey.to().equals(right))
                .mapToLong(Journey::minutes)
                .max()
                .orElse(0);
    }

    private void checkArc(Arc arc) {
        var before = placed.get(arc.before());
        var after = placed.get(arc.after());
        var afterLock = operation(arc.after()).lock();
        if (before == null
                || after == null
                || (afterLock != null && afterLock.reason() == Operation.Lock.Reason.IN_PROGRESS)) {
            return;
        }
        var overlap = arc.overlap();
        var name = arc.before() + " → " + arc.after();
        var most = arc.most();
        if (most != null && operation(arc.before()).lock() == null && afterLock == null) {
            require(after.start() <= before.end() + most, name + " waits too long");
        }
        long lag = arc.lag() + journey(before.machine(), after.machine());
        if (overlap == null) {
            require(after.start() >= before.end() + lag, name + " is violated");
            return;
        }
        var calendarBefore = calendar(operation(arc.before()), before.machine());
        var calendarAfter = calendar(operation(arc.after()), after.machine());
        require(
                after.start() >= calendarBefore.addWork(before.start(), overlap.firstBatch()) + lag,
                name + " starts before the first batch");
        require(
                calendarAfter.workBetween(before.end() + lag, after.end()) >= overlap.lastBatch(),
                name + " ends too soon after the last batch");
    }

    private void checkMachine(Machine machine) {
        if (machine.unlimited()) {
            return;
        }
        var slots = placed.values().stream()
                .filter(slot -> slot.machine().equals(machine.id()))
                .sorted(Comparator.comparingLong(ScheduledOperation::start)
                        .thenComparingLong(ScheduledOperation::end)
                        .thenComparingLong(ScheduledOperation::setupStart)
                        .thenComparing(ScheduledOperation::operation))
                .toList();
        var family = machine.initialFamily();
        long free = Long.MIN_VALUE;
        ScheduledOperation first = null;
        boolean isAfterPlanned = false;
        long load = 0;
        for (var slot : slots) {
            if (machine.isBatch()
                    && first != null
                    && first.start() == slot.start()
                    && first.end() == slot.end()
                    && slot.end() > slot.start()) {
                load += operation(slot.operation()).size();
                require(load <= machine.batchCapacity(), slot.operation() + " is too much for the run");
                require(
                        java.util.Objects.equals(
                                operation(slot.operation()).family(),
                                operation(first.operation()).family()),
                        slot.operation() + " runs with another family");
                continue;
            }
            first = slot;
            load = operation(slot.operation()).size();
            var own = operation(slot.operation()).family();
            long setup = machine.setupMatrix() == null || own == null ? 0 : setupMinutes(machine, family, own);
            require(slot.setupStart() >= free, slot.operation() + " overlaps the one before on " + machine.id());
            require(slot.setupEnd() <= slot.start(), slot.operation() + " starts during its setup");
            boolean isPlanned = operation(slot.operation()).lock() == null;
            if (isPlanned || isAfterPlanned) {
                require(slot.setupMinutes() == setup, slot.operation() + " has a wrong setup");
                require(slot.setupStart() >= problem.now(), slot.operation() + " is set up before now");
                require(
                        !isPlanned || !machine.attachedSetups() || setup == 0 || slot.setupStart() >= ready(slot),
                        slot.operation() + " is set up before its work is there");
            }
            require(
                    machine.calendar().workBetween(slot.setupStart(), slot.setupEnd()) == slot.setupMinutes(),
                    slot.operation() + " is set up in closed time");
            free = slot.end();
            isAfterPlanned = isPlanned;
            family = own == null ? family : own;
        }
    }

    /** When the work is there, as far as release, material and what must be done before decide. */
    private long ready(ScheduledOperation slot) {
        long ready = operation(slot.operation()).materialReady();
        for (var job : problem.jobs()) {
            String before = null;
            for (var operation : job.operations()) {
                if (operation.id().equals(slot.operation())) {
                    ready = Math.max(ready, job.release());
                    ready = before == null || !job.sequential() || hasOverlap(before, slot.operation())
                            ? ready
                            : Math.max(
                                    ready,
                                    java.util.Objects.requireNonNull(placed.get(before))
                                            .end());
                }
                before = operation.id();
            }
        }
        return ready;
    }

    private boolean hasOverlap(String before, String after) {
        return problem.arcs().stream()
                .anyMatch(arc -> arc.before().equals(before) && arc.after().equals(after) && arc.overlap() != null);
    }

    private long setupMinutes(Machine machine, @org.jspecify.annotations.Nullable String from, String to) {
        var matrix = problem.setups().stream()
                .filter(one -> one.id().equals(machine.setupMatrix()))
                .findFirst()
                .orElseThrow();
        long minutes = to.equals(from) ? 0 : matrix.otherwise();
        for (var time : matrix.times()) {
            if (time.to().equals(to) && java.util.Objects.equals(time.from(), from)) {
                minutes = time.minutes();
            }
        }
        return minutes;
    }
}
