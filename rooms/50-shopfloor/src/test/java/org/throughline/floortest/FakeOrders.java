package org.throughline.floortest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.throughline.kernel.NotFound;
import org.throughline.order.LinePrice;
import org.throughline.order.LineText;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderReview;
import org.throughline.order.SalesOrder;
import org.throughline.order.SalesOrders;

/** Order lines that a test writes down. */
public final class FakeOrders implements SalesOrders {

    private final Map<UUID, OrderLine> lines = new LinkedHashMap<>();

    /** Writes a line down, or over the one with the same identity. */
    public OrderLine put(OrderLine line) {
        lines.put(line.id(), line);
        return line;
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
        return lines.values().stream()
                .filter(line -> lineIds.contains(line.id()))
                .toList();
    }

    @Override
    public List<OrderLine> openLines() {
        return List.copyOf(lines.values());
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
    public SalesOrder get(UUID orderId) {
        throw new NotFound("sales-order", orderId);
    }

    @Override
    public Optional<SalesOrder> byExternalKey(String externalKey) {
        return Optional.empty();
    }

    @Override
    public Map<UUID, SalesOrder> all(Collection<UUID> orderIds) {
        return Map.of();
    }

    @Override
    public List<OrderLine> lines(UUID orderId) {
        return lines.values().stream()
                .filter(line -> line.orderId().equals(orderId))
                .toList();
    }

    @Override
    public Map<UUID, LinePrice> pricesOf(Collection<UUID> lineIds) {
        return Map.of();
    }

    @Override
    public Map<UUID, LineText> textsOf(Collection<UUID> lineIds) {
        return Map.of();
    }

    @Override
    public List<OrderReview> reviewsOf(Collection<UUID> lineIds) {
        return List.of();
    }

    @Override
    public List<OrderChange> changesOf(Collection<UUID> lineIds) {
        return List.of();
    }
}
