package org.throughline.engineering.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.RoutingDraft;
import org.throughline.engineering.RoutingOperation;
import org.throughline.engineering.Saved;
import org.throughline.engineering.StructureRefused;
import org.throughline.factory.Items;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;

/** Writes whole routings; an unchanged one is left alone. */
@Repository
public class RoutingDesk {

    private final JdbcClient jdbc;
    private final Items items;
    private final Clock clock;

    RoutingDesk(JdbcClient jdbc, Items items, Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.clock = clock;
    }

    private record Head(UUID id, RevisionStatus status) {}

    /** Makes the item's routing of this revision what the draft says. */
    public Saved save(RoutingDraft draft) {
        check(draft);
        var known = head(draft);
        if (draft.status() == RevisionStatus.RELEASED) {
            retireOthers(draft);
        }
        if (known.isEmpty()) {
            write(insert(draft), draft.operations());
            return Saved.INSERTED;
        }
        var head = known.get();
        boolean changed = head.status() != draft.status();
        if (changed) {
            status(head.id(), draft.status());
        }
        var wanted = draft.operations().stream().map(RoutingDesk::normal).toList();
        if (!operations(head.id(), draft.itemId()).equals(wanted)) {
            jdbc.sql("DELETE FROM engineering.routing_operation WHERE routing_id = :id")
                    .param("id", head.id())
                    .update();
            write(head.id(), draft.operations());
            changed = true;
        }
        return changed ? Saved.UPDATED : Saved.UNCHANGED;
    }

    private void check(RoutingDraft draft) {
        if (draft.operations().isEmpty()) {
            throw StructureRefused.empty("routing", code(draft), draft.revision());
        }
        for (var operation : draft.operations()) {
            if (operation.setupMinutes().add(operation.runMinutes()).signum() == 0
                    && operation.subcontractDays() == 0) {
                throw StructureRefused.withoutTime(code(draft), operation.sequence());
            }
        }
    }

    private String code(RoutingDraft draft) {
        return items.get(draft.itemId()).code();
    }

    private Optional<Head> head(RoutingDraft draft) {
        return jdbc.sql("""
                SELECT id, status
                  FROM engineering.routing
                 WHERE item_id = :item AND revision = :revision
                   FOR UPDATE
                """)
                .param("item", draft.itemId())
                .param("revision", draft.revision())
                .query((row, index) ->
                        new Head(row.getObject("id", UUID.class), RevisionStatus.valueOf(row.getString("status"))))
                .optional();
    }

    private void retireOthers(RoutingDraft draft) {
        jdbc.sql("""
                UPDATE engineering.routing
                   SET status = 'OBSOLETE', version = version + 1
                 WHERE item_id = :item AND revision <> :revision AND status = 'RELEASED'
                """)
                .param("item", draft.itemId())
                .param("revision", draft.revision())
                .update();
    }

    private UUID insert(RoutingDraft draft) {
        var id = Identity.fresh();
        jdbc.sql("INSERT INTO engineering.routing (id, item_id, revision) VALUES (:id, :item, :revision)")
                .param("id", id)
                .param("item", draft.itemId())
                .param("revision", draft.revision())
                .update();
        if (draft.status() != RevisionStatus.DRAFT) {
            status(id, draft.status());
        }
        return id;
    }

    private void status(UUID id, RevisionStatus status) {
        boolean released = status == RevisionStatus.RELEASED;
        jdbc.sql("""
                UPDATE engineering.routing
                   SET status = :status, released_at = CASE WHEN :released THEN :at ELSE released_at END,
                       released_by = CASE WHEN :released THEN :by ELSE released_by END, version = version + 1
                 WHERE id = :id
                """)
                .param("status", status.name())
                .param("released", released)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", Actor.current().name())
                .param("id", id)
                .update();
    }

    private void write(UUID routingId, List<RoutingOperation> operations) {
        for (var operation : operations) {
            jdbc.sql("""
                    INSERT INTO engineering.routing_operation (id, routing_id, sequence, name, work_centre_id, machine_id,
                           setup_minutes, run_minutes, subcontract, supplier_id, subcontract_days, inspection,
                           next_transfer_quantity, setup_family, instruction)
                    VALUES (:id, :routing, :sequence, :name, :centre, :machine, :setup, :run, :subcontract, :supplier,
                            :days, :inspection, :transfer, :family, :instruction)
                    """)
                    .params(values(operation))
                    .param("id", Identity.fresh())
                    .param("routing", routingId)
                    .update();
        }
    }

    private static Map<String, @Nullable Object> values(RoutingOperation operation) {
        var transfer = operation.nextTransferQuantity();
        var values = new HashMap<String, @Nullable Object>();
        values.put("sequence", operation.sequence());
        values.put("name", operation.name());
        values.put("centre", operation.workCentreId());
        values.put("machine", operation.machineId());
        values.put("setup", operation.setupMinutes());
        values.put("run", operation.runMinutes());
        values.put("subcontract", operation.subcontract());
        values.put("supplier", operation.supplierId());
        values.put("days", operation.subcontractDays());
        values.put("inspection", operation.inspection());
        values.put("transfer", transfer == null ? null : transfer.amount());
        values.put("family", operation.setupFamily());
        values.put("instruction", operation.instruction());
        return values;
    }

    private List<RoutingOperation> operations(UUID routingId, UUID itemId) {
        var unit = items.get(itemId).unit();
        return jdbc.sql("SELECT * FROM engineering.routing_operation WHERE routing_id = :id ORDER BY sequence")
                .param("id", routingId)
                .query((row, index) -> normal(operation(row, unit)))
                .list();
    }

    private static RoutingOperation operation(ResultSet row, String unit) throws SQLException {
        var transfer = row.getBigDecimal("next_transfer_quantity");
        return new RoutingOperation(
                null,
                row.getInt("sequence"),
                row.getString("name"),
                row.getObject("work_centre_id", UUID.class),
                row.getObject("machine_id", UUID.class),
                row.getBigDecimal("setup_minutes"),
                row.getBigDecimal("run_minutes"),
                row.getBoolean("subcontract"),
                row.getObject("supplier_id", UUID.class),
                row.getInt("subcontract_days"),
                row.getBoolean("inspection"),
                transfer == null ? null : new Quantity(transfer, unit),
                row.getString("setup_family"),
                row.getString("instruction"));
    }

    private static RoutingOperation normal(RoutingOperation operation) {
        return new RoutingOperation(
                null,
                operation.sequence(),
                operation.name(),
                operation.workCentreId(),
                operation.machineId(),
                scaled(operation.setupMinutes()),
                scaled(operation.runMinutes()),
                operation.subcontract(),
                operation.supplierId(),
                operation.subcontractDays(),
                operation.inspection(),
                operation.nextTransferQuantity(),
                operation.setupFamily(),
                operation.instruction());
    }

    private static BigDecimal scaled(BigDecimal minutes) {
        return minutes.setScale(Quantity.SCALE);
    }
}
