package org.throughline.scheduling.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.Columns;
import org.throughline.factory.CalendarWindows;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.WorkCentre;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.scheduling.OperationToSchedule;
import org.throughline.scheduling.ScheduleResult;
import org.throughline.scheduling.WorkToSchedule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the schedule board: rows of machines, bars of operations, closed time. */
@Component
class GanttReader {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final ScheduleTable schedules;
    private final Plant.Reader plant;
    private final Items items;
    private final SalesOrders orders;
    private final ObjectProvider<WorkToSchedule> work;
    private final DraftChanges changes;
    private final MoveDesk moves;
    private final Clock clock;

    GanttReader(
            JdbcClient jdbc,
            ScheduleTable schedules,
            Plant.Reader plant,
            Items items,
            SalesOrders orders,
            ObjectProvider<WorkToSchedule> work,
            DraftChanges changes,
            MoveDesk moves,
            Clock clock) {
        this.jdbc = jdbc;
        this.schedules = schedules;
        this.plant = plant;
        this.items = items;
        this.orders = orders;
        this.work = work;
        this.changes = changes;
        this.moves = moves;
        this.clock = clock;
    }

    /** A row of the board. {@code load} is the share of open time that is booked, 0 to 1 (above 1: overlapping work). */
    record Row(UUID id, String code, String name, UUID workCentreId, String workCentre, double load) {}

    /** A bar of the board. {@code machineId}: its row, the work centre where that has no machines. {@code startsBy}: it must begin by then. {@code state} DONE: no longer open. */
    record Bar(
            UUID operationId,
            UUID machineId,
            UUID workCentreId,
            Instant start,
            Instant end,
            @Nullable Instant startsBy,
            long setupMinutes,
            UUID workOrderId,
            String workOrder,
            int sequence,
            String operation,
            UUID itemId,
            String item,
            String itemName,
            @Nullable UUID orderLineId,
            @Nullable String order,
            @Nullable LocalDate due,
            boolean late,
            String state,
            String reason,
            JsonNode detail) {}

    /** Time in which a machine does not work. */
    record Closed(UUID machineId, Instant from, Instant to) {}

    /**
     * The whole board.
     *
     * @param schedule    null: nothing was scheduled yet
     * @param published   what the floor works by; null before the first
     * @param changes     operations that the draft places differently
     * @param steps       steps of the draft that can be undone, one after the other
     * @param frozenUntil what starts before has been prepared on the floor
     */
    record Board(
            @Nullable ScheduleResult schedule,
            @Nullable ScheduleResult published,
            int changes,
            int steps,
            Instant frozenUntil,
            List<Row> machines,
            List<Bar> bars,
            List<Closed> closed) {}

    /** @param status null: the draft if there is one, else the published schedule */
    Board read(LocalDate from, LocalDate to, ScheduleResult.@Nullable Status status) {
        var schedule = status == null
                ? schedules
                        .current(ScheduleResult.Status.DRAFT)
                        .or(() -> schedules.current(ScheduleResult.Status.PUBLISHED))
                : schedules.current(status);
        var start = from.atStartOfDay(clock.getZone()).toInstant();
        var end = to.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        var seen = plant.read();
        var bars = schedule.isEmpty() ? List.<Bar>of() : bars(schedule.get().id(), start, end);
        var booked = schedule.isEmpty()
                ? Map.<UUID, Long>of()
                : bookedMinutes(schedule.get().id(), start, end);
        var rows = new ArrayList<Row>();
        var closed = new ArrayList<Closed>();
        var centres = seen.workCentres().stream().collect(Collectors.toMap(centre -> centre.id(), centre -> centre));
        for (var machine : seen.machines()) {
            var windows = seen.machineCalendars().get(machine.id());
            var centre = centres.get(machine.workCentreId());
            if (windows != null && centre != null) {
                var open = windows.windows(from, to, clock.getZone());
                rows.add(new Row(
                        machine.id(),
                        machine.code(),
                        machine.name(),
                        centre.id(),
                        centre.name(),
                        load(booked.getOrDefault(machine.id(), 0L), open)));
                closed.addAll(closed(machine.id(), open, start, end));
            }
        }
        addCentresWithoutMachines(rows, bars, centres, booked);
        return new Board(
                schedule.orElse(null),
                schedules.current(ScheduleResult.Status.PUBLISHED).orElse(null),
                changes.count(),
                schedules.steps(),
                moves.frozenUntil(),
                rows,
                bars,
                closed);
    }

    /** Work done in a work centre that has no machines stands in a row of the work centre itself. */
    private static void addCentresWithoutMachines(
            List<Row> rows, List<Bar> bars, Map<UUID, WorkCentre> centres, Map<UUID, Long> booked) {
        bars.stream().map(Bar::machineId).distinct().sorted().map(centres::get).forEach(centre -> {
            if (centre != null) {
                double busy = booked.getOrDefault(centre.id(), 0L) > 0 ? 1 : 0;
                rows.add(new Row(centre.id(), centre.code(), centre.name(), centre.id(), centre.name(), busy));
            }
        });
    }

    private static double load(long booked, List<CalendarWindows.Window> open) {
        long minutes = open.stream()
                .mapToLong(
                        window -> Duration.between(window.start(), window.end()).toMinutes())
                .sum();
        return minutes == 0 ? 0 : Math.round(1000.0 * booked / minutes) / 1000.0;
    }

    private static List<Closed> closed(UUID machineId, List<CalendarWindows.Window> open, Instant start, Instant end) {
        var closed = new ArrayList<Closed>();
        var at = start;
        for (var window : open) {
            if (window.start().isAfter(at)) {
                closed.add(new Closed(machineId, at, window.start()));
            }
            at = window.end().isAfter(at) ? window.end() : at;
        }
        if (at.isBefore(end)) {
            closed.add(new Closed(machineId, at, end));
        }
        return closed;
    }

    /** Working minutes of the bars by machine; a bar that reaches out of the period counts in full. */
    private Map<UUID, Long> bookedMinutes(UUID scheduleId, Instant start, Instant end) {
        var booked = new HashMap<UUID, Long>();
        jdbc.sql("""
                SELECT coalesce(machine_id, work_centre_id) AS row_id, sum(work_minutes) AS minutes
                  FROM scheduling.operation_slot
                 WHERE schedule_id = :schedule AND starts < :end AND ends > :start
                 GROUP BY row_id
                 ORDER BY row_id
                """)
                .param("schedule", scheduleId)
                .param("end", Timestamp.from(end))
                .param("start", Timestamp.from(start))
                .query(row -> {
                    booked.put(row.getObject("row_id", UUID.class), row.getLong("minutes"));
                });
        return booked;
    }

    private List<Bar> bars(UUID scheduleId, Instant start, Instant end) {
        var open = new HashMap<UUID, OperationToSchedule>();
        work.orderedStream().forEach(source -> source.open().forEach(one -> open.put(one.operationId(), one)));
        var raw = jdbc.sql("""
                SELECT operation_id, coalesce(machine_id, work_centre_id) AS row_id, work_centre_id, starts, ends, starts_by, setup_minutes, work_order_id,
                       work_order_number, sequence, name, item_id, order_line_id, due, reason, detail
                  FROM scheduling.operation_slot
                 WHERE schedule_id = :schedule
                   AND starts < :end
                   AND ends > :start
                 ORDER BY row_id, starts, id
                """)
                .param("schedule", scheduleId)
                .param("end", Timestamp.from(end))
                .param("start", Timestamp.from(start))
                .query((row, number) -> {
                    var operationId = row.getObject("operation_id", UUID.class);
                    var due = row.getObject("due", LocalDate.class);
                    var ends = row.getTimestamp("ends").toInstant();
                    var state = open.get(operationId);
                    return new Bar(
                            operationId,
                            row.getObject("row_id", UUID.class),
                            row.getObject("work_centre_id", UUID.class),
                            row.getTimestamp("starts").toInstant(),
                            ends,
                            Columns.instant(row, "starts_by"),
                            row.getLong("setup_minutes"),
                            row.getObject("work_order_id", UUID.class),
                            row.getString("work_order_number"),
                            row.getInt("sequence"),
                            row.getString("name"),
                            row.getObject("item_id", UUID.class),
                            "",
                            "",
                            row.getObject("order_line_id", UUID.class),
                            null,
                            due,
                            due != null
                                    && LocalDate.ofInstant(ends, clock.getZone())
                                            .isAfter(due),
                            state == null ? "DONE" : state.state().name(),
                            row.getString("reason"),
                            JSON.readTree(row.getString("detail")));
                })
                .list();
        return named(raw);
    }

    private List<Bar> named(List<Bar> raw) {
        Map<UUID, Item> known = items.all(raw.stream().map(Bar::itemId).collect(Collectors.toSet()));
        var labels = orders.linesOf(lineIds(raw)).stream().collect(Collectors.toMap(OrderLine::id, OrderLine::label));
        var bars = new ArrayList<Bar>(raw.size());
        for (var bar : raw) {
            var item = known.get(bar.itemId());
            var line = bar.orderLineId();
            bars.add(new Bar(
                    bar.operationId(),
                    bar.machineId(),
                    bar.workCentreId(),
                    bar.start(),
                    bar.end(),
                    bar.startsBy(),
                    bar.setupMinutes(),
                    bar.workOrderId(),
                    bar.workOrder(),
                    bar.sequence(),
                    bar.operation(),
                    bar.itemId(),
                    item == null ? "" : item.code(),
                    item == null ? "" : item.name(),
                    line,
                    line == null ? null : labels.get(line),
                    bar.due(),
                    bar.late(),
                    bar.state(),
                    bar.reason(),
                    bar.detail()));
        }
        return bars;
    }

    private static Set<UUID> lineIds(Collection<Bar> bars) {
        var ids = new HashSet<UUID>();
        for (var bar : bars) {
            if (bar.orderLineId() != null) {
                ids.add(bar.orderLineId());
            }
        }
        return ids;
    }
}
