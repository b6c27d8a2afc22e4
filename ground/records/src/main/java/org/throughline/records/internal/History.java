package org.throughline.records.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.records.Field;
import org.throughline.records.ValueRefused;
import tools.jackson.databind.JsonNode;

/** What happened to a record: read from the audit trail, shown in words, without the fields the actor does not see. */
@Repository
class History {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Titles titles;
    private final FieldValues values;

    History(JdbcClient jdbc, Titles titles, FieldValues values) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.values = values;
    }

    /**
     * One write.
     *
     * @param operation {@code CREATED}, {@code UPDATED} or {@code DELETED}
     */
    record Entry(Instant at, String user, String origin, String operation, List<Change> changes) {}

    /** One field of one write, as people read it. */
    record Change(
            String field,
            String label,
            @Nullable String old,
            @Nullable String now) {}

    private record Written(Instant at, String user, String origin, String operation, JsonNode changed) {}

    /** Newest first, at most {@value #MOST}. */
    List<Entry> of(Shape seen, UUID id) {
        var written = jdbc.sql("""
                SELECT at, user_name, origin, operation, changed::text AS changed
                  FROM platform.audit_entry
                 WHERE row_id = :id AND schema_name = :schema AND table_name = :table
                 ORDER BY number DESC
                 LIMIT :most
                """)
                .param("id", id)
                .param("schema", seen.type().schemaName())
                .param("table", seen.type().tableName())
                .param("most", MOST)
                .query((row, index) -> new Written(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("user_name"),
                        row.getString("origin"),
                        operation(row.getString("operation")),
                        Json.tree(row.getString("changed"))))
                .list();
        var labels = labels(seen, written);
        return written.stream()
                .map(one -> new Entry(one.at(), one.user(), one.origin(), one.operation(), changes(seen, one, labels)))
                .filter(entry -> !entry.changes().isEmpty() || !"UPDATED".equals(entry.operation()))
                .toList();
    }

    private static String operation(String letter) {
        return switch (letter) {
            case "I" -> "CREATED";
            case "D" -> "DELETED";
            default -> "UPDATED";
        };
    }

    private List<Change> changes(Shape seen, Written written, Map<String, Map<Object, String>> labels) {
        var changes = new ArrayList<Change>();
        for (var field : seen.type().fields()) {
            var pair = written.changed().path(field.name());
            if (pair.isArray()) {
                var words = labels.getOrDefault(field.name(), Map.of());
                changes.add(new Change(
                        field.name(),
                        FieldValues.label(field),
                        shown(seen, field, pair.path(0), words),
                        shown(seen, field, pair.path(1), words)));
            }
        }
        return changes;
    }

    private Map<String, Map<Object, String>> labels(Shape seen, List<Written> written) {
        var labels = new HashMap<String, Map<Object, String>>();
        for (var field : seen.type().fields()) {
            if (Titles.hasLabels(field)) {
                var found = new LinkedHashSet<Object>();
                for (var one : written) {
                    for (var value : one.changed().path(field.name())) {
                        var typed = typed(seen, field, value);
                        if (typed != null) {
                            found.add(typed);
                        }
                    }
                }
                labels.put(field.name(), titles.labels(seen, field, found));
            }
        }
        return labels;
    }

    private @Nullable String shown(Shape seen, Field field, JsonNode value, Map<Object, String> words) {
        var typed = typed(seen, field, value);
        return typed == null ? null : words.getOrDefault(typed, Rows.shown(typed));
    }

    private @Nullable Object typed(Shape seen, Field field, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        var text = value.isString() ? value.asString() : value.toString();
        try {
            return values.read(field, seen.physical(field), text);
        } catch (ValueRefused oldForm) {
            return text;
        }
    }
}
