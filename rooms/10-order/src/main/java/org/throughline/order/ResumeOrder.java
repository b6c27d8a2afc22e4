package org.throughline.order;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;

/** Use case: a held order goes on. */
@Service
public class ResumeOrder {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ResumeOrder(OrderHeads heads, OrderLines lines, ApplicationEventPublisher events, Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes the hold away.
     *
     * @throws OrderRefused if the order is not held
     */
    @Transactional
    @Verb(type = "sales-order", operation = "resume")
    public SalesOrder resume(UUID orderId) {
        var order = heads.lock(orderId);
        if (!order.onHold()) {
            throw OrderRefused.wrongStatus(order.number(), order.status(), "resume");
        }
        heads.resumed(order);
        var ids = lines.ofOrder(orderId).stream().map(OrderLine::id).toList();
        events.publishEvent(new OrderResumed(orderId, ids, clock.instant()));
        return heads.get(orderId);
    }
}
