package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.engine.mrp.MrpVectorsTest.item;
import static org.throughline.engine.mrp.MrpVectorsTest.line;
import static org.throughline.engine.mrp.MrpVectorsTest.units;
import static org.throughline.engine.mrp.MrpVectorsTest.week;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.engine.calendar.WorkdayCalendar;

/** When a demand can be met; plan start is day 0 unless it says otherwise. */
class PossibleDatesTest {

    private static final WorkdayCalendar WEEKDAYS =
            WorkdayCalendar.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(), Set.of());

    private static Demand one(String item, int day) {
        return Demand.of("d", item, units("1"), week(day));
    }

    private static long possible(MrpPlan plan) {
        return plan.answers().getFirst().possible().toEpochDay();
    }

    private static long possibleWithOffset(int leadOfComponent) {
        return possible(Mrp.plan(MrpInput.of(
                week(0),
                List.of(item("A", 10).build(), item("B", leadOfComponent).build()),
                List.of(line("A", "B", "1").withOffsetDays(5)),
                List.of(one("A", 20)),
                List.of(),
                List.of())));
    }

    @Test
    void a_component_needed_after_the_start_delays_only_if_it_comes_after_that_day() {
        assertThat(possibleWithOffset(1)).isEqualTo(20);
        assertThat(possibleWithOffset(15)).isEqualTo(20);
        assertThat(possibleWithOffset(16)).isEqualTo(21);
    }

    private static MrpInput onWeekdays(List<PlanItem> items, List<BomLine> bom, int due) {
        return new MrpInput(
                week(0),
                1,
                items,
                bom,
                List.of(),
                List.of(one("A", due)),
                List.of(),
                List.of(),
                Map.of("plant", WEEKDAYS),
                Damping.none());
    }

    /** From Monday 11 five workdays to Monday 18; what comes on Tuesday 19 lets it start on Tuesday 12. */
    @Test
    void days_after_the_start_are_taken_back_on_the_calendar_of_the_parent() {
        var items =
                List.of(item("A", 5).calendar("plant").build(), item("B", 19).build());
        var bom = List.of(line("A", "B", "1").withOffsetDays(5));
        assertThat(possible(Mrp.plan(onWeekdays(items, bom, 18)))).isEqualTo(19);
    }

    /** As above, and the phantom's own part a calendar day later. */
    @Test
    void through_a_phantom_days_are_taken_back_on_its_calendar_and_then_on_that_of_its_parent() {
        var items = List.of(
                item("A", 5).calendar("plant").build(),
                item("P", 0).phantom(true).build(),
                item("B", 20).build());
        var bom = List.of(
                line("A", "P", "1").withOffsetDays(5), line("P", "B", "1").withOffsetDays(1));
        assertThat(possible(Mrp.plan(onWeekdays(items, bom, 18)))).isEqualTo(19);
    }

    private static MrpPlan receipt(int planStart, int leadOfComponent, OpenSupply supply, int due) {
        return Mrp.plan(MrpInput.of(
                week(planStart),
                List.of(item("A", 10).build(), item("B", leadOfComponent).build()),
                List.of(line("A", "B", "1")),
                List.of(one("A", due)),
                List.of(),
                List.of(supply)));
    }

    @Test
    void the_work_of_a_receipt_comes_after_its_components() {
        var supply = OpenSupply.of("WO", "A", units("1"), week(10)).exploding(week(0));
        assertThat(possible(receipt(0, 0, supply, 10))).isEqualTo(10);
        assertThat(possible(receipt(0, 15, supply, 10))).isEqualTo(25);
        assertThat(possible(receipt(0, 15, supply, 30))).isEqualTo(30);
    }

    /** Of a receipt that has begun, the work from today on is still to be done. */
    @Test
    void what_is_left_of_a_receipt_that_has_begun_comes_after_its_components() {
        var supply = OpenSupply.of("WO", "A", units("1"), week(10)).exploding(week(0));
        assertThat(possible(receipt(6, 3, supply, 10))).isEqualTo(13);
    }

    @Test
    void a_receipt_that_is_overdue_is_not_there_before_today() {
        var overdue = OpenSupply.of("PO", "A", units("1"), week(3));
        assertThat(possible(receipt(5, 0, overdue, 3))).isEqualTo(5);
        assertThat(possible(receipt(5, 0, overdue, 8))).isEqualTo(8);
        assertThat(possible(receipt(5, 2, overdue.exploding(week(1)), 3))).isEqualTo(7);
    }

    /** The chip that falls off A, for which a part comes 10 days late; B is made of it, and C of what falls off B. */
    @Test
    void a_by_product_comes_as_late_as_its_order() {
        var plan = Mrp.plan(MrpInput.of(
                week(0),
                List.of(
                        item("A", 10).build(),
                        item("B", 2).build(),
                        item("C", 1).build(),
                        item("part", 20).build(),
                        item("chip", 1).build(),
                        item("dust", 1).build()),
                List.of(
                        line("A", "part", "1"),
                        line("A", "chip", "-1"),
                        line("B", "chip", "1"),
                        line("B", "dust", "-1"),
                        line("C", "dust", "1")),
                List.of(
                        Demand.of("a", "A", units("1"), week(20)),
                        Demand.of("b", "B", units("1"), week(25)),
                        Demand.of("c", "C", units("1"), week(40))),
                List.of(),
                List.of()));
        assertThat(plan.answers())
                .extracting(answer -> answer.possible().toEpochDay())
                .containsExactly(30L, 32L, 40L);
        assertThat(plan.orders()).extracting(PlannedOrder::item).containsExactlyInAnyOrder("A", "B", "C", "part");
    }
}
