package org.throughline.engine.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.engine.calendar.CalendarDefinition;
import org.throughline.engine.calendar.Shift;
import org.throughline.engine.calendar.TimeAxis;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Arc;
import org.throughline.engine.schedule.Budget;
import org.throughline.engine.schedule.Cause;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Machine;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.Scheduler;

class PromiseBoardTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();

    private static Operation operation(String id, String machine, long minutes) {
        return Operation.of(id, new Alternative(machine, minutes));
    }

    private static Job booked(String id, String machine, long release, long minutes) {
        return Job.of(id, release, null, 1, List.of(operation(id, machine, minutes)));
    }

    private static PromiseBoard board(Job... jobs) {
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS)),
                List.of(),
                List.of(),
                List.of(jobs),
                List.of());
        return PromiseBoard.of(problem, Scheduler.schedule(problem, Budget.iterations(0)));
    }

    private static Inquiry sawThenMill(long wanted) {
        return new Inquiry(
                List.of(Job.of(
                        "new",
                        0,
                        null,
                        1,
                        List.of(operation("new.saw", "saw", 30), operation("new.mill", "mill", 40)))),
                List.of(),
                wanted);
    }

    @Test
    void on_an_empty_plan_the_lead_time_alone_decides() {
        var answer = board().earliest(sawThenMill(70));

        assertThat(answer.completion()).isEqualTo(70);
        assertThat(answer.inTime()).isTrue();
    }

    @Test
    void an_inquiry_goes_into_the_first_gap_that_takes_it_and_names_the_machine_that_blocks() {
        var board = board(booked("a", "saw", 0, 20), booked("b", "saw", 60, 100), booked("c", "mill", 0, 90));

        var answer = board.earliest(sawThenMill(100));

        assertThat(answer.placements().getFirst().start()).isEqualTo(20);
        assertThat(answer.completion()).isEqualTo(130);
        assertThat(answer.unloaded()).isEqualTo(70);
        assertThat(answer.inTime()).isFalse();
        assertThat(answer.delays().getFirst())
                .isEqualTo(new PromiseAnswer.Delay("new.mill", "mill", new Cause(Cause.Kind.MACHINE, "c", 90), 40));
        assertThat(answer.delays().getLast())
                .isEqualTo(new PromiseAnswer.Delay("new.saw", "saw", new Cause(Cause.Kind.MACHINE, "a", 20), 20));
    }

    @Test
    void late_material_is_named_with_what_it_costs() {
        var job = Job.of(
                "new", 0, null, 1, List.of(operation("new.saw", "saw", 30).withMaterial(500, "PO-17 steel plate")));

        var answer = board().earliest(new Inquiry(List.of(job), List.of(), 100));

        assertThat(answer.completion()).isEqualTo(530);
        assertThat(answer.delays())
                .containsExactly(new PromiseAnswer.Delay(
                        "new.saw", "saw", new Cause(Cause.Kind.MATERIAL, "PO-17 steel plate", 500), 500));
    }

    @Test
    void an_inquiry_may_wait_for_something_booked() {
        var board = board(booked("sub", "mill", 0, 200));
        var job = Job.of("new", 0, null, 1, List.of(operation("new.saw", "saw", 30)));

        var answer = board.earliest(new Inquiry(List.of(job), List.of(Arc.of("sub", "new.saw")), 100));

        assertThat(answer.completion()).isEqualTo(230);
    }

    @Test
    void asking_changes_nothing() {
        var board = board(booked("a", "saw", 0, 20));
        assertThat(board.earliest(sawThenMill(1))).isEqualTo(board.earliest(sawThenMill(1)));
    }

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

    @Test
    void beside_ten_thousand_booked_operations_an_answer_takes_milliseconds() {
        var random = new Random(1);
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < 30; m++) {
            machines.add(Machine.of("M" + m, ALWAYS));
        }
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < 2_000; j++) {
            jobs.add(randomJob(random, "J" + j, random.nextInt(60_000)));
        }
        var problem = new ScheduleProblem(0, machines, List.of(), List.of(), jobs, List.of());
        var board = PromiseBoard.of(problem, Scheduler.schedule(problem, Budget.iterations(0)));
        long[] nanos = new long[300];
        for (int i = 0; i < nanos.length; i++) {
            var inquiry = new Inquiry(List.of(randomJob(random, "Q", 0)), List.of(), 10_000);
            long before = System.nanoTime();
            assertThat(board.earliest(inquiry).placements()).hasSize(5);
            nanos[i] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        // The median, so that a busy machine does not fail the test.
        assertThat(nanos[150]).isLessThan(100_000_000L);
    }

    private static Job randomJob(Random random, String id, long release) {
        var operations = new ArrayList<Operation>();
        for (int k = 0; k < 5; k++) {
            operations.add(operation(id + "." + k, "M" + random.nextInt(30), 5 + random.nextInt(300)));
        }
        return Job.of(id, release, release + 5_000L, 1, operations);
    }
}
