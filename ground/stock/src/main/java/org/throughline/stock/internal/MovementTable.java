package org.throughline.stock.internal;

import static org.throughline.stock.internal.Rows.id;
import static org.throughline.stock.internal.Rows.idOrNull;
import static org.throughline.stock.internal.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.stock.LedgerLine;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockMovement.Entry;
import org.throughline.stock.StockRefused;
import org.throughline.stock.StockStatus;

/** {@code stock.movement} and {@code stock.ledger_entry}: written once, never changed. */
@Repository
class MovementTable {

    private static final String LINES = """
            SELECT e.movement_id, m.at, m.kind, e.item_id, l.number AS lot_number, p.code AS location_code, e.status,
                   e.quantity, e.unit, m.reference_type, m.reference_id, m.order_line_id, m.reason, m.user_name
              FROM stock.ledger_entry e
              JOIN stock.movement m ON m.id = e.movement_id
              JOIN stock.location p ON p.id = e.location_id
              LEFT JOIN stock.lot l ON l.id = e.lot_id
            """;

    private final JdbcClient jdbc;

    MovementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The movement that was posted with the same key.
     *
     * @throws StockRefused if it was of another kind
     */
    Optional<UUID> byKey(StockMovement movement) {
        String key = movement.key();
        if (key == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                SELECT id, kind
                  FROM stock.movement
                 WHERE key = :key
                 ORDER BY number
                """)
                .param("key", key)
                .query((row, index) -> {
                    if (!row.getString("kind").equals(movement.kind().name())) {
                        throw StockRefused.keyReused(key, row.getString("kind"));
                    }
                    return id(row, "id");
                })
                .optional();
    }

    void insert(UUID movementId, Instant at, StockMovement movement, List<Entry> entries) {
        Actor actor = Actor.current();
        jdbc.sql("""
                INSERT INTO stock.movement
                       (id, at, kind, reference_type, reference_id, order_line_id, reason, key, user_id, user_name, origin)
                VALUES (:id, :at, :kind, :referenceType, :reference, :line, :reason, :key, :user, :name, :origin)
                """)
                .param("id", movementId)
                .param("at", Rows.time(at))
                .param("kind", movement.kind().name())
                .param("referenceType", movement.referenceType())
                .param("reference", movement.referenceId())
                .param("line", movement.orderLineId())
                .param("reason", movement.reason())
                .param("key", movement.key())
                .param("user", actor.user())
                .param("name", actor.name())
                .param("origin", actor.origin())
                .update();
        for (Entry entry : entries) {
            insert(movementId, entry);
        }
    }

    private void insert(UUID movementId, Entry entry) {
        jdbc.sql("""
                INSERT INTO stock.ledger_entry (id, movement_id, item_id, lot_id, location_id, status, quantity, unit)
                VALUES (:id, :movement, :item, :lot, :location, :status, :quantity, :unit)
                """)
                .param("id", Identity.fresh())
                .param("movement", movementId)
                .param("item", entry.itemId())
                .param("lot", entry.place().lotId())
                .param("location", entry.place().locationId())
                .param("status", entry.place().status().name())
                .param("quantity", entry.quantity().amount())
                .param("unit", entry.quantity().unit())
                .update();
    }

    List<LedgerLine> latest(UUID itemId, int limit) {
        return jdbc.sql(LINES + """
                 WHERE e.item_id = :item
                 ORDER BY e.number DESC
                 LIMIT :limit
                """)
                .param("item", itemId)
                .param("limit", limit)
                .query(MovementTable::line)
                .list();
    }

    List<LedgerLine> byKey(String key) {
        return jdbc.sql(LINES + " WHERE m.key = :key ORDER BY e.number")
                .param("key", key)
                .query(MovementTable::line)
                .list();
    }

    private static LedgerLine line(ResultSet row, int index) throws SQLException {
        return new LedgerLine(
                id(row, "movement_id"),
                instant(row, "at"),
                StockMovement.Kind.valueOf(row.getString("kind")),
                id(row, "item_id"),
                row.getString("lot_number"),
                row.getString("location_code"),
                StockStatus.valueOf(row.getString("status")),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                row.getString("reference_type"),
                idOrNull(row, "reference_id"),
                idOrNull(row, "order_line_id"),
                row.getString("reason"),
                row.getString("user_name"));
    }
}
