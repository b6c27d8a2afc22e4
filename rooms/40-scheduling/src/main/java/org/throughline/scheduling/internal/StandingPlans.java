package org.throughline.scheduling.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.throughline.database.Changes;
import org.throughline.database.Remembered;
import org.throughline.engine.schedule.Schedule;
import org.throughline.order.SalesOrders;
import org.throughline.planning.PlanTables;
import org.throughline.scheduling.ScheduleResult;

/**
 * The schedule as it would run from now on: the open work in the order and on the machines somebody has decided. Computed
 * once for each state of the world, so that promises, previews of moves and ways to recover answer at once.
 */
@Component
class StandingPlans {

    /** Time goes on even when nothing happens: free machine time in the past is of no use. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ScheduleDesk desk;
    private final ScheduleTable schedules;
    private final PlacedSlots slots;
    private final SalesOrders orders;
    private final Clock clock;
    private final Remembered<ScheduleDesk.Prepared> prepared;
    private final Remembered<Optional<Standing>> standing;

    StandingPlans(
            ScheduleDesk desk,
            ScheduleTable schedules,
            PlacedSlots slots,
            SalesOrders orders,
            Changes changes,
            Clock clock) {
        this.desk = desk;
        this.schedules = schedules;
        this.slots = slots;
        this.orders = orders;
        this.clock = clock;
        this.prepared = changes.remember(PlanTables.WITHOUT_EFFECT);
        this.standing = changes.remember(PlanTables.WITHOUT_EFFECT);
    }

    /**
     * A decided order of work.
     *
     * @param placed    where it was decided, by operation
     * @param direction which way it was planned
     * @param schedule  what comes of it from now on
     */
    record Standing(
            ScheduleDesk.Prepared prepared,
            Map<UUID, PlacedSlots.Placed> placed,
            ScheduleResult.Direction direction,
            Schedule schedule) {

        Replay replay() {
            return new Replay(prepared, placed, direction);
        }
    }

    /**
     * The open work and the plant.
     *
     * @param overtimeMinutes added to every working day
     */
    ScheduleDesk.Prepared prepared(int overtimeMinutes) {
        return prepared.get(overtimeMinutes, basis(), () -> desk.prepare(overtimeMinutes));
    }

    /** What the floor works by; empty before anything was published. */
    Optional<Standing> published(int overtimeMinutes) {
        return standing("published", overtimeMinutes, () -> schedules.current(ScheduleResult.Status.PUBLISHED));
    }

    /** What the planner has in hand: the draft, or what is published. */
    Optional<Standing> inHand() {
        return standing(
                "in hand",
                0,
                () -> schedules
                        .current(ScheduleResult.Status.DRAFT)
                        .or(() -> schedules.current(ScheduleResult.Status.PUBLISHED)));
    }

    private Optional<Standing> standing(String which, int overtimeMinutes, Supplier<Optional<ScheduleResult>> decided) {
        return standing.get(
                which + overtimeMinutes,
                basis(),
                () -> decided.get().map(result -> {
                    var plant = prepared(overtimeMinutes);
                    var placed = slots.of(result.id());
                    var replay = new Replay(plant, placed, result.direction());
                    return new Standing(plant, placed, result.direction(), replay.run(null));
                }));
    }

    /** Another one than a while ago, or than before the orders changed: what was computed then is to be computed again. */
    Basis basis() {
        return new Basis(clock.instant().getEpochSecond() / LONGEST.toSeconds(), orders.planningMark());
    }

    /** What the plan depends on beside the tables that are watched. */
    record Basis(long period, String orders) {}
}
