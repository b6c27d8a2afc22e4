package org.throughline.shopfloor.internal;

import static org.throughline.database.Columns.idOf;
import static org.throughline.database.Columns.quantity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.database.Columns;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.Identity;
import org.throughline.shopfloor.WorkOrderMaterial;

/** What goes into work orders, in table {@code shopfloor.work_order_material}. One SQL statement per method. */
@Repository
public class Materials {

    private static final String COLUMNS = """
            SELECT m.id, m.work_order_id, m.position, m.component_id, m.per_unit, m.fixed, m.required, m.issued, m.unit,
                   m.operation_sequence, m.version
              FROM shopfloor.work_order_material m
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Materials(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The components of one work order, by position. */
    public List<WorkOrderMaterial> of(UUID workOrderId) {
        return of(List.of(workOrderId)).getOrDefault(workOrderId, List.of());
    }

    /** The components of these work orders, by work order, by position; those that need nothing are missing. */
    public Map<UUID, List<WorkOrderMaterial>> of(Collection<UUID> workOrderIds) {
        if (workOrderIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(COLUMNS + """
                 WHERE m.work_order_id = ANY (:orders)
                 ORDER BY m.work_order_id, m.position
                """)
                .param("orders", workOrderIds.toArray(UUID[]::new))
                .query(Materials::map)
                .list()
                .stream()
                .collect(Collectors.groupingBy(WorkOrderMaterial::workOrderId));
    }

    /** The components of every open work order, by work order and position. */
    public List<WorkOrderMaterial> ofOpenOrders() {
        return jdbc.sql(COLUMNS + """
                  JOIN shopfloor.work_order w ON w.id = m.work_order_id
                 WHERE w.status IN ('PLANNED', 'RELEASED', 'STARTED')
                 ORDER BY m.work_order_id, m.position
                """).query(Materials::map).list();
    }

    /** Adds new components. */
    public void add(List<WorkOrderMaterial> materials) {
        batches.batchUpdate("""
                INSERT INTO shopfloor.work_order_material
                       (id, work_order_id, position, component_id, per_unit, fixed, required, issued, unit,
                        operation_sequence)
                VALUES (:id, :workOrder, :position, :component, :perUnit, :fixed, :required, :issued, :unit, :sequence)
                """, materials.stream().map(Materials::parameters).toArray(SqlParameterSource[]::new));
    }

    /**
     * Writes what is required and issued, if nobody else wrote in the meantime.
     *
     * @throws ChangedMeanwhile if one of the rows has another version
     */
    public void save(List<WorkOrderMaterial> materials) {
        for (var material : materials) {
            int written = jdbc.sql("""
                    UPDATE shopfloor.work_order_material
                       SET required = :required, issued = :issued, version = version + 1
                     WHERE id = :id
                       AND version = :version
                    """).paramSource(parameters(material)).update();
            if (written == 0) {
                throw new ChangedMeanwhile("work-order-material", material.id());
            }
        }
    }

    /**
     * Notes that the sheet with this key was booked.
     *
     * @param kind {@code ISSUE} or {@code RETURN}
     * @return false if it was booked before
     */
    public boolean bookOnce(UUID workOrderId, String kind, String key, Instant at) {
        return jdbc.sql("""
                        INSERT INTO shopfloor.material_booking (id, work_order_id, kind, key, at)
                        VALUES (:id, :workOrder, :kind, :key, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", Identity.fresh())
                        .param("workOrder", workOrderId)
                        .param("kind", kind)
                        .param("key", key)
                        .param("at", Columns.timestamp(at))
                        .update()
                == 1;
    }

    private static MapSqlParameterSource parameters(WorkOrderMaterial material) {
        return new MapSqlParameterSource()
                .addValue("id", material.id())
                .addValue("workOrder", material.workOrderId())
                .addValue("position", material.position())
                .addValue("component", material.componentId())
                .addValue("perUnit", material.perUnit())
                .addValue("fixed", material.fixed().amount())
                .addValue("required", material.required().amount())
                .addValue("issued", material.issued().amount())
                .addValue("unit", material.required().unit())
                .addValue("sequence", material.operationSequence(), Types.INTEGER)
                .addValue("version", material.version());
    }

    private static WorkOrderMaterial map(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        return new WorkOrderMaterial(
                idOf(row, "id"),
                idOf(row, "work_order_id"),
                row.getInt("position"),
                idOf(row, "component_id"),
                row.getBigDecimal("per_unit"),
                quantity(row, "fixed", unit),
                quantity(row, "required", unit),
                quantity(row, "issued", unit),
                row.getObject("operation_sequence", Integer.class),
                row.getInt("version"));
    }
}
