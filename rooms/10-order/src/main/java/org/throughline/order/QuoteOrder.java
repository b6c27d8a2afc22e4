package org.throughline.order;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;

/** Use case: the customer gets our offer. */
@Service
public class QuoteOrder {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuoteOrder(OrderHeads heads, OrderLines lines, ApplicationEventPublisher events, Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Marks an inquiry as quoted; a reviewed order keeps its review and only remembers when it was quoted.
     *
     * @throws OrderRefused if it is past that
     */
    @Transactional
    @Verb(type = "sales-order", operation = "quote")
    public SalesOrder quote(UUID orderId) {
        var at = clock.instant();
        var order = heads.lock(orderId).mustBe("quote", OrderStatus.INQUIRY, OrderStatus.QUOTED, OrderStatus.REVIEWED);
        heads.quote(order, order.status() == OrderStatus.REVIEWED ? OrderStatus.REVIEWED : OrderStatus.QUOTED, at);
        events.publishEvent(new OrderQuoted(orderId, ids(orderId), at));
        return heads.get(orderId);
    }

    private List<UUID> ids(UUID orderId) {
        return lines.ofOrder(orderId).stream().map(OrderLine::id).toList();
    }
}
