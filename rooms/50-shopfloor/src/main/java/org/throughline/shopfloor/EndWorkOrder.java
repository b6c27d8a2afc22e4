package org.throughline.shopfloor;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Items;
import org.throughline.identity.Verb;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.internal.Materials;
import org.throughline.shopfloor.internal.Operations;
import org.throughline.shopfloor.internal.WorkOrders;
import org.throughline.shopfloor.internal.WorkSessions;
import org.throughline.stock.Reservations;

/** Use cases: a work order ends with less than ordered, is closed, or is not made at all. What was kept for it is freed. */
@Service
public class EndWorkOrder {

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Materials materials;
    private final WorkSessions sessions;
    private final Reservations reservations;
    private final Items items;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndWorkOrder(
            WorkOrders workOrders,
            Operations operations,
            Materials materials,
            WorkSessions sessions,
            Reservations reservations,
            Items items,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.materials = materials;
        this.sessions = sessions;
        this.reservations = reservations;
        this.items = items;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Ends a work order with what was received so far; pieces between operations are given up.
     *
     * @throws WorkOrderRefused if it is not on the floor, or nothing was reported yet (then it is cancelled instead)
     */
    @Verb(type = "work-order", operation = "complete")
    @Transactional
    public WorkOrder completeShort(UUID id) {
        var now = clock.instant();
        var order = workOrders.lock(id);
        var flow = new OperationFlow(order.quantity(), operations.of(id));
        if (flow.operations().getFirst().counts().taken().isZero()) {
            throw WorkOrderRefused.nothingReported(order.number());
        }
        var completed = workOrders.save(order.complete(now));
        var open = flow.operations().stream()
                .filter(operation -> operation.status() != WorkOrderOperation.Status.DONE)
                .toList();
        open.forEach(operation -> sessions.endAll(operation.id(), now));
        operations.save(open.stream()
                .map(operation -> operation.in(WorkOrderOperation.Status.DONE, now))
                .toList());
        reservations.release("work-order", id);
        events.publishEvent(new WorkOrderCompleted(
                id,
                order.number(),
                order.purpose().orderLineId(),
                order.progress().good(),
                order.progress().scrap(),
                now));
        return completed;
    }

    /**
     * Nothing more will be booked on it.
     *
     * @throws WorkOrderRefused if it is not completed
     */
    @Verb(type = "work-order", operation = "close")
    @Transactional
    public WorkOrder close(UUID id) {
        var closed = workOrders.save(workOrders.lock(id).close(clock.instant()));
        reservations.release("work-order", id);
        tellChanged(closed);
        return closed;
    }

    /**
     * It will not be made.
     *
     * @throws WorkOrderRefused if it was started, or material lies on the floor for it
     */
    @Verb(type = "work-order", operation = "cancel")
    @Transactional
    public WorkOrder cancel(UUID id) {
        var order = workOrders.lock(id);
        var cancelled = order.cancel();
        var issued = materials.of(id).stream()
                .filter(material -> material.issued().isPositive())
                .toList();
        if (!issued.isEmpty()) {
            var codes = items.all(
                    issued.stream().map(WorkOrderMaterial::componentId).toList());
            throw WorkOrderRefused.materialIssued(
                    order.number(),
                    issued.stream()
                            .map(material -> List.<Object>of(
                                    Objects.requireNonNull(codes.get(material.componentId()))
                                            .code(),
                                    material.issued()))
                            .toList());
        }
        var saved = workOrders.save(cancelled);
        reservations.release("work-order", id);
        tellChanged(saved);
        return saved;
    }

    /**
     * A team leader allows more at the first operation than order and tolerance, e.g. to replace scrapped pieces.
     *
     * @param extra on top of what was allowed before, in the work order's unit
     * @throws WorkOrderRefused if the work order has ended
     */
    @Verb(type = "work-order", operation = "allow-more")
    @Transactional
    public WorkOrderOperation allowMore(UUID workOrderId, Quantity extra) {
        var order = workOrders.lock(workOrderId);
        if (!order.status().isOpen()) {
            throw WorkOrderRefused.ended(order.number(), order.status());
        }
        if (!extra.isPositive()) {
            throw WorkOrderRefused.notPositive(extra);
        }
        var first = operations.of(workOrderId).getFirst();
        var allowing = first.allowing(first.allowedExtra().plus(extra));
        var reopened = first.status() == WorkOrderOperation.Status.DONE
                ? allowing.in(WorkOrderOperation.Status.PAUSED, null)
                : allowing;
        operations.save(List.of(reopened));
        return operations.get(first.id());
    }

    private void tellChanged(WorkOrder order) {
        events.publishEvent(new WorkOrderChanged(
                order.id(),
                order.purpose().orderLineId(),
                order.status(),
                order.quantity(),
                order.due(),
                clock.instant()));
    }
}
