package org.throughline.planning.internal;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.planning.PlanningRun;

/** Table {@code planning.planning_run}. */
@Repository
class PlanningRuns {

    private final JdbcClient jdbc;

    PlanningRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PlanningRun run) {
        jdbc.sql("""
                INSERT INTO planning.planning_run
                       (id, at, run_by, milliseconds, demands, suggestions, added, changed, removed, past_due, messages,
                        late_lines)
                VALUES (:id, :at, :by, :milliseconds, :demands, :suggestions, :added, :changed, :removed, :pastDue,
                        :messages, :lateLines)
                """)
                .param("id", run.id())
                .param("at", Timestamp.from(run.at()))
                .param("by", run.by())
                .param("milliseconds", run.milliseconds())
                .param("demands", run.demands())
                .param("suggestions", run.suggestions())
                .param("added", run.added())
                .param("changed", run.changed())
                .param("removed", run.removed())
                .param("pastDue", run.pastDue())
                .param("messages", run.messages())
                .param("lateLines", run.lateLines())
                .update();
    }

    /** The last run; empty if nobody ever ran. */
    Optional<PlanningRun> latest() {
        return jdbc.sql("""
                SELECT id, at, run_by, milliseconds, demands, suggestions, added, changed, removed, past_due, messages,
                       late_lines
                  FROM planning.planning_run
                 ORDER BY at DESC, id DESC
                 LIMIT 1
                """)
                .query((row, number) -> new PlanningRun(
                        row.getObject("id", java.util.UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("run_by"),
                        row.getInt("milliseconds"),
                        row.getInt("demands"),
                        row.getInt("suggestions"),
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("removed"),
                        row.getInt("past_due"),
                        row.getInt("messages"),
                        row.getInt("late_lines")))
                .optional();
    }
}
