package org.throughline.scheduling.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.Schedule;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.Scheduler;
import org.throughline.scheduling.ScheduleRefused;
import org.throughline.scheduling.ScheduleResult;

/** A schedule built again in the same order on the same machines, with one operation elsewhere. */
final class Replay {

    /** A moved operation comes before those that start in the same minute. */
    private static final double JUST_BEFORE = 0.5;

    private static final double A_CENTURY = 100.0 * 366 * 24 * 60;

    private final ScheduleDesk.Prepared prepared;
    private final Map<UUID, PlacedSlots.Placed> placed;
    private final ScheduleResult.Direction direction;

    /** @param direction which way it was planned: backward, nothing comes earlier because something else was moved */
    Replay(ScheduleDesk.Prepared prepared, Map<UUID, PlacedSlots.Placed> placed, ScheduleResult.Direction direction) {
        this.prepared = prepared;
        this.placed = placed;
        this.direction = direction;
    }

    /**
     * Where one operation goes.
     *
     * @param place of the engine; null: any place it can run
     * @param start minute; not before this
     */
    record Target(String operation, @Nullable String place, long start) {}

    Schedule run(@Nullable Target target) {
        var starts = starts();
        if (target != null) {
            starts.put(target.operation(), target.start() - JUST_BEFORE);
        }
        Set<String> free = target == null ? Set.of() : Set.of(target.operation());
        return replay(starts, free, operation -> operation(operation, target));
    }

    /**
     * Everything for a few operations.
     *
     * @param first        true if they go before all others, on any of their machines
     * @param withMaterial true if they do not wait for material
     */
    Schedule runFor(Set<String> operations, boolean first, boolean withMaterial) {
        var starts = starts();
        if (first) {
            operations.forEach(one -> starts.computeIfPresent(one, (key, start) -> start - A_CENTURY));
        }
        return replay(starts, operations, operation -> {
            if (!operations.contains(operation.id())) {
                return operation(operation, null);
            }
            var free = first && operation.lock() == null ? operation : operation(operation, null);
            return withMaterial ? free.withMaterial(Long.MIN_VALUE, null) : free;
        });
    }

    private Map<String, Double> starts() {
        var starts = new HashMap<String, Double>();
        placed.values()
                .forEach(slot -> starts.put(
                        slot.operationId().toString(), (double) prepared.axis().minuteOf(slot.starts())));
        return starts;
    }

    /** @param free operations that may come earlier whichever way was planned */
    private Schedule replay(Map<String, Double> starts, Set<String> free, UnaryOperator<Operation> change) {
        var problem = prepared.problem();
        var jobs = problem.jobs().stream().map(job -> job(job, change)).toList();
        var kept = new ScheduleProblem(
                problem.now(), problem.machines(), problem.setups(), problem.resources(), jobs, problem.arcs());
        try {
            return Scheduler.replay(kept, starts, held(free));
        } catch (EngineRefusal refusal) {
            throw ScheduleRefused.impossible(String.valueOf(refusal.getMessage()), refusal.values());
        }
    }

    /** Where the work itself began, by operation. */
    private Map<String, Long> held(Set<String> free) {
        var held = new HashMap<String, Long>();
        if (direction == ScheduleResult.Direction.BACKWARD) {
            for (var job : prepared.problem().jobs()) {
                for (var operation : job.operations()) {
                    var slot = placed.get(UUID.fromString(operation.id()));
                    if (slot != null && !free.contains(operation.id())) {
                        held.put(operation.id(), workBegins(operation, slot));
                    }
                }
            }
        }
        return held;
    }

    private long workBegins(Operation operation, PlacedSlots.Placed slot) {
        long starts = prepared.axis().minuteOf(slot.starts());
        var machine = slot.machineId();
        var place = machine == null ? null : prepared.places().machine(machine);
        return place == null ? starts : place.calendar().addWork(starts, slot.familySetup(operation));
    }

    private static Job job(Job job, UnaryOperator<Operation> change) {
        var operations = job.operations().stream().map(change).toList();
        return new Job(job.id(), job.release(), job.due(), job.weight(), operations, job.sequential());
    }

    private Operation operation(Operation operation, @Nullable Target target) {
        if (operation.lock() != null) {
            return operation;
        }
        if (target != null && target.operation().equals(operation.id())) {
            return fixed(operation, target.place(), target.start());
        }
        var slot = placed.get(UUID.fromString(operation.id()));
        if (slot == null) {
            return operation;
        }
        var place = slot.machineId() == null ? null : slot.machineId().toString();
        if (slot.fixed()) {
            return fixed(operation, place, prepared.axis().minuteOf(slot.starts()));
        }
        return on(operation, place);
    }

    private Operation fixed(Operation operation, @Nullable String place, long start) {
        var there = on(operation, place);
        if (there.alternatives().size() > 1 || place == null) {
            return there.withMaterial(Math.max(start, there.materialReady()), PlacedSlots.FIXED);
        }
        var only = there.alternatives().getFirst();
        var seen = prepared.places().place(only.machine());
        long from = Math.max(Math.max(start, prepared.problem().now()), there.materialReady());
        long open = seen == null ? from : seen.calendar().nextWorking(from);
        return there.lockedAt(new Operation.Lock(only.machine(), open, only.minutes(), Operation.Lock.Reason.LOCKED));
    }

    /** The operation with the one alternative that counts; with all of them if it cannot run there any more. */
    private static Operation on(Operation operation, @Nullable String place) {
        var only = operation.alternatives().stream()
                .filter(alternative -> alternative.machine().equals(place))
                .toList();
        return only.isEmpty() ? operation : withAlternatives(operation, only);
    }

    private static Operation withAlternatives(Operation operation, List<Operation.Alternative> alternatives) {
        return new Operation(
                operation.id(),
                alternatives,
                operation.family(),
                operation.materialReady(),
                operation.material(),
                operation.uses(),
                operation.interruptible(),
                operation.lock());
    }
}
