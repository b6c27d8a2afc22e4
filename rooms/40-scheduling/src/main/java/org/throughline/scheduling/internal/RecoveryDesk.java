package org.throughline.scheduling.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.database.Changes;
import org.throughline.database.Remembered;
import org.throughline.engine.schedule.Schedule;
import org.throughline.engine.schedule.ScheduledOperation;
import org.throughline.planning.PlanTables;
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

    private final StandingPlans plans;
    private final ScheduleTable schedules;
    private final MovedOrders orders;
    private final Clock clock;
    private final Remembered<Recovery> known;

    RecoveryDesk(StandingPlans plans, ScheduleTable schedules, MovedOrders orders, Changes changes, Clock clock) {
        this.plans = plans;
        this.schedules = schedules;
        this.orders = orders;
        this.clock = clock;
        this.known = changes.remember(PlanTables.WITHOUT_EFFECT);
    }

    private static Set<String> operationsOf(ScheduleDesk.Prepared prepared, UUID orderLineId) {
        return prepared.open().stream()
                .filter(operation -> orderLineId.equals(operation.orderLineId()))
                .map(operation -> operation.operationId().toString())
                .collect(Collectors.toSet());
    }

    /** Without an end if no operation of the line is scheduled. */
    public Recovery ask(UUID orderLineId) {
        return known.get(
                orderLineId,
                plans.basis(),
                () -> plans.inHand()
                        .filter(standing ->
                                !operationsOf(standing.prepared(), orderLineId).isEmpty())
                        .map(standing -> recovery(orderLineId, standing))
                        .orElse(new Recovery(null, List.of())));
    }

    private Recovery recovery(UUID orderLineId, StandingPlans.Standing standing) {
        var prepared = standing.prepared();
        var end = end(standing.schedule(), operationsOf(prepared, orderLineId), prepared);
        var options = new ArrayList<Recovery.Option>();
        for (var trial : TRIALS) {
            if (trial.contains(Action.EXPEDITE) && !waitsForMaterial(prepared, orderLineId)) {
                continue;
            }
            var option = option(orderLineId, standing, end, trial);
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
            UUID orderLineId, StandingPlans.Standing standing, Instant end, Set<Action> actions) {
        var before = standing.schedule();
        var plant = actions.contains(Action.OVERTIME) ? plans.prepared(OVERTIME_MINUTES) : standing.prepared();
        var own = operationsOf(plant, orderLineId);
        var after = new Replay(plant, standing.placed(), standing.direction())
                .runFor(own, actions.contains(Action.FIRST), actions.contains(Action.EXPEDITE));
        var then = end(after, own, plant);
        var others = orders.of(standing.prepared(), before, after).stream()
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
        var standing = plans.inHand().orElseThrow(() -> ScheduleRefused.notScheduled(orderLineId));
        var prepared = standing.prepared();
        var own = operationsOf(prepared, orderLineId);
        if (own.isEmpty()) {
            throw ScheduleRefused.notScheduled(orderLineId);
        }
        var after = standing.replay().runFor(own, true, false);
        int took = (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
        schedules.replaceDraft(
                ScheduleDesk.result(after, standing.direction(), prepared.axis(), clock.instant(), took),
                ScheduleDesk.slots(prepared, after));
        return schedules.current(ScheduleResult.Status.DRAFT).orElseThrow();
    }
}
