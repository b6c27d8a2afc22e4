package org.throughline.planning.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.engine.mrp.ActionMessage;
import org.throughline.kernel.Identity;

/** Table {@code planning.plan_message}: advice about open supply, only what differs is written. */
@Repository
class MessageWriter {

    private static final String COLUMNS = """
            id uuid, kind text, supply_type text, supply_id uuid, supply_number text, item_id uuid, order_line_id uuid,
            due date, proposed_due date, quantity numeric, proposed numeric, unit text, days integer
            """;

    private final JdbcClient jdbc;

    MessageWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many there are now */
    int write(PlanIndex index) {
        var wanted = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        for (var message : index.plan().messages()) {
            var row = row(index, message);
            if (row != null) {
                wanted.putIfAbsent(key(row), row);
            }
        }
        var gone = new ArrayList<UUID>();
        stored().forEach((key, id) -> {
            if (wanted.remove(key) == null) {
                gone.add(id);
            }
        });
        int kept = stored().size() - gone.size();
        if (!gone.isEmpty()) {
            jdbc.sql("DELETE FROM planning.plan_message WHERE id = ANY (:ids)")
                    .param("ids", gone.toArray(UUID[]::new))
                    .update();
        }
        insert(List.copyOf(wanted.values()));
        return kept + wanted.size();
    }

    /** New and past-due needs are suggestions of their own; what waits for the inspector or is on the road stays. */
    private static @Nullable Map<String, @Nullable Object> row(PlanIndex index, ActionMessage message) {
        var piece = index.piece(message.supply());
        if (piece == null || Pieces.isFixed(piece.supply())) {
            return null;
        }
        var kind = switch (message.kind()) {
            case EXPEDITE, DEFER, CANCEL, REDUCE, INCREASE -> message.kind().name();
            case NEW, PAST_DUE -> null;
        };
        if (kind == null) {
            return null;
        }
        var supply = piece.supply();
        return JsonRows.row(
                "kind", kind,
                "supply_type", supply.type(),
                "supply_id", supply.id(),
                "supply_number", supply.number(),
                "item_id", supply.itemId(),
                "order_line_id", piece.orderLineId(),
                "due", message.from(),
                "proposed_due", message.to(),
                "quantity", message.quantity().setScale(6),
                "proposed", message.proposed().setScale(6),
                "unit", supply.open().unit(),
                "days", message.days());
    }

    private static String key(Map<String, @Nullable Object> row) {
        return String.join("|", row.values().stream().map(String::valueOf).toList());
    }

    private Map<String, UUID> stored() {
        var stored = new HashMap<String, UUID>();
        jdbc.sql("""
                SELECT id, kind, supply_type, supply_id, supply_number, item_id, order_line_id, due, proposed_due, quantity,
                       proposed, unit, days
                  FROM planning.plan_message
                 ORDER BY id
                """).query(row -> {
            var key = JsonRows.row(
                    "kind", row.getString("kind"),
                    "supply_type", row.getString("supply_type"),
                    "supply_id", row.getString("supply_id"),
                    "supply_number", row.getString("supply_number"),
                    "item_id", row.getString("item_id"),
                    "order_line_id", row.getString("order_line_id"),
                    "due", row.getString("due"),
                    "proposed_due", row.getString("proposed_due"),
                    "quantity", row.getBigDecimal("quantity"),
                    "proposed", row.getBigDecimal("proposed"),
                    "unit", row.getString("unit"),
                    "days", row.getInt("days"));
            stored.put(key(key), row.getObject("id", UUID.class));
        });
        return stored;
    }

    private void insert(List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        rows.forEach(row -> row.put("id", Identity.fresh().toString()));
        jdbc.sql("""
                INSERT INTO planning.plan_message
                       (id, kind, supply_type, supply_id, supply_number, item_id, order_line_id, due, proposed_due,
                        quantity, proposed, unit, days)
                SELECT id, kind, supply_type, supply_id, supply_number, item_id, order_line_id, due, proposed_due,
                       quantity, proposed, unit, days
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (%s)
                """.formatted(COLUMNS)).param("rows", JsonRows.of(rows)).update();
    }
}
