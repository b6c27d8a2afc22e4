package org.throughline.engine.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.engine.promise.Inquiries.asked;
import static org.throughline.engine.promise.Inquiries.board;
import static org.throughline.engine.promise.Inquiries.booked;
import static org.throughline.engine.promise.Inquiries.operation;
import static org.throughline.engine.promise.Inquiries.plant;
import static org.throughline.engine.promise.Inquiries.sawSoonAfterTheBookedMill;
import static org.throughline.engine.promise.Inquiries.sawThenMill;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.engine.calendar.CalendarDefinition;
import org.throughline.engine.calendar.Shift;
import org.throughline.engine.calendar.TimeAxis;
import org.throughline.engine.calendar.Window;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Arc;
import org.throughline.engine.schedule.Budget;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Machine;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.Person;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.Scheduler;
import org.throughline.engine.schedule.SharedResource;

/** What could bring a promise forward, and its cost. */
class PromiseOptionsTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();

    @Test
    void another_order_may_be_moved_for_what_its_lateness_costs() {
        var other = Job.of("a", 0, 25L, 2, List.of(operation("a", "saw", 20)));
        var options = board(other).options(sawThenMill(75), Means.of(null, new BigDecimal("0.5")));

        assertThat(options).hasSize(1);
        var move = options.getFirst();
        assertThat(move.kind()).isEqualTo(PromiseOption.Kind.MOVE_ORDER);
        assertThat(move.subject()).isEqualTo("a");
        assertThat(move.answer().completion()).isEqualTo(70);
        // It ends at 50 instead of 20: 25 minutes late, times weight 2, times 0.5.
        assertThat(move.movedMinutes()).isEqualTo(30);
        assertThat(move.cost()).isEqualByComparingTo("25");
    }

    @Test
    void overtime_substitutes_subcontracting_and_splitting_are_offered_with_their_cost_when_they_help() {
        var axis = TimeAxis.epoch(ZoneId.of("UTC"));
        var day = CalendarDefinition.of(axis, LocalDate.EPOCH, LocalDate.EPOCH.plusDays(10));
        var shift =
                WorkingCalendar.of(day.withShifts(List.of(DayOfWeek.values()), List.of(Shift.of("00:00", "08:00"))));
        var longer =
                WorkingCalendar.of(day.withShifts(List.of(DayOfWeek.values()), List.of(Shift.of("00:00", "10:00"))));
        var problem = new ScheduleProblem(
                0,
                List.of(
                        Machine.of("saw", shift),
                        Machine.of("second saw", shift),
                        Machine.unlimited("outside", ALWAYS)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        var cut = Operation.of("cut", new Alternative("saw", 540), new Alternative("second saw", 560))
                .withMaterial(30, "plate");
        var inquiry = new Inquiry(List.of(Job.of("new", 0, null, 1, List.of(cut))), List.of(), 600);
        var means = new Means(
                List.of(new Means.Overtime("saw", longer, new BigDecimal("60"))),
                List.of(new Means.Substitute("plate", "thicker plate", 0, new BigDecimal("70"))),
                List.of(new Means.Outside("cut", new Alternative("outside", 550), new BigDecimal("500"))),
                new BigDecimal("40"),
                null);

        var board = PromiseBoard.of(problem, Scheduler.schedule(problem, Budget.iterations(0)));
        assertThat(board.earliest(inquiry).completion()).isEqualTo(1_440 + 90);
        var options = board.options(inquiry, means);

        assertThat(options)
                .extracting(option -> option.kind() + " " + option.answer().completion() + " " + option.cost())
                .containsExactly("SPLIT 310 40", "OVERTIME 570 90.00", "SUBCONTRACT 580 500", "SUBSTITUTE 1500 70");
    }

    private static final Means SPLITTING = Means.of(new BigDecimal("40"), null);

    @Test
    void half_a_lot_takes_as_long_as_a_whole_one_where_any_number_is_done_at_once() {
        var plating = plant(List.of(
                Machine.unlimited("plating", ALWAYS), Machine.of("oven", ALWAYS).withBatches(4)));
        assertThat(board(plating).options(asked(operation("plate", "plating", 2880)), SPLITTING))
                .isEmpty();
        assertThat(board(plating).options(asked(operation("bake", "oven", 60)), SPLITTING))
                .isEmpty();
    }

    @Test
    void halves_of_a_lot_find_room_in_the_runs_of_an_oven_that_the_whole_lot_does_not() {
        var oven = Machine.of("oven", ALWAYS).withBatches(4);
        var bake = operation("bake", "oven", 60).ofSize(4);
        var board = board(plant(
                List.of(oven),
                Job.of("a", 0, null, 1, List.of(operation("a", "oven", 60).ofSize(2))),
                Job.of("b", 60, null, 1, List.of(operation("b", "oven", 60).ofSize(2)))));
        assertThat(board.earliest(asked(bake)).completion()).isEqualTo(180);
        assertThat(board.options(asked(bake), SPLITTING))
                .extracting(option -> option.kind() + " " + option.answer().completion())
                .containsExactly("SPLIT 120");
    }

    @Test
    void what_goes_outside_needs_neither_our_people_nor_our_tools() {
        var weld = operation("weld", "saw", 600).by("weld", 1, 1).using("jig", 1);
        var booked = Job.of(
                "booked",
                0,
                null,
                1,
                List.of(operation("booked", "mill", 1000).by("weld", 1, 1).using("jig", 1)));
        var problem = new ScheduleProblem(
                        0,
                        List.of(
                                Machine.of("saw", ALWAYS),
                                Machine.of("mill", ALWAYS),
                                Machine.unlimited("outside", ALWAYS)),
                        List.of(),
                        List.of(new SharedResource("jig", 1, ALWAYS)),
                        List.of(booked),
                        List.of())
                .withPeople(List.of(new Person("Wang", ALWAYS, Map.of("weld", 1))));
        var means = new Means(
                List.of(),
                List.of(),
                List.of(new Means.Outside("weld", new Alternative("outside", 550), new BigDecimal("500"))),
                null,
                null);
        assertThat(board(problem).options(asked(weld), means))
                .extracting(option -> option.kind() + " " + option.answer().completion())
                .containsExactly("SUBCONTRACT 550");
    }

    @Test
    void means_by_which_something_would_wait_too_long_are_not_offered() {
        var opensLate = WorkingCalendar.ofWindows(List.of(new Window(500, 10_000)));
        var board = board(plant(
                List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS), Machine.unlimited("outside", opensLate)),
                booked("a", "saw", 0, 300),
                booked("sub", "mill", 0, 200)));
        var means = new Means(
                List.of(),
                List.of(),
                List.of(new Means.Outside("new.saw", new Alternative("outside", 1), BigDecimal.TEN)),
                null,
                null);
        assertThat(board.options(sawSoonAfterTheBookedMill(100), means)).isEmpty();
    }

    @Test
    void an_order_that_would_then_end_too_soon_for_what_follows_it_is_not_moved() {
        // Order a is done at 90 to 150, so that its follower need not wait more than 50; moved, it would be done at 0.
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS)),
                List.of(),
                List.of(),
                List.of(booked("a", "saw", 0, 60), booked("after", "mill", 200, 10)),
                List.of(Arc.within("a", "after", 0, 50)));
        var job = Job.of("new", 80, null, 1, List.of(operation("new", "saw", 30)));
        var inquiry = new Inquiry(List.of(job), List.of(), 0);

        var board = board(problem);
        assertThat(board.earliest(inquiry).completion()).isEqualTo(180);
        assertThat(board.options(inquiry, Means.of(null, BigDecimal.ONE))).isEmpty();
    }
}
