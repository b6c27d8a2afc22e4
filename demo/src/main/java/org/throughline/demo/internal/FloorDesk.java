package org.throughline.demo.internal;

import static org.throughline.demo.internal.OrderDesk.as;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
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
import org.throughline.factory.ScrapReason;
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
    private static final int SCRAP_PER_MILLE = 25;
    private static final int STOP_PERCENT = 12;

    private final FloorFacts floor;
    private final ReleaseWorkOrder release;
    private final IssueMaterial issue;
    private final StartOperation start;
    private final ReportOperation report;
    private final ScrapReasons scrapReasons;

    FloorDesk(
            FloorFacts floor,
            ReleaseWorkOrder release,
            IssueMaterial issue,
            StartOperation start,
            ReportOperation report,
            ScrapReasons scrapReasons) {
        this.floor = floor;
        this.release = release;
        this.issue = issue;
        this.start = start;
        this.report = report;
        this.scrapReasons = scrapReasons;
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
        var orders = orders(lines);
        for (var order : orders) {
            if (order.status() == WorkOrder.Status.PLANNED) {
                PlantClock.at(morning, () -> tryRelease(shop, order));
            }
        }
        var day = new Day(morning);
        for (int half = 0; half < 2; half++) {
            for (var order : orders(lines)) {
                if (order.status() == WorkOrder.Status.RELEASED || order.status() == WorkOrder.Status.STARTED) {
                    order.operations().forEach(operation -> workOn(shop, random, order, operation, day));
                }
            }
        }
    }

    /** Components before the products that need them, by due date. */
    private List<WorkOrderOnFloor> orders(Collection<UUID> lines) {
        return as(Actor.system(), () -> floor.of(lines)).values().stream()
                .flatMap(line -> line.workOrders().stream())
                .sorted(Comparator.comparing(WorkOrderOnFloor::due).thenComparing(WorkOrderOnFloor::number))
                .toList();
    }

    private void tryRelease(Shop shop, WorkOrderOnFloor order) {
        try {
            as(shop.actor("planner"), () -> release.release(order.id(), false));
            as(shop.actor("warehouse"), () -> issue.issue(order.id(), List.of(), null, "demo-issue-" + order.id()));
        } catch (RuleViolation notYet) {
            // the material is not there: it is tried again tomorrow, as a planner would
        }
    }

    /** Works on one operation as far as what has arrived and the day go. */
    private void workOn(Shop shop, Random random, WorkOrderOnFloor order, OperationOnFloor current, Day day) {
        if (current.rework().isPositive()) {
            repair(shop, current, day.begin(current.workCentreId(), order.id()));
        }
        var available = current.available().min(current.remaining());
        if (current.status() == WorkOrderOperation.Status.DONE || !available.isPositive()) {
            return;
        }
        var machine = machine(shop, current, day);
        var place = machine == null ? current.workCentreId() : machine.id();
        var perPiece = current.standardMinutes().divide(order.quantity().amount(), 4, RoundingMode.HALF_UP);
        if (day.left(place).signum() <= 0) {
            return;
        }
        var possible = pieces(day.left(place), perPiece, available);
        var minutes = perPiece.multiply(possible.amount());
        var begin = day.begin(place, order.id());
        var end = begin.plus(Duration.ofMinutes(minutes.longValue()));
        day.use(place, minutes);
        day.end(order.id(), end);
        var person = person(shop, current, random);
        var key = "demo-" + current.id() + "-" + random.nextInt(Integer.MAX_VALUE);
        var where = machine == null ? null : machine.id();
        try {
            PlantClock.at(begin, () -> as(shop.actor("operator"), () -> start.start(current.id(), person, where, key)));
            if (random.nextInt(100) >= STOP_PERCENT) { // the others still run when the day ends
                var command = new ReportCommand(
                        current.id(), quantities(possible, random), false, person, where, null, key + "-report", null);
                PlantClock.at(end, () -> as(shop.actor("operator"), () -> report.report(command)));
            }
        } catch (RuleViolation blocked) {
            // the floor says why on the operator's page; here the next order is taken
        }
    }

    /** What was set aside yesterday is put right. */
    private void repair(Shop shop, OperationOnFloor operation, Instant at) {
        var zero = Quantity.zero(operation.rework().unit());
        var repaired = new ReportedQuantities(operation.rework(), zero, zero, true, List.of());
        var key = "demo-" + operation.id() + "-rework-" + at;
        var command = new ReportCommand(operation.id(), repaired, false, null, operation.machineId(), null, key, null);
        try {
            PlantClock.at(at, () -> as(shop.actor("operator"), () -> report.report(command)));
        } catch (RuleViolation notYet) {
            // tomorrow again
        }
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

    private static @Nullable UUID person(Shop shop, OperationOnFloor operation, Random random) {
        var team = shop.peopleOf.getOrDefault(operation.workCentreId(), List.of());
        return team.isEmpty() ? null : team.get(random.nextInt(team.size()));
    }

    private ReportedQuantities quantities(Quantity pieces, Random random) {
        boolean bad = random.nextInt(1000)
                < SCRAP_PER_MILLE * Math.min(10, pieces.amount().intValue());
        var reasons = as(Actor.system(), scrapReasons::all);
        if (!bad || reasons.isEmpty() || pieces.amount().compareTo(BigDecimal.valueOf(3)) < 0) {
            return ReportedQuantities.good(pieces);
        }
        ScrapReason reason = reasons.get(random.nextInt(reasons.size()));
        var one = Quantity.of(1, pieces.unit());
        var zero = Quantity.zero(pieces.unit());
        return new ReportedQuantities(
                pieces.minus(one),
                zero,
                one,
                false,
                List.of(new ReportedQuantities.ReasonCount(
                        ReportedQuantities.Fate.REWORK, reason.id(), ReportedQuantities.Cause.PROCESS, one)));
    }
}
