package org.throughline.order;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;

/** Use case: an order is stopped for a while; nothing new is started for it. */
@Service
public class HoldOrder {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HoldOrder(OrderHeads heads, OrderLines lines, ApplicationEventPublisher events, Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Holds the order.
     *
     * @throws OrderRefused if it is finished, held already, or the reason is blank
     */
    @Transactional
    @Verb(type = "sales-order", operation = "hold")
    public SalesOrder hold(UUID orderId, String reason) {
        if (reason.isBlank()) {
            throw OrderRefused.withoutReason("hold");
        }
        var order = heads.lock(orderId)
                .mustBe(
                        "hold",
                        OrderStatus.INQUIRY,
                        OrderStatus.QUOTED,
                        OrderStatus.IN_REVIEW,
                        OrderStatus.REVIEWED,
                        OrderStatus.APPROVING,
                        OrderStatus.CONFIRMED);
        if (order.onHold()) {
            throw OrderRefused.onHold(order.number(), String.valueOf(order.holdReason()));
        }
        heads.held(order, reason);
        var ids = lines.ofOrder(orderId).stream().map(OrderLine::id).toList();
        events.publishEvent(new OrderHeld(orderId, ids, reason, clock.instant()));
        return heads.get(orderId);
    }
}
