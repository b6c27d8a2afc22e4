package org.throughline.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who wrote what, when, from where, old and new: table {@code platform.audit_entry}, written by triggers only. */
public class AuditTrail {

    private static final String COLUMNS = """
            number, at, schema_name || '.' || table_name AS full_name, row_id, operation, user_id, user_name, origin,
            changed::text AS changed
            """;

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One written row.
     *
     * @param number    ascending in the order of writing
     * @param table     {@code schema.table}
     * @param operation {@code I} inserted, {@code U} updated, {@code D} deleted
     * @param userId    null: the system
     * @param origin    an address, {@code system} or {@code demo}
     * @param changed   JSON {@code {"field": [old, new]}}
     */
    public record Entry(
            long number,
            Instant at,
            String table,
            UUID rowId,
            String operation,
            @Nullable UUID userId,
            String userName,
            String origin,
            String changed) {}

    /** All writes of one row, newest first, at most {@code most}. */
    public List<Entry> of(UUID rowId, int most) {
        return of(List.of(rowId), most);
    }

    /** All writes of these rows together (a record and its lines), newest first, at most {@code most}. */
    public List<Entry> of(Collection<UUID> rowIds, int most) {
        return jdbc.sql("""
                SELECT %s
                  FROM platform.audit_entry
                 WHERE row_id = ANY (:ids)
                 ORDER BY number DESC
                 LIMIT :most
                """.formatted(COLUMNS))
                .param("ids", rowIds.toArray(UUID[]::new))
                .param("most", most)
                .query(AuditTrail::map)
                .list();
    }

    /**
     * The trail, newest first.
     *
     * @param table {@code schema.table}; empty for all
     * @param skip  that many are left out
     */
    public List<Entry> list(String table, long skip, int most) {
        return jdbc.sql("""
                SELECT %s
                  FROM platform.audit_entry
                 WHERE :table = '' OR (schema_name = split_part(:table, '.', 1) AND table_name = split_part(:table, '.', 2))
                 ORDER BY number DESC
                 LIMIT :most OFFSET :skip
                """.formatted(COLUMNS))
                .param("table", table)
                .param("most", most)
                .param("skip", skip)
                .query(AuditTrail::map)
                .list();
    }

    /** How many entries {@link #list} has in all. */
    public long count(String table) {
        return jdbc.sql("""
                SELECT count(*)
                  FROM platform.audit_entry
                 WHERE :table = '' OR (schema_name = split_part(:table, '.', 1) AND table_name = split_part(:table, '.', 2))
                """).param("table", table).query(Long.class).single();
    }

    private static Entry map(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("full_name"),
                row.getObject("row_id", UUID.class),
                row.getString("operation"),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                row.getString("origin"),
                row.getString("changed"));
    }
}
