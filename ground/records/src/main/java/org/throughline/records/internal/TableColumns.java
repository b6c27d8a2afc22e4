package org.throughline.records.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What PostgreSQL's own catalogue says about the tables; read once and again when a field is missing. */
@Repository
class TableColumns {

    private final JdbcClient jdbc;
    private final Map<String, Map<String, Column>> byTable = new ConcurrentHashMap<>();

    TableColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns by name; empty if there is no such table. */
    Map<String, Column> of(String table) {
        return byTable.computeIfAbsent(table, this::read);
    }

    void forget(String table) {
        byTable.remove(table);
    }

    private Map<String, Column> read(String table) {
        var columns = new LinkedHashMap<String, Column>();
        jdbc.sql("""
                SELECT a.attname, format_type(a.atttypid, NULL) AS type, a.attnotnull,
                       a.atthasdef OR a.attidentity <> '' AS defaults,
                       CASE WHEN a.atttypid = 'numeric'::regtype AND a.atttypmod > 0
                            THEN ((a.atttypmod - 4) >> 16) & 65535 ELSE 0 END AS digits,
                       CASE WHEN a.atttypid = 'numeric'::regtype AND a.atttypmod > 0
                            THEN (a.atttypmod - 4) & 65535 ELSE 0 END AS scale
                  FROM pg_attribute a
                 WHERE a.attrelid = to_regclass(:table) AND a.attnum > 0 AND NOT a.attisdropped
                 ORDER BY a.attnum
                """).param("table", table).query(row -> {
            var name = row.getString("attname");
            columns.put(
                    name,
                    new Column(
                            name,
                            row.getString("type"),
                            row.getInt("digits"),
                            row.getInt("scale"),
                            row.getBoolean("attnotnull"),
                            row.getBoolean("defaults")));
        });
        return columns;
    }
}
