package org.throughline.shopfloor.internal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Person;
import org.throughline.kernel.Quantity;
import org.throughline.planning.ChangeEffect;
import org.throughline.planning.SupplyChange;
import org.throughline.planning.SupplyChanger;
import org.throughline.shopfloor.ChangeWorkOrder;
import org.throughline.shopfloor.EndWorkOrder;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderMaterial;
import org.throughline.shopfloor.WorkOrderOperation;

/** Changes work orders when the order they were made for changed, and says beforehand what that would mean. */
@Component
class WorkOrderChanger implements SupplyChanger {

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Materials materials;
    private final Crew crew;
    private final ChangeWorkOrder changeWorkOrder;
    private final EndWorkOrder endWorkOrder;

    WorkOrderChanger(
            WorkOrders workOrders,
            Operations operations,
            Materials materials,
            Crew crew,
            ChangeWorkOrder changeWorkOrder,
            EndWorkOrder endWorkOrder) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.materials = materials;
        this.crew = crew;
        this.changeWorkOrder = changeWorkOrder;
        this.endWorkOrder = endWorkOrder;
    }

    @Override
    public boolean changes(String type) {
        return type.equals("work-order");
    }

    @Override
    @Transactional(readOnly = true)
    public ChangeEffect preview(SupplyChange change) {
        var order = workOrders.get(change.id());
        var steps = operations.of(order.id());
        var begun = steps.getFirst().counts().taken();
        var issued =
                materials.of(order.id()).stream().map(WorkOrderMaterial::issued).anyMatch(Quantity::isPositive);
        var blocking = blocking(change, order, begun, issued);
        return new ChangeEffect(
                blocking == null,
                begun.isZero() && !issued,
                order.number(),
                order.quantity(),
                begun.isZero() ? null : begun,
                null,
                null,
                blocking,
                order.status().isOnTheFloor() ? leaders(steps) : List.of());
    }

    private static @Nullable String blocking(SupplyChange change, WorkOrder order, Quantity begun, boolean issued) {
        if (!order.status().isOpen()) {
            return "shopfloor.ended";
        }
        var wanted = total(change, order);
        return switch (change.action()) {
            case REDUCE, INCREASE ->
                wanted == null || wanted.compareTo(begun) < 0 || !wanted.isPositive()
                        ? "shopfloor.already-begun"
                        : null;
            case CANCEL -> {
                if (order.status() == WorkOrder.Status.STARTED) {
                    yield "shopfloor.not-cancellable";
                }
                yield issued ? "shopfloor.material-issued" : null;
            }
            case MOVE, RELEASE -> null;
        };
    }

    /** What is to be made in all, so that the wanted quantity is still to come. */
    private static @Nullable Quantity total(SupplyChange change, WorkOrder order) {
        var open = change.newOpen();
        return open == null
                ? null
                : open.plus(order.progress().received()).plus(order.progress().scrap());
    }

    private List<UUID> leaders(List<WorkOrderOperation> steps) {
        return steps.stream()
                .map(step -> step.station().workCentreId())
                .distinct()
                .flatMap(workCentre -> crew.leadersOf(workCentre).stream())
                .map(Person::userId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    @Transactional
    public void apply(SupplyChange change) {
        switch (change.action()) {
            case REDUCE, INCREASE, MOVE ->
                changeWorkOrder.change(change.id(), total(change, workOrders.get(change.id())), change.newDue());
            case CANCEL -> endWorkOrder.cancel(change.id());
            case RELEASE -> changeWorkOrder.detach(change.id());
        }
    }
}
