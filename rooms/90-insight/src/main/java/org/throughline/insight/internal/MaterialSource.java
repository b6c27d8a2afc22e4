package org.throughline.insight.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;
import org.throughline.planning.Kit;
import org.throughline.planning.KitItem;
import org.throughline.planning.Kitting;
import org.throughline.planning.PlanningFact;
import org.throughline.planning.PlanningFacts;
import org.throughline.purchasing.PurchasingFact;
import org.throughline.purchasing.PurchasingFacts;

/** What planning and purchasing know: material complete or not, what is late, what nobody ordered. */
@Component
@Order(60)
class MaterialSource implements LineSource {

    private final Kitting kitting;
    private final PlanningFacts planning;
    private final PurchasingFacts purchasing;
    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    MaterialSource(
            Kitting kitting,
            PlanningFacts planning,
            PurchasingFacts purchasing,
            NamedParameterJdbcTemplate jdbc,
            Clock clock) {
        this.kitting = kitting;
        this.planning = planning;
        this.purchasing = purchasing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void contribute(Map<UUID, LineFactsBuilder> lines) {
        var kits = kitting.ofLines(lines.keySet());
        var planned = planning.of(lines.keySet());
        var bought = purchasing.of(lines.keySet());
        var readySince = readySince(lines);
        lines.forEach((id, builder) -> {
            var confirmed = builder.passedAt(MilestoneKind.CONFIRMED);
            if (confirmed == null) {
                return;
            }
            var kit = kits.get(id);
            boolean produced = builder.passedAt(MilestoneKind.PRODUCTION) != null;
            if (produced || kit == null || kit.items().stream().allMatch(item -> item.state() == KitItem.State.READY)) {
                ready(builder, kit == null && !produced ? confirmed : readySince.get(id));
            } else {
                missing(builder, kit);
            }
            var fact = planned.get(id);
            if (fact != null && !produced) {
                undecided(builder, fact);
            }
            slipped(builder, bought.getOrDefault(id, List.of()));
        });
    }

    private void ready(LineFactsBuilder builder, @Nullable Instant since) {
        var released = builder.passedAt(MilestoneKind.RELEASED);
        var at = since != null ? since : released != null ? released : clock.instant();
        builder.passed(
                MilestoneKind.MATERIAL, at, "sales-order-line", builder.line().id());
    }

    private void missing(LineFactsBuilder builder, Kit kit) {
        kit.items().stream()
                .map(KitItem::available)
                .filter(java.util.Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(day -> builder.expected(MilestoneKind.MATERIAL, endOf(day)));
        for (var item : kit.items()) {
            boolean proposed = item.incoming().stream()
                    .anyMatch(incoming -> incoming.type().equals("suggestion"));
            boolean missing = item.state() == KitItem.State.SHORT || item.state() == KitItem.State.LATE;
            if (missing && !proposed) {
                builder.trouble(shortage(builder, item));
            }
        }
    }

    private static Trouble shortage(LineFactsBuilder builder, KitItem item) {
        var available = item.available();
        int days = available == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(item.needed(), available));
        var missing = item.shortage().isZero()
                ? item.required().minus(item.issued()).minus(item.reserved()).minus(item.onHand())
                : item.shortage();
        return new Trouble(
                Trouble.Kind.SHORTAGE,
                MilestoneKind.MATERIAL,
                "item",
                item.itemId(),
                days,
                Map.of(
                        "item", item.itemName(),
                        "quantity", missing.amount().stripTrailingZeros().toPlainString(),
                        "unit", missing.unit(),
                        "arrival", available == null ? "@arrival.unknown" : available.toString()),
                builder.ownerOf(MilestoneKind.MATERIAL),
                null);
    }

    private void undecided(LineFactsBuilder builder, PlanningFact fact) {
        var orderBy = fact.orderBy();
        var today = LocalDate.now(clock);
        if (fact.openSuggestions() > 0 && (orderBy == null || !orderBy.isAfter(today))) {
            int days = fact.pastDue() ? daysBehindPromise(builder, fact) : 0;
            builder.trouble(new Trouble(
                    Trouble.Kind.NOT_PLANNED,
                    MilestoneKind.MATERIAL,
                    "sales-order-line",
                    builder.line().id(),
                    days,
                    Map.of("item", builder.item().name(), "count", String.valueOf(fact.openSuggestions())),
                    null,
                    orderBy == null ? null : endOf(orderBy)));
        }
        if (fact.openSuggestions() > 0) {
            var possible = fact.possibleDate();
            builder.expected(MilestoneKind.PRODUCTION, possible == null ? null : endOf(possible));
        }
        if (fact.openChanges() > 0) {
            builder.trouble(new Trouble(
                    Trouble.Kind.CHANGE_PENDING,
                    MilestoneKind.RELEASED,
                    "order-change",
                    builder.line().id(),
                    0,
                    Map.of("count", String.valueOf(fact.openChanges())),
                    null,
                    null));
        }
    }

    /** What is ordered too late costs nothing as long as the plan still reaches the promise. */
    private static int daysBehindPromise(LineFactsBuilder builder, PlanningFact fact) {
        var promised = builder.line().latestPromise();
        var possible = fact.possibleDate();
        return promised == null || possible == null
                ? 0
                : (int) Math.max(0, ChronoUnit.DAYS.between(promised, possible));
    }

    private static void slipped(LineFactsBuilder builder, List<PurchasingFact> bought) {
        for (var purchase : bought) {
            var confirmed = purchase.confirmed();
            builder.owner(MilestoneKind.MATERIAL, purchase.buyerId());
            boolean waiting = purchase.received().compareTo(purchase.quantity()) < 0
                    && !purchase.status().equals("CANCELLED")
                    && !purchase.status().equals("CLOSED");
            if (waiting && confirmed != null && confirmed.isAfter(purchase.due())) {
                builder.trouble(new Trouble(
                        Trouble.Kind.SUPPLIER_SLIP,
                        MilestoneKind.MATERIAL,
                        "purchase-order-line",
                        purchase.purchaseOrderLineId(),
                        (int) ChronoUnit.DAYS.between(purchase.due(), confirmed),
                        Map.of(
                                "supplier", purchase.supplierName(),
                                "item", purchase.number(),
                                "date", confirmed.toString()),
                        purchase.buyerId(),
                        null));
            }
        }
    }

    /** Since when the stored line has had its material: what is ready stays ready since then. */
    private Map<UUID, Instant> readySince(Map<UUID, LineFactsBuilder> lines) {
        var since = new HashMap<UUID, Instant>();
        if (lines.isEmpty()) {
            return since;
        }
        jdbc.query("""
                SELECT order_line_id, actual
                  FROM insight.milestone
                 WHERE order_line_id IN (:lines)
                   AND kind = 'MATERIAL'
                   AND actual IS NOT NULL
                 ORDER BY order_line_id
                """, Map.of("lines", lines.keySet()), row -> {
            since.put(
                    row.getObject("order_line_id", UUID.class),
                    row.getTimestamp("actual").toInstant());
        });
        return since;
    }

    private Instant endOf(LocalDate day) {
        return DayEnd.of(day, clock.getZone());
    }
}
