package org.throughline.demo.internal;

import static org.throughline.demo.internal.OrderDesk.as;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Machine;
import org.throughline.factory.ScrapReasons;
import org.throughline.kernel.Actor;
import org.throughline.kernel.PlantClock;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;
import org.throughline.shopfloor.FloorFacts;
import org.throughline.shopfloor.FloorFacts.OperationOnFloor;
import org.throughline.shopfloor.FloorFacts.WorkOrderOnFloor;
import org.throughline.shopfloor.IssueMaterial;
import org.throughline.shopfloor.ReleaseWorkOrder;
import org.throughline.shopfloor.ReportCommand;
import org.throughline.shopfloor.ReportOperation;
import org.throughline.shopfloor.ReportedQuantities;
import org.throughline.shopfloor.StartOperation;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderOperation;

/** The demonstration's floor: work orders are released, material is issued, pieces are reported, as far as a day goes. */
@Component
class FloorDesk {

    private static final int MINUTES_A_DAY = 460;
    private static final int RELEASED_AHEAD_DAYS = 2;
    private static final int BAD_PER_MILLE = 7;
    private static final int LOST_PERCENT = 25;
    private static final int BACK_FROM_OUTSIDE_PERCENT = 35;

    private final FloorFacts floor;
    private final ReleaseWorkOrder release;
    private final IssueMaterial issue;
    private final StartOperation start;
    private final ReportOperation report;
    private final ScrapReasons scrapReasons;
    private final Clock clock;

    FloorDesk(
            FloorFacts floor,
            ReleaseWorkOrder release,
            IssueMaterial issue,
            StartOperation start,
            ReportOperation report,
            ScrapReasons scrapReasons,
            Clock clock) {
        this.floor = floor;
        this.release = release;
        this.issue = issue;
        this.start = start;
        this.report = report;
        this.scrapReasons = scrapReasons;
        this.clock = clock;
    }

    /** What a day of work can use up: minutes by machine, or by work centre where there are none. */
    private static final class Day {

        private final Instant morning;
        private final Map<UUID, BigDecimal> minutes = new HashMap<>();
        private final Map<UUID, Instant> orders = new HashMap<>();

        Day(Instant morning) {
            this.morning = morning;
        }

        /** When work on the order can begin at the place: both are free. */
        Instant begin(UUID place, UUID order) {
            long used = MINUTES_A_DAY - left(place).longValue();
            var free = morning.plus(Duration.ofMinutes(used));
            var arrived = orders.getOrDefault(order, morning);
            return free.isAfter(arrived) ? free : arrived;
        }

        void end(UUID order, Instant end) {
            orders.put(order, end);
        }

        BigDecimal left(UUID place) {
            return minutes.computeIfAbsent(place, fresh -> BigDecimal.valueOf(MINUTES_A_DAY));
        }

        void use(UUID place, BigDecimal used) {
            minutes.put(place, left(place).subtract(used));
        }
    }

    /** Releases what can be released, then works one day on it, the most urgent line first. */
    void work(Shop shop, Random random, Collection<UUID> lines, Instant morning) {
        var today = LocalDate.ofInstant(morning, clock.getZone());
        var orders = orders(lines);
        for (var order : orders) {
            if (order.status() == WorkOrder.Status.PLANNED
                    && !order.start().isAfter(today.plusDays(RELEASED_AHEAD_DAYS))) {
                PlantClock.at(morning, () -> release(shop, order));
            }
        }
        repairAll(shop, orders, morning);
        var day = new Day(morning);
        for (var order : orders(lines)) {
            if (isOnTheFloor(order)) {
                order.operations().forEach(operation -> workOn(shop, random, order, operation, day));
            }
        }
    }

    static boolean isOnTheFloor(WorkOrderOnFloor order) {
        return order.status() == WorkOrder.Status.RELEASED || order.status() == WorkOrder.Status.STARTED;
    }

    /** Open work orders of these lines, components before the products that need them, by due date. */
    List<WorkOrderOnFloor> orders(Collection<UUID> lines) {
        return as(Actor.system(), () -> floor.of(lines)).values().stream()
                .flatMap(line -> line.workOrders().stream())
                .filter(order -> order.status().isOpen())
                .sorted(Comparator.comparing(WorkOrderOnFloor::due).thenComparing(WorkOrderOnFloor::number))
                .toList();
    }

    /** The planner releases the order and the warehouse hands out its material, if it is there. */
    void release(Shop shop, WorkOrderOnFloor order) {
        try {
            as(shop.actor("planner"), () -> release.release(order.id(), false));
            as(shop.actor("warehouse"), () -> issue.issue(order.id(), List.of(), null, "demo-issue-" + order.id()));
        } catch (RuleViolation notYet) {
            // the material is not there: it is tried again tomorrow, as a planner would
        }
    }

    /** Somebody of the team begins with the operation; false if the floor refuses. */
    boolean start(Shop shop, OperationOnFloor operation, @Nullable UUID person, @Nullable UUID machine, Instant at) {
        var key = "demo-" + operation.id() + "-start-" + at.getEpochSecond();
        try {
            PlantClock.at(
                    at, () -> as(shop.actor("operator"), () -> start.start(operation.id(), person, machine, key)));
            return true;
        } catch (RuleViolation blocked) {
            return false;
        }
    }

    /** Somebody of the team reports these pieces; false if the floor refuses. */
    boolean report(
            Shop shop,
            OperationOnFloor operation,
            ReportedQuantities quantities,
            @Nullable UUID person,
            @Nullable UUID machine,
            Instant at) {
        var key = "demo-" + operation.id() + "-" + at.getEpochSecond();
        var command = new ReportCommand(operation.id(), quantities, false, person, machine, null, key, null);
        try {
            PlantClock.at(at, () -> as(shop.actor("operator"), () -> report.report(command)));
            return true;
        } catch (RuleViolation blocked) {
            return false; // the floor says why on the operator's page
        }
    }

    /** Works on one operation as far as what has arrived and the day go. */
    private void workOn(Shop shop, Random random, WorkOrderOnFloor order, OperationOnFloor current, Day day) {
        var available = current.available().min(current.remaining());
        if (current.status() == WorkOrderOperation.Status.DONE || !available.isPositive()) {
            return;
        }
        var machine = machine(shop, current, day);
        if (machine == null && random.nextInt(100) >= BACK_FROM_OUTSIDE_PERCENT) {
            return;
        }
        var place = machine == null ? current.workCentreId() : machine.id();
        if (day.left(place).signum() <= 0) {
            return;
        }
        var perPiece = current.standardMinutes().divide(order.quantity().amount(), 4, RoundingMode.HALF_UP);
        var possible = pieces(day.left(place), perPiece, available);
        var minutes = perPiece.multiply(possible.amount());
        var end = day.begin(place, order.id()).plus(Duration.ofMinutes(minutes.longValue()));
        day.use(place, minutes);
        day.end(order.id(), end);
        report(
                shop,
                current,
                quantities(possible, random),
                person(shop, current, random),
                machine == null ? null : machine.id(),
                end);
    }

    /** What was set aside the day before is put right first. */
    void repairAll(Shop shop, List<WorkOrderOnFloor> orders, Instant at) {
        for (var order : orders) {
            if (isOnTheFloor(order)) {
                order.operations().stream()
                        .filter(operation -> operation.rework().isPositive())
                        .forEach(operation -> repair(shop, operation, at));
            }
        }
    }

    private void repair(Shop shop, OperationOnFloor operation, Instant at) {
        var zero = Quantity.zero(operation.rework().unit());
        var repaired = new ReportedQuantities(operation.rework(), zero, zero, true, List.of());
        report(shop, operation, repaired, null, operation.machineId(), at);
    }

    private static Quantity pieces(BigDecimal minutes, BigDecimal perPiece, Quantity available) {
        if (perPiece.signum() == 0) {
            return available;
        }
        var whole = minutes.divide(perPiece, 0, RoundingMode.UP).max(BigDecimal.ONE);
        return available.min(new Quantity(whole, available.unit()));
    }

    private static @Nullable Machine machine(Shop shop, OperationOnFloor operation, Day day) {
        return shop.machines.getOrDefault(operation.workCentreId(), List.of()).stream()
                .filter(machine -> machine.status() == Machine.Status.READY)
                .max(Comparator.comparing((Machine machine) -> day.left(machine.id()))
                        .thenComparing(Machine::code))
                .orElse(null);
    }

    static @Nullable UUID person(Shop shop, OperationOnFloor operation, Random random) {
        var team = shop.peopleOf.getOrDefault(operation.workCentreId(), List.of());
        return team.isEmpty() ? null : team.get(random.nextInt(team.size()));
    }

    /** Nearly always all good; now and then a piece must be repaired, seldom one is lost. */
    ReportedQuantities quantities(Quantity pieces, Random random) {
        boolean bad = random.nextInt(1000)
                < BAD_PER_MILLE * Math.min(10, pieces.amount().intValue());
        if (!bad || pieces.amount().compareTo(BigDecimal.valueOf(3)) < 0) {
            return ReportedQuantities.good(pieces);
        }
        var reasons = as(Actor.system(), scrapReasons::all);
        if (reasons.isEmpty()) {
            return ReportedQuantities.good(pieces);
        }
        var reason = reasons.get(random.nextInt(reasons.size()));
        var one = Quantity.of(1, pieces.unit());
        var zero = Quantity.zero(pieces.unit());
        boolean lost = random.nextInt(100) < LOST_PERCENT;
        var fate = lost ? ReportedQuantities.Fate.SCRAP : ReportedQuantities.Fate.REWORK;
        return new ReportedQuantities(
                pieces.minus(one),
                lost ? one : zero,
                lost ? zero : one,
                false,
                List.of(new ReportedQuantities.ReasonCount(fate, reason.id(), ReportedQuantities.Cause.PROCESS, one)));
    }
}
