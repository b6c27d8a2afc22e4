package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.engine.mrp.MrpVectorsTest.item;
import static org.throughline.engine.mrp.MrpVectorsTest.line;
import static org.throughline.engine.mrp.MrpVectorsTest.units;
import static org.throughline.engine.mrp.MrpVectorsTest.week;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.throughline.engine.EngineRefusal;

/** Numbers and days that are out of all bounds are refused with a code, or planned rightly; nothing wraps. */
@Timeout(30)
class MrpLimitsTest {

    private static final String INVALID = "mrp.invalid";
    private static final String QUANTITY = "mrp.quantity-not-representable";
    private static final String DAY = "mrp.day-not-representable";

    private static void refused(String code, ThrowingCallable plan) {
        assertThatThrownBy(plan).isInstanceOfSatisfying(EngineRefusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.values()).containsKey("where");
        });
    }

    private static MrpPlan plan(PlanItem.Builder item, Demand... demands) {
        return Mrp.plan(MrpInput.of(week(1), List.of(item.build()), List.of(), List.of(demands), List.of(), List.of()));
    }

    private static Demand demand(String quantity, int day) {
        return Demand.of("d" + day, "X", units(quantity), week(day));
    }

    private static LotRule multiple(String minimum, String multiple, String maximum) {
        return new LotRule.MinimumMultiple(
                units(minimum), units(multiple), units(maximum), LotRule.MultipleReading.LARGER_OF_BOTH);
    }

    @Test
    void a_bucket_has_a_day_at_least() {
        var periods = item("X", 1).lotRule(new LotRule.Periods(2)).build();
        refused(
                INVALID,
                () -> Mrp.plan(new MrpInput(
                        week(1),
                        0,
                        List.of(periods),
                        List.of(),
                        List.of(),
                        List.of(demand("1", 4)),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Damping.none())));
    }

    @Test
    void a_maximum_of_nothing_is_no_lot() {
        refused(INVALID, () -> plan(item("X", 1).lotRule(multiple("0", "0", "0")), demand("1", 4)));
    }

    @Test
    void a_lot_beyond_all_quantities_is_refused() {
        var large = multiple("0", "5000000000000", "5000000000000");
        refused(QUANTITY, () -> plan(item("X", 1).lotRule(large), demand("6000000000000", 4)));
        var step = item("X", 1).scrap(BigDecimal.ZERO, units("5000000000000"));
        refused(QUANTITY, () -> plan(step, demand("6000000000000", 4)));
    }

    @Test
    void needs_of_a_day_that_sum_to_more_than_all_quantities_are_refused() {
        var half = units("5000000000000");
        refused(
                QUANTITY,
                () -> plan(item("X", 1), Demand.of("1", "X", half, week(4)), Demand.of("2", "X", half, week(4))));
    }

    @Test
    void a_quantity_with_a_milliard_of_zeros_is_refused_without_writing_them() {
        refused(QUANTITY, () -> plan(item("X", 1), demand("1E999999999", 4)));
        refused(QUANTITY, () -> plan(item("X", 1), demand("1E-999999999", 4)));
        refused(QUANTITY, () -> plan(item("X", 1).safetyStock(units("1E999999999")), demand("1", 4)));
        refused(INVALID, () -> plan(item("X", 1).leadTime(new LeadTime(1, units("1E999999999"))), demand("1", 4)));
        refused(
                INVALID,
                () -> Mrp.plan(MrpInput.of(
                        week(1),
                        List.of(item("X", 1).build(), item("Y", 1).build()),
                        List.of(line("X", "Y", "1E999999999")),
                        List.of(demand("1", 4)),
                        List.of(),
                        List.of())));
    }

    @Test
    void lead_times_of_a_million_years_are_refused() {
        var variable = new LeadTime(0, BigDecimal.ONE);
        refused(DAY, () -> plan(item("X", 1).leadTime(variable), demand("3000000000", 4)));
        refused(DAY, () -> plan(item("X", Integer.MAX_VALUE), demand("1", 4)));
        refused(DAY, () -> plan(item("X", 1).safetyDays(Integer.MAX_VALUE), demand("1", 4)));
        refused(DAY, () -> plan(item("X", 1).frozenDays(Integer.MAX_VALUE), demand("1", 4)));
    }

    @Test
    void days_in_a_million_years_are_refused() {
        refused(DAY, () -> plan(item("X", 1), Demand.of("d", "X", BigDecimal.ONE, LocalDate.MAX)));
        var late = OpenSupply.of("PO", "X", BigDecimal.ONE, LocalDate.MAX);
        var early = OpenSupply.of("PO", "X", BigDecimal.ONE, week(2)).exploding(LocalDate.MIN);
        for (var supply : List.of(late, early)) {
            refused(
                    DAY,
                    () -> Mrp.plan(MrpInput.of(
                            week(1), List.of(item("X", 1).build()), List.of(), List.of(), List.of(), List.of(supply))));
        }
        refused(DAY, () -> Mrp.plan(MrpInput.of(LocalDate.MIN, List.of(), List.of(), List.of(), List.of(), List.of())));
    }

    @Test
    void a_forecast_fence_without_end_leaves_orders_only() {
        var forecast = new Demand("f", "X", BigDecimal.ONE, week(9), 0, Demand.Kind.FORECAST, null);
        assertThat(plan(item("X", 0).demandFenceDays(Integer.MAX_VALUE), forecast, demand("2", 9))
                        .answers())
                .extracting(DemandAnswer::demand)
                .containsExactly("d9");
    }

    @Test
    void a_lot_for_all_days_to_come_is_one_order() {
        for (var rule : List.of(new LotRule.DaysOfSupply(Integer.MAX_VALUE), new LotRule.Periods(Integer.MAX_VALUE))) {
            assertThat(plan(item("X", 0).lotRule(rule), demand("1", 4), demand("2", 4_000))
                            .orders())
                    .singleElement()
                    .satisfies(order -> assertThat(order.quantity()).isEqualByComparingTo("3"));
        }
    }

    @Test
    void an_order_keeps_the_maximum_also_where_the_next_step_is_above_it() {
        var lots = new LotSizer(item("X", 2).lotRule(multiple("25", "20", "30")).build(), 1, 1);
        assertThat(lots.quantities(22_000_000)).containsExactly(25_000_000);
        assertThat(lots.quantities(40_000_000)).containsExactly(25_000_000, 25_000_000);
        assertThat(lots.smallestFor(40_000_000)).isEqualTo(50_000_000);
    }

    @Test
    void stocks_of_one_name_are_refused() {
        var lot = new Stock("lot", "X", BigDecimal.ONE, null);
        refused(
                INVALID,
                () -> Mrp.plan(MrpInput.of(
                        week(1), List.of(item("X", 1).build()), List.of(), List.of(), List.of(lot, lot), List.of())));
    }

    @Test
    void a_need_beside_the_grid_is_refused() {
        var grid =
                new LotForLotGrid(new int[] {0, 0, 0}, new int[0], new int[0], new int[] {0, 0}, new long[] {0, 0}, 5);
        refused(INVALID, () -> grid.need(0, 5, 5));
        refused(INVALID, () -> grid.need(1, -1, 5));
        refused(INVALID, () -> grid.need(2, 0, 5));
        refused(INVALID, () -> grid.planned(0, 5));
        grid.plan();
        assertThat(grid.planned(1, 0)).isZero();
    }
}
