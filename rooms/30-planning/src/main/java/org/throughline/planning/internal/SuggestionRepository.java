package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.Quantity;
import org.throughline.planning.Suggestion;
import org.throughline.planning.SupplyKind;

/** Tables {@code planning.suggestion}, {@code suggestion_peg} and {@code suggestion_feed}. */
@Repository
class SuggestionRepository {

    private final JdbcClient jdbc;

    SuggestionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything a new run is compared with: proposed and dismissed. */
    List<Suggestion> undecided() {
        return jdbc.sql("""
                SELECT *
                  FROM planning.suggestion
                 WHERE status IN ('PROPOSED', 'DISMISSED')
                 ORDER BY due, id
                """).query(SuggestionRepository::map).list();
    }

    /** The open proposals with a share for the order line, by level and due date. */
    List<Suggestion> proposedFor(UUID orderLineId) {
        return jdbc.sql("""
                SELECT s.*
                  FROM planning.suggestion s
                  JOIN planning.suggestion_peg p ON p.suggestion_id = s.id
                 WHERE s.status = 'PROPOSED'
                   AND p.order_line_id = :line
                 ORDER BY s.level, s.due, s.id
                """)
                .param("line", orderLineId)
                .query(SuggestionRepository::map)
                .list();
    }

    /** These suggestions, locked until the transaction ends, consumers before what they consume. */
    List<Suggestion> lock(Collection<UUID> ids) {
        var rows = jdbc.sql("""
                SELECT *
                  FROM planning.suggestion
                 WHERE id = ANY (:ids)
                 ORDER BY id
                   FOR UPDATE
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(SuggestionRepository::map)
                .list();
        return rows.stream()
                .sorted(java.util.Comparator.comparingInt(Suggestion::level)
                        .thenComparing(Suggestion::due)
                        .thenComparing(Suggestion::id))
                .toList();
    }

    /**
     * Ids of open proposals.
     *
     * @param kind        null for both
     * @param orderLineId only those with a share for this line; null for all
     */
    List<UUID> proposed(@Nullable SupplyKind kind, @Nullable UUID orderLineId) {
        return jdbc.sql("""
                SELECT id
                  FROM planning.suggestion s
                 WHERE status = 'PROPOSED'
                   AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                   AND (CAST(:line AS uuid) IS NULL
                        OR EXISTS (SELECT FROM planning.suggestion_peg p
                                    WHERE p.suggestion_id = s.id AND p.order_line_id = :line))
                 ORDER BY level, due, id
                """)
                .param("kind", kind == null ? null : kind.name())
                .param("line", orderLineId)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Shares of order lines by suggestion, the largest first. */
    Map<UUID, Map<UUID, BigDecimal>> pegs(Collection<UUID> suggestionIds) {
        var pegs = new HashMap<UUID, Map<UUID, BigDecimal>>();
        jdbc.sql("""
                SELECT suggestion_id, order_line_id, quantity
                  FROM planning.suggestion_peg
                 WHERE suggestion_id = ANY (:ids)
                 ORDER BY suggestion_id, quantity DESC, order_line_id
                """).param("ids", suggestionIds.toArray(UUID[]::new)).query(row -> {
            pegs.computeIfAbsent(row.getObject("suggestion_id", UUID.class), id -> new LinkedHashMap<>())
                    .put(row.getObject("order_line_id", UUID.class), row.getBigDecimal("quantity"));
        });
        return pegs;
    }

    /** Who consumes a suggestion: one of the two is null. */
    record Feed(
            UUID suggestionId,
            @Nullable UUID parentSuggestionId,
            @Nullable UUID parentWorkOrderId) {}

    /** Who consumes these suggestions. A parent that became a work order is named as such. */
    List<Feed> feeds(Collection<UUID> suggestionIds) {
        return jdbc.sql("""
                SELECT f.suggestion_id,
                       CASE WHEN p.status = 'CONVERTED' THEN NULL ELSE f.parent_suggestion_id END AS parent_suggestion_id,
                       CASE WHEN p.status = 'CONVERTED' THEN p.target_id ELSE f.parent_work_order_id END
                           AS parent_work_order_id
                  FROM planning.suggestion_feed f
                  LEFT JOIN planning.suggestion p ON p.id = f.parent_suggestion_id
                 WHERE f.suggestion_id = ANY (:ids)
                 ORDER BY f.suggestion_id, f.parent_suggestion_id, f.parent_work_order_id
                """)
                .param("ids", suggestionIds.toArray(UUID[]::new))
                .query((row, number) -> new Feed(
                        row.getObject("suggestion_id", UUID.class),
                        row.getObject("parent_suggestion_id", UUID.class),
                        row.getObject("parent_work_order_id", UUID.class)))
                .list();
    }

    void insert(Map<UUID, WantedSuggestion> fresh, Instant at) {
        if (fresh.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        fresh.forEach((id, wanted) -> {
            var row = row(id, wanted, wanted.supplierId());
            row.put("kind", wanted.kind().name());
            row.put("item_id", wanted.itemId().toString());
            row.put("unit", wanted.unit());
            row.put("created_at", at.toString());
            rows.add(row);
        });
        jdbc.sql("""
                INSERT INTO planning.suggestion
                       (id, kind, item_id, quantity, receipt, unit, order_by, due, possible_due, past_due, past_due_days,
                        level, supplier_id, order_line_id, status, created_at)
                SELECT id, kind, item_id, quantity, receipt, unit, order_by, due, possible_due, past_due_days > 0,
                       past_due_days, level, supplier_id, order_line_id, 'PROPOSED', created_at
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r
                       (id uuid, kind text, item_id uuid, quantity numeric, receipt numeric, unit text, order_by date,
                        due date, possible_due date, past_due_days integer, level integer, supplier_id uuid,
                        order_line_id uuid, created_at timestamptz)
                """).param("rows", JsonRows.of(rows)).update();
    }

    /** Writes what differs; the supplier that the planner chose stays. */
    void update(Map<Suggestion, WantedSuggestion> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        changed.forEach((known, wanted) -> {
            var row = row(known.id(), wanted, supplierOf(known, wanted));
            row.put("version", known.version());
            rows.add(row);
        });
        int written = jdbc.sql("""
                UPDATE planning.suggestion s
                   SET quantity = r.quantity, receipt = r.receipt, order_by = r.order_by, due = r.due,
                       possible_due = r.possible_due, past_due = r.past_due_days > 0, past_due_days = r.past_due_days,
                       level = r.level, supplier_id = r.supplier_id, order_line_id = r.order_line_id,
                       version = s.version + 1
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r
                       (id uuid, quantity numeric, receipt numeric, order_by date, due date, possible_due date,
                        past_due_days integer, level integer, supplier_id uuid, order_line_id uuid, version integer)
                 WHERE s.id = r.id
                   AND s.version = r.version
                   AND s.status IN ('PROPOSED', 'DISMISSED')
                """).param("rows", JsonRows.of(rows)).update();
        if (written != changed.size()) {
            throw new ChangedMeanwhile("suggestion", changed.size() - written);
        }
    }

    static @Nullable UUID supplierOf(Suggestion known, WantedSuggestion wanted) {
        return known.supplierId() == null ? wanted.supplierId() : known.supplierId();
    }

    private static Map<String, @Nullable Object> row(UUID id, WantedSuggestion wanted, @Nullable UUID supplier) {
        return JsonRows.row(
                "id", id,
                "quantity", wanted.quantity(),
                "receipt", wanted.receipt(),
                "order_by", wanted.orderBy(),
                "due", wanted.due(),
                "possible_due", wanted.possible(),
                "past_due_days", wanted.pastDueDays(),
                "level", wanted.level(),
                "supplier_id", supplier,
                "order_line_id", wanted.orderLineId());
    }

    void delete(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("DELETE FROM planning.suggestion WHERE id = ANY (:ids) AND status IN ('PROPOSED', 'DISMISSED')")
                    .param("ids", ids.toArray(UUID[]::new))
                    .update();
        }
    }

    /** Replaces the shares of these suggestions. */
    void peg(Map<UUID, Map<UUID, BigDecimal>> shares) {
        if (shares.isEmpty()) {
            return;
        }
        jdbc.sql("DELETE FROM planning.suggestion_peg WHERE suggestion_id = ANY (:ids)")
                .param("ids", shares.keySet().toArray(UUID[]::new))
                .update();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        shares.forEach((suggestion, lines) -> lines.forEach((line, share) -> {
            if (share.signum() > 0) {
                rows.add(JsonRows.row("suggestion_id", suggestion, "order_line_id", line, "quantity", share));
            }
        }));
        jdbc.sql("""
                INSERT INTO planning.suggestion_peg (suggestion_id, order_line_id, quantity)
                SELECT suggestion_id, order_line_id, quantity
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r
                       (suggestion_id uuid, order_line_id uuid, quantity numeric)
                """).param("rows", JsonRows.of(rows)).update();
    }

    /** Makes the feeds of open proposals be exactly these; writes only what differs. */
    void feed(Set<Feed> wanted) {
        var known = new HashSet<>(jdbc.sql("""
                SELECT f.suggestion_id, f.parent_suggestion_id, f.parent_work_order_id
                  FROM planning.suggestion_feed f
                  JOIN planning.suggestion s ON s.id = f.suggestion_id AND s.status = 'PROPOSED'
                 ORDER BY f.suggestion_id
                """)
                .query((row, number) -> new Feed(
                        row.getObject("suggestion_id", UUID.class),
                        row.getObject("parent_suggestion_id", UUID.class),
                        row.getObject("parent_work_order_id", UUID.class)))
                .list());
        var gone = known.stream()
                .filter(feed -> !wanted.contains(feed))
                .map(SuggestionRepository::row)
                .toList();
        var fresh = wanted.stream()
                .filter(feed -> !known.contains(feed))
                .map(SuggestionRepository::row)
                .toList();
        if (!gone.isEmpty()) {
            jdbc.sql("""
                    DELETE FROM planning.suggestion_feed f
                     USING jsonb_to_recordset(CAST(:rows AS jsonb)) AS r
                           (suggestion_id uuid, parent_suggestion_id uuid, parent_work_order_id uuid)
                     WHERE f.suggestion_id = r.suggestion_id
                       AND f.parent_suggestion_id IS NOT DISTINCT FROM r.parent_suggestion_id
                       AND f.parent_work_order_id IS NOT DISTINCT FROM r.parent_work_order_id
                    """).param("rows", JsonRows.of(gone)).update();
        }
        if (!fresh.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO planning.suggestion_feed (suggestion_id, parent_suggestion_id, parent_work_order_id)
                    SELECT suggestion_id, parent_suggestion_id, parent_work_order_id
                      FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r
                           (suggestion_id uuid, parent_suggestion_id uuid, parent_work_order_id uuid)
                    """).param("rows", JsonRows.of(fresh)).update();
        }
    }

    private static Map<String, @Nullable Object> row(Feed feed) {
        return JsonRows.row(
                "suggestion_id", feed.suggestionId(),
                "parent_suggestion_id", feed.parentSuggestionId(),
                "parent_work_order_id", feed.parentWorkOrderId());
    }

    /**
     * Writes what became of a suggestion.
     *
     * @throws ChangedMeanwhile if it is no longer at {@code suggestion.version()}
     */
    void decide(Suggestion suggestion, @Nullable String reason, String by, Instant at) {
        int written = jdbc.sql("""
                UPDATE planning.suggestion
                   SET status = :status, target_type = :targetType, target_id = :targetId, target_number = :targetNumber,
                       reason = :reason, decided_at = :at, decided_by = :by, version = version + 1
                 WHERE id = :id
                   AND version = :version
                """)
                .param("status", suggestion.status().name())
                .param("targetType", suggestion.targetType())
                .param("targetId", suggestion.targetId())
                .param("targetNumber", suggestion.targetNumber())
                .param("reason", reason)
                .param("at", java.sql.Timestamp.from(at))
                .param("by", by)
                .param("id", suggestion.id())
                .param("version", suggestion.version())
                .update();
        if (written == 0) {
            throw new ChangedMeanwhile("suggestion", suggestion.id());
        }
    }

    private static Suggestion map(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        return new Suggestion(
                row.getObject("id", UUID.class),
                SupplyKind.valueOf(row.getString("kind")),
                row.getObject("item_id", UUID.class),
                new Quantity(row.getBigDecimal("quantity"), unit),
                new Quantity(row.getBigDecimal("receipt"), unit),
                row.getObject("order_by", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("possible_due", LocalDate.class),
                row.getInt("past_due_days"),
                row.getInt("level"),
                row.getObject("supplier_id", UUID.class),
                row.getObject("order_line_id", UUID.class),
                Suggestion.Status.valueOf(row.getString("status")),
                row.getString("target_type"),
                row.getObject("target_id", UUID.class),
                row.getString("target_number"),
                row.getInt("version"));
    }
}
