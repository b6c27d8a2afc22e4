package org.throughline.purchasing;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Items;
import org.throughline.factory.Units;
import org.throughline.identity.Verb;
import org.throughline.kernel.Quantity;
import org.throughline.planning.PlanningWanted;
import org.throughline.purchasing.internal.OrderTable;
import org.throughline.purchasing.internal.PurchasingSettings;
import org.throughline.purchasing.internal.ReceivingDesk;

/** Use case: the warehouse takes goods in. */
@Service
public class ReceiveGoods {

    private final OrderTable orders;
    private final ReceivingDesk desk;
    private final Items items;
    private final Units units;
    private final PurchasingSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReceiveGoods(
            OrderTable orders,
            ReceivingDesk desk,
            Items items,
            Units units,
            PurchasingSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.items = items;
        this.units = units;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Books goods of a purchase order line into stock, partially or in full, and keeps them for the order lines they were
     * bought for. What must be inspected waits for the inspector. A repeated command answers the first receipt.
     *
     * @throws PurchaseRefused if the order was not sent, the line waits for nothing, or more comes than is tolerated
     */
    @Verb(type = "purchase-order-line", operation = "receive")
    @Transactional
    public GoodsReceipt receive(Delivery delivery) {
        var known = desk.known(delivery.key());
        if (known.isPresent()) {
            return known.get();
        }
        var line = orders.lockLine(delivery.purchaseOrderLineId());
        var order = orders.get(line.orderId());
        if (!order.isUnderway()) {
            throw PurchaseRefused.notOrdered(order.number());
        }
        var item = items.get(line.itemId());
        var quantity = units.toBase(item.id(), delivery.quantity());
        if (!quantity.isPositive()) {
            throw PurchaseRefused.notPositive(item.code(), delivery.quantity());
        }
        refuseTooMuch(line, quantity);
        var at = clock.instant();
        var receipt = desk.book(order, line, item, quantity, delivery, at);
        orders.receive(line, quantity);
        orders.refreshStatus(order.id());
        desk.remember(order, line, at);
        var kept = desk.keep(line, receipt);
        events.publishEvent(new GoodsReceived(
                receipt.id(),
                receipt.number(),
                line.id(),
                order.supplierId(),
                item.id(),
                receipt.lotId(),
                receipt.locationId(),
                quantity,
                receipt.toInspect(),
                receipt.orderLineId(),
                kept,
                at));
        events.publishEvent(new PlanningWanted("goods-receipt", at));
        return receipt;
    }

    private void refuseTooMuch(PurchaseOrderLine line, Quantity quantity) {
        if (!line.isOpen()) {
            throw PurchaseRefused.wrongStatus(line.number(), line.status().name());
        }
        var limit = settings.mostOf(line.baseQuantity());
        if (line.received().plus(quantity).compareTo(limit) > 0) {
            throw PurchaseRefused.tooMuch(line.number(), quantity, limit.minus(line.received()), line.open());
        }
    }
}
