package org.throughline.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Items;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.internal.AffectedPeople;
import org.throughline.order.internal.KeptGoods;
import org.throughline.order.internal.LineDesk;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;
import org.throughline.order.internal.StoredOrderChanges;

/** Use case: the customer changes quantity or date after confirmation; everything made for the line hears of it. */
@Service
public class ChangeLine {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final StoredOrderChanges changes;
    private final LineDesk desk;
    private final Items items;
    private final AffectedPeople affected;
    private final KeptGoods keptGoods;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeLine(
            OrderHeads heads,
            OrderLines lines,
            StoredOrderChanges changes,
            LineDesk desk,
            Items items,
            AffectedPeople affected,
            KeptGoods keptGoods,
            ApplicationEventPublisher events,
            Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.changes = changes;
        this.desk = desk;
        this.items = items;
        this.affected = affected;
        this.keptGoods = keptGoods;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the new quantity and date on the line, keeps the old ones in an OPEN change, tells the rooms downstream and
     * asks those affected to acknowledge.
     *
     * @param version the version of the line the caller saw; null: whatever it is now
     * @return the change, OPEN until planning has decided about its consequences
     * @throws OrderRefused if the order is not confirmed, the line is closed, nothing changes, the date lies in the past,
     *     the quantity is less than what was delivered, or the reason is blank
     */
    @Transactional
    @Verb(type = "sales-order-line", operation = "change")
    public OrderChange change(UUID lineId, LineChange wanted, @Nullable Integer version) {
        if (wanted.reason().isBlank()) {
            throw OrderRefused.withoutReason("change");
        }
        var at = clock.instant();
        var order = heads.lockOfLine(lineId).mustBe("change-line", OrderStatus.CONFIRMED);
        var before = open(lines.get(lineId), version);
        var item = items.get(before.itemId());
        var ordered = wanted.quantity() == null ? before.ordered() : wanted.quantity();
        var base = wanted.quantity() == null ? before.quantity() : desk.base(item, ordered);
        var date = wanted.requestedDate() == null ? before.requestedDate() : wanted.requestedDate();
        if (!date.equals(before.requestedDate())) {
            desk.date(item, date);
        }
        var kind = kind(before, base, date);
        if (base.compareTo(before.delivered()) < 0) {
            throw OrderRefused.lessThanDelivered(before.label(), base, before.delivered());
        }
        keptGoods.requireCovered(before, base);
        lines.change(before, ordered, base, date, promise(before, wanted, date));
        reprice(order, lineId, ordered);
        var after = lines.get(lineId);
        var actor = Actor.current();
        var change = new OrderChange(
                Identity.fresh(),
                lineId,
                kind,
                before.quantity(),
                base,
                before.requestedDate(),
                date,
                wanted.reason(),
                actor.user(),
                actor.name(),
                at,
                OrderChange.Status.OPEN);
        changes.insert(change);
        events.publishEvent(new OrderLineChanged(change.id(), before, after, kind, wanted.reason(), at));
        affected.ask(order, after, change);
        return changes.get(change.id());
    }

    private static OrderLine open(OrderLine line, @Nullable Integer version) {
        if (line.status() != LineStatus.OPEN) {
            throw OrderRefused.lineClosed(line.label(), line.status());
        }
        if (version != null && version != line.version()) {
            throw new ChangedMeanwhile("sales-order-line", line.label());
        }
        return line;
    }

    private static ChangeKind kind(OrderLine before, Quantity quantity, LocalDate date) {
        boolean quantityChanges = quantity.compareTo(before.quantity()) != 0;
        boolean dateChanges = !date.equals(before.requestedDate());
        if (!quantityChanges && !dateChanges) {
            throw OrderRefused.nothingChanged(before.label());
        }
        return quantityChanges && dateChanges
                ? ChangeKind.QUANTITY_AND_DATE
                : quantityChanges ? ChangeKind.QUANTITY : ChangeKind.DATE;
    }

    private LocalDate promise(OrderLine before, LineChange wanted, LocalDate date) {
        var promise = wanted.promise();
        if (promise != null) {
            var today = LocalDate.now(clock);
            if (promise.isBefore(today)) {
                throw OrderRefused.dateInPast(before.label(), promise, today);
            }
            return promise;
        }
        return date.equals(before.requestedDate()) ? before.due() : date;
    }

    private void reprice(SalesOrder order, UUID lineId, Quantity ordered) {
        var price = lines.price(lineId);
        lines.price(lineId, price.again(order.priceIncludesTax(), order.taxRate(), ordered));
        heads.sum(order.id());
    }
}
