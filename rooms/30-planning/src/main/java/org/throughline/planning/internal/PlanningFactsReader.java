package org.throughline.planning.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.planning.PlanningFact;
import org.throughline.planning.PlanningFacts;

/** Facts out of the last run's tables. */
@Service
class PlanningFactsReader implements PlanningFacts {

    private final JdbcClient jdbc;
    private final LinePlans linePlans;

    PlanningFactsReader(JdbcClient jdbc, LinePlans linePlans) {
        this.jdbc = jdbc;
        this.linePlans = linePlans;
    }

    private record Open(
            UUID orderLineId, int suggestions, @Nullable LocalDate orderBy, boolean pastDue) {}

    @Override
    public Map<UUID, PlanningFact> of(Collection<UUID> orderLineIds) {
        var facts = new HashMap<UUID, PlanningFact>();
        if (orderLineIds.isEmpty()) {
            return facts;
        }
        var ids = orderLineIds.toArray(UUID[]::new);
        var open = new HashMap<UUID, Open>();
        openSuggestions(ids).forEach(one -> open.put(one.orderLineId(), one));
        var changes = openChanges(ids);
        var plans = new HashMap<UUID, LinePlans.LinePlan>();
        linePlans.of(orderLineIds).forEach(plan -> plans.put(plan.orderLineId(), plan));
        for (var id : ids) {
            var plan = plans.get(id);
            var suggested = open.get(id);
            int waiting = Objects.requireNonNullElse(changes.get(id), 0);
            if (plan != null || suggested != null || waiting > 0) {
                facts.put(id, fact(id, plan, suggested, waiting));
            }
        }
        return facts;
    }

    private static PlanningFact fact(UUID id, LinePlans.@Nullable LinePlan plan, @Nullable Open open, int openChanges) {
        return new PlanningFact(
                id,
                plan == null ? null : plan.plannedAt(),
                open == null ? 0 : open.suggestions(),
                open == null ? null : open.orderBy(),
                open != null && open.pastDue(),
                plan == null ? null : plan.possible(),
                openChanges,
                plan == null ? null : plan.materialReady(),
                plan == null ? List.of() : plan.shortages());
    }

    private List<Open> openSuggestions(UUID[] ids) {
        return jdbc.sql("""
                SELECT p.order_line_id, count(*) AS suggestions, min(s.order_by - s.past_due_days) AS order_by,
                       bool_or(s.past_due) AS past_due
                  FROM planning.suggestion_peg p
                  JOIN planning.suggestion s ON s.id = p.suggestion_id
                 WHERE s.status = 'PROPOSED'
                   AND p.order_line_id = ANY (:ids)
                 GROUP BY p.order_line_id
                 ORDER BY p.order_line_id
                """)
                .param("ids", ids)
                .query((row, number) -> new Open(
                        row.getObject("order_line_id", UUID.class),
                        row.getInt("suggestions"),
                        row.getObject("order_by", LocalDate.class),
                        row.getBoolean("past_due")))
                .list();
    }

    private Map<UUID, Integer> openChanges(UUID[] ids) {
        var changes = new HashMap<UUID, Integer>();
        jdbc.sql("""
                SELECT order_line_id, count(*) AS changes
                  FROM planning.plan_change
                 WHERE status = 'PROPOSED'
                   AND order_line_id = ANY (:ids)
                 GROUP BY order_line_id
                 ORDER BY order_line_id
                """).param("ids", ids).query(row -> {
            changes.put(row.getObject("order_line_id", UUID.class), row.getInt("changes"));
        });
        return changes;
    }
}
