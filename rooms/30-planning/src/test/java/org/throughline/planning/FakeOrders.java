package org.throughline.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.order.LinePrice;
import org.throughline.order.LineStatus;
import org.throughline.order.LineText;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderReview;
import org.throughline.order.OrderStatus;
import org.throughline.order.SalesOrder;
import org.throughline.order.SalesOrders;

/** Order lines that a test writes down. */
final class FakeOrders implements SalesOrders {

    private final Map<UUID, OrderLine> lines = new LinkedHashMap<>();

    void clear() {
        lines.clear();
    }

    /** A confirmed line of normal priority. */
    OrderLine confirmed(String order, UUID item, Quantity quantity, LocalDate due) {
        return put(new OrderLine(
                Identity.fresh(),
                Identity.fresh(),
                order,
                1,
                Identity.fresh(),
                item,
                quantity,
                quantity,
                Quantity.zero(quantity.unit()),
                due,
                due,
                due,
                OrderClass.STABLE,
                50,
                LineStatus.OPEN,
                OrderStatus.CONFIRMED,
                false,
                null,
                0));
    }

    OrderLine put(OrderLine line) {
        lines.put(line.id(), line);
        return line;
    }

    /** The line with another quantity and date, and in another status. */
    OrderLine change(OrderLine line, Quantity quantity, LocalDate due, LineStatus status, boolean onHold) {
        return put(new OrderLine(
                line.id(),
                line.orderId(),
                line.orderNumber(),
                line.position(),
                line.customerId(),
                line.itemId(),
                quantity,
                quantity,
                line.delivered(),
                due,
                line.firstPromise(),
                due,
                line.orderClass(),
                line.priority(),
                status,
                line.orderStatus(),
                onHold,
                line.ownerUserId(),
                line.version() + 1));
    }

    @Override
    public List<OrderLine> openLines() {
        return lines.values().stream()
                .filter(line -> line.status() == LineStatus.OPEN)
                .sorted(Comparator.comparingInt(OrderLine::priority)
                        .thenComparing(OrderLine::due)
                        .thenComparing(OrderLine::label))
                .toList();
    }

    @Override
    public List<OrderLine> liveLines() {
        return openLines();
    }

    @Override
    public String planningMark() {
        return openLines().toString();
    }

    @Override
    public OrderLine line(UUID lineId) {
        var line = lines.get(lineId);
        if (line == null) {
            throw new NotFound("sales-order-line", lineId);
        }
        return line;
    }

    @Override
    public List<OrderLine> linesOf(Collection<UUID> lineIds) {
        return new ArrayList<>(lines.values())
                .stream().filter(line -> lineIds.contains(line.id())).toList();
    }

    @Override
    public SalesOrder get(UUID orderId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SalesOrder> byExternalKey(String externalKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, SalesOrder> all(Collection<UUID> orderIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<OrderLine> lines(UUID orderId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, LinePrice> pricesOf(Collection<UUID> lineIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, LineText> textsOf(Collection<UUID> lineIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<OrderReview> reviewsOf(Collection<UUID> lineIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<OrderChange> changesOf(Collection<UUID> lineIds) {
        throw new UnsupportedOperationException();
    }
}
