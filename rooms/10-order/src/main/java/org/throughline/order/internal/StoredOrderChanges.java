package org.throughline.order.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.order.ChangeKind;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderChanges;

/** Changes after confirmation, in table {@code sales.order_change}. */
@Repository
public class StoredOrderChanges implements OrderChanges {

    private static final String SELECT = """
            SELECT c.id, c.line_id, c.kind, c.old_quantity, c.new_quantity, c.unit, c.old_date, c.new_date, c.reason,
                   c.requested_by, c.requested_by_name, c.at, c.status
              FROM sales.order_change c
            """;

    private final JdbcClient jdbc;

    StoredOrderChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OrderChange get(UUID changeId) {
        return jdbc.sql(SELECT + "WHERE c.id = :id")
                .param("id", changeId)
                .query(StoredOrderChanges::map)
                .optional()
                .orElseThrow(() -> new NotFound("order-change", changeId));
    }

    @Override
    public void settle(UUID changeId, OrderChange.Status outcome) {
        jdbc.sql("""
                UPDATE sales.order_change
                   SET status = :status, version = version + 1
                 WHERE id = :id AND status = 'OPEN'
                """).param("status", outcome.name()).param("id", changeId).update();
    }

    /** Oldest first. */
    List<OrderChange> ofLines(Collection<UUID> lineIds) {
        return jdbc.sql(SELECT + "WHERE c.line_id = ANY (:lines) ORDER BY c.at, c.id")
                .param("lines", lineIds.toArray(UUID[]::new))
                .query(StoredOrderChanges::map)
                .list();
    }

    public void insert(OrderChange change) {
        jdbc.sql("""
                INSERT INTO sales.order_change (id, line_id, kind, old_quantity, new_quantity, unit, old_date, new_date,
                       reason, requested_by, requested_by_name, at, status)
                VALUES (:id, :line, :kind, :oldQuantity, :newQuantity, :unit, :oldDate, :newDate,
                        :reason, :by, :byName, :at, :status)
                """)
                .param("id", change.id())
                .param("line", change.lineId())
                .param("kind", change.kind().name())
                .param("oldQuantity", change.oldQuantity().amount())
                .param("newQuantity", change.newQuantity().amount())
                .param("unit", change.oldQuantity().unit())
                .param("oldDate", change.oldDate())
                .param("newDate", change.newDate())
                .param("reason", change.reason())
                .param("by", change.requestedBy())
                .param("byName", change.requestedByName())
                .param("at", Timestamp.from(change.at()))
                .param("status", change.status().name())
                .update();
    }

    private static OrderChange map(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        return new OrderChange(
                row.getObject("id", UUID.class),
                row.getObject("line_id", UUID.class),
                ChangeKind.valueOf(row.getString("kind")),
                new Quantity(row.getBigDecimal("old_quantity"), unit),
                new Quantity(row.getBigDecimal("new_quantity"), unit),
                row.getObject("old_date", LocalDate.class),
                row.getObject("new_date", LocalDate.class),
                row.getString("reason"),
                row.getObject("requested_by", UUID.class),
                row.getString("requested_by_name"),
                row.getTimestamp("at").toInstant(),
                OrderChange.Status.valueOf(row.getString("status")));
    }
}
