package org.throughline.shopfloor.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.kernel.Quantity;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.planning.Kit;
import org.throughline.planning.KitItem;
import org.throughline.planning.Kitting;
import org.throughline.scheduling.OperationToSchedule;
import org.throughline.scheduling.WorkToSchedule;
import org.throughline.shopfloor.OperationFlow;
import org.throughline.shopfloor.OperationPlan;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderOperation;

/** Tells scheduling every operation that is not done, and from when it can be begun. */
@Component
class OpenOperations implements WorkToSchedule {

    /** Of work for stock. */
    private static final int NORMAL_PRIORITY = 50;

    private final WorkOrders workOrders;
    private final Operations operations;
    private final SalesOrders salesOrders;
    private final Kitting kitting;
    private final Items items;
    private final Clock clock;

    OpenOperations(
            WorkOrders workOrders,
            Operations operations,
            SalesOrders salesOrders,
            Kitting kitting,
            Items items,
            Clock clock) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.salesOrders = salesOrders;
        this.kitting = kitting;
        this.items = items;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OperationToSchedule> open() {
        var orders = workOrders.open();
        var ids = orders.stream().map(WorkOrder::id).toList();
        var steps = operations.of(ids);
        var plans = operations.plansOf(ids);
        var lines = lines(orders);
        var kits = kitting.ofWorkOrders(ids);
        var components = components(orders);
        var open = new ArrayList<OperationToSchedule>();
        for (var order : orders) {
            var flow = new OperationFlow(order.quantity(), steps.getOrDefault(order.id(), List.of()));
            for (int i = 0; i < flow.operations().size(); i++) {
                if (flow.remaining(i).isPositive()) {
                    open.add(operation(
                            order, flow, i, plans, lines, i == 0 ? ready(kits.get(order.id())) : null, components));
                }
            }
        }
        return open;
    }

    private static OperationToSchedule operation(
            WorkOrder order,
            OperationFlow flow,
            int index,
            Map<UUID, OperationPlan> plans,
            Map<UUID, OrderLine> lines,
            @Nullable LocalDate materialReady,
            Map<UUID, List<UUID>> components) {
        var step = flow.operations().get(index);
        var plan = Objects.requireNonNull(plans.get(step.id()));
        var lineId = order.purpose().orderLineId();
        var line = lineId == null ? null : lines.get(lineId);
        return new OperationToSchedule(
                step.id(),
                order.id(),
                order.number(),
                order.itemId(),
                lineId,
                step.sequence(),
                step.name(),
                step.station().workCentreId(),
                step.station().machineId(),
                step.standard().setupMinutes(),
                step.standard().runMinutes(),
                order.quantity(),
                flow.remaining(index),
                state(step),
                step.startedAt(),
                isBegun(step) ? step.station().runningOn() : null,
                materialReady,
                order.due(),
                line == null ? NORMAL_PRIORITY : line.priority(),
                previous(flow, index),
                index == 0 ? components.getOrDefault(order.id(), List.of()) : List.of(),
                index == 0 ? null : transfer(flow, index, plans),
                plan.setupFamily(),
                plan.subcontractDays(),
                order.status().isOnTheFloor());
    }

    private static @Nullable Quantity transfer(OperationFlow flow, int index, Map<UUID, OperationPlan> plans) {
        var before = plans.get(flow.operations().get(index - 1).id());
        return before == null ? null : before.transferQuantity();
    }

    private static List<UUID> previous(OperationFlow flow, int index) {
        return index > 0 && flow.remaining(index - 1).isPositive()
                ? List.of(flow.operations().get(index - 1).id())
                : List.of();
    }

    private static boolean isBegun(WorkOrderOperation step) {
        return step.status() == WorkOrderOperation.Status.RUNNING || step.status() == WorkOrderOperation.Status.PAUSED;
    }

    private static OperationToSchedule.State state(WorkOrderOperation step) {
        return switch (step.status()) {
            case WAITING, DONE -> OperationToSchedule.State.WAITING;
            case READY -> OperationToSchedule.State.READY;
            case RUNNING -> OperationToSchedule.State.RUNNING;
            case PAUSED -> OperationToSchedule.State.PAUSED;
        };
    }

    /** When the last component is there; of one that nobody ordered, its lead time from today. */
    private @Nullable LocalDate ready(@Nullable Kit kit) {
        if (kit == null || kit.complete()) {
            return null;
        }
        if (kit.allBy() != null) {
            return kit.allBy();
        }
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var missing = kit.items().stream()
                .filter(item -> item.state() == KitItem.State.SHORT)
                .map(KitItem::itemId)
                .toList();
        int longest = items.all(missing).values().stream()
                .mapToInt(Item::leadTimeDays)
                .max()
                .orElse(0);
        return kit.items().stream()
                .map(KitItem::available)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .filter(date -> date.isAfter(today.plusDays(longest)))
                .orElse(today.plusDays(longest));
    }

    /** The open work orders that make components, by the work order that takes them. */
    private static Map<UUID, List<UUID>> components(List<WorkOrder> orders) {
        var byParent = new HashMap<UUID, List<UUID>>();
        for (var order : orders) {
            var parent = order.purpose().parentId();
            if (parent != null) {
                byParent.computeIfAbsent(parent, key -> new ArrayList<>()).add(order.id());
            }
        }
        return byParent;
    }

    private Map<UUID, OrderLine> lines(List<WorkOrder> orders) {
        var ids = orders.stream()
                .map(order -> order.purpose().orderLineId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return salesOrders.linesOf(ids).stream().collect(Collectors.toMap(OrderLine::id, line -> line));
    }
}
