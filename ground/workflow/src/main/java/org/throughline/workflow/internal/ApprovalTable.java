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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approval.Answer;
import org.throughline.workflow.Approval.Mode;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.Approval.Step;
import org.throughline.workflow.Approval.Task;

/** Approvals with their steps and tasks, in tables {@code workflow.approval…}. */
@Repository
class ApprovalTable {

    private static final String SELECT = """
            SELECT id, record_type, record_id, title, rule_name, state, step, submitted_by, submitted_by_name,
                   submitted_at, ended_at, version
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

    List<Approval> newest(int limit) {
        return withSteps(jdbc.sql(SELECT + " ORDER BY submitted_at DESC, id LIMIT :limit")
                .param("limit", limit)
                .query(ApprovalTable::map)
                .list());
    }

    void insert(Approval approval, String facts) {
        jdbc.sql("""
                INSERT INTO workflow.approval
                       (id, record_type, record_id, title, facts, rule_name, state, step, submitted_by,
                        submitted_by_name, submitted_at, ended_at)
                VALUES (:id, :type, :record, :title, :facts::jsonb, :rule, :state, :step, :by, :byName, :at, :endedAt)
                """)
                .param("id", approval.id())
                .param("type", approval.recordType())
                .param("record", approval.recordId())
                .param("title", approval.title())
                .param("facts", facts)
                .param("rule", approval.rule())
                .param("state", approval.state().name())
                .param("step", approval.step())
                .param("by", approval.submittedBy())
                .param("byName", approval.submittedByName())
                .param("at", approval.submittedAt().atOffset(ZoneOffset.UTC))
                .param("endedAt", utc(approval.endedAt()))
                .update();
    }

    void insertStep(UUID approval, int position, ApprovalRules.AskedStep asked) {
        jdbc.sql("""
                INSERT INTO workflow.approval_step (approval_id, position, name, mode, hours)
                VALUES (:approval, :position, :name, :mode, :hours)
                """)
                .param("approval", approval)
                .param("position", position)
                .param("name", asked.step().name())
                .param("mode", asked.step().mode().name())
                .param("hours", asked.step().hours())
                .update();
        asked.people()
                .forEach((user, name) -> jdbc.sql("""
                INSERT INTO workflow.approval_task (id, approval_id, position, user_id, user_name)
                VALUES (:id, :approval, :position, :user, :name)
                """)
                        .param("id", Identity.fresh())
                        .param("approval", approval)
                        .param("position", position)
                        .param("user", user)
                        .param("name", name)
                        .update());
    }

    /** The step begins to wait: its hours count from now. */
    void begin(UUID approval, int position, Instant now) {
        jdbc.sql("""
                UPDATE workflow.approval_step
                   SET due_at = :now + make_interval(hours => hours)
                 WHERE approval_id = :approval AND position = :position
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("approval", approval)
                .param("position", position)
                .update();
    }

    void answer(UUID approval, int position, UUID user, Answer answer, @Nullable String comment, Instant at) {
        jdbc.sql("""
                UPDATE workflow.approval_task
                   SET answer = :answer, comment = :comment, at = :at, version = version + 1
                 WHERE approval_id = :approval AND position = :position AND user_id = :user AND answer IS NULL
                """)
                .param("answer", answer.name())
                .param("comment", comment)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("approval", approval)
                .param("position", position)
                .param("user", user)
                .update();
    }

    /** The caller holds the row's lock. */
    void move(Approval approval, State state, int step, @Nullable Instant endedAt) {
        jdbc.sql("""
                UPDATE workflow.approval
                   SET state = :state, step = :step, ended_at = :endedAt, version = version + 1
                 WHERE id = :id AND version = :version
                """)
                .param("state", state.name())
                .param("step", step)
                .param("endedAt", utc(endedAt))
                .param("id", approval.id())
                .param("version", approval.version())
                .update();
    }

    private record StepRow(
            UUID approval,
            int position,
            String name,
            Mode mode,
            @Nullable Instant dueAt) {}

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
        var steps = new LinkedHashMap<UUID, List<Step>>();
        for (var row : steps(ids)) {
            var own = tasks.getOrDefault(row.approval() + " " + row.position(), List.of());
            steps.computeIfAbsent(row.approval(), key -> new ArrayList<>())
                    .add(new Step(row.name(), row.mode(), own, row.dueAt()));
        }
        return approvals.stream()
                .map(one -> with(one, steps.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private List<StepRow> steps(UUID[] ids) {
        return jdbc.sql("""
                SELECT approval_id, position, name, mode, due_at
                  FROM workflow.approval_step
                 WHERE approval_id = ANY (:ids)
                 ORDER BY approval_id, position
                """)
                .param("ids", ids)
                .query((row, index) -> new StepRow(
                        row.getObject("approval_id", UUID.class),
                        row.getInt("position"),
                        row.getString("name"),
                        Mode.valueOf(row.getString("mode")),
                        instant(row, "due_at")))
                .list();
    }

    private List<TaskRow> tasks(UUID[] ids) {
        return jdbc.sql("""
                SELECT approval_id, position, user_id, user_name, answer, comment, at
                  FROM workflow.approval_task
                 WHERE approval_id = ANY (:ids)
                 ORDER BY approval_id, position, user_name, user_id
                """)
                .param("ids", ids)
                .query((row, index) -> new TaskRow(
                        row.getObject("approval_id", UUID.class),
                        row.getInt("position"),
                        new Task(
                                row.getObject("user_id", UUID.class),
                                row.getString("user_name"),
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
                instant(row, "ended_at"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
