package org.throughline.order.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.order.LinePrice;
import org.throughline.order.LineStatus;
import org.throughline.order.LineText;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;

/** The lines of all orders, in table {@code sales.sales_order_line}. */
@Repository
public class OrderLines {

    private static final String SELECT = """
            SELECT l.id, l.order_id, o.number, l.position, o.customer_id, l.item_id, l.quantity, l.unit,
                   l.ordered_quantity, l.ordered_unit, l.delivered, l.requested_date, l.first_promise, l.latest_promise,
                   o.order_class, l.priority, l.status, o.status AS order_status, o.on_hold, o.owner_id, l.version
              FROM sales.sales_order_line l
              JOIN sales.sales_order o ON o.id = l.order_id
            """;

    private final JdbcClient jdbc;

    OrderLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound if there is none the actor may see */
    public OrderLine get(UUID id) {
        return jdbc.sql(SELECT + "WHERE l.id = :id")
                .param("id", id)
                .query(OrderLines::map)
                .optional()
                .orElseThrow(() -> new NotFound("sales-order-line", id));
    }

    /** By position. */
    public List<OrderLine> ofOrder(UUID orderId) {
        return jdbc.sql(SELECT + "WHERE l.order_id = :order ORDER BY l.position")
                .param("order", orderId)
                .query(OrderLines::map)
                .list();
    }

    /** Those still to be delivered, by position. */
    public List<OrderLine> openOf(UUID orderId) {
        return ofOrder(orderId).stream()
                .filter(line -> line.status() == LineStatus.OPEN)
                .toList();
    }

    /** Where people look at an order: the page of its first line. */
    public String pageOf(UUID orderId) {
        return "/orders/" + ofOrder(orderId).getFirst().id();
    }

    List<OrderLine> all(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "WHERE l.id = ANY (:ids) ORDER BY o.number, l.position")
                .param("ids", ids.toArray(UUID[]::new))
                .query(OrderLines::map)
                .list();
    }

    List<OrderLine> open() {
        return jdbc.sql(SELECT + """
                WHERE l.status = 'OPEN' AND o.status = 'CONFIRMED'
                ORDER BY l.priority, coalesce(l.latest_promise, l.requested_date), o.number, l.position
                """).query(OrderLines::map).list();
    }

    List<OrderLine> live() {
        return jdbc.sql(SELECT + """
                WHERE l.status = 'OPEN' AND o.status NOT IN ('COMPLETED', 'CANCELLED')
                ORDER BY o.number, l.position
                """).query(OrderLines::map).list();
    }

    /**
     * Out of the identities of the live rows and, where planning reads more of them, of their stored versions: place and
     * transaction, which no other version of a row ever has again, even after a transaction that was taken back.
     */
    String planningMark() {
        return jdbc.sql("""
                SELECT count(*) || ' ' || coalesce(bit_xor(hashtextextended(
                           CASE WHEN o.status = 'CONFIRMED'
                                THEN concat_ws(' ', l.id, l.xmin, l.ctid, o.xmin, o.ctid)
                                ELSE l.id::text END, 0)), 0)
                  FROM sales.sales_order_line l
                  JOIN sales.sales_order o ON o.id = l.order_id
                 WHERE l.status = 'OPEN' AND o.status NOT IN ('COMPLETED', 'CANCELLED')
                """).query(String.class).single();
    }

    void insert(LineDesk.PreparedLine line) {
        priced(jdbc.sql("""
                INSERT INTO sales.sales_order_line (id, order_id, position, item_id, description, specification,
                       customer_item_number, ordered_quantity, ordered_unit, quantity, unit, requested_date, unit_price,
                       unit_price_gross, amount_net, amount_tax, amount_gross, priority)
                VALUES (:id, :order, :position, :item, :description, :specification,
                        :customerNumber, :ordered, :orderedUnit, :quantity, :unit, :requested, :netPrice,
                        :grossPrice, :net, :tax, :gross, :priority)
                """), line)
                .param("order", line.orderId())
                .param("position", line.position())
                .update();
    }

    /** Writes what may be edited before confirmation over the line of the same identity. */
    public void replace(LineDesk.PreparedLine line, int version) {
        int written = priced(jdbc.sql("""
                UPDATE sales.sales_order_line
                   SET item_id = :item, description = :description, specification = :specification,
                       customer_item_number = :customerNumber, ordered_quantity = :ordered, ordered_unit = :orderedUnit,
                       quantity = :quantity, unit = :unit, requested_date = :requested, unit_price = :netPrice,
                       unit_price_gross = :grossPrice, amount_net = :net, amount_tax = :tax, amount_gross = :gross,
                       priority = :priority, version = version + 1
                 WHERE id = :id AND version = :version
                """), line).param("version", version).update();
        if (written == 0) {
            throw new ChangedMeanwhile("sales-order-line", line.position());
        }
    }

    private static JdbcClient.StatementSpec priced(JdbcClient.StatementSpec statement, LineDesk.PreparedLine line) {
        return statement
                .param("id", line.id())
                .param("item", line.itemId())
                .param("description", line.text().description())
                .param("specification", line.text().specification())
                .param("customerNumber", line.text().customerItemNumber())
                .param("ordered", line.ordered().amount())
                .param("orderedUnit", line.ordered().unit())
                .param("quantity", line.quantity().amount())
                .param("unit", line.quantity().unit())
                .param("requested", line.requestedDate())
                .param("netPrice", line.price().netPrice())
                .param("grossPrice", line.price().grossPrice())
                .param("net", line.price().net())
                .param("tax", line.price().tax())
                .param("gross", line.price().gross())
                .param("priority", line.priority());
    }

    /** Takes a line out of an order nobody has confirmed. */
    public void delete(UUID id) {
        jdbc.sql("DELETE FROM sales.sales_order_line WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Keeps what the computer said. */
    public void computed(UUID id, @Nullable LocalDate earliest, String reason) {
        jdbc.sql("""
                UPDATE sales.sales_order_line
                   SET computed_earliest = :earliest, computed_reason = CAST(:reason AS jsonb)
                 WHERE id = :id
                """)
                .param("earliest", earliest == null ? null : Date.valueOf(earliest))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** Keeps the date that approval is asked for. */
    public void propose(UUID id, LocalDate promise) {
        jdbc.sql("UPDATE sales.sales_order_line SET proposed_promise = :promise WHERE id = :id")
                .param("promise", promise)
                .param("id", id)
                .update();
    }

    /** The first promise, which never changes afterwards, and the latest, which begins as the first. */
    public void promise(UUID id, LocalDate promise) {
        jdbc.sql("""
                UPDATE sales.sales_order_line
                   SET first_promise = :promise, latest_promise = :promise, version = version + 1
                 WHERE id = :id AND first_promise IS NULL
                """).param("promise", promise).param("id", id).update();
    }

    public void movePromise(OrderLine line, LocalDate promise) {
        write(line, jdbc.sql("""
                UPDATE sales.sales_order_line
                   SET latest_promise = :promise, version = version + 1
                 WHERE id = :id AND version = :version
                """).param("promise", promise));
    }

    /** What the customer changed after confirmation. */
    public void change(OrderLine line, Quantity ordered, Quantity base, LocalDate date, LocalDate promise) {
        write(
                line,
                jdbc.sql("""
                UPDATE sales.sales_order_line
                   SET ordered_quantity = :ordered, ordered_unit = :orderedUnit, quantity = :quantity,
                       requested_date = :date, latest_promise = :promise, version = version + 1
                 WHERE id = :id AND version = :version
                """)
                        .param("ordered", ordered.amount())
                        .param("orderedUnit", ordered.unit())
                        .param("quantity", base.amount())
                        .param("date", date)
                        .param("promise", promise));
    }

    /** The line's price as it is kept. */
    public LinePrice price(UUID id) {
        var price = prices(List.of(id)).get(id);
        if (price == null) {
            throw new NotFound("sales-order-line", id);
        }
        return price;
    }

    public void price(UUID id, LinePrice price) {
        jdbc.sql("""
                UPDATE sales.sales_order_line
                   SET unit_price = :netPrice, unit_price_gross = :grossPrice, amount_net = :net, amount_tax = :tax,
                       amount_gross = :gross
                 WHERE id = :id
                """)
                .param("netPrice", price.netPrice())
                .param("grossPrice", price.grossPrice())
                .param("net", price.net())
                .param("tax", price.tax())
                .param("gross", price.gross())
                .param("id", id)
                .update();
    }

    public void close(OrderLine line, LineStatus status) {
        write(line, jdbc.sql("""
                UPDATE sales.sales_order_line
                   SET status = :status, version = version + 1
                 WHERE id = :id AND version = :version
                """).param("status", status.name()));
    }

    public void deliver(OrderLine line, Quantity delivered, LineStatus status) {
        write(line, jdbc.sql("""
                UPDATE sales.sales_order_line
                   SET delivered = :delivered, status = :status, version = version + 1
                 WHERE id = :id AND version = :version
                """).param("delivered", delivered.amount()).param("status", status.name()));
    }

    private static void write(OrderLine line, JdbcClient.StatementSpec statement) {
        int written = statement
                .param("id", line.id())
                .param("version", line.version())
                .update();
        if (written == 0) {
            throw new ChangedMeanwhile("sales-order-line", line.label());
        }
    }

    /** What approval was asked for and what the computer said, by line. */
    public Map<UUID, Dates> dates(UUID orderId) {
        var dates = new HashMap<UUID, Dates>();
        jdbc.sql("""
                SELECT id, proposed_promise, computed_earliest, computed_reason
                  FROM sales.sales_order_line
                 WHERE order_id = :order
                 ORDER BY position
                """).param("order", orderId).query(row -> {
            dates.put(
                    row.getObject("id", UUID.class),
                    new Dates(
                            row.getObject("proposed_promise", LocalDate.class),
                            row.getObject("computed_earliest", LocalDate.class),
                            row.getString("computed_reason")));
        });
        return dates;
    }

    /**
     * A promise asked for, and the earliest date the computer found.
     *
     * @param reason JSON, see {@link PromiseQuestion.Answer}
     */
    public record Dates(
            @Nullable LocalDate proposed,
            @Nullable LocalDate earliest,
            @Nullable String reason) {}

    Map<UUID, LinePrice> prices(Collection<UUID> ids) {
        var prices = new HashMap<UUID, LinePrice>();
        jdbc.sql("""
                SELECT l.id, l.unit_price, l.unit_price_gross, l.amount_net, l.amount_tax, l.amount_gross, o.currency
                  FROM sales.sales_order_line l
                  JOIN sales.sales_order o ON o.id = l.order_id
                 WHERE l.id = ANY (:ids)
                 ORDER BY l.id
                """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            prices.put(
                    row.getObject("id", UUID.class),
                    new LinePrice(
                            row.getBigDecimal("unit_price"),
                            row.getBigDecimal("unit_price_gross"),
                            row.getBigDecimal("amount_net"),
                            row.getBigDecimal("amount_tax"),
                            row.getBigDecimal("amount_gross"),
                            row.getString("currency")));
        });
        return prices;
    }

    Map<UUID, LineText> texts(Collection<UUID> ids) {
        var texts = new HashMap<UUID, LineText>();
        jdbc.sql("""
                SELECT id, description, specification, customer_item_number
                  FROM sales.sales_order_line
                 WHERE id = ANY (:ids)
                 ORDER BY id
                """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            texts.put(
                    row.getObject("id", UUID.class),
                    new LineText(
                            row.getString("description"),
                            row.getString("specification"),
                            row.getString("customer_item_number")));
        });
        return texts;
    }

    private static OrderLine map(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        return new OrderLine(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("number"),
                row.getInt("position"),
                row.getObject("customer_id", UUID.class),
                row.getObject("item_id", UUID.class),
                new Quantity(row.getBigDecimal("quantity"), unit),
                new Quantity(row.getBigDecimal("ordered_quantity"), row.getString("ordered_unit")),
                new Quantity(row.getBigDecimal("delivered"), unit),
                row.getObject("requested_date", LocalDate.class),
                row.getObject("first_promise", LocalDate.class),
                row.getObject("latest_promise", LocalDate.class),
                OrderClass.valueOf(row.getString("order_class")),
                row.getInt("priority"),
                LineStatus.valueOf(row.getString("status")),
                OrderStatus.valueOf(row.getString("order_status")),
                row.getBoolean("on_hold"),
                row.getObject("owner_id", UUID.class),
                row.getInt("version"));
    }
}
