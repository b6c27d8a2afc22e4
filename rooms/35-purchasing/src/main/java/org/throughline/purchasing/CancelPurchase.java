package org.throughline.purchasing;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.planning.PlanningWanted;
import org.throughline.purchasing.internal.OrderTable;

/** Use case: what was to be bought is not wanted, or no more of it is waited for. */
@Service
public class CancelPurchase {

    private final OrderTable orders;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CancelPurchase(OrderTable orders, ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Cancels the whole order.
     *
     * @throws PurchaseRefused if something of it is here already, or it is done or cancelled
     */
    @Verb(type = "purchase-order", operation = "cancel")
    @Transactional
    public PurchaseOrder cancel(UUID orderId) {
        var order = orders.lock(orderId);
        if (order.status() != PurchaseOrder.Status.DRAFT && !order.isUnderway()) {
            throw PurchaseRefused.wrongStatus(order.number(), order.status().name());
        }
        for (var line : order.lines()) {
            if (line.received().isPositive()) {
                throw PurchaseRefused.alreadyReceived(line.number(), line.received());
            }
        }
        order.lines().stream()
                .filter(PurchaseOrderLine::isOpen)
                .forEach(line -> orders.end(line, PurchaseOrderLine.Status.CANCELLED));
        orders.refreshStatus(orderId);
        events.publishEvent(new PlanningWanted("purchase-order", clock.instant()));
        return orders.get(orderId);
    }

    /**
     * Waits for nothing more: open lines are closed as they are.
     *
     * @throws PurchaseRefused if the order is not under way
     */
    @Verb(type = "purchase-order", operation = "close")
    @Transactional
    public PurchaseOrder close(UUID orderId) {
        var order = orders.lock(orderId);
        if (!order.isUnderway()) {
            throw PurchaseRefused.wrongStatus(order.number(), order.status().name());
        }
        order.lines().stream()
                .filter(PurchaseOrderLine::isOpen)
                .forEach(line -> orders.end(line, PurchaseOrderLine.Status.CLOSED));
        orders.refreshStatus(orderId);
        events.publishEvent(new PlanningWanted("purchase-order", clock.instant()));
        return orders.get(orderId);
    }
}
