package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.factory.Partners;
import org.throughline.factory.People;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.scheduling.Slot;
import org.throughline.scheduling.Slots;
import org.throughline.shopfloor.OperationFlow;
import org.throughline.shopfloor.OperationPlan;
import org.throughline.shopfloor.QualityHolds;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderMaterial;
import org.throughline.shopfloor.WorkOrderOperation;
import org.throughline.shopfloor.internal.TaskView.Place;

/** Makes the cards of jobs, for many work orders with a fixed number of statements. */
@Component
class TaskCards {

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Materials materials;
    private final WorkSessions sessions;
    private final Tolerances tolerances;
    private final FloorGate gate;
    private final CardReasons reasons;
    private final Slots slots;
    private final Items items;
    private final Machines machines;
    private final WorkCentres workCentres;
    private final People people;
    private final Partners partners;
    private final SalesOrders salesOrders;
    private final Clock clock;

    TaskCards(
            WorkOrders workOrders,
            Operations operations,
            Materials materials,
            WorkSessions sessions,
            Tolerances tolerances,
            FloorGate gate,
            CardReasons reasons,
            Slots slots,
            Items items,
            Machines machines,
            WorkCentres workCentres,
            People people,
            Partners partners,
            SalesOrders salesOrders,
            Clock clock) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.materials = materials;
        this.sessions = sessions;
        this.tolerances = tolerances;
        this.gate = gate;
        this.reasons = reasons;
        this.slots = slots;
        this.items = items;
        this.machines = machines;
        this.workCentres = workCentres;
        this.people = people;
        this.partners = partners;
        this.salesOrders = salesOrders;
        this.clock = clock;
    }

    /** Everything the cards of some work orders need, read once. */
    private record Table(
            Map<UUID, List<WorkOrderMaterial>> materials,
            Map<UUID, OperationPlan> plans,
            Map<UUID, Slot> slots,
            Map<UUID, List<WorkSessions.Open>> sessions,
            Map<UUID, String> names,
            Map<UUID, Item> items,
            Map<UUID, Machine> machines,
            Map<UUID, WorkCentre> workCentres,
            Map<UUID, TaskView.OrderView> orders,
            Map<UUID, QualityHolds.Hold> holds,
            Tolerances.Table tolerances) {}

    /** One card for each operation of these work orders, also of done ones, by work order and sequence. */
    List<TaskView> of(Collection<UUID> workOrderIds) {
        var orders = workOrders.all(workOrderIds);
        var ids = orders.stream().map(WorkOrder::id).toList();
        var steps = operations.of(ids);
        var all = steps.values().stream().flatMap(List::stream).toList();
        var table = table(orders, ids, all);
        var cards = new ArrayList<TaskView>();
        for (var order : orders) {
            var own = steps.getOrDefault(order.id(), List.of());
            if (!own.isEmpty()) {
                var flow = new OperationFlow(order.quantity(), own);
                for (int i = 0; i < own.size(); i++) {
                    cards.add(card(order, flow, i, table));
                }
            }
        }
        return cards;
    }

    private Table table(List<WorkOrder> orders, List<UUID> ids, List<WorkOrderOperation> steps) {
        var operationIds = steps.stream().map(WorkOrderOperation::id).toList();
        var needed = materials.of(ids);
        var open = sessions.openOn(operationIds);
        var itemIds = new ArrayList<UUID>();
        orders.forEach(order -> itemIds.add(order.itemId()));
        needed.values().forEach(list -> list.forEach(material -> itemIds.add(material.componentId())));
        var workers = open.values().stream()
                .flatMap(List::stream)
                .map(WorkSessions.Open::personId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var names = new HashMap<UUID, String>();
        people.all(workers).values().forEach(person -> names.put(person.id(), person.name()));
        return new Table(
                needed,
                operations.plansOf(ids),
                slots.of(operationIds),
                open,
                names,
                items.all(itemIds.stream().distinct().toList()),
                machines.all().stream().collect(Collectors.toMap(Machine::id, machine -> machine)),
                workCentres.all().stream().collect(Collectors.toMap(WorkCentre::id, centre -> centre)),
                orders(orders),
                gate.holdsOf(ids),
                tolerances.table());
    }

    private Map<UUID, TaskView.OrderView> orders(List<WorkOrder> orders) {
        var lineIds = orders.stream()
                .map(order -> order.purpose().orderLineId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var lines = salesOrders.linesOf(lineIds);
        var customers = partners.all(
                lines.stream().map(OrderLine::customerId).distinct().toList());
        return lines.stream()
                .collect(Collectors.toMap(
                        OrderLine::id,
                        line -> new TaskView.OrderView(
                                line.id(),
                                line.orderId(),
                                line.label(),
                                customers.containsKey(line.customerId())
                                        ? Objects.requireNonNull(customers.get(line.customerId()))
                                                .name()
                                        : "")));
    }

    private TaskView card(WorkOrder order, OperationFlow flow, int index, Table table) {
        var step = flow.operations().get(index);
        var slot = table.slots.get(step.id());
        var lineId = order.purpose().orderLineId();
        var centre = Objects.requireNonNull(table.workCentres.get(step.station().workCentreId()));
        var counts = step.counts();
        var percent = table.tolerances.percentFor(order.itemId(), centre.siteId());
        var needed = table.materials.getOrDefault(order.id(), List.of());
        var hold = table.holds.get(order.id());
        return new TaskView(
                step.id(),
                order.id(),
                order.number(),
                "%s/%d".formatted(order.number(), step.sequence()),
                step.sequence(),
                step.name(),
                step.status(),
                item(Objects.requireNonNull(table.items.get(order.itemId())), order),
                lineId == null ? null : table.orders.get(lineId),
                new Place(centre.id(), centre.code(), centre.name()),
                machine(step, slot, table),
                order.quantity().unit(),
                flow.expected(index).amount(),
                flow.remaining(index).amount(),
                flow.available(index).amount(),
                flow.limit(index, percent).amount(),
                counts.good().amount(),
                counts.scrap().amount(),
                counts.rework().amount(),
                slot == null ? null : slot.starts(),
                slot == null ? null : slot.ends(),
                slot == null ? null : slot.startsBy(),
                order.due(),
                step.startedAt(),
                Objects.requireNonNull(table.plans.get(step.id())).instruction(),
                workers(step, table),
                steps(flow, index),
                reasons.checks(flow, index, needed, hold),
                reasons.blocks(order, flow, index, needed, table.items, hold));
    }

    private static TaskView.ItemView item(Item item, WorkOrder order) {
        return new TaskView.ItemView(
                item.id(),
                item.code(),
                item.name(),
                item.nameEnglish(),
                item.specification(),
                item.drawingNumber(),
                order.structure().revision() == null
                        ? item.revision()
                        : order.structure().revision(),
                item.pictureFileId());
    }

    private static @Nullable Place machine(WorkOrderOperation step, @Nullable Slot slot, Table table) {
        var planned = slot == null || step.station().machineId() != null
                ? step.station().machineId()
                : slot.machineId();
        var id = step.station().runningOn() == null ? planned : step.station().runningOn();
        var machine = id == null ? null : table.machines.get(id);
        return machine == null ? null : new Place(machine.id(), machine.code(), machine.name());
    }

    private List<TaskView.Worker> workers(WorkOrderOperation step, Table table) {
        var now = clock.instant();
        return table.sessions.getOrDefault(step.id(), List.of()).stream()
                .map(open -> new TaskView.Worker(
                        open.personId(),
                        open.personId() == null ? "" : table.names.getOrDefault(open.personId(), ""),
                        open.startedAt(),
                        Math.max(0, Duration.between(open.startedAt(), now).toSeconds())))
                .toList();
    }

    private static List<TaskView.Step> steps(OperationFlow flow, int current) {
        var steps = new ArrayList<TaskView.Step>();
        for (int i = 0; i < flow.operations().size(); i++) {
            var step = flow.operations().get(i);
            BigDecimal total = flow.expected(i).amount();
            steps.add(new TaskView.Step(
                    step.id(),
                    step.sequence(),
                    step.name(),
                    step.status(),
                    step.counts().good().amount(),
                    total,
                    i == current));
        }
        return steps;
    }
}
