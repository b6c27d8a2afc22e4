package org.throughline.purchasing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.Money;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrderLine;
import org.throughline.purchasing.PurchaseOrders;

/** Tables {@code purchasing.purchase_order} and {@code purchase_order_line}. */
@Repository
public class OrderTable implements PurchaseOrders {

    private static final String LINES = """
            SELECT l.*, o.currency
              FROM purchasing.purchase_order_line l
              JOIN purchasing.purchase_order o ON o.id = l.order_id
            """;

    private final JdbcClient jdbc;

    OrderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public PurchaseOrder get(UUID id) {
        return head(id, "").orElseThrow(() -> new NotFound("purchase-order", id));
    }

    /** The order, its row locked until the transaction ends. */
    public PurchaseOrder lock(UUID id) {
        return head(id, "FOR UPDATE").orElseThrow(() -> new NotFound("purchase-order", id));
    }

    @Override
    public Optional<PurchaseOrder> byNumber(String number) {
        return idWhere("number", number).map(this::get);
    }

    @Override
    public Optional<PurchaseOrder> byExternalId(String externalId) {
        return idWhere("external_id", externalId).map(this::get);
    }

    @Override
    public List<PurchaseOrder> sentTo(UUID supplierId, int limit) {
        return jdbc
                .sql("""
                SELECT id
                  FROM purchasing.purchase_order
                 WHERE supplier_id = :supplier AND ordered_at IS NOT NULL
                 ORDER BY status IN ('ORDERED', 'CONFIRMED', 'PARTIAL') DESC, ordered_at DESC, id
                 LIMIT :limit
                """)
                .param("supplier", supplierId)
                .param("limit", limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .map(this::get)
                .toList();
    }

    private Optional<UUID> idWhere(String column, String value) {
        return jdbc.sql("SELECT id FROM purchasing.purchase_order WHERE %s = :value ORDER BY id LIMIT 1"
                        .formatted(column))
                .param("value", value)
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional();
    }

    private Optional<PurchaseOrder> head(UUID id, String locking) {
        return jdbc.sql("""
                SELECT id, number, supplier_id, status, buyer_id, currency, total, created_at, ordered_at, version
                  FROM purchasing.purchase_order
                 WHERE id = :id
                """ + locking)
                .param("id", id)
                .query((row, number) -> map(row, linesOf(id)))
                .optional();
    }

    /** The heads of these orders, without their lines. */
    Map<UUID, PurchaseOrder> all(Collection<UUID> orderIds) {
        var heads = new HashMap<UUID, PurchaseOrder>();
        jdbc.sql("""
                SELECT id, number, supplier_id, status, buyer_id, currency, total, created_at, ordered_at, version
                  FROM purchasing.purchase_order
                 WHERE id = ANY (:ids)
                 ORDER BY id
                """)
                .param("ids", orderIds.toArray(UUID[]::new))
                .query((row, number) -> map(row, List.of()))
                .list()
                .forEach(order -> heads.put(order.id(), order));
        return heads;
    }

    private List<PurchaseOrderLine> linesOf(UUID orderId) {
        return jdbc.sql(LINES + "WHERE l.order_id = :order ORDER BY l.position")
                .param("order", orderId)
                .query(OrderTable::mapLine)
                .list();
    }

    @Override
    public PurchaseOrderLine line(UUID lineId) {
        return jdbc.sql(LINES + "WHERE l.id = :id")
                .param("id", lineId)
                .query(OrderTable::mapLine)
                .optional()
                .orElseThrow(() -> new NotFound("purchase-order-line", lineId));
    }

    /** The line, its row locked until the transaction ends. */
    public PurchaseOrderLine lockLine(UUID lineId) {
        return jdbc.sql(LINES + "WHERE l.id = :id FOR UPDATE OF l")
                .param("id", lineId)
                .query(OrderTable::mapLine)
                .optional()
                .orElseThrow(() -> new NotFound("purchase-order-line", lineId));
    }

    /** Every line that something is waited for, by due date. */
    List<PurchaseOrderLine> openLines() {
        return jdbc.sql(LINES
                        + "WHERE l.status IN ('OPEN', 'PARTIAL') ORDER BY coalesce(l.confirmed_date, l.due), l.id")
                .query(OrderTable::mapLine)
                .list();
    }

    void insert(PurchaseOrder order, @Nullable String externalId) {
        jdbc.sql("""
                INSERT INTO purchasing.purchase_order
                       (id, number, supplier_id, status, buyer_id, currency, created_at, external_id)
                VALUES (:id, :number, :supplier, :status, :buyer, :currency, :at, :external)
                """)
                .param("id", order.id())
                .param("number", order.number())
                .param("supplier", order.supplierId())
                .param("status", order.status().name())
                .param("buyer", order.buyerId())
                .param("currency", order.total().currency())
                .param("at", Timestamp.from(order.createdAt()))
                .param("external", externalId)
                .update();
        order.lines().forEach(this::insertLine);
        refreshTotal(order.id());
    }

    private void insertLine(PurchaseOrderLine line) {
        jdbc.sql("""
                INSERT INTO purchasing.purchase_order_line
                       (id, order_id, position, number, item_id, quantity, unit, base_quantity, base_unit, price, due,
                        status, order_line_id)
                VALUES (:id, :order, :position, :number, :item, :quantity, :unit, :base, :baseUnit, :price, :due, 'OPEN',
                        :line)
                """)
                .param("id", line.id())
                .param("order", line.orderId())
                .param("position", line.position())
                .param("number", line.number())
                .param("item", line.itemId())
                .param("quantity", line.quantity().amount())
                .param("unit", line.quantity().unit())
                .param("base", line.baseQuantity().amount())
                .param("baseUnit", line.baseQuantity().unit())
                .param("price", line.price().amount())
                .param("due", line.due())
                .param("line", line.orderLineId())
                .update();
    }

    /** The order went to the supplier. */
    public void ordered(PurchaseOrder order, @Nullable UUID buyer, Instant at) {
        int written = jdbc.sql("""
                UPDATE purchasing.purchase_order
                   SET status = 'ORDERED', ordered_at = :at, buyer_id = coalesce(:buyer, buyer_id), version = version + 1
                 WHERE id = :id AND version = :version
                """)
                .param("at", Timestamp.from(at))
                .param("buyer", buyer)
                .param("id", order.id())
                .param("version", order.version())
                .update();
        must(written, "purchase-order", order.number());
    }

    /** The supplier's date. */
    public void confirm(PurchaseOrderLine line, LocalDate date) {
        int written = jdbc.sql("""
                UPDATE purchasing.purchase_order_line
                   SET confirmed_date = :date, version = version + 1
                 WHERE id = :id AND version = :version
                """)
                .param("date", date)
                .param("id", line.id())
                .param("version", line.version())
                .update();
        must(written, "purchase-order-line", line.number());
    }

    /** The supplier was asked about the line. */
    public void remind(PurchaseOrderLine line, String by, Instant at) {
        int written = jdbc.sql("""
                UPDATE purchasing.purchase_order_line
                   SET reminded_at = :at, reminded_by = :by, version = version + 1
                 WHERE id = :id AND version = :version
                """)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("id", line.id())
                .param("version", line.version())
                .update();
        must(written, "purchase-order-line", line.number());
    }

    /** So much more came in, base unit. */
    public void receive(PurchaseOrderLine line, Quantity quantity) {
        int written = jdbc.sql("""
                UPDATE purchasing.purchase_order_line
                   SET received = received + :quantity,
                       status = CASE WHEN received + :quantity >= base_quantity THEN 'RECEIVED' ELSE 'PARTIAL' END,
                       version = version + 1
                 WHERE id = :id AND version = :version
                """)
                .param("quantity", quantity.amount())
                .param("id", line.id())
                .param("version", line.version())
                .update();
        must(written, "purchase-order-line", line.number());
    }

    /** Nothing more is waited for. */
    public void end(PurchaseOrderLine line, PurchaseOrderLine.Status status) {
        int written = jdbc.sql("""
                UPDATE purchasing.purchase_order_line
                   SET status = :status, version = version + 1
                 WHERE id = :id AND version = :version
                """)
                .param("status", status.name())
                .param("id", line.id())
                .param("version", line.version())
                .update();
        must(written, "purchase-order-line", line.number());
    }

    /** Another quantity and wanted date; a new wanted date takes the supplier's word back. */
    void change(PurchaseOrderLine line, Quantity quantity, Quantity base, LocalDate due) {
        int written = jdbc.sql("""
                UPDATE purchasing.purchase_order_line
                   SET quantity = :quantity, base_quantity = :base, due = :due,
                       confirmed_date = CASE WHEN due = :due THEN confirmed_date END,
                       status = CASE WHEN :base > received THEN status
                                     WHEN received > 0 THEN 'RECEIVED' ELSE 'CANCELLED' END,
                       version = version + 1
                 WHERE id = :id AND version = :version
                """)
                .param("quantity", quantity.amount())
                .param("base", base.amount())
                .param("due", due)
                .param("id", line.id())
                .param("version", line.version())
                .update();
        must(written, "purchase-order-line", line.number());
        refreshTotal(line.orderId());
    }

    /** It is for stock now. */
    void release(PurchaseOrderLine line) {
        int written = jdbc.sql("""
                UPDATE purchasing.purchase_order_line
                   SET order_line_id = NULL, version = version + 1
                 WHERE id = :id AND version = :version
                """)
                .param("id", line.id())
                .param("version", line.version())
                .update();
        must(written, "purchase-order-line", line.number());
    }

    private static void must(int written, String type, String number) {
        if (written == 0) {
            throw new ChangedMeanwhile(type, number);
        }
    }

    private void refreshTotal(UUID orderId) {
        jdbc.sql("""
                UPDATE purchasing.purchase_order o
                   SET total = (SELECT coalesce(sum(l.amount), 0)
                                  FROM purchasing.purchase_order_line l
                                 WHERE l.order_id = o.id AND l.status <> 'CANCELLED'),
                       version = version + 1
                 WHERE o.id = :id
                """).param("id", orderId).update();
    }

    /** The order's status and total follow its lines'. */
    public void refreshStatus(UUID orderId) {
        refreshTotal(orderId);
        jdbc.sql("""
                UPDATE purchasing.purchase_order o
                   SET status = s.status, version = version + 1
                  FROM (SELECT CASE WHEN bool_and(status = 'CANCELLED') THEN 'CANCELLED'
                                    WHEN bool_and(status IN ('RECEIVED', 'CANCELLED')) THEN 'RECEIVED'
                                    WHEN bool_and(status IN ('RECEIVED', 'CANCELLED', 'CLOSED')) THEN 'CLOSED'
                                    WHEN bool_or(received > 0) THEN 'PARTIAL'
                                    WHEN bool_and(confirmed_date IS NOT NULL OR status = 'CANCELLED') THEN 'CONFIRMED'
                                    ELSE 'ORDERED' END AS status
                          FROM purchasing.purchase_order_line
                         WHERE order_id = :id) s
                 WHERE o.id = :id
                   AND o.status <> s.status
                   AND (o.status <> 'DRAFT' OR s.status = 'CANCELLED')
                """).param("id", orderId).update();
    }

    /** Lines bought for these order lines, or with a share for them. */
    List<PurchaseOrderLine> forOrderLines(Collection<UUID> orderLineIds) {
        return jdbc.sql(LINES + """
                WHERE l.order_line_id = ANY (:ids) AND l.status <> 'CANCELLED'
                ORDER BY coalesce(l.confirmed_date, l.due) DESC, l.id
                """)
                .param("ids", orderLineIds.toArray(UUID[]::new))
                .query(OrderTable::mapLine)
                .list();
    }

    private static PurchaseOrder map(ResultSet row, List<PurchaseOrderLine> lines) throws SQLException {
        var orderedAt = row.getTimestamp("ordered_at");
        return new PurchaseOrder(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("supplier_id", UUID.class),
                PurchaseOrder.Status.valueOf(row.getString("status")),
                row.getObject("buyer_id", UUID.class),
                new Money(row.getBigDecimal("total"), row.getString("currency")),
                row.getTimestamp("created_at").toInstant(),
                orderedAt == null ? null : orderedAt.toInstant(),
                lines,
                row.getInt("version"));
    }

    private static PurchaseOrderLine mapLine(ResultSet row, int index) throws SQLException {
        var remindedAt = row.getTimestamp("reminded_at");
        var baseUnit = row.getString("base_unit");
        return new PurchaseOrderLine(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getInt("position"),
                row.getString("number"),
                row.getObject("item_id", UUID.class),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                new Quantity(row.getBigDecimal("base_quantity"), baseUnit),
                new Quantity(row.getBigDecimal("received"), baseUnit),
                new Money(row.getBigDecimal("price"), row.getString("currency")),
                row.getObject("due", LocalDate.class),
                row.getObject("confirmed_date", LocalDate.class),
                PurchaseOrderLine.Status.valueOf(row.getString("status")),
                row.getObject("order_line_id", UUID.class),
                remindedAt == null ? null : remindedAt.toInstant(),
                row.getInt("version"));
    }
}
