package org.throughline.planning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.Quantity;
import org.throughline.planning.PlanChange;
import org.throughline.planning.SupplyChange;

/** Table {@code planning.plan_change}. */
@Repository
class PlanChanges {

    private final JdbcClient jdbc;

    PlanChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PlanChange change) {
        jdbc.sql("""
                INSERT INTO planning.plan_change
                       (id, order_change_id, order_line_id, target_type, target_id, target_number, item_id, action,
                        old_quantity, new_quantity, unit, old_due, new_due, possible, harmless, effect, status,
                        change_reason, proposed_at)
                VALUES (:id, :orderChange, :line, :targetType, :target, :number, :item, :action, :oldQuantity,
                        :newQuantity, :unit, :oldDue, :newDue, :possible, :harmless, CAST(:effect AS jsonb), 'PROPOSED',
                        :reason, :at)
                """)
                .param("id", change.id())
                .param("orderChange", change.orderChangeId())
                .param("line", change.orderLineId())
                .param("targetType", change.targetType())
                .param("target", change.targetId())
                .param("number", change.targetNumber())
                .param("item", change.itemId())
                .param("action", change.action().name())
                .param("oldQuantity", change.oldQuantity().amount())
                .param("newQuantity", change.newQuantity().amount())
                .param("unit", change.oldQuantity().unit())
                .param("oldDue", change.oldDue())
                .param("newDue", change.newDue())
                .param("possible", change.possible())
                .param("harmless", change.harmless())
                .param("effect", JsonRows.value(change.effect()))
                .param("reason", change.changeReason())
                .param("at", Timestamp.from(change.proposedAt()))
                .update();
    }

    /** These changes, locked until the transaction ends. */
    List<PlanChange> lock(Collection<UUID> ids) {
        return jdbc.sql("""
                SELECT *
                  FROM planning.plan_change
                 WHERE id = ANY (:ids)
                 ORDER BY id
                   FOR UPDATE
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(PlanChanges::map)
                .list();
    }

    /** Open ones that lose nothing, of one order change or, with null, of all. */
    List<UUID> harmless(@Nullable UUID orderChangeId) {
        return jdbc.sql("""
                SELECT id
                  FROM planning.plan_change
                 WHERE status = 'PROPOSED' AND possible AND harmless
                   AND (CAST(:change AS uuid) IS NULL OR order_change_id = :change)
                 ORDER BY id
                """)
                .param("change", orderChangeId)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** @param status null for all; the open ones first, then the latest */
    List<PlanChange> list(PlanChange.@Nullable Status status, @Nullable UUID orderLineId, Slice slice) {
        return jdbc.sql("""
                SELECT *
                  FROM planning.plan_change
                 WHERE (CAST(:status AS text) IS NULL OR status = :status)
                   AND (CAST(:line AS uuid) IS NULL OR order_line_id = :line)
                 ORDER BY status = 'PROPOSED' DESC, proposed_at DESC, target_type DESC, target_number, id
                 LIMIT CAST(:limit AS bigint) OFFSET :offset
                """)
                .param("limit", slice.limit())
                .param("offset", slice.offset())
                .param("status", status == null ? null : status.name())
                .param("line", orderLineId)
                .query(PlanChanges::map)
                .list();
    }

    /** The open ones of an order line, locked. */
    List<PlanChange> openOf(UUID orderLineId) {
        return jdbc.sql("""
                SELECT *
                  FROM planning.plan_change
                 WHERE order_line_id = :line AND status = 'PROPOSED'
                 ORDER BY id
                   FOR UPDATE
                """).param("line", orderLineId).query(PlanChanges::map).list();
    }

    void decide(PlanChange change, PlanChange.Status status, String reason, String by, Instant at) {
        int written = jdbc.sql("""
                UPDATE planning.plan_change
                   SET status = :status, reason = :reason, decided_by = :by, decided_at = :at, version = version + 1
                 WHERE id = :id
                   AND version = :version
                   AND status = 'PROPOSED'
                """)
                .param("status", status.name())
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("id", change.id())
                .param("version", change.version())
                .update();
        if (written == 0) {
            throw new ChangedMeanwhile("plan-change", change.targetNumber());
        }
    }

    /** How many of an order change were applied, and how many are still open. */
    record Tally(int open, int applied) {}

    Tally tally(UUID orderChangeId) {
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE status = 'PROPOSED') AS open,
                       count(*) FILTER (WHERE status = 'APPLIED') AS applied
                  FROM planning.plan_change
                 WHERE order_change_id = :change
                """)
                .param("change", orderChangeId)
                .query((row, number) -> new Tally(row.getInt("open"), row.getInt("applied")))
                .single();
    }

    private static PlanChange map(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        return new PlanChange(
                row.getObject("id", UUID.class),
                row.getObject("order_change_id", UUID.class),
                row.getObject("order_line_id", UUID.class),
                row.getString("target_type"),
                row.getObject("target_id", UUID.class),
                row.getString("target_number"),
                row.getObject("item_id", UUID.class),
                SupplyChange.Action.valueOf(row.getString("action")),
                new Quantity(row.getBigDecimal("old_quantity"), unit),
                new Quantity(row.getBigDecimal("new_quantity"), unit),
                row.getObject("old_due", LocalDate.class),
                row.getObject("new_due", LocalDate.class),
                row.getBoolean("possible"),
                row.getBoolean("harmless"),
                JsonRows.read(row.getString("effect"), PlanChange.Effect.class),
                PlanChange.Status.valueOf(row.getString("status")),
                row.getString("change_reason"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getInt("version"));
    }
}
