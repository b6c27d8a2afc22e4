package org.throughline.quality.internal;

import static org.throughline.database.Columns.id;
import static org.throughline.database.Columns.idOf;
import static org.throughline.database.Columns.instant;
import static org.throughline.database.Columns.instantOf;
import static org.throughline.database.Columns.quantity;
import static org.throughline.database.Columns.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.NotFound;
import org.throughline.quality.Nonconformance;

/** All nonconformances, in table {@code quality.nonconformance}. One SQL statement per method. */
@Repository
public class Nonconformances {

    private static final String COLUMNS = """
            SELECT n.id, n.number, n.inspection_id, n.item_id, n.lot_id, n.location_id, n.order_line_id, n.quantity,
                   n.unit, n.reason, n.disposition, n.work_order_id, n.raised_at, n.decided_at, n.owner_id, n.version
              FROM quality.nonconformance n
            """;

    private final JdbcClient jdbc;

    Nonconformances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ownerId account that has to decide; null: nobody was named */
    public record Owned(
            Nonconformance nonconformance, @Nullable UUID ownerId) {}

    /**
     * The nonconformance with this identity.
     *
     * @throws NotFound if there is none
     */
    public Nonconformance get(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE n.id = :id")
                .param("id", id)
                .query(Nonconformances::map)
                .optional()
                .orElseThrow(() -> new NotFound("nonconformance", id));
    }

    /**
     * The nonconformance with this identity, kept from all others until the transaction ends.
     *
     * @throws NotFound if there is none
     */
    public Nonconformance lock(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE n.id = :id FOR UPDATE")
                .param("id", id)
                .query(Nonconformances::map)
                .optional()
                .orElseThrow(() -> new NotFound("nonconformance", id));
    }

    /** Those with this disposition, or all, the longest waiting first. */
    public List<Nonconformance> in(Nonconformance.@Nullable Disposition disposition, int limit) {
        return jdbc.sql(COLUMNS + """
                 WHERE :disposition::text IS NULL OR n.disposition = :disposition
                 ORDER BY n.raised_at, n.number
                 LIMIT :limit
                """)
                .param("disposition", disposition == null ? null : disposition.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(Nonconformances::map)
                .list();
    }

    /** Those of these order lines with their owners, newest first. */
    public List<Owned> ofLines(Collection<UUID> orderLineIds) {
        return jdbc.sql(COLUMNS + """
                 WHERE n.order_line_id = ANY (:lines)
                 ORDER BY n.raised_at DESC, n.number DESC
                """)
                .param("lines", orderLineIds.toArray(UUID[]::new))
                .query((row, index) -> new Owned(map(row, index), id(row, "owner_id")))
                .list();
    }

    /** Adds an undecided one. */
    public void add(Nonconformance one) {
        jdbc.sql("""
                INSERT INTO quality.nonconformance
                       (id, number, inspection_id, item_id, lot_id, location_id, order_line_id, quantity, unit, reason,
                        raised_at)
                VALUES (:id, :number, :inspection, :item, :lot, :location, :line, :quantity, :unit, :reason, :at)
                """)
                .param("id", one.id())
                .param("number", one.number())
                .param("inspection", one.inspectionId(), Types.OTHER)
                .param("item", one.itemId())
                .param("lot", one.lotId(), Types.OTHER)
                .param("location", one.locationId(), Types.OTHER)
                .param("line", one.orderLineId(), Types.OTHER)
                .param("quantity", one.quantity().amount())
                .param("unit", one.quantity().unit())
                .param("reason", one.reason())
                .param("at", timestamp(one.raisedAt()))
                .update();
    }

    /**
     * Writes what was decided.
     *
     * @throws ChangedMeanwhile if somebody else wrote in the meantime
     */
    public void decided(Nonconformance one, @Nullable UUID user, @Nullable String note) {
        int written = jdbc.sql("""
                UPDATE quality.nonconformance
                   SET disposition = :disposition, work_order_id = :workOrder, decided_at = :at, decided_by = :user,
                       decision_note = :note, version = version + 1
                 WHERE id = :id
                   AND version = :version
                """)
                .param("disposition", one.disposition().name())
                .param("workOrder", one.workOrderId(), Types.OTHER)
                .param("at", timestamp(one.decidedAt()), Types.TIMESTAMP)
                .param("user", user, Types.OTHER)
                .param("note", note, Types.VARCHAR)
                .param("id", one.id())
                .param("version", one.version())
                .update();
        if (written == 0) {
            throw new ChangedMeanwhile("nonconformance", one.number());
        }
    }

    private static Nonconformance map(ResultSet row, int index) throws SQLException {
        return new Nonconformance(
                idOf(row, "id"),
                row.getString("number"),
                id(row, "inspection_id"),
                idOf(row, "item_id"),
                id(row, "lot_id"),
                id(row, "location_id"),
                id(row, "order_line_id"),
                quantity(row, "quantity", row.getString("unit")),
                row.getString("reason"),
                Nonconformance.Disposition.valueOf(row.getString("disposition")),
                id(row, "work_order_id"),
                instantOf(row, "raised_at"),
                instant(row, "decided_at"),
                row.getInt("version"));
    }
}
