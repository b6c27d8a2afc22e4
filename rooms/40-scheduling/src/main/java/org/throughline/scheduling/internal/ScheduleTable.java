package org.throughline.scheduling.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.database.Columns;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.Identity;
import org.throughline.scheduling.ScheduleResult;
import org.throughline.scheduling.Slot;
import org.throughline.scheduling.Slots;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code scheduling.schedule} and {@code operation_slot}. */
@Repository
public class ScheduleTable implements Slots {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String PUBLISHED = """
            SELECT s.*
              FROM scheduling.operation_slot s
              JOIN scheduling.schedule p ON p.id = s.schedule_id AND p.status = 'PUBLISHED'
            """;

    /** So many drafts in a row can be gone back. */
    private static final int MOST_STEPS = 20;

    /** What is published later than this does not count for the day's plan. */
    private static final String WORK_BEGINS = "08:00";

    private final JdbcClient jdbc;
    private final Clock clock;

    ScheduleTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The one draft or the one published schedule. */
    public Optional<ScheduleResult> current(ScheduleResult.Status status) {
        return jdbc.sql("""
                SELECT id, at, made_by, status, direction, operations, late_orders, late_minutes, setup_minutes, ends_at, tried,
                       milliseconds, version
                  FROM scheduling.schedule
                 WHERE status = :status
                 ORDER BY at DESC
                 LIMIT 1
                """)
                .param("status", status.name())
                .query((row, number) -> {
                    return new ScheduleResult(
                            row.getObject("id", UUID.class),
                            row.getTimestamp("at").toInstant(),
                            row.getString("made_by"),
                            ScheduleResult.Status.valueOf(row.getString("status")),
                            ScheduleResult.Direction.valueOf(row.getString("direction")),
                            row.getInt("operations"),
                            row.getInt("late_orders"),
                            row.getLong("late_minutes"),
                            row.getLong("setup_minutes"),
                            Columns.instant(row, "ends_at"),
                            row.getLong("tried"),
                            row.getInt("milliseconds"),
                            row.getInt("version"));
                })
                .optional();
    }

    /** The draft is gone, and with it every step that led to it. */
    void discardDraft() {
        jdbc.sql("DELETE FROM scheduling.schedule WHERE status IN ('DRAFT', 'SET_ASIDE')")
                .update();
    }

    /** How many drafts lie one over the other, the current one included. */
    int steps() {
        return jdbc.sql("SELECT count(*) FROM scheduling.schedule WHERE status IN ('DRAFT', 'SET_ASIDE')")
                .query(Integer.class)
                .single();
    }

    /** The draft before comes back, or the published schedule if there was none; false if there is no draft. */
    boolean stepBack() {
        if (jdbc.sql("DELETE FROM scheduling.schedule WHERE status = 'DRAFT'").update() == 0) {
            return false;
        }
        jdbc.sql("""
                UPDATE scheduling.schedule
                   SET status = 'DRAFT', version = version + 1
                 WHERE id = (SELECT id
                               FROM scheduling.schedule
                              WHERE status = 'SET_ASIDE'
                              ORDER BY step DESC
                              LIMIT 1)
                """).update();
        return true;
    }

    private void setDraftAside() {
        jdbc.sql("UPDATE scheduling.schedule SET status = 'SET_ASIDE', version = version + 1 WHERE status = 'DRAFT'")
                .update();
        jdbc.sql("""
                DELETE FROM scheduling.schedule
                 WHERE id IN (SELECT id
                                FROM scheduling.schedule
                               WHERE status = 'SET_ASIDE'
                               ORDER BY step DESC
                              OFFSET :kept)
                """).param("kept", MOST_STEPS - 1).update();
    }

    /** The draft before is kept for a while, so that the step can be undone. */
    void replaceDraft(ScheduleResult draft, List<StoredSlot> slots) {
        setDraftAside();
        var endsAt = draft.endsAt();
        jdbc.sql("""
                INSERT INTO scheduling.schedule
                       (id, at, made_by, status, direction, operations, late_orders, late_minutes, setup_minutes, ends_at, tried,
                        milliseconds, step)
                VALUES (:id, :at, :by, 'DRAFT', :direction, :operations, :lateOrders, :lateMinutes, :setup, :ends, :tried,
                        :milliseconds,
                        (SELECT coalesce(max(step), 0) + 1 FROM scheduling.schedule WHERE status = 'SET_ASIDE'))
                """)
                .param("id", draft.id())
                .param("at", Timestamp.from(draft.at()))
                .param("by", draft.by())
                .param("direction", draft.direction().name())
                .param("operations", draft.operations())
                .param("lateOrders", draft.lateOrders())
                .param("lateMinutes", draft.lateMinutes())
                .param("setup", draft.setupMinutes())
                .param("ends", endsAt == null ? null : Timestamp.from(endsAt))
                .param("tried", draft.tried())
                .param("milliseconds", draft.milliseconds())
                .update();
        insert(draft.id(), slots);
    }

    private void insert(UUID scheduleId, List<StoredSlot> slots) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var slot : slots) {
            var operation = slot.operation();
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("id", Identity.fresh().toString());
            row.put("operation_id", operation.operationId().toString());
            row.put("work_order_id", operation.workOrderId().toString());
            row.put("work_order_number", operation.workOrderNumber());
            row.put("order_line_id", text(operation.orderLineId()));
            row.put("item_id", operation.itemId().toString());
            row.put("sequence", operation.sequence());
            row.put("name", operation.name());
            row.put("work_centre_id", operation.workCentreId().toString());
            row.put("machine_id", text(slot.machineId()));
            row.put("starts", slot.starts().toString());
            row.put("ends", slot.ends().toString());
            row.put("starts_by", slot.startsBy().toString());
            row.put("setup_minutes", slot.setupMinutes());
            row.put("work_minutes", slot.workMinutes());
            row.put("due", text(operation.due()));
            row.put("reason", slot.reason());
            row.put("detail", slot.detail());
            rows.add(row);
        }
        jdbc.sql("""
                INSERT INTO scheduling.operation_slot
                       (id, schedule_id, operation_id, work_order_id, work_order_number, order_line_id, item_id, sequence,
                        name, work_centre_id, machine_id, starts, ends, starts_by, setup_minutes, work_minutes, due, reason, detail)
                SELECT id, :schedule, operation_id, work_order_id, work_order_number, order_line_id, item_id, sequence,
                       name, work_centre_id, machine_id, starts, ends, starts_by, setup_minutes, work_minutes, due, reason, detail
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r
                       (id uuid, operation_id uuid, work_order_id uuid, work_order_number text, order_line_id uuid,
                        item_id uuid, sequence integer, name text, work_centre_id uuid, machine_id uuid,
                        starts timestamptz, ends timestamptz, starts_by timestamptz, setup_minutes bigint, work_minutes bigint, due date,
                        reason text, detail jsonb)
                """)
                .param("schedule", scheduleId)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** What differs between two published schedules. */
    public record Changed(Set<UUID> operationIds, Set<UUID> lineIds) {}

    /** The draft becomes the published schedule. */
    public Changed publish(ScheduleResult draft, String by, Instant at) {
        var changed = changed(draft.id());
        jdbc.sql("""
                UPDATE scheduling.schedule
                   SET status = 'SUPERSEDED', version = version + 1
                 WHERE status = 'PUBLISHED'
                """).update();
        int written = jdbc.sql("""
                UPDATE scheduling.schedule
                   SET status = 'PUBLISHED', published_at = :at, published_by = :by, version = version + 1
                 WHERE id = :id AND version = :version AND status = 'DRAFT'
                """)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("id", draft.id())
                .param("version", draft.version())
                .update();
        if (written == 0) {
            throw new ChangedMeanwhile("schedule", draft.id());
        }
        discardDraft();
        forget(at);
        return changed;
    }

    /**
     * Slots of superseded schedules are kept for a week, to see what moved; those of its first days for a month, to see
     * how much of each day's plan was done.
     */
    private void forget(Instant at) {
        jdbc.sql("""
                DELETE FROM scheduling.operation_slot s
                 USING scheduling.schedule p
                 WHERE p.id = s.schedule_id
                   AND p.status = 'SUPERSEDED'
                   AND (p.published_at < :month
                        OR p.published_at < :week AND s.ends > p.published_at + interval '4 days')
                """)
                .param("week", Timestamp.from(at.minus(java.time.Duration.ofDays(7))))
                .param("month", Timestamp.from(at.minus(java.time.Duration.ofDays(31))))
                .update();
    }

    private Changed changed(UUID draftId) {
        var operations = new HashSet<UUID>();
        var lines = new HashSet<UUID>();
        jdbc.sql("""
                SELECT coalesce(n.operation_id, o.operation_id) AS operation_id,
                       coalesce(n.order_line_id, o.order_line_id) AS order_line_id
                  FROM (SELECT * FROM scheduling.operation_slot WHERE schedule_id = :draft) n
                  FULL JOIN (SELECT s.*
                               FROM scheduling.operation_slot s
                               JOIN scheduling.schedule p ON p.id = s.schedule_id AND p.status = 'PUBLISHED') o
                    ON o.operation_id = n.operation_id
                 WHERE (n.machine_id, n.starts, n.ends) IS DISTINCT FROM (o.machine_id, o.starts, o.ends)
                 ORDER BY 1
                """).param("draft", draftId).query(row -> {
            operations.add(row.getObject("operation_id", UUID.class));
            var line = row.getObject("order_line_id", UUID.class);
            if (line != null) {
                lines.add(line);
            }
        });
        return new Changed(operations, lines);
    }

    @Override
    public Map<UUID, Slot> of(Collection<UUID> operationIds) {
        var slots = new LinkedHashMap<UUID, Slot>();
        jdbc.sql(PUBLISHED + "WHERE s.operation_id = ANY (:ids) ORDER BY s.starts, s.id")
                .param("ids", operationIds.toArray(UUID[]::new))
                .query((row, number) -> map(row))
                .list()
                .forEach(slot -> slots.put(slot.operationId(), slot));
        return slots;
    }

    @Override
    public Map<UUID, List<Slot>> forLines(Collection<UUID> orderLineIds) {
        var slots = new LinkedHashMap<UUID, List<Slot>>();
        for (var slot : jdbc.sql(PUBLISHED + "WHERE s.order_line_id = ANY (:ids) ORDER BY s.starts, s.id")
                .param("ids", orderLineIds.toArray(UUID[]::new))
                .query((row, number) -> map(row))
                .list()) {
            var line = slot.orderLineId();
            if (line != null) {
                slots.computeIfAbsent(line, id -> new ArrayList<>()).add(slot);
            }
        }
        return slots;
    }

    @Override
    public Map<LocalDate, Set<UUID>> plannedToEnd(LocalDate from, LocalDate to) {
        var planned = new LinkedHashMap<LocalDate, Set<UUID>>();
        jdbc.sql("""
                SELECT days.day, s.operation_id
                  FROM (SELECT day::date AS day, (day + CAST(:begins AS time)) AT TIME ZONE :zone AS begins,
                               day AT TIME ZONE :zone AS midnight
                          FROM generate_series(CAST(:from AS timestamp), CAST(:to AS timestamp), interval '1 day') day
                       ) days
                 CROSS JOIN LATERAL (
                        SELECT id
                          FROM scheduling.schedule
                         WHERE published_at <= days.begins
                         ORDER BY published_at DESC
                         LIMIT 1) p
                  JOIN scheduling.operation_slot s
                    ON s.schedule_id = p.id
                   AND s.ends > days.midnight
                   AND s.ends <= days.midnight + interval '1 day'
                 ORDER BY days.day, s.operation_id
                """)
                .param("begins", WORK_BEGINS)
                .param("zone", clock.getZone().getId())
                .param("from", from.toString())
                .param("to", to.toString())
                .query(row -> {
                    planned.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new HashSet<>())
                            .add(row.getObject("operation_id", UUID.class));
                });
        return planned;
    }

    @Override
    public List<Slot> dispatchList(@Nullable UUID workCentreId, @Nullable UUID machineId) {
        return jdbc.sql(PUBLISHED + """
                WHERE (CAST(:centre AS uuid) IS NULL OR s.work_centre_id = :centre)
                  AND (CAST(:machine AS uuid) IS NULL OR s.machine_id = :machine)
                ORDER BY s.starts, s.id
                """)
                .param("centre", workCentreId)
                .param("machine", machineId)
                .query((row, number) -> map(row))
                .list();
    }

    private static Slot map(java.sql.ResultSet row) throws java.sql.SQLException {
        var detail = new LinkedHashMap<String, String>();
        JSON.readTree(row.getString("detail"))
                .properties()
                .forEach(entry -> detail.put(entry.getKey(), entry.getValue().asString()));
        return new Slot(
                row.getObject("operation_id", UUID.class),
                row.getObject("work_order_id", UUID.class),
                row.getObject("order_line_id", UUID.class),
                row.getObject("work_centre_id", UUID.class),
                row.getObject("machine_id", UUID.class),
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("ends").toInstant(),
                Columns.instant(row, "starts_by"),
                row.getLong("setup_minutes"),
                row.getString("reason"),
                detail,
                true);
    }
}
