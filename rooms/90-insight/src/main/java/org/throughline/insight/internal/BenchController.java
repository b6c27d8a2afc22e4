package org.throughline.insight.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.insight.LineState;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.internal.LineViews.Figures;
import org.throughline.insight.internal.LineViews.LineRow;
import org.throughline.kernel.Quantity;
import org.throughline.order.LinePrice;
import org.throughline.order.SalesOrders;
import org.throughline.planning.Kit;
import org.throughline.planning.KitItem;
import org.throughline.planning.Kitting;
import org.throughline.shopfloor.FloorFacts.OperationThen;
import org.throughline.web.Price;

/** {@code /api/benches}: what a role sees first and no other room can tell alone. */
@RestController
@RequestMapping("/api/benches")
class BenchController {

    private static final int MOST_LINES = 5000;
    private static final int WEEKS_OF_TREND = 8;
    private static final int LARGEST_KIT_LIST = 100;

    private final LineQueries lines;
    private final LineTrends trends;
    private final PlanAttainment attainment;
    private final SalesOrders orders;
    private final Kitting kitting;
    private final Clock clock;

    BenchController(
            LineQueries lines,
            LineTrends trends,
            PlanAttainment attainment,
            SalesOrders orders,
            Kitting kitting,
            Clock clock) {
        this.lines = lines;
        this.trends = trends;
        this.attainment = attainment;
        this.orders = orders;
        this.kitting = kitting;
        this.clock = clock;
    }

    /** How far the material of a line is. {@code allBy} null: all is here. */
    record KitRow(
            UUID lineId,
            String orderNumber,
            int position,
            String item,
            int ready,
            int total,
            @Nullable LocalDate allBy,
            KitItem.State state) {}

    /**
     * The planner's bench.
     *
     * @param canStart   kits that are complete
     * @param attainment the plan of the last days and what was done of it, oldest first
     */
    record PlannerBench(int canStart, int total, List<KitRow> kits, List<PlanAttainment.Day> attainment) {}

    /**
     * An operation that had not ended on its day.
     *
     * @param lineId  for whom it is made; null: for stock
     * @param endedAt null: it has not ended to this day
     * @param reason  what stands in the way of its line now
     */
    record MissedOperation(
            UUID operationId,
            String workOrder,
            @Nullable UUID lineId,
            int sequence,
            String operation,
            Quantity planned,
            Quantity good,
            @Nullable Instant endedAt,
            @Nullable String reason) {}

    /**
     * The manager's one screen; amounts net, in the order's currency, null for those who may not see prices.
     *
     * @param deliveredToday value of lines accepted today
     * @param trend          on-time delivery by week, oldest first
     */
    record ManagerBench(
            Figures figures,
            @Price @Nullable BigDecimal openValue,
            @Price @Nullable BigDecimal lateValue,
            @Price @Nullable BigDecimal deliveredToday,
            List<LineTrends.WeekOnTime> trend,
            List<LineRow> worst) {}

    /** What waits for the planner. */
    @GetMapping("/planner")
    PlannerBench planner(@RequestParam(defaultValue = "20") int kits) {
        var waiting = lines.heads(LineQueries.Wanted.open(), "promised", 0, MOST_LINES).stream()
                .filter(row -> row.stage().compareTo(MilestoneKind.ENGINEERED) >= 0)
                .filter(row -> row.stage().compareTo(MilestoneKind.PRODUCTION) < 0)
                .collect(Collectors.toMap(LineRow::id, row -> row));
        var all = kitting.ofLines(waiting.keySet());
        var rows = all.values().stream()
                .map(kit -> kitRow(kit, waiting))
                .sorted(Comparator.comparing(KitRow::allBy, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(KitRow::orderNumber)
                        .thenComparingInt(KitRow::position))
                .toList();
        int canStart = (int) all.values().stream().filter(Kit::complete).count();
        return new PlannerBench(
                canStart,
                all.size(),
                rows.stream().limit(Math.clamp(kits, 1, LARGEST_KIT_LIST)).toList(),
                attainment.lastDays());
    }

    /** What was planned to end on a day and had not. */
    @GetMapping("/planner/attainment/{day}")
    List<MissedOperation> missed(@PathVariable LocalDate day) {
        var missed = attainment.missedOn(day);
        var rows = lines.heads(missed.stream()
                .map(OperationThen::orderLineId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return missed.stream()
                .map(operation -> missed(operation, rows.get(operation.orderLineId())))
                .toList();
    }

    private static MissedOperation missed(OperationThen operation, @Nullable LineRow line) {
        return new MissedOperation(
                operation.operationId(),
                operation.workOrder(),
                operation.orderLineId(),
                operation.sequence(),
                operation.name(),
                operation.planned(),
                operation.good(),
                operation.endedAt(),
                line == null ? null : line.reason());
    }

    private static KitRow kitRow(Kit kit, Map<UUID, LineRow> rows) {
        var row = Objects.requireNonNull(rows.get(kit.id()));
        var worst = kit.items().stream()
                .map(KitItem::state)
                .max(Comparator.naturalOrder())
                .orElse(KitItem.State.READY);
        return new KitRow(
                kit.id(),
                row.orderNumber(),
                row.position(),
                row.item().name(),
                kit.ready(),
                kit.total(),
                kit.allBy(),
                worst);
    }

    /** The whole factory on one page. */
    @GetMapping("/manager")
    ManagerBench manager() {
        var open = lines.heads(LineQueries.Wanted.open(), "urgency", 0, MOST_LINES);
        var prices = orders.pricesOf(open.stream().map(LineRow::id).toList());
        var late = open.stream().filter(row -> row.state() == LineState.LATE).toList();
        var deliveredToday = trends.acceptedOn(LocalDate.now(clock));
        return new ManagerBench(
                lines.figures(0, 0),
                value(prices, open.stream().map(LineRow::id).toList()),
                value(prices, late.stream().map(LineRow::id).toList()),
                value(orders.pricesOf(deliveredToday), deliveredToday),
                trends.onTimeByWeek(WEEKS_OF_TREND),
                lines.withMilestones(late.stream()
                        .sorted(Comparator.comparing((LineRow row) -> weight(row, prices))
                                .reversed())
                        .limit(3)
                        .toList()));
    }

    /** Money times days: what hurts most comes first. */
    private static BigDecimal weight(LineRow row, Map<UUID, LinePrice> prices) {
        var price = prices.get(row.id());
        var days = row.slipDays() == null ? 0 : row.slipDays();
        return price == null ? BigDecimal.valueOf(days) : price.net().multiply(BigDecimal.valueOf(days));
    }

    private static BigDecimal value(Map<UUID, LinePrice> prices, List<UUID> ids) {
        return ids.stream()
                .map(prices::get)
                .filter(java.util.Objects::nonNull)
                .map(LinePrice::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
