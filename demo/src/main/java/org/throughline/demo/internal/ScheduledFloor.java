package org.throughline.demo.internal;

import static org.throughline.demo.internal.OrderDesk.as;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.kernel.PlantClock;
import org.throughline.kernel.Quantity;
import org.throughline.scheduling.Slot;
import org.throughline.scheduling.Slots;
import org.throughline.shopfloor.FloorFacts.OperationOnFloor;
import org.throughline.shopfloor.FloorFacts.WorkOrderOnFloor;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderOperation;

/** The demonstration's floor as it works by the published schedule: nearly everything on its day, a little is missed. */
@Component
class ScheduledFloor {

    private static final int MISSED_PERCENT = 5;
    private static final int LATEST_MINUTES = 25;
    private static final Duration OUTSIDE = Duration.ofDays(4);
    private static final Duration RELEASED_AHEAD = Duration.ofDays(2);

    private final FloorDesk floor;
    private final Slots slots;
    private final Clock clock;

    ScheduledFloor(FloorDesk floor, Slots slots, Clock clock) {
        this.floor = floor;
        this.clock = clock;
        this.slots = slots;
    }

    /** Hands to the floor what the schedule begins soon and whose material is there. */
    private void release(Shop shop, List<Slot> slots, List<WorkOrderOnFloor> orders, Instant at) {
        var soon = slots.stream()
                .filter(slot -> slot.starts().isBefore(at.plus(RELEASED_AHEAD)))
                .map(Slot::workOrderId)
                .collect(Collectors.toSet());
        for (var order : orders) {
            if (order.status() == WorkOrder.Status.PLANNED && soon.contains(order.id())) {
                PlantClock.at(at, () -> floor.release(shop, order));
            }
        }
    }

    private List<Slot> slots() {
        return as(Actor.system(), () -> slots.dispatchList(null, null));
    }

    /** One stretch of work. Not thread-safe. */
    private final class Shift {

        private final Shop shop;
        private final Random random;
        private final Instant end;
        private final Duration overtime;
        private final Map<UUID, Quantity> arrived = new HashMap<>();
        private final Map<UUID, Instant> free = new HashMap<>();
        private final Set<UUID> stopped = new HashSet<>();

        Shift(Shop shop, Random random, Instant end, Duration overtime) {
            this.overtime = overtime;
            this.shop = shop;
            this.random = random;
            this.end = end;
        }

        void work(Collection<UUID> lines, List<Slot> slots) {
            var orders = new HashMap<UUID, WorkOrderOnFloor>();
            var operations = new HashMap<UUID, OperationOnFloor>();
            for (var order : floor.orders(lines)) {
                if (FloorDesk.isOnTheFloor(order)) {
                    orders.put(order.id(), order);
                    order.operations().forEach(operation -> operations.put(operation.id(), operation));
                }
            }
            arrived.clear();
            for (var slot : slots) {
                var order = orders.get(slot.workOrderId());
                var operation = operations.get(slot.operationId());
                if (order != null
                        && operation != null
                        && operation.status() != WorkOrderOperation.Status.DONE
                        && slot.starts().isBefore(end)) {
                    work(slot, order, operation);
                }
            }
        }

        private void work(Slot slot, WorkOrderOnFloor order, OperationOnFloor operation) {
            var begin = latest(slot.starts(), free.get(order.id()), machineFree(slot));
            var available = operation
                    .available()
                    .plus(arrived.getOrDefault(
                            operation.id(), Quantity.zero(operation.remaining().unit())))
                    .min(operation.remaining());
            if (!available.isPositive() || !begin.isBefore(end) || stopped.contains(order.id())) {
                return;
            }
            if (slot.machineId() == null) {
                outside(slot, order, operation, available, begin);
            } else if (random.nextInt(100) < MISSED_PERCENT) {
                stopped.add(order.id());
            } else {
                inside(slot, order, operation, available, begin);
            }
        }

        /** It is sent away, and comes back after some days. */
        private void outside(
                Slot slot, WorkOrderOnFloor order, OperationOnFloor operation, Quantity available, Instant begin) {
            var sent = operation.startedAt();
            if (sent == null) {
                floor.start(shop, operation, null, null, begin);
            } else if (sent.plus(OUTSIDE).isBefore(slot.starts())) {
                done(order, operation, available, null, null, begin);
            }
        }

        private void inside(
                Slot slot, WorkOrderOnFloor order, OperationOnFloor operation, Quantity available, Instant begin) {
            var person = FloorDesk.person(shop, operation, random);
            if (operation.status() != WorkOrderOperation.Status.RUNNING
                    && !floor.start(shop, operation, person, slot.machineId(), begin)) {
                return;
            }
            var perPiece = operation.standardMinutes().divide(order.quantity().amount(), 4, RoundingMode.HALF_UP);
            var minutes = perPiece.multiply(available.amount()).longValue() + random.nextInt(LATEST_MINUTES);
            var ends = begin.plus(Duration.ofMinutes(minutes));
            if (!ends.isAfter(end.plus(overtime))) {
                done(order, operation, available, person, slot.machineId(), ends);
                return;
            }
            long left = Duration.between(begin, end).toMinutes();
            var pieces = perPiece.signum() == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(left).divide(perPiece, 0, RoundingMode.DOWN);
            var part = new Quantity(pieces, available.unit()).min(available);
            if (part.isPositive()) {
                done(order, operation, part, person, slot.machineId(), end);
            }
            stopped.add(order.id());
            free.put(Objects.requireNonNull(slot.machineId()), end);
        }

        private void done(
                WorkOrderOnFloor order,
                OperationOnFloor operation,
                Quantity pieces,
                @Nullable UUID person,
                @Nullable UUID machine,
                Instant at) {
            var quantities = machine == null
                    ? org.throughline.shopfloor.ReportedQuantities.good(pieces)
                    : floor.quantities(pieces, random);
            if (!floor.report(shop, operation, quantities, person, machine, at)) {
                stopped.add(order.id());
                return;
            }
            free.put(order.id(), at);
            if (machine != null) {
                free.put(machine, at);
            }
            int next = order.operations().indexOf(operation) + 1;
            if (next < order.operations().size()) {
                arrived.merge(order.operations().get(next).id(), quantities.good(), Quantity::plus);
            }
        }

        private @Nullable Instant machineFree(Slot slot) {
            return slot.machineId() == null ? null : free.get(slot.machineId());
        }

        private static Instant latest(Instant planned, @Nullable Instant one, @Nullable Instant other) {
            var latest = one != null && one.isAfter(planned) ? one : planned;
            return other != null && other.isAfter(latest) ? other : latest;
        }
    }

    /** Works one day, or its first hours, as the schedule says; at noon what has become possible is released too. */
    void work(Shop shop, Random random, Collection<UUID> lines, LocalDate day, Instant until) {
        var morning = day.atTime(8, 0).atZone(clock.getZone()).toInstant();
        var noon = day.atTime(12, 0).atZone(clock.getZone()).toInstant();
        var evening = day.atTime(17, 0).atZone(clock.getZone()).toInstant();
        if (until.isBefore(morning)) {
            return;
        }
        var shift = until.isBefore(evening)
                ? new Shift(shop, random, until, Duration.ZERO)
                : new Shift(shop, random, evening, Duration.ofMinutes(LATEST_MINUTES));
        var slots = slots();
        var orders = floor.orders(lines);
        floor.repairAll(shop, orders, morning);
        release(shop, slots, orders, morning);
        shift.work(
                lines,
                slots.stream().filter(slot -> slot.starts().isBefore(noon)).toList());
        if (until.isAfter(noon)) {
            release(shop, slots, floor.orders(lines), noon);
            shift.work(
                    lines,
                    slots.stream().filter(slot -> !slot.starts().isBefore(noon)).toList());
        }
    }

    /** What the schedule begins this morning has been begun. */
    void begin(Shop shop, Random random, Collection<UUID> lines, Instant at) {
        var operations = new HashMap<UUID, OperationOnFloor>();
        for (var order : floor.orders(lines)) {
            if (FloorDesk.isOnTheFloor(order)) {
                order.operations().forEach(operation -> operations.put(operation.id(), operation));
            }
        }
        for (var slot : slots()) {
            var operation = operations.get(slot.operationId());
            if (operation != null
                    && operation.status() == WorkOrderOperation.Status.READY
                    && operation.available().isPositive()
                    && !slot.starts().isAfter(at)) {
                floor.start(shop, operation, FloorDesk.person(shop, operation, random), slot.machineId(), at);
            }
        }
    }
}
