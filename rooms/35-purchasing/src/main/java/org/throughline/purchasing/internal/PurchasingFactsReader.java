package org.throughline.purchasing.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.throughline.factory.Partners;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrderLine;
import org.throughline.purchasing.PurchasingFact;
import org.throughline.purchasing.PurchasingFacts;

/** Facts out of the orders. */
@Service
class PurchasingFactsReader implements PurchasingFacts {

    private final OrderTable orders;
    private final Partners partners;

    PurchasingFactsReader(OrderTable orders, Partners partners) {
        this.orders = orders;
        this.partners = partners;
    }

    @Override
    public Map<UUID, List<PurchasingFact>> of(Collection<UUID> orderLineIds) {
        var facts = new HashMap<UUID, List<PurchasingFact>>();
        if (orderLineIds.isEmpty()) {
            return facts;
        }
        var lines = orders.forOrderLines(orderLineIds);
        var heads = orders.all(lines.stream().map(PurchaseOrderLine::orderId).toList());
        var suppliers = partners.all(
                heads.values().stream().map(PurchaseOrder::supplierId).toList());
        for (var line : lines) {
            var order = heads.get(line.orderId());
            var own = line.orderLineId();
            if (order != null && own != null) {
                var supplier = suppliers.get(order.supplierId());
                facts.computeIfAbsent(own, id -> new ArrayList<>())
                        .add(new PurchasingFact(
                                line.id(),
                                order.id(),
                                line.number(),
                                order.supplierId(),
                                supplier == null ? "" : supplier.shownName(),
                                line.itemId(),
                                line.baseQuantity(),
                                line.received(),
                                line.due(),
                                line.confirmed(),
                                line.status().name(),
                                order.status() != PurchaseOrder.Status.DRAFT,
                                order.buyerId()));
            }
        }
        facts.values()
                .forEach(list ->
                        list.sort(Comparator.comparing(PurchasingFact::expected).reversed()));
        return facts;
    }
}
