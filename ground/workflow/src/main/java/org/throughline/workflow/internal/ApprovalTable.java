package org.throughline.workflow.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.NotFound;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approval.Answer;
import org.throughline.workflow.Approval.Branch;
import org.throughline.workflow.Approval.Join;
import org.throughline.workflow.Approval.Kind;
import org.throughline.workflow.Approval.Mode;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.Approval.Step;
import org.throughline.workflow.Approval.Task;

/** Approvals with their steps and tasks, in tables {@code workflow.approval…}. */
@Repository
class ApprovalTable {

    private static final String SELECT = """
            SELECT id, record_type, record_id, title, rule_name, state, step, submitted_by, submitted_by_name,
                   submitted_at, straight_back, ended_at, version
              FROM workflow.approval
            """;

    private final JdbcClient jdbc;

    ApprovalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The approval, its row locked until the transaction ends. */
    Approval lock(UUID id) {
        var rows = jdbc.sql(SELECT + " WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(ApprovalTable::map)
                .list();
        if (rows.isEmpty()) {
            throw new NotFound("approval", id);
        }
        return withSteps(rows).getFirst();
    }

    Approval get(UUID id) {
        var rows = jdbc.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query(ApprovalTable::map)
                .list();
        if (rows.isEmpty()) {
            throw new NotFound("approval", id);
        }
        return withSteps(rows).getFirst();
    }

    List<Approval> of(String recordType, Collection<UUID> recordIds) {
        return withSteps(jdbc.sql(SELECT + """
                 WHERE record_type = :type AND record_id = ANY (:records)
                 ORDER BY submitted_at, id
                """)
                .param("type", recordType)
                .param("records", recordIds.toArray(UUID[]::new))
                .query(ApprovalTable::map)
                .list());
    }

    List<Approval> waitingFor(UUID user) {
        return withSteps(jdbc.sql(SELECT + """
                 WHERE state = 'WAITING'
                   AND EXISTS (SELECT FROM workflow.approval_task t
                                WHERE t.approval_id = approval.id AND t.position = approval.step
                                  AND t.user_id = :user AND t.answer IS NULL)
                 ORDER BY submitted_at, id
                """)
                .param("user", user)
                .query(ApprovalTable::map)
                .list());
    }

    /** Those this person only reads, the last told first. */
    List<Approval> copiedTo(UUID user, int limit) {
        return withSteps(jdbc.sql(SELECT + """
                 JOIN LATERAL (SELECT c.told_at
                                 FROM workflow.approval_copy c
                                WHERE c.approval_id = approval.id AND c.user_id = :user AND c.told_at IS NOT NULL) copy
                   ON true
                 ORDER BY copy.told_at DESC, id
                 LIMIT :limit
                """)
                .param("user", user)
                .param("limit", limit)
                .query(ApprovalTable::map)
                .list());
    }

    List<Approval> startedBy(UUID user, int limit) {
        return withSteps(jdbc.sql(SELECT + """
                 WHERE submitted_by = :user
                 ORDER BY submitted_at DESC, id
                 LIMIT :limit
                """)
                .param("user", user)
                .param("limit", limit)
                .query(ApprovalTable::map)
                .list());
    }

    List<Approval> decidedBy(UUID user, int limit) {
        return withSteps(jdbc.sql(SELECT + """
                 WHERE id IN (SELECT approval_id
                                FROM workflow.approval_entry
                               WHERE user_id = :user AND act IN ('APPROVED', 'REJECTED', 'RETURNED', 'HANDED_OVER'))
                 ORDER BY submitted_at DESC, id
                 LIMIT :limit
                """)
                .param("user", user)
                .param("limit", limit)
                .query(ApprovalTable::map)
                .list());
    }

    /** Waiting steps whose time is over and about which something has not been done yet. */
    List<Approval> overdue(Instant now) {
        return withSteps(jdbc.sql(SELECT + """
                 WHERE state = 'WAITING'
                   AND EXISTS (SELECT FROM workflow.approval_step s
                                WHERE s.approval_id = approval.id AND s.position = approval.step AND s.due_at <= :now
                                  AND (s.warned_at IS NULL
                                       OR (s.raised_at IS NULL AND s.escalate IS NOT NULL
                                           AND s.due_at + make_interval(mins => s.hours * 30) <= :now)))
                 ORDER BY submitted_at, id
                   FOR UPDATE SKIP LOCKED
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ApprovalTable::map)
                .list());
    }

    /** What the approvers are shown, as it was submitted: a JSON object. */
    String facts(UUID id) {
        return jdbc.sql("SELECT facts::text FROM workflow.approval WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** When the applicant last urged; empty: never. */
    Optional<Instant> remindedAt(UUID id) {
        return jdbc.sql("SELECT reminded_at FROM workflow.approval WHERE id = :id AND reminded_at IS NOT NULL")
                .param("id", id)
                .query((row, index) ->
                        row.getObject("reminded_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private record StepRow(
            UUID approval,
            int position,
            String name,
            Join join,
            @Nullable String escalate,
            @Nullable Instant dueAt) {}

    private record BranchRow(UUID approval, int position, Branch branch) {}

    private record TaskRow(UUID approval, int position, Task task) {}

    private List<Approval> withSteps(List<Approval> approvals) {
        if (approvals.isEmpty()) {
            return approvals;
        }
        var ids = approvals.stream().map(Approval::id).toArray(UUID[]::new);
        var tasks = new HashMap<String, List<Task>>();
        for (var row : tasks(ids)) {
            tasks.computeIfAbsent(row.approval() + " " + row.position(), key -> new ArrayList<>())
                    .add(row.task());
        }
        var branches = new HashMap<String, List<Branch>>();
        for (var row : branches(ids)) {
            branches.computeIfAbsent(row.approval() + " " + row.position(), key -> new ArrayList<>())
                    .add(row.branch());
        }
        var steps = new LinkedHashMap<UUID, List<Step>>();
        for (var row : steps(ids)) {
            var key = row.approval() + " " + row.position();
            steps.computeIfAbsent(row.approval(), approval -> new ArrayList<>())
                    .add(new Step(
                            row.name(),
                            row.join(),
                            branches.getOrDefault(key, List.of()),
                            tasks.getOrDefault(key, List.of()),
                            row.escalate(),
                            row.dueAt()));
        }
        return approvals.stream()
                .map(one -> with(one, steps.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private List<StepRow> steps(UUID[] ids) {
        return jdbc.sql("""
                SELECT approval_id, position, name, join_by, escalate, due_at
                  FROM workflow.approval_step
                 WHERE approval_id = ANY (:ids)
                 ORDER BY approval_id, position
                """)
                .param("ids", ids)
                .query((row, index) -> new StepRow(
                        row.getObject("approval_id", UUID.class),
                        row.getInt("position"),
                        row.getString("name"),
                        Join.valueOf(row.getString("join_by")),
                        row.getString("escalate"),
                        instant(row, "due_at")))
                .list();
    }

    private List<BranchRow> branches(UUID[] ids) {
        return jdbc.sql("""
                SELECT approval_id, position, name, mode, needed
                  FROM workflow.approval_branch
                 WHERE approval_id = ANY (:ids)
                 ORDER BY approval_id, position, branch
                """)
                .param("ids", ids)
                .query((row, index) -> new BranchRow(
                        row.getObject("approval_id", UUID.class),
                        row.getInt("position"),
                        new Branch(row.getString("name"), Mode.valueOf(row.getString("mode")), row.getInt("needed"))))
                .list();
    }

    private List<TaskRow> tasks(UUID[] ids) {
        return jdbc.sql("""
                SELECT approval_id, position, id, branch, user_id, user_name, kind, before_task, added_by, instead_of, answer,
                       comment, at
                  FROM workflow.approval_task
                 WHERE approval_id = ANY (:ids)
                 ORDER BY approval_id, position, branch, turn, user_name, user_id
                """)
                .param("ids", ids)
                .query((row, index) -> new TaskRow(
                        row.getObject("approval_id", UUID.class),
                        row.getInt("position"),
                        new Task(
                                row.getObject("id", UUID.class),
                                row.getInt("branch"),
                                row.getObject("user_id", UUID.class),
                                row.getString("user_name"),
                                Kind.valueOf(row.getString("kind")),
                                row.getObject("before_task", UUID.class),
                                row.getString("added_by"),
                                row.getString("instead_of"),
                                row.getString("answer") == null ? null : Answer.valueOf(row.getString("answer")),
                                row.getString("comment"),
                                instant(row, "at"))))
                .list();
    }

    private static Approval with(Approval one, List<Step> steps) {
        return new Approval(
                one.id(),
                one.recordType(),
                one.recordId(),
                one.title(),
                one.state(),
                one.step(),
                steps,
                one.rule(),
                one.submittedBy(),
                one.submittedByName(),
                one.submittedAt(),
                one.straightBack(),
                one.endedAt(),
                one.version());
    }

    private static Approval map(ResultSet row, int index) throws SQLException {
        return new Approval(
                row.getObject("id", UUID.class),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                row.getString("title"),
                State.valueOf(row.getString("state")),
                row.getInt("step"),
                List.of(),
                row.getString("rule_name"),
                row.getObject("submitted_by", UUID.class),
                row.getString("submitted_by_name"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getObject("straight_back", Integer.class),
                instant(row, "ended_at"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
