package org.throughline.scheduling.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.TimeAxis;
import org.throughline.engine.schedule.Budget;
import org.throughline.engine.schedule.Buffers;
import org.throughline.engine.schedule.Cause;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.Schedule;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.ScheduledOperation;
import org.throughline.engine.schedule.Scheduler;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.scheduling.OperationToSchedule;
import org.throughline.scheduling.ScheduleRefused;
import org.throughline.scheduling.ScheduleResult;
import org.throughline.scheduling.WorkToSchedule;

/** Reads the open operations, has them placed, and keeps the result. */
@Component
public class ScheduleDesk {

    private final ObjectProvider<WorkToSchedule> work;
    private final Plant.Reader plant;
    private final ScheduleTable schedules;
    private final FrozenHours frozen;
    private final OperationNeeds needs;
    private final Clock clock;
    /** Kept free before the due date where everything begins as late as it may. */
    private final Duration buffer;

    ScheduleDesk(
            ObjectProvider<WorkToSchedule> work,
            Plant.Reader plant,
            ScheduleTable schedules,
            FrozenHours frozen,
            OperationNeeds needs,
            Clock clock,
            @Value("${throughline.scheduling.buffer-hours:24}") long bufferHours) {
        this.work = work;
        this.plant = plant;
        this.schedules = schedules;
        this.frozen = frozen;
        this.needs = needs;
        this.clock = clock;
        buffer = Duration.ofHours(bufferHours);
    }

    /** The open work and the plant in the engine's words. */
    record Prepared(
            List<OperationToSchedule> open, Places places, SideResources side, TimeAxis axis, ScheduleProblem problem) {

        Prepared with(ScheduleProblem other) {
            return new Prepared(open, places, side, axis, other);
        }
    }

    Prepared prepare(int overtimeMinutes) {
        var open = new ArrayList<OperationToSchedule>();
        work.orderedStream().forEach(source -> open.addAll(source.open()));
        var today = java.time.LocalDate.now(clock);
        var calendars = new EngineCalendars(today, clock.getZone(), overtimeMinutes);
        var places = Places.of(plant.read(), calendars);
        long now = calendars.axis().minuteOf(clock.instant());
        var side = needs.read();
        var problem = new ProblemBuilder(places, calendars.axis(), now, side).build(open);
        return new Prepared(List.copyOf(open), places, side, calendars.axis(), problem);
    }

    static Schedule place(ScheduleProblem problem, Budget budget) {
        try {
            return Scheduler.schedule(problem, budget);
        } catch (EngineRefusal refusal) {
            throw ScheduleRefused.impossible(String.valueOf(refusal.getMessage()), refusal.values());
        }
    }

    /** Computes a draft in place of the one before. */
    public ScheduleResult run(Duration budget, ScheduleResult.Direction direction, BooleanSupplier cancelled) {
        var at = clock.instant();
        long began = System.nanoTime();
        var prepared = prepare(0);
        var limit = budget.isZero()
                ? Budget.iterations(0)
                : Budget.milliseconds(budget.toMillis()).cancelledWhen(cancelled);
        var kept = prepared.with(frozen.keep(prepared));
        var schedule = directed(kept.problem(), place(kept.problem(), limit), direction);
        int took = (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
        var result = result(schedule, direction, prepared.axis(), at, took);
        schedules.replaceDraft(result, slots(kept, schedule));
        return schedules.current(ScheduleResult.Status.DRAFT).orElseThrow();
    }

    private Schedule directed(ScheduleProblem problem, Schedule schedule, ScheduleResult.Direction direction) {
        return switch (direction) {
            case FORWARD -> schedule;
            case BACKWARD -> Scheduler.asLateAsPossible(problem, schedule, new Buffers(buffer.toMinutes(), null, 0));
        };
    }

    static ScheduleResult result(
            Schedule schedule, ScheduleResult.Direction direction, TimeAxis axis, Instant at, int milliseconds) {
        long late = schedule.jobs().stream().mapToLong(job -> job.lateMinutes()).sum();
        return new ScheduleResult(
                Identity.fresh(),
                at,
                Actor.current().name(),
                ScheduleResult.Status.DRAFT,
                direction,
                schedule.operations().size(),
                schedule.lateJobs(),
                late,
                schedule.setupMinutes(),
                schedule.operations().isEmpty() ? null : axis.instantOf(schedule.makespan()),
                schedule.evaluations(),
                milliseconds,
                0);
    }

    static List<StoredSlot> slots(Prepared prepared, Schedule schedule) {
        var open = ProblemBuilder.byName(prepared.open());
        var placed = new LinkedHashMap<String, ScheduledOperation>();
        schedule.operations().forEach(one -> placed.put(one.operation(), one));
        var locks = locks(prepared.problem());
        var latest = Scheduler.latestStarts(prepared.problem(), schedule, Buffers.none());
        var slots = new ArrayList<StoredSlot>();
        for (var one : schedule.operations()) {
            var operation = Objects.requireNonNull(open.get(one.operation()));
            var place = prepared.places().place(one.machine());
            long starts = Math.min(one.setupStart(), one.start());
            long workMinutes =
                    place == null ? one.end() - starts : place.calendar().workBetween(starts, one.end());
            slots.add(new StoredSlot(
                    operation,
                    place == null ? null : place.machineId(),
                    prepared.axis().instantOf(starts),
                    prepared.axis().instantOf(one.end()),
                    prepared.axis().instantOf(startsBy(one, latest, place)),
                    setupMinutes(operation, one),
                    workMinutes,
                    reason(one.cause(), locks.get(one.operation())),
                    detail(one.cause(), open, prepared)));
        }
        return slots;
    }

    /** When the setup must begin at the latest, as a minute of the axis. */
    private static long startsBy(ScheduledOperation one, Map<String, Long> latest, Places.@Nullable Place place) {
        long starts = Math.min(one.setupStart(), one.start());
        long by = latest.getOrDefault(one.operation(), one.start());
        return Math.max(starts, place == null ? by : place.calendar().subtractWork(by, one.setupMinutes()));
    }

    private static long setupMinutes(OperationToSchedule operation, ScheduledOperation placed) {
        if (operation.setupFamily() != null) {
            return placed.setupMinutes();
        }
        return operation.startedAt() == null
                ? operation
                        .setupMinutes()
                        .setScale(0, java.math.RoundingMode.CEILING)
                        .longValueExact()
                : 0;
    }

    private static Map<String, Operation.Lock> locks(ScheduleProblem problem) {
        var locks = new HashMap<String, Operation.Lock>();
        for (var job : problem.jobs()) {
            for (var operation : job.operations()) {
                var lock = operation.lock();
                if (lock != null) {
                    locks.put(operation.id(), lock);
                }
            }
        }
        return locks;
    }

    /** What a person has put somewhere stays theirs, whatever else it waits for. */
    private static String reason(Cause cause, Operation.@Nullable Lock lock) {
        if (lock != null && lock.reason() == Operation.Lock.Reason.LOCKED) {
            return PlacedSlots.FIXED;
        }
        return switch (cause.kind()) {
            case PLAN_START -> "START_NOW";
            case RELEASE -> "RELEASE";
            case PREDECESSOR -> "PREDECESSOR";
            case FOLLOWER -> "FOLLOWER";
            case MACHINE -> "MACHINE_BUSY";
            case RESOURCE -> "RESOURCE_BUSY";
            case MATERIAL -> "MATERIAL";
            case CALENDAR -> "CALENDAR";
            case HELD -> "BACKWARD";
            case LOCK -> lock != null && lock.reason() == Operation.Lock.Reason.FROZEN ? "FROZEN" : "RUNNING";
        };
    }

    private static Map<String, String> detail(Cause cause, Map<String, OperationToSchedule> open, Prepared prepared) {
        var detail = new LinkedHashMap<String, String>();
        detail.put("until", prepared.axis().instantOf(cause.minute()).toString());
        var subject = cause.subject();
        var other = subject == null ? null : open.get(subject);
        if (other != null) {
            detail.put("workOrder", other.workOrderNumber());
            detail.put("operation", other.sequence() + " " + other.name());
            detail.put("operationId", other.operationId().toString());
        } else if (subject != null) {
            detail.put("subject", prepared.side().nameOf(subject));
        }
        return detail;
    }
}
