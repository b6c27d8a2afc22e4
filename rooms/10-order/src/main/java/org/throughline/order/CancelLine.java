package org.throughline.order;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.internal.AffectedPeople;
import org.throughline.order.internal.KeptGoods;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;
import org.throughline.order.internal.StoredOrderChanges;

/** Use case: the customer no longer wants a confirmed line, or what is left of it. */
@Service
public class CancelLine {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final StoredOrderChanges changes;
    private final AffectedPeople affected;
    private final KeptGoods keptGoods;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CancelLine(
            OrderHeads heads,
            OrderLines lines,
            StoredOrderChanges changes,
            AffectedPeople affected,
            KeptGoods keptGoods,
            ApplicationEventPublisher events,
            Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.changes = changes;
        this.affected = affected;
        this.keptGoods = keptGoods;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Cancels the line; an order without open lines ends with it.
     *
     * @throws OrderRefused if the order is not confirmed, the line is closed already, goods of it are packed or
     *     have left, or the reason is blank
     */
    @Transactional
    @Verb(type = "sales-order-line", operation = "cancel")
    public OrderChange cancel(UUID lineId, String reason) {
        var change = cancel(heads.lockOfLine(lineId), lineId, reason);
        end(change.lineId(), reason);
        return change;
    }

    OrderChange cancel(SalesOrder order, UUID lineId, String reason) {
        if (reason.isBlank()) {
            throw OrderRefused.withoutReason("cancel");
        }
        order.mustBe("cancel-line", OrderStatus.CONFIRMED);
        var line = lines.get(lineId);
        if (line.status() != LineStatus.OPEN) {
            throw OrderRefused.lineClosed(line.label(), line.status());
        }
        keptGoods.requireCovered(line, line.delivered());
        var actor = Actor.current();
        var at = clock.instant();
        lines.close(line, LineStatus.CANCELLED);
        heads.sum(order.id());
        var change = new OrderChange(
                Identity.fresh(),
                lineId,
                ChangeKind.CANCEL,
                line.quantity(),
                Quantity.zero(line.quantity().unit()),
                line.requestedDate(),
                line.requestedDate(),
                reason,
                actor.user(),
                actor.name(),
                at,
                OrderChange.Status.OPEN);
        changes.insert(change);
        events.publishEvent(new OrderLineCancelled(change.id(), line, reason, at));
        affected.ask(order, line, change);
        return changes.get(change.id());
    }

    private void end(UUID lineId, String reason) {
        var order = heads.lockOfLine(lineId);
        var all = lines.ofOrder(order.id());
        if (all.stream().anyMatch(line -> line.status() == LineStatus.OPEN)) {
            return;
        }
        var at = clock.instant();
        var ids = all.stream().map(OrderLine::id).toList();
        if (all.stream().allMatch(line -> line.delivered().isZero())) {
            heads.cancelled(order, reason);
            events.publishEvent(new OrderCancelled(order.id(), ids, reason, at));
        } else {
            heads.completed(order, at);
            events.publishEvent(new OrderCompleted(order.id(), ids, at));
        }
    }
}
