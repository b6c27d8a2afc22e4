package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.engine.mrp.MrpVectorsTest.item;
import static org.throughline.engine.mrp.MrpVectorsTest.units;
import static org.throughline.engine.mrp.MrpVectorsTest.week;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkdayCalendar;

/** Rules of dates, one by one; plan start is day 1. */
class MrpRulesTest {

    private static MrpPlan plan(PlanItem.Builder item, Demand... demands) {
        return Mrp.plan(MrpInput.of(week(1), List.of(item.build()), List.of(), List.of(demands), List.of(), List.of()));
    }

    /** "10 5>8": ten, started on day five, received on day eight. */
    private static List<String> orders(MrpPlan plan) {
        return plan.orders().stream()
                .map(order -> "%s %d>%d"
                        .formatted(
                                order.quantity().stripTrailingZeros().toPlainString(),
                                order.start().toEpochDay(),
                                order.due().toEpochDay()))
                .toList();
    }

    private static Demand order(int day) {
        return Demand.of("o" + day, "X", units("10"), week(day));
    }

    private static Demand forecast(int day) {
        return new Demand("f" + day, "X", units("3"), week(day), 0, Demand.Kind.FORECAST, null);
    }

    @Test
    void inside_the_demand_fence_only_orders_count() {
        var plan = plan(item("X", 0).demandFenceDays(5), order(3), forecast(4), forecast(5), forecast(6));
        assertThat(orders(plan)).containsExactly("10 3>3", "3 6>6");
        assertThat(plan.answers()).extracting(DemandAnswer::demand).containsExactly("f6", "o3");
    }

    @Test
    void nothing_is_received_inside_the_frozen_days() {
        var plan = plan(item("X", 1).frozenDays(5), order(3), order(9));
        assertThat(orders(plan)).containsExactly("10 5>6", "10 8>9");
        assertThat(plan.answers())
                .extracting(answer -> answer.possible().toEpochDay())
                .containsExactly(6L, 9L);
    }

    @Test
    void a_lead_time_may_grow_with_the_quantity() {
        var plan = plan(item("X", 0).leadTime(new LeadTime(1, units("0.25"))), order(20));
        assertThat(orders(plan)).containsExactly("10 16>20");
    }

    @Test
    void safety_days_bring_receipts_earlier_and_go_not_with_a_safety_stock() {
        assertThat(orders(plan(item("X", 3).safetyDays(2), order(12)))).containsExactly("10 7>10");
        assertThatThrownBy(() -> plan(item("X", 3).safetyDays(2).safetyStock(units("5")), order(12)))
                .isInstanceOf(EngineRefusal.class)
                .hasMessageContaining("both a safety stock and safety days");
    }

    /** Day 11 is a Monday; the supplier does not work on the weekend before. */
    @Test
    void a_lead_time_is_counted_on_the_calendar_of_plant_or_supplier() {
        assertThat(week(11).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        var week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        var supplier = WorkdayCalendar.of(week, Set.of(), Set.of());
        var plan = Mrp.plan(new MrpInput(
                week(1),
                1,
                List.of(item("X", 2).calendar("supplier").build()),
                List.of(),
                List.of(),
                List.of(order(11)),
                List.of(),
                List.of(),
                Map.of("supplier", supplier),
                Damping.none()));
        assertThat(orders(plan)).containsExactly("10 7>11");
    }
}
