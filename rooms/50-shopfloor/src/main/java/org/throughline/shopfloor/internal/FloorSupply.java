package org.throughline.shopfloor.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.planning.DependentDemand;
import org.throughline.planning.DependentDemandSource;
import org.throughline.planning.OpenSupply;
import org.throughline.planning.SupplySource;
import org.throughline.shopfloor.WorkOrder;

/** Tells planning what open work orders will bring and what they still need. */
@Component
class FloorSupply implements SupplySource, DependentDemandSource {

    private final WorkOrders workOrders;
    private final Materials materials;

    FloorSupply(WorkOrders workOrders, Materials materials) {
        this.workOrders = workOrders;
        this.materials = materials;
    }

    /** What is still to come of open work orders; scrapped pieces will not. */
    @Override
    @Transactional(readOnly = true)
    public List<OpenSupply> openSupply() {
        var supply = new ArrayList<OpenSupply>();
        for (var order : workOrders.open()) {
            var open = order.quantity()
                    .minus(order.progress().received())
                    .minus(order.progress().scrap());
            if (open.isPositive() && order.purpose().reworkOf() == null) {
                supply.add(new OpenSupply(
                        "work-order",
                        order.id(),
                        order.number(),
                        order.itemId(),
                        open,
                        order.due(),
                        order.start(),
                        order.status().isOnTheFloor(),
                        order.purpose().orderLineId()));
            }
        }
        return supply;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DependentDemand> dependentDemand() {
        var orders = new HashMap<UUID, WorkOrder>();
        workOrders.open().forEach(order -> orders.put(order.id(), order));
        return materials.ofOpenOrders().stream()
                .map(material -> {
                    var order = Objects.requireNonNull(orders.get(material.workOrderId()));
                    return new DependentDemand(
                            material.id(),
                            order.id(),
                            order.number(),
                            material.componentId(),
                            material.required(),
                            material.open(),
                            order.start(),
                            order.purpose().orderLineId(),
                            order.status().isOnTheFloor());
                })
                .toList();
    }
}
