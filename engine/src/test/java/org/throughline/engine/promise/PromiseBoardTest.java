package org.throughline.engine.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.engine.promise.Inquiries.asked;
import static org.throughline.engine.promise.Inquiries.board;
import static org.throughline.engine.promise.Inquiries.booked;
import static org.throughline.engine.promise.Inquiries.operation;
import static org.throughline.engine.promise.Inquiries.plant;
import static org.throughline.engine.promise.Inquiries.sawSoonAfterTheBookedMill;
import static org.throughline.engine.promise.Inquiries.sawThenMill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Arc;
import org.throughline.engine.schedule.Budget;
import org.throughline.engine.schedule.Cause;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Machine;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.Person;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.Scheduler;
import org.throughline.engine.schedule.SetupMatrix;
import org.throughline.engine.schedule.SharedResource;

class PromiseBoardTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();

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
    void families_that_the_plan_does_not_know_are_told_apart() {
        var oven = Machine.of("oven", ALWAYS).withBatches(4);
        var bakes = new Inquiry(
                List.of(
                        Job.of(
                                "1",
                                0,
                                null,
                                1,
                                List.of(operation("1", "oven", 60).withFamily("180°"))),
                        Job.of(
                                "2",
                                0,
                                null,
                                1,
                                List.of(operation("2", "oven", 60).withFamily("220°")))),
                List.of(),
                0);
        assertThat(board(plant(List.of(oven))).earliest(bakes).completion()).isEqualTo(120);
        var turns = asked(
                operation("turn", "saw", 60).withFamily("red"),
                operation("again", "saw", 60).withFamily("blue"));
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("saw", ALWAYS).withSetups("S", null)),
                List.of(new SetupMatrix("S", List.of(), 30)),
                List.of(),
                List.of(),
                List.of());
        assertThat(board(problem).earliest(turns).completion()).isEqualTo(30 + 60 + 30 + 60);
    }

    @Test
    void what_would_wait_too_long_for_something_booked_is_refused() {
        var board = board(booked("a", "saw", 0, 300), booked("sub", "mill", 0, 200));

        assertThat(board.earliest(sawSoonAfterTheBookedMill(100)).completion()).isEqualTo(330);
        assertThatThrownBy(() -> board.earliest(sawSoonAfterTheBookedMill(99)))
                .isInstanceOfSatisfying(EngineRefusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("schedule.never-fits");
                    assertThat(refusal.values()).containsEntry("operation", "new.saw");
                });
    }

    @Test
    void a_resource_that_something_booked_takes_is_named_with_the_minute_at_which_it_is_free() {
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS)),
                List.of(),
                List.of(new SharedResource("fixture", 1, ALWAYS)),
                List.of(Job.of(
                        "a", 0, null, 1, List.of(operation("a", "saw", 30).using("fixture", 1)))),
                List.of());
        var twice = new Inquiry(
                List.of(
                        Job.of(
                                "1",
                                0,
                                null,
                                1,
                                List.of(operation("1", "mill", 20).using("fixture", 1))),
                        Job.of("2", 0, null, 1, List.of(operation("2", "saw", 5).using("fixture", 1)))),
                List.of(),
                0);
        assertThat(board(problem).earliest(twice).placements())
                .extracting(slot -> slot.operation() + " " + slot.cause().subject() + " "
                        + slot.cause().minute())
                .containsExactly("1 fixture 30", "2 fixture 50");
    }

    @Test
    void of_several_resources_the_one_that_something_booked_takes_is_named() {
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS)),
                List.of(),
                List.of(new SharedResource("welder", 1, ALWAYS), new SharedResource("fixture", 1, ALWAYS)),
                List.of(Job.of(
                        "a", 0, null, 1, List.of(operation("a", "saw", 30).using("fixture", 1)))),
                List.of());
        var both = operation("new", "mill", 10).using("welder", 1).using("fixture", 1);
        assertThat(board(problem).earliest(asked(both)).delays())
                .containsExactly(
                        new PromiseAnswer.Delay("new", "mill", new Cause(Cause.Kind.RESOURCE, "fixture", 30), 30));
    }

    @Test
    void a_busy_machine_delays_only_what_does_not_wait_for_something_booked_anyway() {
        var board = board(booked("a", "saw", 0, 300), booked("sub", "mill", 0, 200));
        var inquiry = new Inquiry(asked(operation("new.saw", "saw", 30)).jobs(), List.of(Arc.of("sub", "new.saw")), 0);
        assertThat(board.earliest(inquiry).delays())
                .containsExactly(
                        new PromiseAnswer.Delay("new.saw", "saw", new Cause(Cause.Kind.MACHINE, "a", 300), 100));
    }

    @Test
    void a_busy_machine_delays_only_what_is_not_still_drying() {
        var board = board(booked("b", "mill", 0, 100));
        var inquiry = new Inquiry(sawThenMill(0).jobs(), List.of(new Arc("new.saw", "new.mill", 60, null)), 0);
        assertThat(board.earliest(inquiry).delays().getFirst())
                .isEqualTo(new PromiseAnswer.Delay("new.mill", "mill", new Cause(Cause.Kind.MACHINE, "b", 100), 10));
    }

    @Test
    void many_may_ask_at_once() {
        var oven = Machine.of("oven", ALWAYS).withBatches(4);
        var problem = plant(List.of(oven), booked("a", "oven", 0, 20))
                .withPeople(List.of(
                        new Person("Wang", ALWAYS, Map.of("bake", 1)), new Person("Li", ALWAYS, Map.of("bake", 2))));
        var board = board(problem);
        var completions = IntStream.range(0, 400)
                .parallel()
                .mapToObj(k -> board.earliest(asked(
                                operation("first", "oven", 30)
                                        .withFamily("F" + k)
                                        .by("bake", 1, 1),
                                operation("second", "oven", 30)
                                        .withFamily("G" + k % 3)
                                        .by("bake", 2, 1)))
                        .completion())
                .distinct();
        assertThat(completions).containsExactly(80L);
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
