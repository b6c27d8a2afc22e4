package org.throughline.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;

/** Use case: we tell the customer another date; the first promise stays for the record. */
@Service
public class MoveLatestPromise {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MoveLatestPromise(OrderHeads heads, OrderLines lines, ApplicationEventPublisher events, Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Moves the latest promise.
     *
     * @throws OrderRefused if the order is not confirmed, the line is closed, the date is the same or in the past, or the
     *     reason is blank
     */
    @Transactional
    @Verb(type = "sales-order-line", operation = "move-promise")
    public OrderLine move(UUID lineId, LocalDate promise, String reason) {
        if (reason.isBlank()) {
            throw OrderRefused.withoutReason("move-promise");
        }
        heads.lockOfLine(lineId).mustBe("move-promise", OrderStatus.CONFIRMED);
        var line = lines.get(lineId);
        if (line.status() != LineStatus.OPEN) {
            throw OrderRefused.lineClosed(line.label(), line.status());
        }
        var today = LocalDate.now(clock);
        if (promise.isBefore(today)) {
            throw OrderRefused.dateInPast(line.label(), promise, today);
        }
        var before = line.due();
        if (promise.equals(before)) {
            throw OrderRefused.nothingChanged(line.label());
        }
        lines.movePromise(line, promise);
        events.publishEvent(new PromiseMoved(lineId, before, promise, reason, clock.instant()));
        return lines.get(lineId);
    }
}
