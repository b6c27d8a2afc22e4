package org.throughline.purchasing;

import java.time.Clock;
import java.util.Set;
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
import org.throughline.purchasing.internal.ReceivingDesk.KeptLot;

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
        var booked = desk.book(order, line, item, quantity, delivery, at);
        orders.receive(line, quantity);
        orders.refreshStatus(order.id());
        desk.remember(order, line, at);
        for (var lot : desk.keep(line, booked.receipt(), booked.lots())) {
            events.publishEvent(told(order, booked.receipt(), lot));
        }
        events.publishEvent(new PlanningWanted("goods-receipt", at));
        return booked.receipt();
    }

    private static GoodsReceived told(PurchaseOrder order, GoodsReceipt receipt, KeptLot lot) {
        return new GoodsReceived(
                receipt.id(),
                receipt.number(),
                receipt.purchaseOrderLineId(),
                order.supplierId(),
                receipt.itemId(),
                lot.goods().lotId(),
                receipt.locationId(),
                lot.goods().quantity(),
                receipt.toInspect(),
                lot.orderLineIds().isEmpty() ? null : lot.orderLineIds().getFirst(),
                Set.copyOf(lot.orderLineIds()),
                receipt.at());
    }

    private void refuseTooMuch(PurchaseOrderLine line, Quantity quantity) {
        if (!line.isOpen()) {
            throw PurchaseRefused.wrongStatus(line.number(), line.status().name());
        }
        var limit = units.countable(settings.mostOf(line.baseQuantity()));
        if (line.received().plus(quantity).compareTo(limit) > 0) {
            throw PurchaseRefused.tooMuch(line.number(), quantity, limit.minus(line.received()), line.open());
        }
    }
}
