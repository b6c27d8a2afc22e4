package org.throughline.workflow.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Money;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approval.Answer;
import org.throughline.workflow.Approval.Branch;
import org.throughline.workflow.Approval.Kind;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.Approval.Task;

/** Writes tables {@code workflow.approval…}. The caller holds the lock of the approval's row. */
@Repository
class ApprovalWrites {

    private final JdbcClient jdbc;

    ApprovalWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Approval approval, String facts, @Nullable Money amount) {
        jdbc.sql("""
                INSERT INTO workflow.approval
                       (id, record_type, record_id, title, facts, amount, currency, rule_name, state, step, submitted_by,
                        submitted_by_name, submitted_at, ended_at)
                VALUES (:id, :type, :record, :title, :facts::jsonb, :amount, :currency, :rule, :state, :step, :by, :byName,
                        :at, :endedAt)
                """)
                .param("id", approval.id())
                .param("type", approval.recordType())
                .param("record", approval.recordId())
                .param("title", approval.title())
                .param("facts", facts)
                .param("amount", amount == null ? null : amount.amount())
                .param("currency", amount == null ? null : amount.currency())
                .param("rule", approval.rule())
                .param("state", approval.state().name())
                .param("step", approval.step())
                .param("by", approval.submittedBy())
                .param("byName", approval.submittedByName())
                .param("at", utc(approval.submittedAt()))
                .param("endedAt", utc(approval.endedAt()))
                .update();
    }

    /** Submitted again: what it says now. */
    void renew(UUID id, String title, String facts, @Nullable Money amount, Instant at) {
        jdbc.sql("""
                UPDATE workflow.approval
                   SET title = :title, facts = :facts::jsonb, amount = :amount, currency = :currency, submitted_at = :at
                 WHERE id = :id
                """)
                .param("title", title)
                .param("facts", facts)
                .param("amount", amount == null ? null : amount.amount())
                .param("currency", amount == null ? null : amount.currency())
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    void insertStep(UUID approval, int position, ApprovalRules.AskedStep asked) {
        var step = asked.step();
        jdbc.sql("""
                INSERT INTO workflow.approval_step (approval_id, position, name, join_by, hours, escalate)
                VALUES (:approval, :position, :name, :join, :hours, :escalate)
                """)
                .param("approval", approval)
                .param("position", position)
                .param("name", step.name())
                .param("join", step.join().name())
                .param("hours", step.hours())
                .param("escalate", step.escalate())
                .update();
        for (int i = 0; i < step.branches().size(); i++) {
            int branch = i;
            insertBranch(approval, position, branch, step.branches().get(branch).asks());
            asked.people()
                    .get(branch)
                    .forEach((user, name) ->
                            insertTask(approval, position, Task.asked(Identity.fresh(), branch, user, name)));
        }
    }

    private void insertBranch(UUID approval, int position, int branch, Branch asks) {
        jdbc.sql("""
                INSERT INTO workflow.approval_branch (approval_id, position, branch, name, mode, needed)
                VALUES (:approval, :position, :branch, :name, :mode, :needed)
                """)
                .param("approval", approval)
                .param("position", position)
                .param("branch", branch)
                .param("name", asks.name())
                .param("mode", asks.mode().name())
                .param("needed", asks.needed())
                .update();
    }

    /** After those of the step that are there. */
    void insertTask(UUID approval, int position, Task task) {
        jdbc.sql("""
                INSERT INTO workflow.approval_task
                       (id, approval_id, position, branch, user_id, user_name, turn, kind, before_task, added_by)
                SELECT :id, :approval, :position, :branch, :user, :name, coalesce(max(turn), 0) + 1, :kind, :before,
                       :addedBy
                  FROM workflow.approval_task
                 WHERE approval_id = :approval AND position = :position
                """)
                .param("id", task.id())
                .param("approval", approval)
                .param("position", position)
                .param("branch", task.branch())
                .param("user", task.user())
                .param("name", task.userName())
                .param("kind", task.kind().name())
                .param("before", task.beforeTask())
                .param("addedBy", task.addedBy())
                .update();
    }

    /** The step begins to wait: its hours count from now. */
    void begin(UUID approval, int position, Instant now) {
        jdbc.sql("""
                UPDATE workflow.approval_step
                   SET due_at = :now + make_interval(hours => hours), warned_at = NULL, raised_at = NULL
                 WHERE approval_id = :approval AND position = :position
                """)
                .param("now", utc(now))
                .param("approval", approval)
                .param("position", position)
                .update();
    }

    void answer(Task task, @Nullable Answer answer, @Nullable String comment, @Nullable Instant at) {
        jdbc.sql("""
                UPDATE workflow.approval_task
                   SET answer = :answer, comment = :comment, at = :at, version = version + 1
                 WHERE id = :id
                """)
                .param("answer", answer == null ? null : answer.name())
                .param("comment", comment)
                .param("at", utc(at))
                .param("id", task.id())
                .update();
    }

    /** Somebody else acts. */
    void give(Task task, UUID user, String userName, @Nullable String insteadOf) {
        jdbc.sql("""
                UPDATE workflow.approval_task
                   SET user_id = :user, user_name = :name, instead_of = :insteadOf, version = version + 1
                 WHERE id = :id
                """)
                .param("user", user)
                .param("name", userName)
                .param("insteadOf", insteadOf)
                .param("id", task.id())
                .update();
    }

    /** Asks a step again as the rule says: without answers and without those who were added. */
    void reset(UUID approval, int position) {
        jdbc.sql("""
                DELETE FROM workflow.approval_task
                 WHERE approval_id = :approval AND position = :position AND kind <> :asked
                """)
                .param("approval", approval)
                .param("position", position)
                .param("asked", Kind.ASKED.name())
                .update();
        jdbc.sql("""
                UPDATE workflow.approval_task
                   SET answer = NULL, comment = NULL, at = NULL, version = version + 1
                 WHERE approval_id = :approval AND position = :position AND answer IS NOT NULL
                """).param("approval", approval).param("position", position).update();
    }

    void move(Approval approval, State state, int step, @Nullable Integer straightBack, @Nullable Instant endedAt) {
        jdbc.sql("""
                UPDATE workflow.approval
                   SET state = :state, step = :step, straight_back = :straight, ended_at = :endedAt,
                       version = version + 1
                 WHERE id = :id
                """)
                .param("state", state.name())
                .param("step", step)
                .param("straight", straightBack)
                .param("endedAt", utc(endedAt))
                .param("id", approval.id())
                .update();
    }

    void reminded(UUID id, Instant at) {
        jdbc.sql("UPDATE workflow.approval SET reminded_at = :at WHERE id = :id")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    void warned(UUID approval, int position, Instant at) {
        note(approval, position, at, null);
    }

    void raised(UUID approval, int position, Instant at) {
        note(approval, position, null, at);
    }

    private void note(UUID approval, int position, @Nullable Instant warned, @Nullable Instant raised) {
        jdbc.sql("""
                UPDATE workflow.approval_step
                   SET warned_at = coalesce(:warned, warned_at), raised_at = coalesce(:raised, raised_at)
                 WHERE approval_id = :approval AND position = :position
                """)
                .param("warned", utc(warned), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("raised", utc(raised), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("approval", approval)
                .param("position", position)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
