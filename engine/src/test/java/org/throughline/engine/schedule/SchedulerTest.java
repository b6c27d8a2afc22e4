package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.engine.schedule.ScheduleChecker.checked;
import static org.throughline.engine.schedule.ScheduleChecker.slot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.CalendarDefinition;
import org.throughline.engine.calendar.Shift;
import org.throughline.engine.calendar.TimeAxis;
import org.throughline.engine.calendar.Window;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.Operation.Lock;

class SchedulerTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();
    private static final TimeAxis SHANGHAI = TimeAxis.epoch(ZoneId.of("Asia/Shanghai"));
    private static final WorkingCalendar OFFICE = WorkingCalendar.of(
            CalendarDefinition.of(SHANGHAI, LocalDate.parse("2026-11-01"), LocalDate.parse("2027-01-31"))
                    .withShifts(
                            List.of(
                                    DayOfWeek.MONDAY,
                                    DayOfWeek.TUESDAY,
                                    DayOfWeek.WEDNESDAY,
                                    DayOfWeek.THURSDAY,
                                    DayOfWeek.FRIDAY),
                            List.of(Shift.of("08:00", "12:00"), Shift.of("13:00", "17:00"))));

    private static long at(String local) {
        return SHANGHAI.minuteOf(LocalDateTime.parse(local));
    }

    private static Alternative on(String machine, long minutes) {
        return new Alternative(machine, minutes);
    }

    private static ScheduleProblem problem(long now, List<Machine> machines, Job... jobs) {
        return new ScheduleProblem(now, machines, List.of(), List.of(), List.of(jobs), List.of());
    }

    private static ScheduleProblem transfer(long minutesBefore, long minutesAfter) {
        var matrix10 = new SetupMatrix("ten", List.of(), 10);
        var matrix20 = new SetupMatrix("twenty", List.of(), 20);
        return new ScheduleProblem(
                0,
                List.of(
                        Machine.of("M1", ALWAYS).withSetups("ten", null),
                        Machine.of("M2", ALWAYS).withSetups("twenty", null)),
                List.of(matrix10, matrix20),
                List.of(),
                List.of(Job.of(
                        "J",
                        0,
                        null,
                        1,
                        List.of(
                                Operation.of("1", on("M1", 100 * minutesBefore)).withFamily("F"),
                                Operation.of("2", on("M2", 100 * minutesAfter)).withFamily("F")))),
                List.of(new Arc("1", "2", 0, Arc.Overlap.of(100, 20, minutesBefore, minutesAfter))));
    }

    @Test
    void with_transfer_batches_a_slower_second_operation_starts_after_the_first_batch() {
        var schedule = checked(transfer(2, 3), Budget.iterations(0));
        assertThat(slot(schedule, "2").start()).isEqualTo(50);
        assertThat(slot(schedule, "2").end()).isEqualTo(350);
    }

    @Test
    void with_transfer_batches_a_faster_second_operation_waits_so_that_it_never_starves() {
        var schedule = checked(transfer(3, 2), Budget.iterations(0));
        assertThat(slot(schedule, "2").start()).isEqualTo(150);
        assertThat(slot(schedule, "2").end()).isEqualTo(350);
    }

    /** T-SCH-01 without overlap: 10 + 200 + 20 + 300, as the second machine too is set up when its work is there. */
    @Test
    void without_transfer_batches_the_second_operation_waits_for_the_whole_lot() {
        var overlapping = transfer(2, 3);
        var attached =
                overlapping.machines().stream().map(Machine::withAttachedSetups).toList();
        var problem = new ScheduleProblem(0, attached, overlapping.setups(), List.of(), overlapping.jobs(), List.of());
        assertThat(slot(checked(problem, Budget.iterations(0)), "2").end()).isEqualTo(530);
    }

    @Test
    void an_operation_pauses_over_the_weekend_or_waits_for_it_to_pass() {
        long now = at("2026-11-20T16:00");
        var machines = List.of(Machine.of("M", OFFICE));
        var pausing = checked(
                problem(now, machines, Job.of("J", now, null, 1, List.of(Operation.of("o", on("M", 180))))),
                Budget.iterations(0));
        var whole = checked(
                problem(
                        now,
                        machines,
                        Job.of(
                                "J",
                                now,
                                null,
                                1,
                                List.of(Operation.of("o", on("M", 180)).uninterrupted()))),
                Budget.iterations(0));

        assertThat(slot(pausing, "o").start()).isEqualTo(now);
        assertThat(slot(pausing, "o").end()).isEqualTo(at("2026-11-23T10:00"));
        assertThat(slot(whole, "o").start()).isEqualTo(at("2026-11-23T08:00"));
        assertThat(slot(whole, "o").cause().kind()).isEqualTo(Cause.Kind.CALENDAR);
    }

    @Test
    void an_operation_that_never_fits_into_a_window_is_refused_by_name() {
        var job =
                Job.of("J", 0, null, 1, List.of(Operation.of("o", on("M", 300)).uninterrupted()));
        assertThatThrownBy(() ->
                        Scheduler.schedule(problem(0, List.of(Machine.of("M", OFFICE)), job), Budget.iterations(0)))
                .isInstanceOfSatisfying(EngineRefusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("schedule.never-fits");
                    assertThat(refusal.values()).containsEntry("operation", "o");
                });
    }

    @Test
    void operations_that_wait_for_each_other_are_refused_with_the_path() {
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("M", ALWAYS)),
                List.of(),
                List.of(),
                List.of(Job.of("J", 0, null, 1, List.of(Operation.of("a", on("M", 1)), Operation.of("b", on("M", 1))))),
                List.of(Arc.of("b", "a")));
        assertThatThrownBy(() -> Scheduler.schedule(problem, Budget.iterations(0)))
                .isInstanceOfSatisfying(EngineRefusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("schedule.cycle");
                    assertThat(refusal.values()).containsEntry("path", "a → b → a");
                });
    }

    @Test
    void every_start_names_what_it_waited_for() {
        var problem = problem(
                0,
                List.of(Machine.of("M", ALWAYS), Machine.of("N", ALWAYS)),
                Job.of("J1", 0, 1000L, 9, List.of(Operation.of("a", on("M", 30)), Operation.of("b", on("N", 10)))),
                Job.of("J2", 0, 1000L, 1, List.of(Operation.of("c", on("M", 30)))),
                Job.of("J3", 70, 1000L, 1, List.of(Operation.of("d", on("N", 5)))),
                Job.of("J4", 0, 1000L, 1, List.of(Operation.of("e", on("N", 5)).withMaterial(200, "steel"))));
        var schedule = checked(problem, Budget.iterations(0));

        assertThat(slot(schedule, "a").cause()).isEqualTo(new Cause(Cause.Kind.PLAN_START, null, 0));
        assertThat(slot(schedule, "b").cause()).isEqualTo(new Cause(Cause.Kind.PREDECESSOR, "a", 30));
        assertThat(slot(schedule, "c").cause()).isEqualTo(new Cause(Cause.Kind.MACHINE, "a", 30));
        assertThat(slot(schedule, "d").cause()).isEqualTo(new Cause(Cause.Kind.RELEASE, "J3", 70));
        assertThat(slot(schedule, "e").cause()).isEqualTo(new Cause(Cause.Kind.MATERIAL, "steel", 200));
    }

    @Test
    void locked_and_running_operations_stay_where_they_are() {
        var running = new Lock("M", -20, 25, Lock.Reason.IN_PROGRESS);
        var frozen = new Lock("M", 60, 30, Lock.Reason.FROZEN);
        var problem = problem(
                0,
                List.of(Machine.of("M", ALWAYS)),
                Job.of("R", -50, 10L, 1, List.of(Operation.of("r", on("M", 45)).lockedAt(running))),
                Job.of("F", 0, 10L, 1, List.of(Operation.of("f", on("M", 30)).lockedAt(frozen))),
                Job.of("N", 0, 10L, 99, List.of(Operation.of("n", on("M", 50)))),
                Job.of("S", 0, 10L, 1, List.of(Operation.of("s", on("M", 35)))));
        var schedule = checked(problem, Budget.iterations(200));

        assertThat(slot(schedule, "r").start()).isEqualTo(-20);
        assertThat(slot(schedule, "r").end()).isEqualTo(25);
        assertThat(slot(schedule, "f").start()).isEqualTo(60);
        assertThat(slot(schedule, "s").start()).isEqualTo(25);
        assertThat(slot(schedule, "n").start()).isEqualTo(90);
        assertThat(slot(schedule, "f").cause().kind()).isEqualTo(Cause.Kind.LOCK);
    }

    @Test
    void a_frozen_operation_whose_machine_is_still_busy_comes_right_after() {
        var running = new Lock("M", -20, 80, Lock.Reason.IN_PROGRESS);
        var frozen = new Lock("M", 60, 30, Lock.Reason.FROZEN);
        var problem = problem(
                0,
                List.of(Machine.of("M", ALWAYS)),
                Job.of("R", -50, 10L, 1, List.of(Operation.of("r", on("M", 45)).lockedAt(running))),
                Job.of("F", 0, 10L, 1, List.of(Operation.of("f", on("M", 30)).lockedAt(frozen))));
        assertThat(slot(checked(problem, Budget.iterations(0)), "f").start()).isEqualTo(80);
    }

    @Test
    void two_operations_share_one_fixture_only_one_after_the_other() {
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("M", ALWAYS), Machine.of("N", ALWAYS)),
                List.of(),
                List.of(new SharedResource("fixture", 1, ALWAYS)),
                List.of(
                        Job.of(
                                "J1",
                                0,
                                100L,
                                2,
                                List.of(Operation.of("a", on("M", 30)).using("fixture", 1))),
                        Job.of(
                                "J2",
                                0,
                                100L,
                                1,
                                List.of(Operation.of("b", on("N", 30)).using("fixture", 1)))),
                List.of());
        var schedule = checked(problem, Budget.iterations(50));
        assertThat(slot(schedule, "b").start()).isEqualTo(30);
        assertThat(slot(schedule, "b").cause()).isEqualTo(new Cause(Cause.Kind.RESOURCE, "fixture", 30));
    }

    @Test
    void of_several_resources_the_one_that_is_busy_is_named() {
        var b = Operation.of("b", on("N", 30)).using("welder", 1).using("fixture", 1);
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("M", ALWAYS), Machine.of("N", ALWAYS)),
                List.of(),
                List.of(new SharedResource("welder", 1, ALWAYS), new SharedResource("fixture", 1, ALWAYS)),
                List.of(
                        Job.of(
                                "J1",
                                0,
                                100L,
                                2,
                                List.of(Operation.of("a", on("M", 30)).using("fixture", 1))),
                        Job.of("J2", 0, 100L, 1, List.of(b))),
                List.of());
        assertThat(slot(checked(problem, Budget.iterations(0)), "b").cause())
                .isEqualTo(new Cause(Cause.Kind.RESOURCE, "fixture", 30));
    }

    @Test
    void of_two_skills_the_one_that_is_busy_is_named() {
        var b = Operation.of("b", on("N", 30)).by("turn", 1, 1).by("weld", 1, 1);
        var problem = problem(
                        0,
                        List.of(Machine.of("M", ALWAYS), Machine.of("N", ALWAYS)),
                        Job.of(
                                "J1",
                                0,
                                100L,
                                2,
                                List.of(Operation.of("a", on("M", 30)).by("weld", 1, 1))),
                        Job.of("J2", 0, 100L, 1, List.of(b)))
                .withPeople(List.of(
                        new Person("Wang", ALWAYS, Map.of("weld", 1)), new Person("Li", ALWAYS, Map.of("turn", 1))));
        assertThat(slot(checked(problem, Budget.iterations(0)), "b").cause())
                .isEqualTo(new Cause(Cause.Kind.RESOURCE, "weld", 30));
    }

    @Test
    void an_operation_that_must_not_pause_waits_for_a_longer_window_and_not_for_its_free_resource() {
        long now = at("2026-11-20T16:00");
        var whole = Operation.of("o", on("M", 180)).uninterrupted().using("fixture", 1);
        var problem = new ScheduleProblem(
                now,
                List.of(Machine.of("M", OFFICE)),
                List.of(),
                List.of(new SharedResource("fixture", 1, ALWAYS)),
                List.of(Job.of("J", now, null, 1, List.of(whole))),
                List.of());
        assertThat(slot(checked(problem, Budget.iterations(0)), "o").cause())
                .isEqualTo(new Cause(Cause.Kind.CALENDAR, "M", at("2026-11-23T08:00")));
    }

    @Test
    void a_subcontractor_takes_any_number_at_once() {
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < 5; j++) {
            jobs.add(Job.of("J" + j, 0, null, 1, List.of(Operation.of("o" + j, on("plating", 2880)))));
        }
        var problem = problem(0, List.of(Machine.unlimited("plating", ALWAYS)), jobs.toArray(Job[]::new));
        assertThat(checked(problem, Budget.iterations(10)).makespan()).isEqualTo(2880);
    }

    /** Of two fixtures one is away from minute 10 to 40. */
    @Test
    void while_fewer_of_a_resource_are_there_fewer_operations_run() {
        var fixtures = new SharedResource("fixture", 2, WorkingCalendar.always()).without(1, new Window(10, 40));
        var machines = List.of(Machine.of("M", WorkingCalendar.always()), Machine.of("N", WorkingCalendar.always()));
        var jobs = List.of(fixed("a", "M"), fixed("b", "N"));
        var problem = new ScheduleProblem(0, machines, List.of(), List.of(fixtures), jobs, List.of());
        var schedule = Scheduler.schedule(problem, Budget.iterations(5));
        assertThat(ScheduleChecker.violations(problem, schedule)).isEmpty();
        assertThat(schedule.operations()).extracting(ScheduledOperation::start).containsExactlyInAnyOrder(0L, 30L);
    }

    private static Job fixed(String id, String machine) {
        var operation = Operation.of(id, new Alternative(machine, 30)).using("fixture", 1);
        return Job.of(id, 0, 30L, 1, List.of(operation));
    }

    @Test
    void the_flexible_job_shop_of_three_jobs_reaches_its_optimum() {
        var problem = problem(
                0,
                List.of(Machine.of("M1", ALWAYS), Machine.of("M2", ALWAYS)),
                Job.of(
                        "J1",
                        0,
                        11L,
                        1,
                        List.of(
                                Operation.of("11", on("M1", 3), on("M2", 5)),
                                Operation.of("12", on("M2", 4), on("M1", 6)))),
                Job.of(
                        "J2",
                        0,
                        11L,
                        1,
                        List.of(
                                Operation.of("21", on("M1", 4), on("M2", 4)),
                                Operation.of("22", on("M1", 3), on("M2", 2)))),
                Job.of(
                        "J3",
                        0,
                        11L,
                        1,
                        List.of(Operation.of("31", on("M2", 3)), Operation.of("32", on("M1", 5), on("M2", 7)))));
        assertThat(checked(problem, Budget.iterations(2_000)).makespan()).isEqualTo(11);
    }

    @Test
    void equal_problems_seeds_and_iterations_give_equal_schedules() {
        var problem = RandomProblems.problem(5);
        var budget = Budget.iterations(60).withSeed(42);
        assertThat(Scheduler.schedule(problem, budget)).isEqualTo(Scheduler.schedule(problem, budget));
    }

    @Test
    void random_schedules_with_everything_in_them_break_no_rule() {
        for (int seed = 0; seed < 150; seed++) {
            checked(RandomProblems.problem(seed), Budget.iterations(25).withSeed(seed));
        }
    }
}
