package org.throughline.order.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partners;
import org.throughline.identity.Accounts;
import org.throughline.kernel.Actor;
import org.throughline.order.LinePrice;
import org.throughline.order.LineStatus;
import org.throughline.order.LineText;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderReview;
import org.throughline.order.SalesOrders;
import org.throughline.workflow.Approvals;

/** Puts an order together for reading. External accounts see neither reviews nor approvals. */
@Component
class OrderViews {

    private final SalesOrders orders;
    private final OrderLines lines;
    private final Items items;
    private final Partners partners;
    private final Accounts accounts;
    private final Approvals approvals;

    OrderViews(
            SalesOrders orders,
            OrderLines lines,
            Items items,
            Partners partners,
            Accounts accounts,
            Approvals approvals) {
        this.orders = orders;
        this.lines = lines;
        this.items = items;
        this.partners = partners;
        this.accounts = accounts;
        this.approvals = approvals;
    }

    @Transactional(readOnly = true)
    public OrderView of(UUID orderId) {
        var order = orders.get(orderId);
        var customer = partners.get(order.customerId());
        var all = orders.lines(orderId);
        var ids = all.stream().map(OrderLine::id).toList();
        var prices = orders.pricesOf(ids);
        boolean external = Actor.current().partner() != null;
        var owner = order.ownerUserId();
        var counted = all.stream()
                .filter(line -> line.status() != LineStatus.CANCELLED)
                .map(line -> prices.get(line.id()))
                .filter(Objects::nonNull)
                .toList();
        return new OrderView(
                order.id(),
                order.number(),
                order.version(),
                new OrderView.Named(customer.id(), customer.code(), customer.shownName()),
                order.customerReference(),
                order.orderClass(),
                order.status(),
                order.onHold(),
                order.holdReason(),
                order.currency(),
                order.taxRate(),
                order.priceIncludesTax(),
                sum(counted, LinePrice::net),
                sum(counted, LinePrice::tax),
                sum(counted, LinePrice::gross),
                owner == null
                        ? null
                        : new OrderView.Person(
                                owner, accounts.names(List.of(owner)).getOrDefault(owner, "")),
                order.contact(),
                order.deliveryAddress(),
                order.remark(),
                order.externalKey(),
                external ? null : order.returnReason(),
                order.receivedAt(),
                order.quotedAt(),
                order.reviewedAt(),
                order.approvedAt(),
                order.confirmedAt(),
                order.confirmedByName(),
                lines(orderId, all, prices, external),
                external
                        ? List.of()
                        : approvals.of("sales-order", List.of(orderId)).getOrDefault(orderId, List.of()));
    }

    private static BigDecimal sum(List<LinePrice> prices, Function<LinePrice, BigDecimal> amount) {
        return prices.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<OrderView.Line> lines(
            UUID orderId, List<OrderLine> all, Map<UUID, LinePrice> prices, boolean external) {
        var ids = all.stream().map(OrderLine::id).toList();
        var known = items.all(all.stream().map(OrderLine::itemId).distinct().toList());
        var texts = orders.textsOf(ids);
        var computed = lines.dates(orderId);
        var reviews = external
                ? Map.<UUID, List<OrderReview>>of()
                : orders.reviewsOf(ids).stream().collect(Collectors.groupingBy(OrderReview::lineId));
        var changes = external
                ? Map.<UUID, List<OrderChange>>of()
                : orders.changesOf(ids).stream().collect(Collectors.groupingBy(OrderChange::lineId));
        return all.stream()
                .map(line -> line(
                        line,
                        item(line, known.get(line.itemId())),
                        Objects.requireNonNullElse(texts.get(line.id()), new LineText(null, null, null)),
                        external ? null : computed.get(line.id()),
                        prices.get(line.id()),
                        reviews.getOrDefault(line.id(), List.of()).stream()
                                .map(OrderViews::review)
                                .toList(),
                        changes.getOrDefault(line.id(), List.of()).stream()
                                .map(OrderViews::change)
                                .toList()))
                .toList();
    }

    private static OrderView.ItemView item(OrderLine line, @Nullable Item item) {
        return item == null
                ? new OrderView.ItemView(
                        line.itemId(), "", "", null, null, null, line.quantity().unit())
                : new OrderView.ItemView(
                        item.id(),
                        item.code(),
                        item.name(),
                        item.specification(),
                        item.drawingNumber(),
                        item.revision(),
                        item.unit());
    }

    private static OrderView.Line line(
            OrderLine line,
            OrderView.ItemView item,
            LineText text,
            OrderLines.@Nullable Dates dates,
            @Nullable LinePrice price,
            List<OrderView.Review> reviews,
            List<OrderView.Change> changes) {
        return new OrderView.Line(
                line.id(),
                line.version(),
                line.position(),
                item,
                text.description(),
                text.specification(),
                text.customerItemNumber(),
                line.quantity().amount(),
                line.quantity().unit(),
                line.ordered().amount(),
                line.ordered().unit(),
                line.delivered().amount(),
                line.requestedDate(),
                line.firstPromise(),
                line.latestPromise(),
                dates == null ? null : dates.proposed(),
                dates == null ? null : dates.earliest(),
                dates == null ? null : dates.reason(),
                price == null ? null : price.netPrice(),
                price == null ? null : price.grossPrice(),
                price == null ? null : price.net(),
                price == null ? null : price.tax(),
                price == null ? null : price.gross(),
                line.priority(),
                line.status(),
                reviews,
                changes);
    }

    static OrderView.Review review(OrderReview review) {
        var by = review.answeredBy();
        var name = review.answeredByName();
        return new OrderView.Review(
                review.id(),
                review.department(),
                review.answer(),
                review.possibleDate(),
                review.effortHours(),
                review.extraCost(),
                review.remark(),
                review.computedEarliest(),
                review.skipped(),
                review.requestedAt(),
                by == null || name == null ? null : new OrderView.Person(by, name),
                review.answeredAt());
    }

    static OrderView.Change change(OrderChange change) {
        return new OrderView.Change(
                change.id(),
                change.kind(),
                change.oldQuantity().amount(),
                change.newQuantity().amount(),
                change.oldQuantity().unit(),
                change.oldDate(),
                change.newDate(),
                change.reason(),
                change.requestedByName(),
                change.at(),
                change.status());
    }
}
