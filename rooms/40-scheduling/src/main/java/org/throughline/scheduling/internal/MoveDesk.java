package org.throughline.scheduling.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.engine.schedule.Schedule;
import org.throughline.engine.schedule.ScheduledOperation;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.kernel.Actor;
import org.throughline.scheduling.MoveEffect;
import org.throughline.scheduling.OperationMove;
import org.throughline.scheduling.OperationToSchedule;
import org.throughline.scheduling.ScheduleRefused;

/** Moves single operations on the draft, or on a copy of the published schedule if there is no draft. */
@Component
public class MoveDesk {

    private static final int MOST_ALTERNATIVES = 8;

    private final StandingPlans plans;
    private final ScheduleTable schedules;
    private final Machines machines;
    private final MovedOrders orders;
    private final Clock clock;
    private final FrozenHours frozenHours;

    MoveDesk(
            StandingPlans plans,
            ScheduleTable schedules,
            Machines machines,
            MovedOrders orders,
            FrozenHours frozenHours,
            Clock clock) {
        this.plans = plans;
        this.schedules = schedules;
        this.machines = machines;
        this.orders = orders;
        this.clock = clock;
        this.frozenHours = frozenHours;
    }

    /** The end of the hours for which the floor has prepared. */
    Instant frozenUntil() {
        return frozenHours.until();
    }

    /** What a move starts from. */
    private record Ground(StandingPlans.Standing standing, OperationToSchedule operation, PlacedSlots.Placed slot) {

        ScheduleDesk.Prepared prepared() {
            return standing.prepared();
        }

        Map<UUID, PlacedSlots.Placed> placed() {
            return standing.placed();
        }

        Schedule before() {
            return standing.schedule();
        }

        Schedule after(Replay.Target target) {
            return standing.replay().run(target);
        }
    }

    private Ground ground(UUID operationId) {
        var standing = plans.inHand().orElseThrow(() -> ScheduleRefused.notScheduled(operationId));
        var slot = standing.placed().get(operationId);
        var operation = ProblemBuilder.byName(standing.prepared().open()).get(operationId.toString());
        if (slot == null || operation == null) {
            throw ScheduleRefused.notScheduled(operationId);
        }
        if (operation.state() == OperationToSchedule.State.RUNNING || operation.runningMachineId() != null) {
            throw ScheduleRefused.running(operation.workOrderNumber(), named(operation));
        }
        return new Ground(standing, operation, slot);
    }

    private static String named(OperationToSchedule operation) {
        return operation.sequence() + " " + operation.name();
    }

    public MoveEffect preview(OperationMove move) {
        var ground = ground(move.operationId());
        return effect(ground, ground.after(target(ground, move)));
    }

    public MoveEffect move(OperationMove move) {
        long began = System.nanoTime();
        var ground = ground(move.operationId());
        var after = ground.after(target(ground, move));
        var effect = effect(ground, after);
        var reason = move.reason() == null ? "" : move.reason().strip();
        if (effect.frozen() && reason.isEmpty()) {
            throw ScheduleRefused.frozen(frozenHours.count());
        }
        int took = (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
        var result = ScheduleDesk.result(
                after, ground.standing().direction(), ground.prepared().axis(), clock.instant(), took);
        schedules.replaceDraft(result, written(ground, after, reason));
        return effect;
    }

    public void discard() {
        schedules.discardDraft();
    }

    public void undo() {
        if (!schedules.stepBack()) {
            throw ScheduleRefused.nothingToUndo();
        }
    }

    public List<MoveEffect> alternatives(UUID operationId) {
        var ground = ground(operationId);
        var candidates = ground.prepared()
                .places()
                .of(ground.operation().workCentreId(), ground.operation().machineId());
        long ready = ready(ground);
        return candidates.stream()
                .filter(place -> place.machineId() != null
                        && !place.machineId().equals(ground.slot().machineId()))
                .limit(MOST_ALTERNATIVES)
                .map(place -> new Replay.Target(operationId.toString(), place.id(), ready))
                .map(target -> effect(ground, ground.after(target)))
                .sorted(Comparator.comparing(MoveEffect::end).thenComparing(MoveEffect::machineId))
                .toList();
    }

    /** When the operations before it end, as it stands now. */
    private long ready(Ground ground) {
        long now = ground.prepared().problem().now();
        return ground.operation().previousOperationIds().stream()
                .map(ground.placed()::get)
                .filter(Objects::nonNull)
                .mapToLong(slot -> ground.prepared().axis().minuteOf(slot.ends()))
                .reduce(now, Math::max);
    }

    private Replay.Target target(Ground ground, OperationMove move) {
        long start = Math.max(
                ground.prepared().axis().minuteOf(move.start()),
                ground.prepared().problem().now());
        var wanted = move.machineId() == null ? ground.slot().machineId() : move.machineId();
        var operation = ground.operation();
        var places = ground.prepared().places();
        if (operation.subcontractDays() > 0
                || wanted == null
                || (ground.slot().machineId() == null && wanted.equals(operation.workCentreId()))) {
            return new Replay.Target(operation.operationId().toString(), null, start);
        }
        var candidates = places.of(operation.workCentreId(), operation.machineId());
        if (candidates.stream().noneMatch(place -> wanted.equals(place.machineId()))) {
            throw cannot(operation, wanted, candidates);
        }
        return new Replay.Target(operation.operationId().toString(), wanted.toString(), start);
    }

    private ScheduleRefused cannot(OperationToSchedule operation, UUID wanted, List<Places.Place> candidates) {
        var names = machines.all().stream().collect(Collectors.toMap(Machine::id, Machine::code));
        var possible = candidates.stream()
                .map(place -> names.getOrDefault(place.machineId(), ""))
                .filter(code -> !code.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
        return ScheduleRefused.cannotRunThere(
                named(operation), names.getOrDefault(wanted, ""), possible.isEmpty() ? "—" : possible);
    }

    private MoveEffect effect(Ground ground, Schedule after) {
        var before = ground.before();
        var id = ground.operation().operationId();
        var was = byOperation(before);
        var is = byOperation(after);
        var placed = Objects.requireNonNull(is.get(id.toString()));
        var axis = ground.prepared().axis();
        var start = axis.instantOf(Math.min(placed.setupStart(), placed.start()));
        var place = ground.prepared().places().place(placed.machine());
        var machineId =
                place == null || place.machineId() == null ? ground.operation().workCentreId() : place.machineId();
        int moved = (int) is.values().stream()
                .filter(one -> !samePlace(one, was.get(one.operation())))
                .count();
        boolean frozen = start.isBefore(frozenUntil()) || ground.slot().starts().isBefore(frozenUntil());
        return new MoveEffect(
                id,
                machineId,
                start,
                axis.instantOf(placed.end()),
                frozen,
                figures(before),
                figures(after),
                moved,
                orders.of(ground.prepared(), before, after));
    }

    private static boolean samePlace(ScheduledOperation one, @Nullable ScheduledOperation other) {
        return other != null
                && one.start() == other.start()
                && one.end() == other.end()
                && one.machine().equals(other.machine());
    }

    private static Map<String, ScheduledOperation> byOperation(Schedule schedule) {
        var map = new HashMap<String, ScheduledOperation>();
        schedule.operations().forEach(one -> map.put(one.operation(), one));
        return map;
    }

    private static MoveEffect.Figures figures(Schedule schedule) {
        long late = schedule.jobs().stream().mapToLong(job -> job.lateMinutes()).sum();
        return new MoveEffect.Figures(schedule.lateJobs(), late, schedule.setupMinutes());
    }

    /** The slots to be written: what a person put somewhere says who did, and stays marked. */
    private static List<StoredSlot> written(Ground ground, Schedule after, String reason) {
        var written = new ArrayList<StoredSlot>();
        for (var slot : ScheduleDesk.slots(ground.prepared(), after)) {
            var id = slot.operation().operationId();
            var before = ground.placed().get(id);
            var detail = new LinkedHashMap<>(slot.detail());
            if (id.equals(ground.operation().operationId())) {
                detail.put("by", Actor.current().name());
                if (!reason.isEmpty()) {
                    detail.put("note", reason);
                }
                written.add(fixed(slot, detail));
            } else if (before != null && before.fixed()) {
                before.detail()
                        .properties()
                        .forEach(entry ->
                                detail.put(entry.getKey(), entry.getValue().asString()));
                written.add(fixed(slot, detail));
            } else {
                written.add(slot);
            }
        }
        return written;
    }

    private static StoredSlot fixed(StoredSlot slot, Map<String, String> detail) {
        return new StoredSlot(
                slot.operation(),
                slot.machineId(),
                slot.starts(),
                slot.ends(),
                slot.startsBy(),
                slot.setupMinutes(),
                slot.workMinutes(),
                PlacedSlots.FIXED,
                detail);
    }
}
