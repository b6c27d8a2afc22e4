package org.throughline.shopfloor.internal;

import static org.throughline.database.Columns.id;
import static org.throughline.database.Columns.idOf;
import static org.throughline.database.Columns.instant;
import static org.throughline.database.Columns.quantity;
import static org.throughline.database.Columns.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.NotFound;
import org.throughline.shopfloor.OperationPlan;
import org.throughline.shopfloor.WorkOrderOperation;

/** All operations, in table {@code shopfloor.work_order_operation}. One SQL statement per method. */
@Repository
public class Operations {

    private static final String COLUMNS = """
            SELECT o.id, o.work_order_id, o.sequence, o.name, o.work_centre_id, o.machine_id, o.running_machine_id,
                   o.setup_minutes, o.run_minutes, o.status, o.good, o.scrap, o.rework, o.allowed_extra, o.started_at,
                   o.ended_at, o.version, w.unit
              FROM shopfloor.work_order_operation o
              JOIN shopfloor.work_order w ON w.id = o.work_order_id
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Operations(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * The operation with this identity.
     *
     * @throws NotFound if there is none
     */
    public WorkOrderOperation get(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE o.id = :id")
                .param("id", id)
                .query(Operations::map)
                .optional()
                .orElseThrow(() -> new NotFound("work-order-operation", id));
    }

    /** The operations of one work order in their sequence. */
    public List<WorkOrderOperation> of(UUID workOrderId) {
        return of(List.of(workOrderId)).getOrDefault(workOrderId, List.of());
    }

    /** The operations of these work orders, by work order, in their sequence. */
    public Map<UUID, List<WorkOrderOperation>> of(Collection<UUID> workOrderIds) {
        if (workOrderIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(COLUMNS + """
                 WHERE o.work_order_id = ANY (:orders)
                 ORDER BY o.work_order_id, o.sequence
                """)
                .param("orders", workOrderIds.toArray(UUID[]::new))
                .query(Operations::map)
                .list()
                .stream()
                .collect(Collectors.groupingBy(WorkOrderOperation::workOrderId));
    }

    /** The work orders on the floor with an operation at this work centre that is not done; null: at any. */
    public List<UUID> workOrdersWaitingAt(@Nullable UUID workCentreId) {
        return jdbc.sql("""
                SELECT DISTINCT w.id, w.due
                  FROM shopfloor.work_order w
                  JOIN shopfloor.work_order_operation o ON o.work_order_id = w.id
                 WHERE w.status IN ('RELEASED', 'STARTED')
                   AND o.status <> 'DONE'
                   AND (:workCentre::uuid IS NULL OR o.work_centre_id = :workCentre::uuid)
                 ORDER BY w.due, w.id
                """)
                .param("workCentre", workCentreId, Types.OTHER)
                .query((row, index) -> idOf(row, "id"))
                .list();
    }

    /** How these operations are planned beyond what the floor needs, by operation. */
    public Map<UUID, OperationPlan> plansOf(Collection<UUID> workOrderIds) {
        if (workOrderIds.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                SELECT o.id, o.inspection, o.subcontract, o.supplier_id, o.subcontract_days, o.transfer_quantity,
                       o.setup_family, o.instruction, w.unit
                  FROM shopfloor.work_order_operation o
                  JOIN shopfloor.work_order w ON w.id = o.work_order_id
                 WHERE o.work_order_id = ANY (:orders)
                 ORDER BY o.id
                """).param("orders", workOrderIds.toArray(UUID[]::new)).query(Operations::plan).list().stream()
                .collect(Collectors.toMap(OperationPlan::operationId, plan -> plan));
    }

    /** Adds new operations; every one has a plan. */
    public void add(List<WorkOrderOperation> operations, Map<UUID, OperationPlan> plans) {
        var rows = operations.stream()
                .map(operation -> planned(parameters(operation), Objects.requireNonNull(plans.get(operation.id()))))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                INSERT INTO shopfloor.work_order_operation
                       (id, work_order_id, sequence, name, work_centre_id, machine_id, setup_minutes, run_minutes,
                        status, inspection, subcontract, supplier_id, subcontract_days, transfer_quantity,
                        setup_family, instruction)
                VALUES (:id, :workOrder, :sequence, :name, :workCentre, :machine, :setup, :run,
                        :status, :inspection, :subcontract, :supplier, :subcontractDays, :transfer,
                        :family, :instruction)
                """, rows);
    }

    /**
     * Writes what these operations now are, if nobody else wrote in the meantime.
     *
     * @throws ChangedMeanwhile if one of the rows has another version
     */
    public void save(List<WorkOrderOperation> operations) {
        for (var operation : operations) {
            int written = jdbc.sql("""
                    UPDATE shopfloor.work_order_operation
                       SET status = :status, good = :good, scrap = :scrap, rework = :rework,
                           allowed_extra = :extra, running_machine_id = :runningOn, started_at = :startedAt,
                           ended_at = :endedAt, version = version + 1
                     WHERE id = :id
                       AND version = :version
                    """).paramSource(parameters(operation)).update();
            if (written == 0) {
                throw new ChangedMeanwhile("work-order-operation", operation.name());
            }
        }
    }

    private static MapSqlParameterSource parameters(WorkOrderOperation operation) {
        var counts = operation.counts();
        return new MapSqlParameterSource()
                .addValue("id", operation.id())
                .addValue("workOrder", operation.workOrderId())
                .addValue("sequence", operation.sequence())
                .addValue("name", operation.name())
                .addValue("workCentre", operation.station().workCentreId())
                .addValue("machine", operation.station().machineId(), Types.OTHER)
                .addValue("runningOn", operation.station().runningOn(), Types.OTHER)
                .addValue("setup", operation.standard().setupMinutes())
                .addValue("run", operation.standard().runMinutes())
                .addValue("status", operation.status().name())
                .addValue("good", counts.good().amount())
                .addValue("scrap", counts.scrap().amount())
                .addValue("rework", counts.rework().amount())
                .addValue("extra", operation.allowedExtra().amount())
                .addValue("startedAt", timestamp(operation.startedAt()))
                .addValue("endedAt", timestamp(operation.endedAt()))
                .addValue("version", operation.version());
    }

    private static MapSqlParameterSource planned(MapSqlParameterSource row, OperationPlan plan) {
        var transfer = plan.transferQuantity();
        return row.addValue("inspection", plan.inspection())
                .addValue("subcontract", plan.subcontract())
                .addValue("supplier", plan.supplierId(), Types.OTHER)
                .addValue("subcontractDays", plan.subcontractDays())
                .addValue("transfer", transfer == null ? null : transfer.amount(), Types.NUMERIC)
                .addValue("family", plan.setupFamily())
                .addValue("instruction", plan.instruction());
    }

    private static OperationPlan plan(ResultSet row, int index) throws SQLException {
        var transfer = row.getBigDecimal("transfer_quantity");
        return new OperationPlan(
                idOf(row, "id"),
                row.getBoolean("inspection"),
                row.getBoolean("subcontract"),
                id(row, "supplier_id"),
                row.getInt("subcontract_days"),
                transfer == null ? null : quantity(row, "transfer_quantity", row.getString("unit")),
                row.getString("setup_family"),
                row.getString("instruction"));
    }

    private static WorkOrderOperation map(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        return new WorkOrderOperation(
                idOf(row, "id"),
                idOf(row, "work_order_id"),
                row.getInt("sequence"),
                row.getString("name"),
                new WorkOrderOperation.Station(
                        idOf(row, "work_centre_id"), id(row, "machine_id"), id(row, "running_machine_id")),
                new WorkOrderOperation.Standard(row.getBigDecimal("setup_minutes"), row.getBigDecimal("run_minutes")),
                WorkOrderOperation.Status.valueOf(row.getString("status")),
                new WorkOrderOperation.Counts(
                        quantity(row, "good", unit), quantity(row, "scrap", unit), quantity(row, "rework", unit)),
                quantity(row, "allowed_extra", unit),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getInt("version"));
    }
}
