package org.throughline.scheduling.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.engine.schedule.Schedule;
import org.throughline.engine.schedule.ScheduledOperation;
import org.throughline.scheduling.Recovery;
import org.throughline.scheduling.Recovery.Action;
import org.throughline.scheduling.ScheduleRefused;
import org.throughline.scheduling.ScheduleResult;

/** Builds the plan again with more and more done for one line, and says what each gains and costs. */
@Component
public class RecoveryDesk {

    private static final int OVERTIME_MINUTES = 120;
    private static final long WORTH_MINUTES = 12 * 60;
    private static final int MOST_OTHERS = 5;

    /** From the least intrusive to the most. */
    private static final List<Set<Action>> TRIALS = List.of(
            EnumSet.of(Action.EXPEDITE),
            EnumSet.of(Action.FIRST),
            EnumSet.of(Action.OVERTIME),
            EnumSet.of(Action.EXPEDITE, Action.FIRST),
            EnumSet.of(Action.EXPEDITE, Action.FIRST, Action.OVERTIME));

    private final ScheduleDesk desk;
    private final ScheduleTable schedules;
    private final PlacedSlots slots;
    private final MovedOrders orders;
    private final Clock clock;

    RecoveryDesk(ScheduleDesk desk, ScheduleTable schedules, PlacedSlots slots, MovedOrders orders, Clock clock) {
        this.desk = desk;
        this.schedules = schedules;
        this.slots = slots;
        this.orders = orders;
        this.clock = clock;
    }

    private Map<UUID, PlacedSlots.Placed> placed() {
        return schedules
                .current(ScheduleResult.Status.DRAFT)
                .or(() -> schedules.current(ScheduleResult.Status.PUBLISHED))
                .map(schedule -> slots.of(schedule.id()))
                .orElse(Map.of());
    }

    private static Set<String> operationsOf(ScheduleDesk.Prepared prepared, UUID orderLineId) {
        return prepared.open().stream()
                .filter(operation -> orderLineId.equals(operation.orderLineId()))
                .map(operation -> operation.operationId().toString())
                .collect(Collectors.toSet());
    }

    /** Without an end if no operation of the line is scheduled. */
    public Recovery ask(UUID orderLineId) {
        var placed = placed();
        if (placed.isEmpty()) {
            return new Recovery(null, List.of());
        }
        var prepared = desk.prepare(0);
        var own = operationsOf(prepared, orderLineId);
        if (own.isEmpty()) {
            return new Recovery(null, List.of());
        }
        var before = new Replay(prepared, placed).run(null);
        var end = end(before, own, prepared);
        var options = new ArrayList<Recovery.Option>();
        for (var trial : TRIALS) {
            if (trial.contains(Action.EXPEDITE) && !waitsForMaterial(prepared, orderLineId)) {
                continue;
            }
            var option = option(orderLineId, prepared, placed, before, end, trial);
            long best =
                    options.stream().mapToLong(Recovery.Option::minutes).max().orElse(0);
            if (option.minutes() >= best + WORTH_MINUTES) {
                options.add(option);
            }
        }
        return new Recovery(end, options);
    }

    private static boolean waitsForMaterial(ScheduleDesk.Prepared prepared, UUID orderLineId) {
        return prepared.open().stream()
                .anyMatch(one -> orderLineId.equals(one.orderLineId()) && one.materialReady() != null);
    }

    private Recovery.Option option(
            UUID orderLineId,
            ScheduleDesk.Prepared prepared,
            Map<UUID, PlacedSlots.Placed> placed,
            Schedule before,
            Instant end,
            Set<Action> actions) {
        var plant = actions.contains(Action.OVERTIME) ? desk.prepare(OVERTIME_MINUTES) : prepared;
        var own = operationsOf(plant, orderLineId);
        var after = new Replay(plant, placed)
                .runFor(own, actions.contains(Action.FIRST), actions.contains(Action.EXPEDITE));
        var then = end(after, own, plant);
        var others = orders.of(prepared, before, after).stream()
                .filter(order -> order.minutes() > 0 && !orderLineId.equals(order.orderLineId()))
                .limit(MOST_OTHERS)
                .toList();
        return new Recovery.Option(
                List.copyOf(actions),
                then,
                Duration.between(then, end).toMinutes(),
                actions.contains(Action.OVERTIME) ? 0 : moved(before, after, own),
                before.lateJobs(),
                after.lateJobs(),
                others);
    }

    private static int moved(Schedule before, Schedule after, Set<String> own) {
        var starts = before.operations().stream()
                .collect(Collectors.toMap(ScheduledOperation::operation, ScheduledOperation::start));
        return (int) after.operations().stream()
                .filter(one -> !own.contains(one.operation())
                        && !Long.valueOf(one.start()).equals(starts.get(one.operation())))
                .count();
    }

    private static Instant end(Schedule schedule, Set<String> own, ScheduleDesk.Prepared prepared) {
        long last = schedule.operations().stream()
                .filter(one -> own.contains(one.operation()))
                .mapToLong(ScheduledOperation::end)
                .max()
                .orElse(prepared.problem().now());
        return prepared.axis().instantOf(last);
    }

    /** Writes the draft in which the line goes first. */
    public ScheduleResult tryFirst(UUID orderLineId) {
        long began = System.nanoTime();
        var prepared = desk.prepare(0);
        var own = operationsOf(prepared, orderLineId);
        var placed = placed();
        if (own.isEmpty() || placed.isEmpty()) {
            throw ScheduleRefused.notScheduled(orderLineId);
        }
        var after = new Replay(prepared, placed).runFor(own, true, false);
        int took = (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
        schedules.replaceDraft(
                ScheduleDesk.result(after, prepared.axis(), clock.instant(), took),
                ScheduleDesk.slots(prepared, after));
        return schedules.current(ScheduleResult.Status.DRAFT).orElseThrow();
    }
}
