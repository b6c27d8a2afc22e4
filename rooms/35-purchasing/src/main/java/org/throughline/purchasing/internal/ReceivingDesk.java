package org.throughline.purchasing.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.LineStatus;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.purchasing.Delivery;
import org.throughline.purchasing.GoodsReceipt;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrderLine;
import org.throughline.purchasing.PurchaseRefused;
import org.throughline.records.Numbers;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.Lots;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;
import org.throughline.stock.StockStatus;

/** Books goods into stock and keeps them for whom they were bought. */
@Component
public class ReceivingDesk {

    private static final String RECEIPT = "goods-receipt";

    private final JdbcClient jdbc;
    private final OrderLinesServed served;
    private final SalesOrders orders;
    private final Lots lots;
    private final Locations locations;
    private final StockLedger ledger;
    private final Reservations reservations;
    private final Numbers numbers;
    private final ZoneId zone;

    ReceivingDesk(
            JdbcClient jdbc,
            OrderLinesServed served,
            SalesOrders orders,
            Lots lots,
            Locations locations,
            StockLedger ledger,
            Reservations reservations,
            Numbers numbers,
            java.time.Clock clock) {
        this.jdbc = jdbc;
        this.served = served;
        this.orders = orders;
        this.lots = lots;
        this.locations = locations;
        this.ledger = ledger;
        this.reservations = reservations;
        this.numbers = numbers;
        this.zone = clock.getZone();
    }

    /** The receipt of an earlier command with this key. */
    public Optional<GoodsReceipt> known(@Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT * FROM purchasing.goods_receipt WHERE key = :key")
                .param("key", key)
                .query(ReceivingDesk::map)
                .optional();
    }

    /** What was booked: the receipt, and its goods lot by lot (each piece its own where pieces are numbered). */
    public record Booked(GoodsReceipt receipt, List<ReceivedLot> lots) {}

    /** @param lotId null where nobody tells the pieces apart */
    public record ReceivedLot(@Nullable UUID lotId, Quantity quantity) {}

    /**
     * Goods of one lot and whom they are kept for.
     *
     * @param orderLineIds the one who gets most of them first; empty: nobody
     */
    public record KeptLot(ReceivedLot goods, List<UUID> orderLineIds) {}

    /** Posts the goods and writes the receipt. */
    public Booked book(
            PurchaseOrder order, PurchaseOrderLine line, Item item, Quantity quantity, Delivery delivery, Instant at) {
        var id = Identity.fresh();
        var number = numbers.next(RECEIPT);
        var toInspect = item.inspectOnReceipt();
        var location = Objects.requireNonNullElseGet(
                delivery.locationId(), () -> usual(toInspect).id());
        var places = places(item, quantity, delivery, id, number, location);
        var movement = places.stream()
                .map(place -> StockMovement.receive(item.id(), place.quantity(), place.place()))
                .reduce(StockMovement::and)
                .orElseThrow();
        var orderLine = openLines(line).stream().findFirst().orElse(null);
        ledger.post(movement.reference(RECEIPT, id)
                .forOrderLine(orderLine)
                .because(order.number())
                .key("receipt-" + id));
        var received = places.stream()
                .map(placed -> new ReceivedLot(placed.place().lotId(), placed.quantity()))
                .toList();
        var receipt = new GoodsReceipt(
                id,
                number,
                line.id(),
                item.id(),
                quantity,
                received.size() == 1 ? received.getFirst().lotId() : null,
                lotNumbers(received),
                location,
                toInspect,
                orderLine,
                at);
        insert(receipt, delivery);
        return new Booked(receipt, received);
    }

    /** As printed on the receipt: the number of the lot, or the first and the last. */
    private @Nullable String lotNumbers(List<ReceivedLot> received) {
        var first = received.getFirst().lotId();
        var last = received.getLast().lotId();
        if (first == null || last == null) {
            return null;
        }
        var number = lots.get(first).number();
        return first.equals(last)
                ? number
                : "%s … %s".formatted(number, lots.get(last).number());
    }

    private Location usual(boolean toInspect) {
        return locations.usual(toInspect ? Location.Kind.INSPECTION : Location.Kind.STORE);
    }

    private record Placed(StockPlace place, Quantity quantity) {}

    private List<Placed> places(
            Item item, Quantity quantity, Delivery delivery, UUID receiptId, String number, UUID location) {
        var status = item.inspectOnReceipt() ? StockStatus.TO_INSPECT : StockStatus.AVAILABLE;
        return switch (item.tracking()) {
            case NONE -> {
                // what waits for inspection is told apart from what is there, so that it can be kept for its order line
                var batch = item.inspectOnReceipt() ? lot(item, number, delivery, receiptId) : null;
                yield List.of(new Placed(new StockPlace(location, batch, status), quantity));
            }
            case LOT -> {
                var lotNumber = Objects.requireNonNullElse(delivery.lotNumber(), number);
                yield List.of(new Placed(
                        new StockPlace(location, lot(item, lotNumber, delivery, receiptId), status), quantity));
            }
            case SERIAL -> {
                var placed = new ArrayList<Placed>();
                for (var serial : serialNumbers(item, quantity, delivery, number)) {
                    placed.add(new Placed(
                            new StockPlace(location, lot(item, serial, delivery, receiptId), status),
                            Quantity.of(1, item.unit())));
                }
                yield placed;
            }
        };
    }

    private static List<String> serialNumbers(Item item, Quantity quantity, Delivery delivery, String number) {
        var pieces = quantity.amount().stripTrailingZeros();
        int given = delivery.serialNumbers().size();
        if (pieces.scale() > 0 || (given > 0 && pieces.compareTo(BigDecimal.valueOf(given)) != 0)) {
            throw PurchaseRefused.serialNumbers(item.code(), quantity, given);
        }
        if (given > 0) {
            return delivery.serialNumbers();
        }
        var made = new ArrayList<String>();
        for (int piece = 1; piece <= pieces.intValueExact(); piece++) {
            made.add(number + "-" + piece);
        }
        return made;
    }

    private UUID lot(Item item, String number, Delivery delivery, UUID receiptId) {
        return lots.open(new Lots.NewLot(
                        item.id(), number, delivery.supplierLot(), delivery.expiresOn(), RECEIPT, receiptId))
                .id();
    }

    /**
     * Keeps what came in for the order lines it was bought for, lot by lot: what came before went to the first of them.
     */
    public List<KeptLot> keep(PurchaseOrderLine before, GoodsReceipt receipt, List<ReceivedLot> lots) {
        var open = openLines(before);
        var shares = sharesAfter(before, receipt.quantity().amount());
        var kept = new ArrayList<KeptLot>();
        for (var goods : lots) {
            var left = goods.quantity().amount();
            var lines = new LinkedHashMap<UUID, BigDecimal>();
            for (var share : shares) {
                var part = share.getValue().min(left);
                if (part.signum() > 0) {
                    left = left.subtract(part);
                    share.setValue(share.getValue().subtract(part));
                    if (open.contains(share.getKey())) {
                        reserved(receipt.itemId(), goods, part, share.getKey())
                                .ifPresent(quantity -> lines.put(share.getKey(), quantity));
                    }
                }
            }
            kept.add(new KeptLot(goods, byQuantity(lines)));
        }
        return kept;
    }

    /** What each order line gets of the next so many, its earlier receipts counted. */
    private List<Map.Entry<UUID, BigDecimal>> sharesAfter(PurchaseOrderLine before, BigDecimal now) {
        var shares = new ArrayList<Map.Entry<UUID, BigDecimal>>();
        var cameBefore = before.received().amount();
        var left = now;
        for (var share : served.shares(before)) {
            var got = share.quantity().amount().min(cameBefore);
            cameBefore = cameBefore.subtract(got);
            var part = share.quantity().amount().subtract(got).min(left);
            left = left.subtract(part);
            shares.add(new AbstractMap.SimpleEntry<>(share.orderLineId(), part));
        }
        return shares;
    }

    private Optional<BigDecimal> reserved(UUID itemId, ReceivedLot goods, BigDecimal part, UUID orderLineId) {
        var wish = new Reservation.Wish(
                itemId,
                new Quantity(part, goods.quantity().unit()),
                goods.lotId(),
                orderLineId,
                "sales-order-line",
                orderLineId);
        return reservations.reserveUpTo(wish).map(reservation -> part);
    }

    private static List<UUID> byQuantity(Map<UUID, BigDecimal> lines) {
        return lines.entrySet().stream()
                .sorted(Map.Entry.<UUID, BigDecimal>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The order lines of the shares that still want something, the most urgent first. */
    private List<UUID> openLines(PurchaseOrderLine line) {
        var wanted = served.lines(line);
        var open = orders.linesOf(wanted).stream()
                .filter(one -> one.status() == LineStatus.OPEN)
                .map(OrderLine::id)
                .collect(Collectors.toSet());
        return wanted.stream().filter(open::contains).toList();
    }

    /** The supplier's terms remember price and day. */
    public void remember(PurchaseOrder order, PurchaseOrderLine line, Instant at) {
        jdbc.sql("""
                UPDATE purchasing.vendor_item
                   SET last_price = :price, last_receipt = :day, version = version + 1
                 WHERE supplier_id = :supplier AND item_id = :item AND unit = :unit
                """)
                .param("price", line.price().amount())
                .param("day", LocalDate.ofInstant(at, zone))
                .param("supplier", order.supplierId())
                .param("item", line.itemId())
                .param("unit", line.quantity().unit())
                .update();
    }

    private void insert(GoodsReceipt receipt, Delivery delivery) {
        jdbc.sql("""
                INSERT INTO purchasing.goods_receipt
                       (id, number, po_line_id, item_id, quantity, unit, lot_id, lot_number, supplier_lot, location_id,
                        to_inspect, order_line_id, received_by, at, key)
                VALUES (:id, :number, :line, :item, :quantity, :unit, :lot, :lotNumber, :supplierLot, :location, :inspect,
                        :orderLine, :by, :at, :key)
                """)
                .param("id", receipt.id())
                .param("number", receipt.number())
                .param("line", receipt.purchaseOrderLineId())
                .param("item", receipt.itemId())
                .param("quantity", receipt.quantity().amount())
                .param("unit", receipt.quantity().unit())
                .param("lot", receipt.lotId())
                .param("lotNumber", receipt.lotNumber())
                .param("supplierLot", delivery.supplierLot())
                .param("location", receipt.locationId())
                .param("inspect", receipt.toInspect())
                .param("orderLine", receipt.orderLineId())
                .param("by", Actor.current().name())
                .param("at", Timestamp.from(receipt.at()))
                .param("key", delivery.key())
                .update();
    }

    private static GoodsReceipt map(ResultSet row, int index) throws SQLException {
        return new GoodsReceipt(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("po_line_id", UUID.class),
                row.getObject("item_id", UUID.class),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                row.getObject("lot_id", UUID.class),
                row.getString("lot_number"),
                row.getObject("location_id", UUID.class),
                row.getBoolean("to_inspect"),
                row.getObject("order_line_id", UUID.class),
                row.getTimestamp("at").toInstant());
    }
}
