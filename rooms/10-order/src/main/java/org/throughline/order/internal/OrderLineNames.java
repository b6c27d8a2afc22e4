package org.throughline.order.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.stock.DemandNames;

/** Stock kept for an order line is kept for {@code SO-20261122-001/2}. */
@Component
class OrderLineNames implements DemandNames {

    private final SalesOrders orders;

    OrderLineNames(SalesOrders orders) {
        this.orders = orders;
    }

    @Override
    public String demandType() {
        return "sales-order-line";
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> demandIds) {
        return orders.linesOf(demandIds).stream().collect(Collectors.toMap(OrderLine::id, OrderLine::label));
    }
}
