package org.throughline.engine.promise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Arc;
import org.throughline.engine.schedule.Booking;
import org.throughline.engine.schedule.Cause;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Machine;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.ScheduledOperation;

/** Tries each means alone and keeps what brings the completion forward. */
final class PromiseOptions {

    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);
    /** Decimals of an amount of money. */
    private static final int CENTS = 2;

    private final Booking booking;
    private final PromiseBoard board;
    private final Inquiry inquiry;
    private final Means means;
    private final PromiseAnswer plain;
    private final List<PromiseOption> found = new ArrayList<>();

    PromiseOptions(Booking booking, PromiseBoard board, Inquiry inquiry, Means means) {
        this.booking = booking;
        this.board = board;
        this.inquiry = inquiry;
        this.means = means;
        plain = board.earliest(inquiry);
    }

    List<PromiseOption> all() {
        means.overtimes().forEach(overtime -> attempt(() -> overtime(overtime)));
        means.substitutes().forEach(substitute -> attempt(() -> substitute(substitute)));
        means.outside().forEach(outside -> attempt(() -> outside(outside)));
        attempt(this::split);
        moveOthers();
        found.sort(
                Comparator.comparing((PromiseOption option) -> !option.answer().inTime())
                        .thenComparing(PromiseOption::cost)
                        .thenComparingLong(option -> option.answer().completion())
                        .thenComparing(PromiseOption::kind)
                        .thenComparing(PromiseOption::subject));
        return List.copyOf(found);
    }

    /** What can never be done is not offered. */
    private static void attempt(Runnable means) {
        try {
            means.run();
        } catch (EngineRefusal refusal) {
            if (!"schedule.never-fits".equals(refusal.code())) {
                throw refusal;
            }
        }
    }

    private void offer(PromiseOption.Kind kind, String subject, PromiseAnswer answer, BigDecimal cost, long moved) {
        if (answer.completion() < plain.completion()) {
            found.add(new PromiseOption(kind, subject, answer, cost, moved));
        }
    }

    private void overtime(Means.Overtime overtime) {
        UnaryOperator<Machine> change = machine ->
                machine.id().equals(overtime.machine()) ? machine.withCalendar(overtime.calendar()) : machine;
        var longer = booking.withMachines(change);
        var placements = longer.place(inquiry.jobs(), inquiry.arcs());
        var usual = booking.problem().machines().stream()
                .filter(machine -> machine.id().equals(overtime.machine()))
                .map(Machine::calendar)
                .findFirst();
        if (usual.isEmpty()) {
            return;
        }
        long minutes = placements.stream()
                .filter(slot -> slot.machine().equals(overtime.machine()))
                .mapToLong(slot -> beyond(usual.get(), overtime.calendar(), slot))
                .sum();
        var cost = overtime.costPerHour()
                .multiply(BigDecimal.valueOf(minutes))
                .divide(MINUTES_AN_HOUR, CENTS, RoundingMode.HALF_UP);
        var answer = PromiseBoard.answer(longer, inquiry, placements, plain.unloaded());
        offer(PromiseOption.Kind.OVERTIME, overtime.machine(), answer, cost, 0);
    }

    private static long beyond(WorkingCalendar usual, WorkingCalendar longer, ScheduledOperation slot) {
        return Math.max(
                0,
                longer.workBetween(slot.setupStart(), slot.end()) - usual.workBetween(slot.setupStart(), slot.end()));
    }

    private void substitute(Means.Substitute substitute) {
        changed(
                PromiseOption.Kind.SUBSTITUTE,
                substitute.substitute(),
                substitute.cost(),
                operation -> substitute.material().equals(operation.material())
                                && operation.materialReady() > substitute.ready()
                        ? operation.withMaterial(substitute.ready(), substitute.substitute())
                        : operation);
    }

    private void outside(Means.Outside outside) {
        changed(
                PromiseOption.Kind.SUBCONTRACT,
                outside.operation(),
                outside.cost(),
                operation ->
                        operation.id().equals(outside.operation()) ? elsewhere(operation, outside.place()) : operation);
    }

    /** Others do it, with what they have. */
    private static Operation elsewhere(Operation operation, Alternative place) {
        return new Operation(
                operation.id(),
                List.of(place),
                operation.family(),
                operation.materialReady(),
                operation.material(),
                List.of(),
                operation.interruptible(),
                operation.lock(),
                operation.size(),
                List.of());
    }

    private void changed(PromiseOption.Kind kind, String subject, BigDecimal cost, UnaryOperator<Operation> change) {
        var jobs = inquiry.jobs().stream()
                .map(job ->
                        job.withOperations(job.operations().stream().map(change).toList()))
                .toList();
        if (!jobs.equals(inquiry.jobs())) {
            var other = new Inquiry(jobs, inquiry.arcs(), inquiry.wanted());
            offer(kind, subject, board.earliest(other), cost, 0);
        }
    }

    /** Every job in two halves that go their own way; only where nothing says how jobs wait for each other. */
    private void split() {
        var cost = means.splitCost();
        if (cost == null || !inquiry.arcs().isEmpty()) {
            return;
        }
        var halves = new ArrayList<Job>();
        for (var job : inquiry.jobs()) {
            halves.add(half(job, 1));
            halves.add(half(job, 2));
        }
        var other = new Inquiry(halves, List.of(), inquiry.wanted());
        offer(
                PromiseOption.Kind.SPLIT,
                inquiry.jobs().getFirst().id(),
                board.earliest(other),
                cost.multiply(BigDecimal.valueOf(inquiry.jobs().size())),
                0);
    }

    private Job half(Job job, int part) {
        var operations = job.operations().stream()
                .map(operation -> operation
                        .withAlternatives(operation.alternatives().stream()
                                .map(alternative -> half(alternative, part))
                                .toList())
                        .ofSize(Math.max(1, half(operation.size(), part)))
                        .withId(operation.id() + "/" + part))
                .toList();
        return new Job(job.id() + "/" + part, job.release(), job.due(), job.weight(), operations, job.sequential());
    }

    /** Where any number is done at once, half of it takes as long as all of it. */
    private Alternative half(Alternative alternative, int part) {
        boolean isSameForAnyNumber = booking.problem().machines().stream()
                .anyMatch(machine -> machine.id().equals(alternative.machine())
                        && (machine.unlimited() || machine.batchCapacity() > 0));
        return isSameForAnyNumber
                ? alternative
                : new Alternative(alternative.machine(), half(alternative.minutes(), part));
    }

    private static long half(long whole, int part) {
        return part == 1 ? Math.ceilDiv(whole, 2L) : whole / 2;
    }

    /** The orders whose operations stand in the way step behind the inquiry, one order at a time. */
    private void moveOthers() {
        var rate = means.lateMinuteCost();
        if (rate == null) {
            return;
        }
        var others = new LinkedHashSet<Job>();
        for (var delay : plain.delays()) {
            var subject = delay.cause().subject();
            if (delay.cause().kind() == Cause.Kind.MACHINE && subject != null) {
                booking.jobOf(subject).ifPresent(others::add);
            }
        }
        others.forEach(job -> attempt(() -> move(job, rate)));
    }

    private void move(Job job, BigDecimal rate) {
        var booked = booking.bookedOf(job);
        long now = booking.problem().now();
        boolean isFixed = job.operations().stream().anyMatch(operation -> operation.lock() != null)
                || booked.stream().anyMatch(slot -> slot.start() < now)
                || booked.size() < job.operations().size();
        if (isFixed) {
            return;
        }
        var own = new LinkedHashMap<String, ScheduledOperation>();
        var jobs = new ArrayList<>(inquiry.jobs());
        jobs.add(job);
        var ids = job.operations().stream().map(Operation::id).toList();
        var arcs = new ArrayList<>(inquiry.arcs());
        booking.problem().arcs().stream()
                .filter(arc -> ids.contains(arc.after()))
                .forEach(arcs::add);
        var without = booking.without(job);
        var placements = without.place(jobs, arcs);
        placements.stream()
                .filter(slot -> ids.contains(slot.operation()))
                .forEach(slot -> own.put(slot.operation(), slot));
        if (breaksOthers(own, ids)) {
            return;
        }
        long before = PromiseBoard.completion(booked);
        long after = PromiseBoard.completion(List.copyOf(own.values()));
        var answer = PromiseBoard.answer(
                without,
                inquiry,
                placements.stream()
                        .filter(slot -> !ids.contains(slot.operation()))
                        .toList(),
                plain.unloaded());
        long late = lateAt(job, after) - lateAt(job, before);
        var cost = rate.multiply(BigDecimal.valueOf(job.weight()))
                .multiply(BigDecimal.valueOf(Math.max(0, late)))
                .setScale(CENTS, RoundingMode.HALF_UP);
        offer(PromiseOption.Kind.MOVE_ORDER, job.id(), answer, cost, Math.max(0, after - before));
    }

    private static long lateAt(Job job, long completion) {
        return Optional.ofNullable(job.due())
                .map(due -> Math.max(0, completion - due))
                .orElse(0L);
    }

    /** Whether something booked that waits for the moved order would start too soon, or later than it may. */
    private boolean breaksOthers(Map<String, ScheduledOperation> own, List<String> ids) {
        for (Arc arc : booking.problem().arcs()) {
            var moved = own.get(arc.before());
            if (moved != null && !ids.contains(arc.after())) {
                var most = arc.most();
                boolean isBroken = booking.slot(arc.after())
                        .map(follower -> booking.earliestAfter(moved, arc, follower) > follower.start()
                                || (most != null && follower.start() > moved.end() + most))
                        .orElse(false);
                if (isBroken) {
                    return true;
                }
            }
        }
        return false;
    }
}
