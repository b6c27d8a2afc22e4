package org.throughline.purchasing;

import java.time.Clock;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.purchasing.internal.OrderTable;

/** Use case: the buyer sends a purchase order to the supplier. */
@Service
public class OrderPurchase {

    private final OrderTable orders;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderPurchase(OrderTable orders, ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends it. Who sends it is its buyer from now on.
     *
     * @throws PurchaseRefused if it is not a draft, or has no lines
     */
    @Verb(type = "purchase-order", operation = "order")
    @Transactional
    public PurchaseOrder order(UUID orderId) {
        var order = orders.lock(orderId);
        if (order.status() != PurchaseOrder.Status.DRAFT) {
            throw PurchaseRefused.wrongStatus(order.number(), order.status().name());
        }
        if (order.lines().stream().noneMatch(PurchaseOrderLine::isOpen)) {
            throw PurchaseRefused.empty(order.number());
        }
        var at = clock.instant();
        orders.ordered(order, Actor.current().user(), at);
        var lines = new HashSet<UUID>();
        order.lines().forEach(line -> {
            if (line.orderLineId() != null) {
                lines.add(line.orderLineId());
            }
        });
        events.publishEvent(new PurchaseOrdered(order.id(), order.number(), order.supplierId(), lines, at));
        return orders.get(orderId);
    }
}
