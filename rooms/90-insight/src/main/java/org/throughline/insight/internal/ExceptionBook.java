package org.throughline.insight.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.throughline.insight.Trouble;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The exceptions in {@code insight.exception}: raised when a trouble appears, closed when it is gone, never deleted, so
 * that causes of lateness can be counted.
 */
@Repository
class ExceptionBook {

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;

    ExceptionBook(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What identifies a trouble of a line. */
    private record Key(UUID line, String kind, String sourceType, UUID sourceId) {}

    /** An open exception as stored. */
    record Open(
            UUID id, UUID line, Trouble trouble, @Nullable String ownerName, Instant raisedAt) {}

    /** Brings the open exceptions of these lines to what the rooms say now. */
    void reconcile(Map<UUID, List<Trouble>> troublesByLine, Map<UUID, String> names, Instant now) {
        var stored = new HashMap<Key, Open>();
        for (var open : openOf(troublesByLine.keySet())) {
            stored.put(key(open.line(), open.trouble()), open);
        }
        var raised = new ArrayList<SqlParameterSource>();
        var changed = new ArrayList<SqlParameterSource>();
        troublesByLine.forEach((line, troubles) -> {
            for (var trouble : troubles) {
                var known = stored.remove(key(line, trouble));
                if (known == null) {
                    raised.add(row(Identity.fresh(), line, trouble, names, now));
                } else if (!known.trouble().equals(trouble)) {
                    changed.add(row(known.id(), line, trouble, names, now));
                }
            }
        });
        raise(raised);
        change(changed);
        close(stored.values().stream().map(Open::id).toList(), now);
    }

    private void raise(List<SqlParameterSource> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                INSERT INTO insight.exception (id, organisation_id, order_line_id, kind, station, source_type, source_id,
                       days, reason_values, owner_id, owner_name, due, raised_at)
                VALUES (:id, :organisation, :line, :kind, :station, :sourceType, :sourceId,
                       :days, CAST(:values AS jsonb), :owner, :ownerName, :due, :now)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    private void change(List<SqlParameterSource> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                UPDATE insight.exception
                   SET version = version + 1, station = :station, days = :days, reason_values = CAST(:values AS jsonb),
                       owner_id = :owner, owner_name = :ownerName, due = :due
                 WHERE id = :id
                """, rows.toArray(SqlParameterSource[]::new));
    }

    private void close(List<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.update(
                "UPDATE insight.exception SET version = version + 1, closed_at = :now WHERE id IN (:ids)",
                new MapSqlParameterSource("ids", ids).addValue("now", Timestamp.from(now)));
    }

    /** The open exceptions of these lines, those that cost most days first. */
    List<Open> openOf(Collection<UUID> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        return jdbc.query("""
                SELECT id, order_line_id, kind, station, source_type, source_id, days, reason_values, owner_id,
                       owner_name, due, raised_at
                  FROM insight.exception
                 WHERE order_line_id IN (:lines)
                   AND closed_at IS NULL
                 ORDER BY days DESC, raised_at, id
                """, Map.of("lines", lines), (row, index) -> {
            var due = row.getTimestamp("due");
            var trouble = new Trouble(
                    Trouble.Kind.valueOf(row.getString("kind")),
                    org.throughline.insight.MilestoneKind.valueOf(row.getString("station")),
                    row.getString("source_type"),
                    row.getObject("source_id", UUID.class),
                    row.getInt("days"),
                    json.readValue(row.getString("reason_values"), new TypeReference<Map<String, String>>() {}),
                    row.getObject("owner_id", UUID.class),
                    due == null ? null : due.toInstant());
            return new Open(
                    row.getObject("id", UUID.class),
                    row.getObject("order_line_id", UUID.class),
                    trouble,
                    row.getString("owner_name"),
                    row.getTimestamp("raised_at").toInstant());
        });
    }

    private SqlParameterSource row(UUID id, UUID line, Trouble trouble, Map<UUID, String> names, Instant now) {
        var owner = trouble.owner();
        var due = trouble.due();
        return new MapSqlParameterSource("id", id)
                .addValue("organisation", Actor.current().organisation())
                .addValue("line", line)
                .addValue("kind", trouble.kind().name())
                .addValue("station", trouble.station().name())
                .addValue("sourceType", trouble.sourceType())
                .addValue("sourceId", trouble.sourceId())
                .addValue("days", trouble.days())
                .addValue("values", json.writeValueAsString(trouble.values()))
                .addValue("owner", owner)
                .addValue("ownerName", owner == null ? null : names.get(owner))
                .addValue("due", due == null ? null : Timestamp.from(due))
                .addValue("now", Timestamp.from(now));
    }

    private static Key key(UUID line, Trouble trouble) {
        return new Key(line, trouble.kind().name(), trouble.sourceType(), trouble.sourceId());
    }
}
