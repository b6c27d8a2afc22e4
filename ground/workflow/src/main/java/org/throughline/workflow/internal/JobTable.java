package org.throughline.workflow.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Actor;
import org.throughline.kernel.NotFound;
import org.throughline.workflow.ProgressJob;
import org.throughline.workflow.ProgressJob.State;

/** Long jobs, in table {@code workflow.job}. */
@Repository
class JobTable {

    private static final String SELECT = """
            SELECT id, kind, title, state, done, total, message, code, result::text AS result, started_at, ended_at
              FROM workflow.job
            """;

    private final JdbcClient jdbc;

    JobTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ProgressJob job) {
        jdbc.sql("""
                INSERT INTO workflow.job (id, kind, title, state, user_id, started_at)
                VALUES (:id, :kind, :title, 'RUNNING', :user, :at)
                """)
                .param("id", job.id())
                .param("kind", job.kind())
                .param("title", job.title())
                .param("user", Actor.current().user())
                .param("at", job.startedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A job whose process has been silent for two minutes has died with it. */
    ProgressJob get(UUID id) {
        jdbc.sql("""
                UPDATE workflow.job
                   SET state = 'FAILED', code = 'job.interrupted', ended_at = heard_at
                 WHERE id = :id AND state = 'RUNNING' AND heard_at < clock_timestamp() - interval '2 minutes'
                """).param("id", id).update();
        return jdbc.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query(JobTable::map)
                .optional()
                .orElseThrow(() -> new NotFound("job", id));
    }

    List<ProgressJob> newest(int limit) {
        return jdbc.sql(SELECT + " ORDER BY started_at DESC, id LIMIT :limit")
                .param("limit", limit)
                .query(JobTable::map)
                .list();
    }

    /** Keeps how far it is and that its process lives. */
    void progress(UUID id, long done, long total, @Nullable String message) {
        jdbc.sql("""
                UPDATE workflow.job
                   SET done = :done, total = :total, message = :message, heard_at = clock_timestamp()
                 WHERE id = :id AND state = 'RUNNING'
                """)
                .param("done", done)
                .param("total", total)
                .param("message", message)
                .param("id", id)
                .update();
    }

    /** Keeps that its process lives. */
    void hear(UUID id) {
        jdbc.sql("UPDATE workflow.job SET heard_at = clock_timestamp() WHERE id = :id AND state = 'RUNNING'")
                .param("id", id)
                .update();
    }

    boolean shallStop(UUID id) {
        return jdbc.sql("SELECT stop FROM workflow.job WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void askToStop(UUID id) {
        jdbc.sql("UPDATE workflow.job SET stop = true WHERE id = :id AND state = 'RUNNING'")
                .param("id", id)
                .update();
    }

    void end(
            UUID id,
            State state,
            @Nullable String message,
            @Nullable String code,
            @Nullable String result,
            Instant at) {
        jdbc.sql("""
                UPDATE workflow.job
                   SET state = :state, message = :message, code = :code, result = :result::jsonb, ended_at = :at
                 WHERE id = :id AND state = 'RUNNING'
                """)
                .param("state", state.name())
                .param("message", message)
                .param("code", code)
                .param("result", result)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static ProgressJob map(ResultSet row, int index) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ProgressJob(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                State.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("message"),
                row.getString("code"),
                row.getString("result"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
