package org.throughline.planning.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Quantity;
import org.throughline.order.OrderLine;
import org.throughline.planning.KitItem;
import org.throughline.planning.PlanningFact;

/** Table {@code planning.line_plan}: what the last run said about each open order line. */
@Repository
class LinePlans {

    private final JdbcClient jdbc;

    LinePlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a run said; {@code changed} are the lines about which it says something else than the run before. */
    record Written(int late, Set<UUID> changed) {}

    /** One line's plan. */
    record LinePlan(
            UUID orderLineId,
            Instant plannedAt,
            LocalDate possible,
            @Nullable LocalDate materialReady,
            List<PlanningFact.Shortage> shortages) {

        boolean saysTheSame(LinePlan other) {
            return possible.equals(other.possible)
                    && java.util.Objects.equals(materialReady, other.materialReady)
                    && shortages.equals(other.shortages);
        }
    }

    Written write(PlanIndex index, Instant at) {
        var known = new HashMap<UUID, LinePlan>();
        all().forEach(plan -> known.put(plan.orderLineId(), plan));
        var changed = new LinkedHashMap<UUID, LinePlan>();
        int late = 0;
        for (var line : index.snapshot().lines().values()) {
            var answer = index.answer(EngineInput.LINE + line.id());
            if (answer != null) {
                late += answer.late() ? 1 : 0;
                var plan = plan(index, line, answer.possible(), at);
                var before = known.remove(line.id());
                if (before == null || !before.saysTheSame(plan)) {
                    changed.put(line.id(), plan);
                }
            }
        }
        if (!known.isEmpty()) {
            jdbc.sql("DELETE FROM planning.line_plan WHERE order_line_id = ANY (:ids)")
                    .param("ids", known.keySet().toArray(UUID[]::new))
                    .update();
        }
        upsert(changed.values());
        return new Written(late, new HashSet<>(changed.keySet()));
    }

    private static LinePlan plan(PlanIndex index, OrderLine line, LocalDate possible, Instant at) {
        var kit = KitBuilder.ofLine(index, line);
        var shortages = kit.items().stream()
                .filter(LinePlans::isTooLate)
                .map(LinePlans::shortage)
                .toList();
        return new LinePlan(line.id(), at, possible, kit.allBy(), shortages);
    }

    private static boolean isTooLate(KitItem item) {
        var available = item.available();
        return available != null && available.isAfter(item.needed());
    }

    private static PlanningFact.Shortage shortage(KitItem item) {
        var missing = Quantity.zero(item.required().unit());
        for (var coming : item.incoming()) {
            if (coming.due().isAfter(item.needed())) {
                missing = missing.plus(coming.quantity());
            }
        }
        var last = item.incoming().getLast();
        var ordered = !last.type().equals(KitCount.SUGGESTION);
        return new PlanningFact.Shortage(
                item.itemId(),
                item.itemCode(),
                item.itemName(),
                missing,
                item.needed(),
                last.due(),
                ordered ? last.number() : null);
    }

    private void upsert(Collection<LinePlan> plans) {
        if (plans.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var plan : plans) {
            rows.add(JsonRows.row(
                    "order_line_id", plan.orderLineId(),
                    "planned_at", plan.plannedAt(),
                    "possible", plan.possible(),
                    "material_ready", plan.materialReady(),
                    "shortages", JsonRows.value(plan.shortages())));
        }
        jdbc.sql("""
                INSERT INTO planning.line_plan (order_line_id, planned_at, possible, material_ready, shortages)
                SELECT order_line_id, planned_at, possible, material_ready, CAST(shortages AS jsonb)
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r
                       (order_line_id uuid, planned_at timestamptz, possible date, material_ready date, shortages text)
                    ON CONFLICT (order_line_id) DO UPDATE
                   SET planned_at = excluded.planned_at, possible = excluded.possible,
                       material_ready = excluded.material_ready, shortages = excluded.shortages
                """).param("rows", JsonRows.of(rows)).update();
    }

    /** Every line's plan. */
    List<LinePlan> all() {
        return jdbc.sql("""
                SELECT order_line_id, planned_at, possible, material_ready, shortages
                  FROM planning.line_plan
                 ORDER BY order_line_id
                """).query((row, number) -> map(row)).list();
    }

    /** The plans of these lines. */
    List<LinePlan> of(Collection<UUID> orderLineIds) {
        return jdbc.sql("""
                SELECT order_line_id, planned_at, possible, material_ready, shortages
                  FROM planning.line_plan
                 WHERE order_line_id = ANY (:ids)
                 ORDER BY order_line_id
                """)
                .param("ids", orderLineIds.toArray(UUID[]::new))
                .query((row, number) -> map(row))
                .list();
    }

    private static LinePlan map(java.sql.ResultSet row) throws java.sql.SQLException {
        return new LinePlan(
                row.getObject("order_line_id", UUID.class),
                row.getTimestamp("planned_at").toInstant(),
                row.getObject("possible", LocalDate.class),
                row.getObject("material_ready", LocalDate.class),
                Arrays.asList(JsonRows.read(row.getString("shortages"), PlanningFact.Shortage[].class)));
    }
}
