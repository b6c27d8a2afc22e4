package org.throughline.shopfloor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.internal.Materials;
import org.throughline.shopfloor.internal.Operations;
import org.throughline.shopfloor.internal.WorkOrders;
import org.throughline.stock.Reservations;

/** Use cases: a planner makes a work order larger or smaller, moves it, or takes it off its order line. */
@Service
public class ChangeWorkOrder {

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Materials materials;
    private final Reservations reservations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeWorkOrder(
            WorkOrders workOrders,
            Operations operations,
            Materials materials,
            Reservations reservations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.materials = materials;
        this.reservations = reservations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Another quantity, another due date, or both; components and operations follow.
     *
     * @param quantity null leaves it
     * @param due      null leaves it
     * @throws WorkOrderRefused if it has ended, or less is wanted than was begun
     */
    @Verb(type = "work-order", operation = "edit")
    @Transactional
    public WorkOrder change(UUID id, @Nullable Quantity quantity, @Nullable LocalDate due) {
        var order = workOrders.lock(id);
        var moved = due == null ? order : order.moveDue(due);
        if (quantity == null || quantity.equals(order.quantity())) {
            return told(workOrders.save(moved));
        }
        var now = clock.instant();
        var flow = new OperationFlow(order.quantity(), operations.of(id));
        var resized = moved.changeQuantity(
                quantity, flow.operations().getFirst().counts().taken());
        var after = flow.resized(quantity, order.status() == WorkOrder.Status.PLANNED, now);
        operations.save(ReportOperation.changed(flow, after));
        materials.save(materials.of(id).stream()
                .map(material -> material.resized(quantity))
                .toList());
        var done = after.isDone() && order.status() == WorkOrder.Status.STARTED;
        return told(workOrders.save(done ? resized.complete(now) : resized));
    }

    /**
     * It is made on, but no longer for its order line: for stock.
     *
     * @throws WorkOrderRefused if it has ended
     */
    @Transactional
    public WorkOrder detach(UUID id) {
        var order = workOrders.lock(id);
        if (!order.status().isOpen()) {
            throw WorkOrderRefused.ended(order.number(), order.status());
        }
        reservations.release("work-order", id);
        var detached = new WorkOrder(
                id,
                order.number(),
                order.itemId(),
                order.quantity(),
                order.status(),
                order.start(),
                order.due(),
                new WorkOrder.Purpose(null, null, order.purpose().reworkOf()),
                order.structure(),
                order.progress(),
                order.moments(),
                order.version());
        var saved = workOrders.save(detached);
        told(order);
        return saved;
    }

    private WorkOrder told(WorkOrder order) {
        events.publishEvent(new WorkOrderChanged(
                order.id(),
                order.purpose().orderLineId(),
                order.status(),
                order.quantity(),
                order.due(),
                clock.instant()));
        return order;
    }
}
