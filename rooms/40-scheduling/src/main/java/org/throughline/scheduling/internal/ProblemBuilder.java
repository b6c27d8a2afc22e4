package org.throughline.scheduling.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.TimeAxis;
import org.throughline.engine.schedule.Arc;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.SetupMatrix;
import org.throughline.scheduling.OperationToSchedule;

/** Says the open operations in the engine's words. Jobs are work orders; minutes count from 1970. */
final class ProblemBuilder {

    private static final String SETUPS = "families";
    private static final int MINUTES_A_DAY = 24 * 60;

    private final Places places;
    private final TimeAxis axis;
    private final long now;
    private final SideResources side;
    private final Set<String> lockedPlaces = new HashSet<>();
    private final Map<String, Long> setupOfFamily = new TreeMap<>();

    ProblemBuilder(Places places, TimeAxis axis, long now, SideResources side) {
        this.side = side;
        this.places = places;
        this.axis = axis;
        this.now = now;
    }

    ScheduleProblem build(List<OperationToSchedule> open) {
        var byOrder = new LinkedHashMap<UUID, List<OperationToSchedule>>();
        open.stream()
                .sorted(Comparator.comparing(OperationToSchedule::workOrderNumber)
                        .thenComparingInt(OperationToSchedule::sequence)
                        .thenComparing(OperationToSchedule::operationId))
                .filter(this::hasPlace)
                .forEach(operation -> byOrder.computeIfAbsent(operation.workOrderId(), id -> new ArrayList<>())
                        .add(operation));
        var jobs = new ArrayList<Job>();
        var arcs = new ArrayList<Arc>();
        for (var ofOrder : byOrder.values()) {
            jobs.add(job(ofOrder));
            overlaps(ofOrder, arcs);
            predecessors(ofOrder, byOrder, arcs);
        }
        var setups = matrix();
        var matrixId = setups.isEmpty() ? null : SETUPS;
        return new ScheduleProblem(now, places.machines(matrixId), setups, side.resources(), jobs, arcs);
    }

    private boolean hasPlace(OperationToSchedule operation) {
        return operation.subcontractDays() > 0
                || !places.of(operation.workCentreId(), operation.machineId()).isEmpty();
    }

    private Job job(List<OperationToSchedule> ofOrder) {
        var first = ofOrder.getFirst();
        return Job.of(
                first.workOrderId().toString(),
                now,
                endOf(first.due()),
                weight(first.priority()),
                ofOrder.stream().map(this::operation).toList());
    }

    /** The evening of the day. */
    private @Nullable Long endOf(@Nullable LocalDate due) {
        return due == null ? null : axis.minuteOf(due.plusDays(1));
    }

    /** Priority 10 weighs nine times as much as priority 90. */
    private static double weight(int priority) {
        return Math.max(1, (100 - priority) / 10);
    }

    private Operation operation(OperationToSchedule operation) {
        var id = operation.operationId().toString();
        if (operation.subcontractDays() > 0) {
            var outside = places.outside(operation.workCentreId());
            var alternative = new Operation.Alternative(outside, outsideMinutes(operation));
            return withMaterial(Operation.of(id, alternative), operation);
        }
        var work = work(operation);
        var candidates = candidates(operation);
        var alternatives = candidates.stream()
                .map(place -> new Operation.Alternative(place.id(), place.minutes(work)))
                .toArray(Operation.Alternative[]::new);
        var plain = withMaterial(Operation.of(id, alternatives), operation).withFamily(family(operation));
        var built = side.with(plain, operation.workCentreId(), operation.name());
        return locked(built, operation, candidates, work);
    }

    /** What is outside already comes back so many days after it left. */
    private long outsideMinutes(OperationToSchedule operation) {
        long whole = (long) operation.subcontractDays() * MINUTES_A_DAY;
        var left = operation.startedAt();
        return left == null ? whole : Math.max(1, axis.minuteOf(left) + whole - now);
    }

    /** What was begun stays on its machine. */
    private List<Places.Place> candidates(OperationToSchedule operation) {
        var running = operation.runningMachineId() == null ? null : places.machine(operation.runningMachineId());
        return running == null ? places.of(operation.workCentreId(), operation.machineId()) : List.of(running);
    }

    /** Setups between families are the matrix's; any other setup is part of the work. */
    private static BigDecimal work(OperationToSchedule operation) {
        var run = operation.runMinutesPerUnit().multiply(operation.remaining().amount());
        return operation.setupFamily() == null && !begun(operation) ? run.add(operation.setupMinutes()) : run;
    }

    private static boolean begun(OperationToSchedule operation) {
        return operation.state() == OperationToSchedule.State.RUNNING
                || operation.state() == OperationToSchedule.State.PAUSED;
    }

    private @Nullable String family(OperationToSchedule operation) {
        var family = operation.setupFamily();
        if (family != null) {
            long setup =
                    operation.setupMinutes().setScale(0, RoundingMode.CEILING).longValueExact();
            setupOfFamily.merge(family, setup, Math::max);
        }
        return family;
    }

    private Operation withMaterial(Operation built, OperationToSchedule operation) {
        var ready = operation.materialReady();
        if (ready == null) {
            return built;
        }
        long minute = axis.minuteOf(ready);
        return minute <= now ? built : built.withMaterial(minute, ready.toString());
    }

    /** A running operation goes on where it is; only one can run on a machine. */
    private Operation locked(
            Operation built, OperationToSchedule operation, List<Places.Place> candidates, BigDecimal work) {
        if (operation.state() != OperationToSchedule.State.RUNNING) {
            return built;
        }
        var place = candidates.getFirst();
        if (!lockedPlaces.add(place.id())) {
            return built;
        }
        long start = place.calendar().worksAfter(now) ? place.calendar().nextWorking(now) : now;
        return built.lockedAt(
                new Operation.Lock(place.id(), start, place.minutes(work), Operation.Lock.Reason.IN_PROGRESS));
    }

    private static void overlaps(List<OperationToSchedule> ofOrder, List<Arc> arcs) {
        for (int i = 1; i < ofOrder.size(); i++) {
            var before = ofOrder.get(i - 1);
            var after = ofOrder.get(i);
            var transfer = after.transferQuantity();
            if (transfer != null && transfer.isPositive() && before.subcontractDays() + after.subcontractDays() == 0) {
                var batch = transfer.amount().min(before.remaining().amount());
                var first = before.runMinutesPerUnit().multiply(batch).add(before.setupMinutes());
                var last = after.runMinutesPerUnit().multiply(batch);
                arcs.add(new Arc(
                        before.operationId().toString(),
                        after.operationId().toString(),
                        0,
                        new Arc.Overlap(whole(first), whole(last))));
            }
        }
    }

    private static long whole(BigDecimal minutes) {
        return minutes.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private static void predecessors(
            List<OperationToSchedule> ofOrder, Map<UUID, List<OperationToSchedule>> byOrder, List<Arc> arcs) {
        for (var operation : ofOrder) {
            for (var predecessor : operation.predecessorWorkOrders()) {
                var ofPredecessor = byOrder.get(predecessor);
                if (ofPredecessor != null) {
                    arcs.add(Arc.of(
                            ofPredecessor.getLast().operationId().toString(),
                            operation.operationId().toString()));
                }
            }
        }
    }

    /** From any other family, or from nothing, to a family: the longest setup that an operation of it asks for. */
    private List<SetupMatrix> matrix() {
        if (setupOfFamily.isEmpty()) {
            return List.of();
        }
        var times = new ArrayList<SetupMatrix.SetupTime>();
        setupOfFamily.forEach((to, minutes) -> {
            times.add(new SetupMatrix.SetupTime(null, to, minutes));
            for (var from : setupOfFamily.keySet()) {
                if (!from.equals(to)) {
                    times.add(new SetupMatrix.SetupTime(from, to, minutes));
                }
            }
        });
        return List.of(new SetupMatrix(SETUPS, times, 0));
    }

    /** Operations by the engine's name. */
    static Map<String, OperationToSchedule> byName(List<OperationToSchedule> open) {
        var names = new HashMap<String, OperationToSchedule>();
        open.forEach(operation -> names.put(operation.operationId().toString(), operation));
        return names;
    }
}
