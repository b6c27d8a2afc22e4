package org.throughline.purchasing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.planning.PlanningWanted;
import org.throughline.purchasing.internal.OrderLinesServed;
import org.throughline.purchasing.internal.OrderTable;

/** Use case: the supplier says when he delivers. */
@Service
public class ConfirmPurchaseDate {

    private final OrderTable orders;
    private final OrderLinesServed served;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmPurchaseDate(OrderTable orders, OrderLinesServed served, ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.served = served;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the supplier's date of one line.
     *
     * @throws PurchaseRefused if the day has passed, the order was not sent, or the line waits for nothing
     */
    @Verb(type = "purchase-order", operation = "confirm")
    @Transactional
    public PurchaseOrder confirm(UUID lineId, LocalDate date) {
        var line = orders.lockLine(lineId);
        var order = orders.get(line.orderId());
        if (date.isBefore(LocalDate.now(clock))) {
            throw PurchaseRefused.inThePast(line.number(), date);
        }
        if (!order.isUnderway()) {
            throw PurchaseRefused.notOrdered(order.number());
        }
        if (!line.isOpen()) {
            throw PurchaseRefused.wrongStatus(line.number(), line.status().name());
        }
        orders.confirm(line, date);
        orders.refreshStatus(order.id());
        var before = line.expected();
        if (!before.equals(date)) {
            var at = clock.instant();
            events.publishEvent(new PurchaseDateMoved(
                    line.id(), line.number(), line.itemId(), before, date, served.lines(line), at));
            events.publishEvent(new PlanningWanted("purchase-order-line", at));
        }
        return orders.get(order.id());
    }
}
