package org.throughline.identity.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.identity.Permissions;
import org.throughline.web.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/audit}: who wrote what, when, from where, old and new; newest first. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private static final int LARGEST_PAGE = 200;

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final JsonMapper json;

    AuditController(JdbcClient jdbc, Permissions permissions, JsonMapper json) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.json = json;
    }

    /**
     * @param table {@code schema.table}; empty for all
     * @param rowId of one record; null for all
     */
    @GetMapping
    Page<AuditView> list(
            @RequestParam(defaultValue = "") String table,
            @RequestParam(required = false) @Nullable UUID rowId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        permissions.require("audit", "read");
        var where = """
                 WHERE (:table = '' OR schema_name || '.' || table_name = :table)
                   AND (:rowId::uuid IS NULL OR row_id = :rowId)
                """;
        int limit = Math.clamp(size, 1, LARGEST_PAGE);
        var items = jdbc.sql("""
                SELECT number, at, schema_name || '.' || table_name AS table_name, row_id, operation, user_id, user_name,
                       origin, changed::text
                  FROM platform.audit_entry
                %s
                 ORDER BY number DESC
                 LIMIT :size OFFSET :skip
                """.formatted(where))
                .param("table", table)
                .param("rowId", rowId)
                .param("size", limit)
                .param("skip", (long) Math.max(0, page) * limit)
                .query((row, index) -> new AuditView(
                        row.getLong("number"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("table_name"),
                        row.getObject("row_id", UUID.class),
                        row.getString("operation"),
                        row.getObject("user_id", UUID.class),
                        row.getString("user_name"),
                        row.getString("origin"),
                        json.readTree(row.getString("changed"))))
                .list();
        long total = jdbc.sql("SELECT count(*) FROM platform.audit_entry " + where)
                .param("table", table)
                .param("rowId", rowId)
                .query(Long.class)
                .single();
        return new Page<>(items, total);
    }

    /** @param changed field → [old, new] */
    record AuditView(
            long number,
            Instant at,
            String table,
            UUID rowId,
            String operation,
            @Nullable UUID userId,
            String userName,
            String origin,
            JsonNode changed) {}
}
