package org.throughline.order.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.order.LinePrice;
import org.throughline.order.LineText;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderReview;
import org.throughline.order.SalesOrder;
import org.throughline.order.SalesOrders;

/** Answers from the room's own tables. */
@Component
@Transactional(readOnly = true)
class StoredSalesOrders implements SalesOrders {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final OrderReviews reviews;
    private final StoredOrderChanges changes;

    StoredSalesOrders(OrderHeads heads, OrderLines lines, OrderReviews reviews, StoredOrderChanges changes) {
        this.heads = heads;
        this.lines = lines;
        this.reviews = reviews;
        this.changes = changes;
    }

    @Override
    public SalesOrder get(UUID orderId) {
        return heads.get(orderId);
    }

    @Override
    public Optional<SalesOrder> byExternalKey(String externalKey) {
        return heads.byExternalKey(externalKey);
    }

    @Override
    public Map<UUID, SalesOrder> all(Collection<UUID> orderIds) {
        return heads.all(orderIds).stream().collect(Collectors.toMap(SalesOrder::id, Function.identity()));
    }

    @Override
    public List<OrderLine> lines(UUID orderId) {
        return lines.ofOrder(orderId);
    }

    @Override
    public OrderLine line(UUID lineId) {
        return lines.get(lineId);
    }

    @Override
    public List<OrderLine> linesOf(Collection<UUID> lineIds) {
        return lines.all(lineIds);
    }

    @Override
    public List<OrderLine> openLines() {
        return lines.open();
    }

    @Override
    public List<OrderLine> liveLines() {
        return lines.live();
    }

    @Override
    public String planningMark() {
        return lines.planningMark();
    }

    @Override
    public Map<UUID, LinePrice> pricesOf(Collection<UUID> lineIds) {
        return lines.prices(lineIds);
    }

    @Override
    public Map<UUID, LineText> textsOf(Collection<UUID> lineIds) {
        return lines.texts(lineIds);
    }

    @Override
    public List<OrderReview> reviewsOf(Collection<UUID> lineIds) {
        return reviews.ofLines(lineIds);
    }

    @Override
    public List<OrderChange> changesOf(Collection<UUID> lineIds) {
        return changes.ofLines(lineIds);
    }
}
