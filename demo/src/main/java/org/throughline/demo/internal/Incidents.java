package org.throughline.demo.internal;

import static org.throughline.demo.internal.OrderDesk.as;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.kernel.Actor;
import org.throughline.order.LineStatus;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;
import org.throughline.records.Records;
import org.throughline.shopfloor.FloorFacts;
import org.throughline.shopfloor.FloorFacts.OperationOnFloor;
import org.throughline.shopfloor.WorkOrderOperation;

/** What went wrong in the last days, so that today there is something to decide: each late line has a cause of its own. */
@Component
class Incidents {

    private static final int DRAWINGS_WITHOUT_CONFIRMATION = 2;

    private final OrderDesk orderDesk;
    private final FloorFacts floor;
    private final Machines machines;
    private final Items items;
    private final Records records;

    Incidents(OrderDesk orderDesk, FloorFacts floor, Machines machines, Items items, Records records) {
        this.orderDesk = orderDesk;
        this.floor = floor;
        this.machines = machines;
        this.items = items;
        this.records = records;
    }

    /** The machine of this work centre whose work is most urgent stops; what runs on it waits. */
    void breakMachine(Shop shop, UUID workCentre, Collection<UUID> lines) {
        var due = new LinkedHashMap<UUID, LocalDate>();
        as(Actor.system(), () -> floor.of(lines)).values().stream()
                .flatMap(line -> line.workOrders().stream())
                .forEach(order -> order.operations().stream()
                        .filter(operation -> runsOn(operation, workCentre))
                        .forEach(operation -> due.merge(
                                java.util.Objects.requireNonNull(operation.machineId()),
                                order.due(),
                                (one, other) -> one.isBefore(other) ? one : other)));
        due.entrySet().stream()
                .min(Map.Entry.<UUID, LocalDate>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(urgent -> setStatus(shop, urgent.getKey(), Machine.Status.DOWN));
    }

    private static boolean runsOn(OperationOnFloor operation, UUID workCentre) {
        return operation.status() == WorkOrderOperation.Status.RUNNING
                && operation.workCentreId().equals(workCentre)
                && operation.machineId() != null;
    }

    private void setStatus(Shop shop, UUID machineId, Machine.Status status) {
        var machine = shop.machines.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.id().equals(machineId))
                .findFirst()
                .orElseThrow();
        as(
                shop.actor("maintenance"),
                () -> machines.save(new Machine(
                        machine.id(),
                        machine.code(),
                        machine.name(),
                        machine.workCentreId(),
                        machine.calendarId(),
                        status,
                        machine.speed(),
                        machine.externalId(),
                        machine.version())));
        shop.machines.computeIfPresent(
                machine.workCentreId(),
                (centre, known) -> known.stream()
                        .filter(one -> !one.id().equals(machineId))
                        .toList());
    }

    /** The drawing office has drawn a new revision of what was ordered last and not begun yet, and nobody confirmed it. */
    void leaveDrawingsOpen(Shop shop, Collection<UUID> lines) {
        var begun = as(Actor.system(), () -> floor.of(lines)).keySet();
        orderDesk.lines(lines).stream()
                .filter(line -> line.status() == LineStatus.OPEN && line.orderStatus() == OrderStatus.CONFIRMED)
                .filter(line -> !begun.contains(line.id()))
                .sorted(Comparator.comparing(OrderLine::due).thenComparing(OrderLine::id))
                .map(OrderLine::itemId)
                .distinct()
                .limit(DRAWINGS_WITHOUT_CONFIRMATION)
                .forEach(item -> draw(shop, items.get(item)));
    }

    private void draw(Shop shop, Item item) {
        as(
                shop.actor("engineer"),
                () -> records.create(
                        "drawing",
                        Map.of(
                                "item_id",
                                item.id().toString(),
                                "number",
                                item.drawingNumber() == null ? item.code() : item.drawingNumber(),
                                "revision",
                                "C",
                                "note",
                                "客户改了安装孔位，待客户确认 · mounting holes moved, the customer has to agree")));
    }
}
