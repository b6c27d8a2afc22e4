package org.throughline.quality.internal;

import static org.throughline.database.Columns.id;
import static org.throughline.database.Columns.idOf;
import static org.throughline.database.Columns.instantOf;
import static org.throughline.database.Columns.quantity;
import static org.throughline.database.Columns.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.quality.Inspection;

/** All inspections, in table {@code quality.inspection}. One SQL statement per method. */
@Repository
public class Inspections {

    private static final String COLUMNS = """
            SELECT i.id, i.number, i.kind, i.source_type, i.source_id, i.item_id, i.lot_id, i.location_id, i.quantity,
                   i.unit, i.order_line_id, i.status, i.accepted, i.rejected, i.reason, i.requested_at, i.inspector_id,
                   i.inspector, i.decided_at, i.version
              FROM quality.inspection i
            """;

    private final JdbcClient jdbc;

    Inspections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The inspection with this identity.
     *
     * @throws NotFound if there is none
     */
    public Inspection get(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE i.id = :id")
                .param("id", id)
                .query(Inspections::map)
                .optional()
                .orElseThrow(() -> new NotFound("inspection", id));
    }

    /**
     * The inspection with this identity, kept from all others until the transaction ends.
     *
     * @throws NotFound if there is none
     */
    public Inspection lock(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE i.id = :id FOR UPDATE")
                .param("id", id)
                .query(Inspections::map)
                .optional()
                .orElseThrow(() -> new NotFound("inspection", id));
    }

    /**
     * The open inspection of these goods for this source, kept from all others until the transaction ends; none if
     * somebody decides it just now (waiting for them could last for ever: they wait for the stock).
     */
    public Optional<Inspection> lockOpen(UUID sourceId, @Nullable UUID lotId, @Nullable UUID locationId) {
        return jdbc.sql(COLUMNS + """
                 WHERE i.source_id = :source
                   AND i.lot_id IS NOT DISTINCT FROM :lot
                   AND i.location_id IS NOT DISTINCT FROM :location
                   AND i.status = 'OPEN'
                 ORDER BY i.requested_at
                 LIMIT 1
                   FOR UPDATE SKIP LOCKED
                """)
                .param("source", sourceId)
                .param("lot", lotId, Types.OTHER)
                .param("location", locationId, Types.OTHER)
                .query(Inspections::map)
                .optional();
    }

    /** Those in this state, or all, the longest waiting first. */
    public List<Inspection> in(Inspection.@Nullable Status status, int limit) {
        return jdbc.sql(COLUMNS + """
                 WHERE :status::text IS NULL OR i.status = :status
                 ORDER BY i.requested_at, i.number
                 LIMIT :limit
                """)
                .param("status", status == null ? null : status.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(Inspections::map)
                .list();
    }

    /** Those of these order lines, newest first. */
    public List<Inspection> ofLines(Collection<UUID> orderLineIds) {
        return jdbc.sql(COLUMNS + """
                 WHERE i.order_line_id = ANY (:lines)
                 ORDER BY i.requested_at DESC, i.number DESC
                """)
                .param("lines", orderLineIds.toArray(UUID[]::new))
                .query(Inspections::map)
                .list();
    }

    /** Adds an open inspection. */
    public void add(Inspection inspection) {
        jdbc.sql("""
                INSERT INTO quality.inspection
                       (id, number, kind, source_type, source_id, item_id, lot_id, location_id, quantity, unit,
                        order_line_id, requested_at)
                VALUES (:id, :number, :kind, :sourceType, :source, :item, :lot, :location, :quantity, :unit,
                        :line, :at)
                """)
                .param("id", inspection.id())
                .param("number", inspection.number())
                .param("kind", inspection.kind().name())
                .param("sourceType", inspection.source().type())
                .param("source", inspection.source().id())
                .param("item", inspection.goods().itemId())
                .param("lot", inspection.goods().lotId(), Types.OTHER)
                .param("location", inspection.goods().locationId(), Types.OTHER)
                .param("quantity", inspection.goods().quantity().amount())
                .param("unit", inspection.goods().quantity().unit())
                .param("line", inspection.orderLineId(), Types.OTHER)
                .param("at", timestamp(inspection.requestedAt()))
                .update();
    }

    /** An open inspection covers another quantity. */
    public void resize(Inspection inspection, Quantity quantity) {
        int written = jdbc.sql("""
                UPDATE quality.inspection
                   SET quantity = :quantity, version = version + 1
                 WHERE id = :id
                   AND version = :version
                """)
                .param("quantity", quantity.amount())
                .param("id", inspection.id())
                .param("version", inspection.version())
                .update();
        requireWritten(written, inspection);
    }

    /** The goods of an open inspection are gone. */
    public void withdraw(Inspection inspection) {
        int written = jdbc.sql("""
                DELETE FROM quality.inspection
                 WHERE id = :id
                   AND status = 'OPEN'
                   AND version = :version
                """)
                .param("id", inspection.id())
                .param("version", inspection.version())
                .update();
        requireWritten(written, inspection);
    }

    /**
     * Writes what was decided.
     *
     * @throws ChangedMeanwhile if somebody else wrote in the meantime
     */
    public void decided(Inspection inspection) {
        var decision = Objects.requireNonNull(inspection.decision());
        int written = jdbc.sql("""
                UPDATE quality.inspection
                   SET status = :status, accepted = :accepted, rejected = :rejected, reason = :reason,
                       inspector_id = :inspectorId, inspector = :inspector, decided_at = :at, version = version + 1
                 WHERE id = :id
                   AND version = :version
                """)
                .param("status", inspection.status().name())
                .param("accepted", decision.accepted().amount())
                .param("rejected", decision.rejected().amount())
                .param("reason", decision.reason(), Types.VARCHAR)
                .param("inspectorId", decision.inspectorId(), Types.OTHER)
                .param("inspector", decision.inspector())
                .param("at", timestamp(decision.at()))
                .param("id", inspection.id())
                .param("version", inspection.version())
                .update();
        requireWritten(written, inspection);
    }

    private static void requireWritten(int written, Inspection inspection) {
        if (written == 0) {
            throw new ChangedMeanwhile("inspection", inspection.number());
        }
    }

    private static Inspection map(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        var status = Inspection.Status.valueOf(row.getString("status"));
        var decision = status == Inspection.Status.OPEN
                ? null
                : new Inspection.Decision(
                        quantity(row, "accepted", unit),
                        quantity(row, "rejected", unit),
                        row.getString("reason"),
                        id(row, "inspector_id"),
                        Objects.requireNonNullElse(row.getString("inspector"), ""),
                        instantOf(row, "decided_at"));
        return new Inspection(
                idOf(row, "id"),
                row.getString("number"),
                Inspection.Kind.valueOf(row.getString("kind")),
                new Inspection.Source(row.getString("source_type"), idOf(row, "source_id")),
                new Inspection.Goods(
                        idOf(row, "item_id"),
                        id(row, "lot_id"),
                        id(row, "location_id"),
                        quantity(row, "quantity", unit)),
                id(row, "order_line_id"),
                status,
                instantOf(row, "requested_at"),
                decision,
                row.getInt("version"));
    }
}
