package org.throughline.engine.mrp;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughline.engine.calendar.WorkdayCalendar;

/**
 * Everything a planning run reads. Order of the lists does not matter.
 *
 * @param planStart today: nothing is released before it
 * @param bucketDays days of a planning bucket, for {@link LotRule.Periods}; at least 1
 * @param calendars workday calendars by key, for {@link PlanItem#calendar()}
 */
public record MrpInput(
        LocalDate planStart,
        int bucketDays,
        List<PlanItem> items,
        List<BomLine> bom,
        List<Alternate> alternates,
        List<Demand> demands,
        List<Stock> stocks,
        List<OpenSupply> supplies,
        Map<String, WorkdayCalendar> calendars,
        Damping damping) {

    public MrpInput {
        items = List.copyOf(items);
        bom = List.copyOf(bom);
        alternates = List.copyOf(alternates);
        demands = List.copyOf(demands);
        stocks = List.copyOf(stocks);
        supplies = List.copyOf(supplies);
        calendars = Map.copyOf(calendars);
    }

    /** No alternates, every day a workday, every difference a message. */
    public static MrpInput of(
            LocalDate planStart,
            List<PlanItem> items,
            List<BomLine> bom,
            List<Demand> demands,
            List<Stock> stocks,
            List<OpenSupply> supplies) {
        return new MrpInput(planStart, 1, items, bom, List.of(), demands, stocks, supplies, Map.of(), Damping.none());
    }
}
