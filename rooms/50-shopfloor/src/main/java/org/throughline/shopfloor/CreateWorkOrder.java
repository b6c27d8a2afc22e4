package org.throughline.shopfloor;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.engineering.RoutingOperation;
import org.throughline.engineering.Structures;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Units;
import org.throughline.identity.Verb;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.internal.Drafts;
import org.throughline.shopfloor.internal.Drafts.Draft;
import org.throughline.shopfloor.internal.Drafts.Wanted;
import org.throughline.shopfloor.internal.Materials;
import org.throughline.shopfloor.internal.Operations;
import org.throughline.shopfloor.internal.WorkOrders;

/** Use cases: work orders are made from the plan, by hand, or to repair pieces. Each freezes its structure. */
@Service
public class CreateWorkOrder {

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Materials materials;
    private final Drafts drafts;
    private final Structures structures;
    private final Items items;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreateWorkOrder(
            WorkOrders workOrders,
            Operations operations,
            Materials materials,
            Drafts drafts,
            Structures structures,
            Items items,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.materials = materials;
        this.drafts = drafts;
        this.structures = structures;
        this.items = items;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One work order by hand.
     *
     * @param quantity    in any unit of the item
     * @param start       null: the item's lead time before it is due, not before today
     * @param orderLineId whom it is made for; null: for stock
     * @throws WorkOrderRefused if the item is not made here, the quantity is not positive or the date is past
     */
    @Verb(type = "work-order", operation = "create")
    @Transactional
    public WorkOrder create(
            UUID itemId, Quantity quantity, LocalDate due, @Nullable LocalDate start, @Nullable UUID orderLineId) {
        var item = items.get(itemId);
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (item.kind() != Item.Kind.MAKE) {
            throw WorkOrderRefused.notMadeHere(item.code());
        }
        if (!quantity.isPositive()) {
            throw WorkOrderRefused.notPositive(quantity);
        }
        units.requireWhole(item.code(), quantity);
        if (due.isBefore(today)) {
            throw WorkOrderRefused.duePast(due, today);
        }
        var earliest = due.minusDays(item.leadTimeDays());
        var from = start == null ? (earliest.isBefore(today) ? today : earliest) : start;
        var wanted =
                new Wanted(itemId, units.toBase(itemId, quantity), from, due, WorkOrder.Purpose.product(orderLineId));
        return keep(List.of(drafts.draft(wanted))).getFirst();
    }

    /**
     * A work order that repairs pieces: one operation where the item's last one is done, which takes in the pieces
     * themselves.
     *
     * @param reworkOf the work order that made the pieces; null: they were bought
     */
    @Transactional
    public WorkOrder createRework(UUID itemId, Quantity quantity, @Nullable UUID orderLineId, @Nullable UUID reworkOf) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var last = structures.routingOf(itemId).operations().getLast();
        var purpose = new WorkOrder.Purpose(orderLineId, null, reworkOf);
        var order =
                drafts.empty(new Wanted(itemId, quantity, today, today.plusDays(1), purpose), WorkOrder.Structure.NONE);
        var step = new RoutingOperation(
                null,
                10,
                "返工 " + last.name(),
                last.workCentreId(),
                null,
                last.setupMinutes(),
                last.runMinutes(),
                false,
                null,
                0,
                true,
                null,
                null,
                null);
        var operation = Drafts.operation(order, step);
        var material = new WorkOrderMaterial(
                Identity.fresh(),
                order.id(),
                10,
                itemId,
                BigDecimal.ONE,
                Quantity.zero(quantity.unit()),
                quantity,
                Quantity.zero(quantity.unit()),
                null,
                0);
        var plans = Map.of(operation.id(), OperationPlan.plain(operation.id()));
        return keep(List.of(new Draft(order, List.of(operation), plans, List.of(material))))
                .getFirst();
    }

    /** Keeps the drafts together or none of them, and tells the other rooms. For the floor itself. */
    public List<WorkOrder> keep(List<Draft> made) {
        workOrders.add(made.stream().map(Draft::order).toList());
        var allOperations = new ArrayList<WorkOrderOperation>();
        var allPlans = new HashMap<UUID, OperationPlan>();
        var allMaterials = new ArrayList<WorkOrderMaterial>();
        for (var draft : made) {
            allOperations.addAll(draft.operations());
            allPlans.putAll(draft.plans());
            allMaterials.addAll(draft.materials());
        }
        operations.add(allOperations, allPlans);
        materials.add(allMaterials);
        events.publishEvent(new WorkOrdersCreated(
                made.stream()
                        .map(Draft::order)
                        .map(order -> new WorkOrdersCreated.Created(
                                order.id(),
                                order.number(),
                                order.itemId(),
                                order.quantity(),
                                order.purpose().orderLineId()))
                        .toList(),
                clock.instant()));
        return made.stream().map(Draft::order).toList();
    }
}
