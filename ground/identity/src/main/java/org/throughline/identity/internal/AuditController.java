package org.throughline.identity.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.database.AuditTrail;
import org.throughline.database.AuditTrail.Entry;
import org.throughline.identity.Permissions;
import org.throughline.web.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/audit}: who wrote what, when, from where, old and new; newest first. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private static final int LARGEST_PAGE = 200;

    private final AuditTrail trail;
    private final Permissions permissions;
    private final JsonMapper json;

    AuditController(AuditTrail trail, Permissions permissions, JsonMapper json) {
        this.trail = trail;
        this.permissions = permissions;
        this.json = json;
    }

    /**
     * A page of what was written, newest first.
     *
     * @param table {@code schema.table}; empty for all
     * @param rowId of one record, whose last 200 writes are answered; null for all
     */
    @GetMapping
    Page<AuditView> list(
            @RequestParam(defaultValue = "") String table,
            @RequestParam(required = false) @Nullable UUID rowId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        permissions.require("audit", "read");
        if (rowId != null) {
            var entries = trail.of(rowId, LARGEST_PAGE);
            return new Page<>(entries.stream().map(this::view).toList(), entries.size());
        }
        int limit = Math.clamp(size, 1, LARGEST_PAGE);
        var entries = trail.list(table, (long) Math.max(0, page) * limit, limit);
        return new Page<>(entries.stream().map(this::view).toList(), trail.count(table));
    }

    private AuditView view(Entry entry) {
        return new AuditView(
                entry.number(),
                entry.at(),
                entry.table(),
                entry.rowId(),
                entry.operation(),
                entry.userId(),
                entry.userName(),
                entry.origin(),
                json.readTree(entry.changed()));
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
