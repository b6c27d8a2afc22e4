package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.Columns;
import org.throughline.scheduling.Slot;
import org.throughline.scheduling.Slots;
import org.throughline.shopfloor.FloorFacts;
import org.throughline.shopfloor.OperationFlow;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderMaterial;
import org.throughline.shopfloor.WorkOrderOperation;

/** The floor's facts, in six statements for any number of lines. */
@Component
class SqlFloorFacts implements FloorFacts {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Materials materials;
    private final Slots slots;
    private final JdbcClient jdbc;

    SqlFloorFacts(WorkOrders workOrders, Operations operations, Materials materials, Slots slots, JdbcClient jdbc) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.materials = materials;
        this.slots = slots;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, LineOnFloor> of(Collection<UUID> orderLineIds) {
        var orders = workOrders.ofLines(orderLineIds);
        var ids = orders.stream().map(WorkOrder::id).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var steps = operations.of(ids);
        var needs = materials.of(ids);
        var workers = lastWorkers(ids);
        var planned = slots.of(steps.values().stream()
                .flatMap(List::stream)
                .map(WorkOrderOperation::id)
                .toList());
        var releasers = workOrders.releasersOf(ids).stream()
                .collect(Collectors.toMap(WorkOrders.Releaser::workOrderId, WorkOrders.Releaser::userId));
        var flows = new LinkedHashMap<WorkOrder, OperationFlow>();
        orders.forEach(order ->
                flows.put(order, new OperationFlow(order.quantity(), steps.getOrDefault(order.id(), List.of()))));
        var byLine = new HashMap<UUID, List<WorkOrder>>();
        orders.forEach(order -> byLine.computeIfAbsent(
                        Objects.requireNonNull(order.purpose().orderLineId()), key -> new ArrayList<>())
                .add(order));
        var facts = new HashMap<UUID, LineOnFloor>();
        byLine.forEach((line, ofLine) -> facts.put(
                line,
                line(
                        line,
                        ofLine,
                        flows,
                        ofLine.stream()
                                .map(order -> workOrder(
                                        order,
                                        Objects.requireNonNull(flows.get(order)),
                                        needs.getOrDefault(order.id(), List.of()),
                                        releasers.get(order.id()),
                                        planned,
                                        workers))
                                .toList())));
        return facts;
    }

    @Override
    public List<OperationThen> ownAt(Collection<UUID> operationIds, Instant moment) {
        return jdbc.sql("""
                SELECT o.id, w.number, w.order_line_id, o.sequence, o.name, w.quantity, w.unit, o.ended_at,
                       least(w.quantity, coalesce(reported.good, 0)) AS good
                  FROM shopfloor.work_order_operation o
                  JOIN shopfloor.work_order w ON w.id = o.work_order_id
                  LEFT JOIN LATERAL (SELECT sum(r.good) AS good
                                       FROM shopfloor.report r
                                      WHERE r.operation_id = o.id AND r.undone_at IS NULL AND r.ended_at <= :moment) reported
                         ON true
                 WHERE o.id = ANY (:ids)
                   AND NOT o.subcontract
                 ORDER BY w.number, o.sequence
                """)
                .param("ids", operationIds.toArray(UUID[]::new))
                .param("moment", Columns.timestamp(moment))
                .query((row, number) -> then(row))
                .list();
    }

    private static OperationThen then(ResultSet row) throws SQLException {
        var unit = row.getString("unit");
        return new OperationThen(
                Columns.idOf(row, "id"),
                row.getString("number"),
                Columns.id(row, "order_line_id"),
                row.getInt("sequence"),
                row.getString("name"),
                Columns.quantity(row, "quantity", unit),
                Columns.quantity(row, "good", unit),
                Columns.instant(row, "ended_at"));
    }

    @Override
    public List<UUID> badReportsOf(UUID orderLineId) {
        return jdbc.sql("""
                SELECT r.id
                  FROM shopfloor.report r
                  JOIN shopfloor.work_order w ON w.id = r.work_order_id
                 WHERE w.order_line_id = :line
                   AND r.scrap + r.rework > 0
                   AND r.undone_at IS NULL
                 ORDER BY r.at, r.id
                """)
                .param("line", orderLineId)
                .query((row, index) -> Columns.idOf(row, "id"))
                .list();
    }

    private static LineOnFloor line(
            UUID lineId,
            List<WorkOrder> orders,
            Map<WorkOrder, OperationFlow> flows,
            List<WorkOrderOnFloor> workOrders) {
        var open = workOrders.stream().anyMatch(order -> order.status().isOpen());
        var firstReleased = workOrders.stream()
                .filter(order -> order.releasedAt() != null)
                .min(Comparator.comparing(order -> Objects.requireNonNull(order.releasedAt())))
                .orElse(null);
        return new LineOnFloor(
                lineId,
                percent(orders.stream()
                        .map(flows::get)
                        .map(Objects::requireNonNull)
                        .toList()),
                firstReleased == null ? null : firstReleased.releasedAt(),
                firstReleased == null ? null : firstReleased.releasedBy(),
                earliest(workOrders),
                open ? null : latest(workOrders),
                current(workOrders),
                workOrders);
    }

    private static @Nullable Instant earliest(List<WorkOrderOnFloor> orders) {
        return orders.stream()
                .map(WorkOrderOnFloor::startedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant latest(List<WorkOrderOnFloor> orders) {
        return orders.stream()
                .map(WorkOrderOnFloor::completedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What runs, else what could be begun, else what comes first; of the product before its components. */
    private static @Nullable OperationOnFloor current(List<WorkOrderOnFloor> orders) {
        return orders.stream()
                .filter(order -> order.status().isOpen())
                .flatMap(order -> order.operations().stream())
                .filter(operation -> operation.status() != WorkOrderOperation.Status.DONE)
                .min(Comparator.comparingInt(operation -> urgency(operation.status())))
                .orElse(null);
    }

    private static int urgency(WorkOrderOperation.Status status) {
        return switch (status) {
            case RUNNING -> 0;
            case PAUSED -> 1;
            case READY -> 2;
            case WAITING -> 3;
            case DONE -> 4;
        };
    }

    private static WorkOrderOnFloor workOrder(
            WorkOrder order,
            OperationFlow flow,
            List<WorkOrderMaterial> needs,
            @Nullable UUID releasedBy,
            Map<UUID, Slot> planned,
            Map<UUID, UUID> workers) {
        var steps = new ArrayList<OperationOnFloor>();
        for (int i = 0; i < flow.operations().size(); i++) {
            steps.add(operation(order, flow, i, planned, workers));
        }
        return new WorkOrderOnFloor(
                order.id(),
                order.number(),
                order.itemId(),
                order.quantity(),
                order.progress().good(),
                order.progress().scrap(),
                order.progress().received(),
                order.status(),
                order.purpose().parentId(),
                order.start(),
                order.due(),
                percent(List.of(flow)),
                needs.size(),
                (int) needs.stream().filter(need -> need.open().isPositive()).count(),
                order.moments().releasedAt(),
                releasedBy,
                order.moments().startedAt(),
                order.moments().completedAt(),
                steps);
    }

    private static OperationOnFloor operation(
            WorkOrder order, OperationFlow flow, int index, Map<UUID, Slot> planned, Map<UUID, UUID> workers) {
        var step = flow.operations().get(index);
        var slot = planned.get(step.id());
        var station = step.station();
        var planMachine = slot == null ? station.machineId() : slot.machineId();
        return new OperationOnFloor(
                step.id(),
                order.id(),
                order.number(),
                step.sequence(),
                step.name(),
                station.workCentreId(),
                station.runningOn() == null ? planMachine : station.runningOn(),
                step.status(),
                step.counts().good(),
                step.counts().scrap(),
                step.counts().rework(),
                flow.available(index),
                flow.remaining(index),
                step.standard().minutesFor(order.quantity()),
                slot == null ? null : slot.starts(),
                slot == null ? null : slot.ends(),
                step.startedAt(),
                step.endedAt(),
                workers.get(step.id()));
    }

    /** By standard minutes; by operations done where nobody knows any. */
    private static BigDecimal percent(List<OperationFlow> flows) {
        var whole = flows.stream().map(OperationFlow::standardMinutes).reduce(BigDecimal.ZERO, BigDecimal::add);
        var earned = flows.stream().map(OperationFlow::earnedMinutes).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.signum() == 0) {
            var steps =
                    flows.stream().flatMap(flow -> flow.operations().stream()).toList();
            whole = BigDecimal.valueOf(steps.size());
            earned = BigDecimal.valueOf(steps.stream()
                    .filter(step -> step.status() == WorkOrderOperation.Status.DONE)
                    .count());
        }
        return earned.multiply(HUNDRED).divide(whole, 1, RoundingMode.DOWN);
    }

    private Map<UUID, UUID> lastWorkers(List<UUID> workOrderIds) {
        return jdbc
                .sql("""
                SELECT DISTINCT ON (r.operation_id) r.operation_id, r.person_id
                  FROM shopfloor.report r
                 WHERE r.work_order_id = ANY (:orders)
                   AND r.person_id IS NOT NULL
                   AND r.undone_at IS NULL
                 ORDER BY r.operation_id, r.at DESC, r.id DESC
                """)
                .param("orders", workOrderIds.toArray(UUID[]::new))
                .query((row, index) -> Map.entry(Columns.idOf(row, "operation_id"), Columns.idOf(row, "person_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
