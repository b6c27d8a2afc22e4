package org.throughline.order.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.NotFound;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderStatus;
import org.throughline.order.SalesOrder;

/** The heads of all orders, in table {@code sales.sales_order}. */
@Repository
public class OrderHeads {

    private static final String SELECT = """
            SELECT id, number, customer_id, customer_reference, order_class, status, on_hold, hold_reason, currency,
                   tax_rate, price_includes_tax, owner_id, contact, delivery_address, remark, external_key, review_round,
                   return_reason, received_at, quoted_at, reviewed_at, approved_at, confirmed_at, confirmed_by, version
              FROM sales.sales_order
            """;

    private final JdbcClient jdbc;

    OrderHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound if there is none the actor may see */
    public SalesOrder get(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(OrderHeads::map)
                .optional()
                .orElseThrow(() -> new NotFound("sales-order", id));
    }

    /** The same, and nobody else writes it until this transaction ends. */
    public SalesOrder lock(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(OrderHeads::map)
                .optional()
                .orElseThrow(() -> new NotFound("sales-order", id));
    }

    /** Locks the order this line belongs to. */
    public SalesOrder lockOfLine(UUID lineId) {
        return jdbc.sql(SELECT + """
                WHERE id = (SELECT order_id FROM sales.sales_order_line WHERE id = :line) FOR UPDATE
                """)
                .param("line", lineId)
                .query(OrderHeads::map)
                .optional()
                .orElseThrow(() -> new NotFound("sales-order-line", lineId));
    }

    List<SalesOrder> all(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "WHERE id = ANY (:ids) ORDER BY number")
                .param("ids", ids.toArray(UUID[]::new))
                .query(OrderHeads::map)
                .list();
    }

    /** The order another system posted under this key. */
    public Optional<SalesOrder> byExternalKey(String key) {
        return jdbc.sql(SELECT + "WHERE external_key = :key")
                .param("key", key)
                .query(OrderHeads::map)
                .optional();
    }

    /** The live or finished order that this customer gave this number. */
    public Optional<SalesOrder> byReference(UUID customerId, String reference) {
        return jdbc.sql(SELECT + """
                WHERE customer_id = :customer AND customer_reference = :reference AND status <> 'CANCELLED'
                ORDER BY received_at LIMIT 1
                """)
                .param("customer", customerId)
                .param("reference", reference)
                .query(OrderHeads::map)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if number or external key are taken */
    public void insert(SalesOrder order) {
        jdbc.sql("""
                INSERT INTO sales.sales_order (id, number, customer_id, customer_reference, order_class, status, currency,
                       tax_rate, price_includes_tax, owner_id, contact, delivery_address, remark, external_key, received_at)
                VALUES (:id, :number, :customer, :reference, :class, :status, :currency,
                        :rate, :inclusive, :owner, :contact, :address, :remark, :key, :receivedAt)
                """)
                .param("id", order.id())
                .param("number", order.number())
                .param("customer", order.customerId())
                .param("reference", order.customerReference())
                .param("class", order.orderClass().name())
                .param("status", order.status().name())
                .param("currency", order.currency())
                .param("rate", order.taxRate())
                .param("inclusive", order.priceIncludesTax())
                .param("owner", order.ownerUserId())
                .param("contact", order.contact())
                .param("address", order.deliveryAddress())
                .param("remark", order.remark())
                .param("key", order.externalKey())
                .param("receivedAt", Timestamp.from(order.receivedAt()))
                .update();
    }

    /** Makes the totals of the head the sums of its lines that are not cancelled. */
    public void sum(UUID orderId) {
        jdbc.sql("""
                UPDATE sales.sales_order o
                   SET amount_net = s.net, amount_tax = s.tax, amount_gross = s.gross
                  FROM (SELECT coalesce(sum(amount_net), 0) AS net, coalesce(sum(amount_tax), 0) AS tax,
                               coalesce(sum(amount_gross), 0) AS gross
                          FROM sales.sales_order_line
                         WHERE order_id = :id AND status <> 'CANCELLED') s
                 WHERE o.id = :id
                """).param("id", orderId).update();
    }

    public void quote(SalesOrder order, OrderStatus to, Instant at) {
        write(order, "status = :to, quoted_at = :at, return_reason = NULL", Map.of("to", to.name(), "at", at));
    }

    /** Opens the next review round. */
    public void startReview(SalesOrder order) {
        write(
                order,
                "status = 'IN_REVIEW', review_round = review_round + 1, return_reason = NULL, reviewed_at = NULL, approved_at = NULL",
                Map.of());
    }

    public void reviewed(SalesOrder order, Instant at) {
        write(order, "status = 'REVIEWED', reviewed_at = :at", Map.of("at", at));
    }

    /** Back to where it came from, with the reason. */
    public void sendBack(SalesOrder order, String reason) {
        write(
                order,
                "status = :to, return_reason = :reason, reviewed_at = NULL, approved_at = NULL",
                Map.of("to", order.before().name(), "reason", reason));
    }

    public void startApproval(SalesOrder order) {
        write(order, "status = 'APPROVING', approved_at = NULL", Map.of());
    }

    public void approved(SalesOrder order, Instant at) {
        write(order, "approved_at = :at", Map.of("at", at));
    }

    /** The approval was taken back: reviewed as before. */
    public void withdrawn(SalesOrder order) {
        write(order, "status = 'REVIEWED', approved_at = NULL", Map.of());
    }

    public void confirmed(SalesOrder order, Instant at, String by) {
        write(order, "status = 'CONFIRMED', confirmed_at = :at, confirmed_by = :by", Map.of("at", at, "by", by));
    }

    public void completed(SalesOrder order, Instant at) {
        write(order, "status = 'COMPLETED', completed_at = :at", Map.of("at", at));
    }

    public void cancelled(SalesOrder order, String reason) {
        write(order, "status = 'CANCELLED', return_reason = :reason", Map.of("reason", reason));
    }

    public void held(SalesOrder order, String reason) {
        write(order, "on_hold = true, hold_reason = :reason", Map.of("reason", reason));
    }

    public void resumed(SalesOrder order) {
        write(order, "on_hold = false, hold_reason = NULL", Map.of());
    }

    /** Writes the fields that may be edited before confirmation. */
    public void edited(SalesOrder order) {
        int written = jdbc.sql("""
                UPDATE sales.sales_order
                   SET customer_reference = :reference, order_class = :class, tax_rate = :rate,
                       price_includes_tax = :inclusive, owner_id = :owner, contact = :contact,
                       delivery_address = :address, remark = :remark, version = version + 1
                 WHERE id = :id AND version = :version
                """)
                .param("reference", order.customerReference())
                .param("class", order.orderClass().name())
                .param("rate", order.taxRate())
                .param("inclusive", order.priceIncludesTax())
                .param("owner", order.ownerUserId())
                .param("contact", order.contact())
                .param("address", order.deliveryAddress())
                .param("remark", order.remark())
                .param("id", order.id())
                .param("version", order.version())
                .update();
        if (written == 0) {
            throw new ChangedMeanwhile("sales-order", order.number());
        }
    }

    /** Removes an order nobody has confirmed, with everything that belongs to it. */
    public void delete(UUID id) {
        jdbc.sql("DELETE FROM sales.sales_order WHERE id = :id").param("id", id).update();
    }

    private void write(SalesOrder order, String assignments, Map<String, ?> values) {
        var statement =
                jdbc.sql("""
                UPDATE sales.sales_order
                   SET %s, version = version + 1
                 WHERE id = :id AND version = :version
                """.formatted(assignments)).param("id", order.id()).param("version", order.version());
        for (var value : values.entrySet()) {
            var given = value.getValue();
            statement.param(value.getKey(), given instanceof Instant at ? Timestamp.from(at) : given);
        }
        if (statement.update() == 0) {
            throw new ChangedMeanwhile("sales-order", order.number());
        }
    }

    private static SalesOrder map(ResultSet row, int index) throws SQLException {
        return new SalesOrder(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("customer_id", UUID.class),
                row.getString("customer_reference"),
                OrderClass.valueOf(row.getString("order_class")),
                OrderStatus.valueOf(row.getString("status")),
                row.getBoolean("on_hold"),
                row.getString("hold_reason"),
                row.getString("currency"),
                row.getBigDecimal("tax_rate"),
                row.getBoolean("price_includes_tax"),
                row.getObject("owner_id", UUID.class),
                row.getString("contact"),
                row.getString("delivery_address"),
                row.getString("remark"),
                row.getString("external_key"),
                row.getInt("review_round"),
                row.getString("return_reason"),
                row.getTimestamp("received_at").toInstant(),
                instant(row, "quoted_at"),
                instant(row, "reviewed_at"),
                instant(row, "approved_at"),
                instant(row, "confirmed_at"),
                row.getString("confirmed_by"),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}
