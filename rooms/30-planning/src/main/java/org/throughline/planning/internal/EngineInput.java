package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkdayCalendar;
import org.throughline.engine.mrp.Damping;
import org.throughline.engine.mrp.Demand;
import org.throughline.engine.mrp.LeadTime;
import org.throughline.engine.mrp.LotRule;
import org.throughline.engine.mrp.MrpInput;
import org.throughline.engine.mrp.OpenSupply;
import org.throughline.engine.mrp.PegPolicy;
import org.throughline.engine.mrp.PlanItem;
import org.throughline.engine.mrp.Source;
import org.throughline.engine.mrp.Stock;
import org.throughline.engineering.Routing;
import org.throughline.engineering.RoutingOperation;
import org.throughline.factory.CalendarDay;
import org.throughline.factory.CalendarWindows;
import org.throughline.factory.Item;
import org.throughline.factory.LotPolicy;
import org.throughline.kernel.Quantity;
import org.throughline.planning.PurchaseTerm;

/** Says a {@link Snapshot} in the engine's words. Items are named by their id, demands by {@code line:} and {@code mat:}. */
final class EngineInput {

    static final String LINE = "line:";
    static final String MATERIAL = "mat:";

    private static final String PLANT = "plant";
    private static final int NORMAL_PRIORITY = 50;
    private static final int DAYS_OF_WEEK = 7;

    private final Snapshot snapshot;
    private final boolean keepsSafety;
    private final BigDecimal minutesPerDay;

    /** @param keepsSafety false where the safety stocks are not among the pieces */
    private EngineInput(Snapshot snapshot, boolean keepsSafety) {
        this.snapshot = snapshot;
        this.keepsSafety = keepsSafety;
        this.minutesPerDay = minutesPerDay(snapshot.plantDays());
    }

    /** The whole plan: every open order line and every open component. */
    static MrpInput of(Snapshot snapshot, Pieces pieces, Damping damping) {
        var input = new EngineInput(snapshot, true);
        return input.with(snapshot.levels().keySet(), input.demands(), pieces, damping);
    }

    /** One inquiry for itself, on the pieces that nobody uses. */
    static MrpInput of(Snapshot snapshot, Set<UUID> items, Demand inquiry, Pieces unused) {
        return new EngineInput(snapshot, false).with(items, List.of(inquiry), unused, Damping.none());
    }

    private MrpInput with(Set<UUID> items, List<Demand> demands, Pieces pieces, Damping damping) {
        var planned = items.stream().map(snapshot::item).toList();
        var structures = StructureInput.of(snapshot, items);
        return new MrpInput(
                snapshot.today(),
                DAYS_OF_WEEK,
                planned.stream().map(this::planItem).toList(),
                structures.lines(),
                structures.alternates(),
                demands,
                pieces.stocks().values().stream()
                        .filter(piece -> items.contains(piece.itemId()))
                        .map(piece -> new Stock(
                                piece.id(), piece.itemId().toString(), piece.quantity(), group(piece.orderLineId())))
                        .toList(),
                pieces.supplies().values().stream()
                        .filter(piece -> items.contains(piece.supply().itemId()))
                        .map(this::supply)
                        .toList(),
                Map.of(PLANT, plantDays(snapshot.plantDays())),
                damping);
    }

    private List<Demand> demands() {
        var demands = new ArrayList<Demand>();
        for (var line : snapshot.lines().values()) {
            if (line.open().isPositive()) {
                demands.add(new Demand(
                        LINE + line.id(),
                        line.itemId().toString(),
                        line.open().amount(),
                        snapshot.finishedBy(line),
                        line.priority(),
                        Demand.Kind.ORDER,
                        line.id().toString()));
            }
        }
        for (var material : snapshot.materials()) {
            if (material.open().isPositive()) {
                var line =
                        material.orderLineId() == null ? null : snapshot.lines().get(material.orderLineId());
                demands.add(new Demand(
                        MATERIAL + material.id(),
                        material.itemId().toString(),
                        material.open().amount(),
                        material.needed(),
                        line == null ? NORMAL_PRIORITY : line.priority(),
                        Demand.Kind.ORDER,
                        group(material.orderLineId())));
            }
        }
        return demands;
    }

    private PlanItem planItem(Item item) {
        var kind = item.kind();
        return PlanItem.builder(item.id().toString(), kind == Item.Kind.BUY ? Source.BUY : Source.MAKE)
                .lotRule(lotRule(item, snapshot.terms().get(item.id())))
                .leadTime(leadTime(item))
                .scrap(item.scrapRate(), step(item))
                .safetyStock(keepsSafety && kind != Item.Kind.PHANTOM ? item.safetyStock() : BigDecimal.ZERO)
                .phantom(kind == Item.Kind.PHANTOM)
                .pegPolicy(item.peg() == Item.Peg.HARD ? PegPolicy.HARD : PegPolicy.FREE)
                .calendar(kind == Item.Kind.MAKE ? PLANT : null)
                .build();
    }

    /** The supplier's terms narrow what the item's own rule leaves open. */
    private LotRule lotRule(Item item, @Nullable PurchaseTerm term) {
        var lots = item.lots();
        var bounds = bounds(lots, term, step(item));
        return switch (lots.rule()) {
            case FIXED -> fixed(lots, term, bounds, step(item));
            case PERIOD -> new LotRule.DaysOfSupply(Math.max(1, lots.periodDays()), bounds);
            case LFL, MIN_MULTIPLE -> bounds.isNone() ? LotRule.lotForLot() : bounds;
        };
    }

    /** Nobody makes or buys part of a piece. */
    private BigDecimal step(Item item) {
        return snapshot.isCounted(item) ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    /** The item's own lot; if the supplier does not sell it so, the next larger one that he sells. */
    private static LotRule fixed(
            LotPolicy lots, @Nullable PurchaseTerm term, LotRule.MinimumMultiple bounds, BigDecimal step) {
        if (lots.multiple().signum() == 0) {
            return bounds.isNone() ? LotRule.lotForLot() : bounds;
        }
        var wanted = lots.multiple().max(bounds.minimum());
        var sold = commonMultiple(amount(term == null ? null : term.multiple()), step);
        return new LotRule.FixedQuantity(
                sold.signum() == 0
                        ? wanted
                        : wanted.divide(sold, 0, RoundingMode.CEILING).multiply(sold));
    }

    private static LotRule.MinimumMultiple bounds(LotPolicy lots, @Nullable PurchaseTerm term, BigDecimal step) {
        var own = lots.rule() == LotPolicy.Rule.LFL ? LotPolicy.lotForLot() : lots;
        var minimum = own.minimum().max(amount(term == null ? null : term.minimum()));
        var wished = commonMultiple(own.multiple(), amount(term == null ? null : term.multiple()));
        var multiple = commonMultiple(wished, step);
        var limit = smaller(own.maximum(), term == null ? null : term.maximum());
        var maximum = limit == null || limit.compareTo(minimum.max(multiple)) < 0 ? null : limit;
        return new LotRule.MinimumMultiple(minimum, multiple, maximum, reading(lots.reading()));
    }

    private static LotRule.MultipleReading reading(LotPolicy.Reading reading) {
        return switch (reading) {
            case LARGER -> LotRule.MultipleReading.LARGER_OF_BOTH;
            case STEPS -> LotRule.MultipleReading.STEPS_ABOVE_MINIMUM;
        };
    }

    /** The smallest quantity that is a multiple of both; zero is no wish. */
    private static BigDecimal commonMultiple(BigDecimal one, BigDecimal other) {
        if (one.signum() == 0 || other.signum() == 0) {
            return one.max(other);
        }
        var first = one.setScale(Quantity.SCALE, RoundingMode.UNNECESSARY).unscaledValue();
        var second = other.setScale(Quantity.SCALE, RoundingMode.UNNECESSARY).unscaledValue();
        return new BigDecimal(first.divide(first.gcd(second)).multiply(second), Quantity.SCALE);
    }

    private static BigDecimal amount(@Nullable Quantity quantity) {
        return quantity == null ? BigDecimal.ZERO : quantity.amount();
    }

    private static @Nullable BigDecimal smaller(@Nullable BigDecimal own, @Nullable Quantity terms) {
        if (own == null || terms == null) {
            return own != null ? own : terms == null ? null : terms.amount();
        }
        return own.min(terms.amount());
    }

    private LeadTime leadTime(Item item) {
        return switch (item.kind()) {
            case PHANTOM -> LeadTime.days(0);
            case BUY -> {
                var term = snapshot.terms().get(item.id());
                var days = term == null ? null : term.leadTimeDays();
                yield LeadTime.days(days == null ? item.leadTimeDays() : days);
            }
            case MAKE -> {
                var routing = snapshot.routings().get(item.id());
                yield item.leadTimeDays() > 0 || routing == null
                        ? LeadTime.days(item.leadTimeDays())
                        : leadTime(routing);
            }
        };
    }

    /** Without a lead time of its own a made item takes what its operations take one after the other in a plant day. */
    private LeadTime leadTime(Routing routing) {
        int outside = routing.operations().stream()
                .mapToInt(RoutingOperation::subcontractDays)
                .sum();
        var setup = BigDecimal.ZERO;
        var run = BigDecimal.ZERO;
        for (var operation : routing.operations()) {
            setup = setup.add(operation.setupMinutes());
            run = run.add(operation.runMinutes());
        }
        int days = setup.divide(minutesPerDay, 0, RoundingMode.CEILING).intValueExact();
        return new LeadTime(outside + days, run.divide(minutesPerDay, MathContext.DECIMAL64));
    }

    private static BigDecimal minutesPerDay(CalendarWindows calendar) {
        int minutes = calendar.week().stream()
                .mapToInt(shift -> shift.toMinute() - shift.fromMinute())
                .sum();
        long days =
                calendar.week().stream().map(shift -> shift.day()).distinct().count();
        return days == 0 || minutes == 0
                ? BigDecimal.valueOf(480)
                : BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(days), MathContext.DECIMAL64);
    }

    private OpenSupply supply(Pieces.SupplyPiece piece) {
        return new OpenSupply(
                piece.id(),
                piece.supply().itemId().toString(),
                piece.quantity(),
                piece.supply().due(),
                OpenSupply.Firmness.OPEN,
                null,
                group(piece.orderLineId()));
    }

    /**
     * The peg group of what belongs to an order line. A line that is no longer open keeps nothing for itself: what was
     * made for it, and what its unfinished work still needs, is common.
     */
    private @Nullable String group(@Nullable UUID orderLineId) {
        return orderLineId == null || !snapshot.lines().containsKey(orderLineId) ? null : orderLineId.toString();
    }

    /** The plant's working days, with holidays and make-up days. */
    static WorkdayCalendar plantDays(CalendarWindows calendar) {
        var week = new HashSet<DayOfWeek>();
        calendar.week().forEach(shift -> week.add(DayOfWeek.of(shift.day())));
        if (week.isEmpty()) {
            return WorkdayCalendar.everyDay();
        }
        var free = new HashSet<java.time.LocalDate>();
        var extra = new HashSet<java.time.LocalDate>();
        for (var day : calendar.exceptions().values()) {
            (works(day) ? extra : free).add(day.day());
        }
        return WorkdayCalendar.of(week, free, extra);
    }

    private static boolean works(CalendarDay day) {
        return switch (day.kind()) {
            case HOLIDAY -> false;
            case WORKDAY -> true;
            case CUSTOM -> !Objects.requireNonNull(day.shifts()).isEmpty();
        };
    }
}
