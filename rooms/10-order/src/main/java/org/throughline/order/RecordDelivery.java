package org.throughline.order;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Quantity;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;

/** Use case: the customer has received goods; called when the delivery is proven. */
@Service
public class RecordDelivery {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordDelivery(OrderHeads heads, OrderLines lines, ApplicationEventPublisher events, Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds to what the line's customer has. The line is completed when everything is there; the order when all its lines
     * are completed or cancelled.
     *
     * @param delivered in the item's base unit, more than nothing
     * @throws OrderRefused if the order was never confirmed, or the quantity is not positive
     */
    @Transactional
    @Verb(type = "sales-order-line", operation = "deliver")
    public OrderLine record(UUID lineId, Quantity delivered) {
        var order = heads.lockOfLine(lineId)
                .mustBe("deliver", OrderStatus.CONFIRMED, OrderStatus.COMPLETED, OrderStatus.CANCELLED);
        var line = lines.get(lineId);
        if (!delivered.isPositive()) {
            throw OrderRefused.notPositive(line.label(), delivered);
        }
        var at = clock.instant();
        var sum = line.delivered().plus(delivered);
        boolean complete = sum.compareTo(line.quantity()) >= 0;
        var status = line.status() == LineStatus.OPEN && complete ? LineStatus.COMPLETED : line.status();
        lines.deliver(line, sum, status);
        events.publishEvent(new OrderLineDelivered(order.id(), lineId, sum, complete, at));
        var all = lines.ofOrder(order.id());
        if (order.status() == OrderStatus.CONFIRMED
                && all.stream().noneMatch(each -> each.status() == LineStatus.OPEN)) {
            heads.completed(order, at);
            events.publishEvent(new OrderCompleted(
                    order.id(), all.stream().map(OrderLine::id).toList(), at));
        }
        return lines.get(lineId);
    }
}
