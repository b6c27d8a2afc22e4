package org.throughline.records.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Actor;
import org.throughline.records.ImportOutcome;
import org.throughline.records.RecordImports.Mode;
import org.throughline.records.internal.ImportRow.Action;
import tools.jackson.databind.JsonNode;

/** What imports did, in tables {@code records.import…}. */
@Repository
class ImportLog {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final DSLContext sql;
    private final Clock clock;

    ImportLog(JdbcClient jdbc, DSLContext sql, Clock clock) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * An import as it is listed.
     *
     * @param state {@code DRY_RUN}, {@code DONE} or {@code UNDONE}
     */
    record Logged(
            UUID id,
            String recordType,
            String fileName,
            String mode,
            String state,
            int total,
            int inserted,
            int updated,
            int unchanged,
            int rejected,
            @Nullable UUID userId,
            String userName,
            Instant at,
            @Nullable Instant undoneAt,
            JsonNode errors) {}

    /** What was done to one record. */
    record LoggedRow(
            UUID recordId, boolean inserted, @Nullable String before, int versionAfter) {}

    void insert(String type, String file, Mode mode, ImportOutcome outcome, byte @Nullable [] errorFile) {
        var actor = Actor.current();
        jdbc.sql("""
                INSERT INTO records.import
                       (id, record_type, file_name, mode, dry_run, state, total, inserted, updated, unchanged, rejected,
                        mapping, errors, user_id, user_name, at)
                VALUES (:id, :type, :file, :mode, :dryRun, :state, :total, :inserted, :updated, :unchanged, :rejected,
                        :mapping::jsonb, :errors::jsonb, :user, :userName, :at)
                """)
                .param("id", outcome.id())
                .param("type", type)
                .param("file", file)
                .param("mode", mode.name())
                .param("dryRun", outcome.dryRun())
                .param("state", outcome.dryRun() ? "DRY_RUN" : "DONE")
                .param("total", outcome.total())
                .param("inserted", outcome.inserted())
                .param("updated", outcome.updated())
                .param("unchanged", outcome.unchanged())
                .param("rejected", outcome.rejected())
                .param("mapping", Json.write(outcome.mapping()))
                .param("errors", Json.write(outcome.errors()))
                .param("user", actor.user())
                .param("userName", actor.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (errorFile != null) {
            jdbc.sql("INSERT INTO records.import_error_file (import_id, content) VALUES (:id, :content)")
                    .param("id", outcome.id())
                    .param("content", errorFile)
                    .update();
        }
    }

    void insertRows(UUID id, Shape whole, List<ImportRow> rows) {
        var done = rows.stream().filter(row -> row.action != Action.NOTHING).toList();
        for (int from = 0; from < done.size(); from += AT_ONCE) {
            var insert = sql.insertInto(
                    DSL.table(DSL.name("records", "import_row")),
                    DSL.field(DSL.name("import_id"), UUID.class),
                    DSL.field(DSL.name("record_id"), UUID.class),
                    DSL.field(DSL.name("operation"), String.class),
                    DSL.field(DSL.name("before"), JSONB.class),
                    DSL.field(DSL.name("version_after"), Integer.class));
            for (var row : done.subList(from, Math.min(from + AT_ONCE, done.size()))) {
                var before = row.before;
                insert = insert.values(
                        id,
                        row.id,
                        before == null ? "I" : "U",
                        before == null ? null : JSONB.valueOf(before(row, before)),
                        before == null || !whole.hasVersion() ? 0 : before.version() + 1);
            }
            insert.execute();
        }
    }

    /** The changed fields as they were; text that {@link FieldValues} reads again. */
    private static String before(ImportRow row, Rows.Row before) {
        var values = new LinkedHashMap<String, @Nullable String>();
        row.typed.keySet().forEach(name -> {
            var value = before.values().get(name);
            values.put(name, value == null ? null : Rows.shown(value));
        });
        return Json.write(values);
    }

    Optional<Logged> find(UUID id) {
        return select("WHERE id = :id", id).stream().findFirst();
    }

    List<Logged> newest(int limit) {
        return select("ORDER BY at DESC, id LIMIT " + limit, null);
    }

    List<LoggedRow> rows(UUID id) {
        return new ArrayList<>(jdbc.sql("""
                SELECT record_id, operation, before::text AS before, version_after
                  FROM records.import_row
                 WHERE import_id = :id
                 ORDER BY record_id
                """)
                .param("id", id)
                .query((row, index) -> new LoggedRow(
                        row.getObject("record_id", UUID.class),
                        "I".equals(row.getString("operation")),
                        row.getString("before"),
                        row.getInt("version_after")))
                .list());
    }

    Optional<byte[]> errorFile(UUID id) {
        return jdbc.sql("SELECT content FROM records.import_error_file WHERE import_id = :id")
                .param("id", id)
                .query((row, index) -> row.getBytes("content"))
                .optional();
    }

    /** @return whether it was done and not undone until now */
    boolean undone(UUID id) {
        return jdbc.sql("""
                UPDATE records.import
                   SET state = 'UNDONE', undone_at = :at, version = version + 1
                 WHERE id = :id AND state = 'DONE'
                """)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    private List<Logged> select(String rest, @Nullable UUID id) {
        return jdbc.sql("""
                SELECT id, record_type, file_name, mode, state, total, inserted, updated, unchanged, rejected, user_id,
                       user_name, at, undone_at, errors::text AS errors
                  FROM records.import
                """ + rest).param("id", id).query(ImportLog::map).list();
    }

    private static Logged map(ResultSet row, int index) throws SQLException {
        var undone = row.getObject("undone_at", OffsetDateTime.class);
        return new Logged(
                row.getObject("id", UUID.class),
                row.getString("record_type"),
                row.getString("file_name"),
                row.getString("mode"),
                row.getString("state"),
                row.getInt("total"),
                row.getInt("inserted"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("rejected"),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                undone == null ? null : undone.toInstant(),
                Json.tree(row.getString("errors")));
    }
}
