package org.throughline.shopfloor.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.stock.DemandNames;

/** Stock kept for a work order is kept for {@code WO-20261122-004}. */
@Component
class WorkOrderNames implements DemandNames {

    private final WorkOrders workOrders;

    WorkOrderNames(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public String demandType() {
        return "work-order";
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> demandIds) {
        return workOrders.all(demandIds).stream().collect(Collectors.toMap(WorkOrder::id, WorkOrder::number));
    }
}
