package org.throughline.workflow.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.workflow.ApprovalEntry;
import org.throughline.workflow.ApprovalEntry.Act;

/** What happened to approvals, in table {@code workflow.approval_entry}. */
@Repository
class ApprovalLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The current actor did this. */
    void add(UUID approval, Act act, int step, @Nullable String comment, @Nullable String other) {
        var actor = Actor.current();
        jdbc.sql("""
                INSERT INTO workflow.approval_entry
                       (id, approval_id, number, at, user_id, user_name, act, step, comment, other)
                SELECT :id, :approval, coalesce(max(number), 0) + 1, :at, :user, :name, :act, :step, :comment, :other
                  FROM workflow.approval_entry
                 WHERE approval_id = :approval
                """)
                .param("id", Identity.fresh())
                .param("approval", approval)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", actor.user())
                .param("name", actor.name())
                .param("act", act.name())
                .param("step", step)
                .param("comment", comment == null || comment.isBlank() ? null : comment.strip())
                .param("other", other)
                .update();
    }

    List<ApprovalEntry> of(UUID approval) {
        return jdbc.sql("""
                SELECT number, at, user_id, user_name, act, step, comment, other
                  FROM workflow.approval_entry
                 WHERE approval_id = :approval
                 ORDER BY number
                """)
                .param("approval", approval)
                .query((row, index) -> new ApprovalEntry(
                        row.getInt("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("user_id", UUID.class),
                        row.getString("user_name"),
                        Act.valueOf(row.getString("act")),
                        row.getInt("step"),
                        row.getString("comment"),
                        row.getString("other")))
                .list();
    }
}
