package org.throughline.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.order.internal.LineDesk;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;

/**
 * Use case: head and lines are edited before confirmation. Once a review has begun, a change of the lines sends the order
 * back, because the departments answered something else.
 */
@Service
public class EditOrder {

    private static final String REVIEW_AGAIN = "订单行已修改，需重新评审 · Lines were edited, review again";

    private final OrderHeads heads;
    private final OrderLines lines;
    private final LineDesk desk;
    private final SalesOrders orders;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EditOrder(
            OrderHeads heads,
            OrderLines lines,
            LineDesk desk,
            SalesOrders orders,
            ApplicationEventPublisher events,
            Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.desk = desk;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the head; a changed tax rate prices all lines again.
     *
     * @param version the version the caller saw; null: whatever it is now
     * @throws OrderRefused if the order is confirmed, waits for approval or is finished
     */
    @Transactional
    @Verb(type = "sales-order", operation = "edit")
    public SalesOrder head(UUID orderId, OrderEdit edit, @Nullable Integer version) {
        var before = editable(heads.lock(orderId));
        before.mustBeAt(version);
        var after = before.edited(edit);
        var rate = after.taxRate();
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
            throw OrderRefused.badTaxRate(rate.toPlainString());
        }
        heads.edited(after);
        if (rate.compareTo(before.taxRate()) != 0 || after.priceIncludesTax() != before.priceIncludesTax()) {
            for (var line : lines.ofOrder(orderId)) {
                lines.price(line.id(), lines.price(line.id()).again(after.priceIncludesTax(), rate, line.ordered()));
            }
            heads.sum(orderId);
        }
        tell(orderId);
        return heads.get(orderId);
    }

    /** Adds lines after the last one. */
    @Transactional
    @Verb(type = "sales-order", operation = "edit")
    public List<OrderLine> add(UUID orderId, List<NewOrder.Line> wanted) {
        var order = editable(heads.lock(orderId));
        if (wanted.isEmpty()) {
            throw OrderRefused.withoutLines();
        }
        int last = lines.ofOrder(orderId).stream()
                .mapToInt(OrderLine::position)
                .max()
                .orElse(0);
        desk.insert(desk.prepare(order, wanted, last + 1));
        changed(order);
        return lines.ofOrder(orderId);
    }

    /**
     * Makes a line what {@code wanted} says.
     *
     * @param version the version of the line the caller saw; null: whatever it is now
     */
    @Transactional
    @Verb(type = "sales-order", operation = "edit")
    public OrderLine line(UUID lineId, NewOrder.Line wanted, @Nullable Integer version) {
        var order = editable(heads.lockOfLine(lineId));
        var before = lines.get(lineId);
        if (version != null && version != before.version()) {
            throw new ChangedMeanwhile("sales-order-line", before.label());
        }
        var prepared = desk.prepare(order, List.of(wanted), before.position()).getFirst();
        lines.replace(prepared.as(lineId), before.version());
        changed(order);
        return lines.get(lineId);
    }

    /** Takes a line out; the last one stays. */
    @Transactional
    @Verb(type = "sales-order", operation = "edit")
    public void remove(UUID lineId) {
        var order = editable(heads.lockOfLine(lineId));
        if (lines.ofOrder(order.id()).size() == 1) {
            throw OrderRefused.lastLine(order.number());
        }
        lines.delete(lineId);
        changed(order);
    }

    private static SalesOrder editable(SalesOrder order) {
        return order.mustBe(
                "edit", OrderStatus.INQUIRY, OrderStatus.QUOTED, OrderStatus.IN_REVIEW, OrderStatus.REVIEWED);
    }

    private void changed(SalesOrder order) {
        heads.sum(order.id());
        if (order.status() == OrderStatus.IN_REVIEW || order.status() == OrderStatus.REVIEWED) {
            heads.sendBack(order, REVIEW_AGAIN);
        }
        tell(order.id());
    }

    private void tell(UUID orderId) {
        var ids = new ArrayList<UUID>();
        orders.lines(orderId).forEach(line -> ids.add(line.id()));
        events.publishEvent(new OrderEdited(orderId, List.copyOf(ids), clock.instant()));
    }
}
