package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.engine.schedule.ScheduleChecker.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.explain.Explain;
import org.throughline.engine.schedule.Operation.Alternative;

/** People by name, ovens, setters, longest waits and plants. */
class RichProblemsTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();

    @Test
    void random_schedules_with_people_ovens_and_setters_break_no_rule() {
        for (long seed = 0; seed < 300; seed++) {
            var problem = RandomProblems.rich(seed);
            var schedule = ScheduleChecker.checkedOrNull(problem, Budget.iterations(15));
            if (schedule != null) {
                assertThat(Scheduler.schedule(problem, Budget.iterations(15)))
                        .as("seed %d", seed)
                        .isEqualTo(schedule);
            }
        }
    }

    @Test
    void the_story_of_every_job_of_random_schedules_has_no_gap() {
        int stories = 0;
        for (long seed = 0; seed < 200; seed++) {
            var problem = seed % 2 == 0 ? RandomProblems.rich(seed) : RandomProblems.problem(seed);
            Schedule schedule;
            try {
                schedule = Scheduler.schedule(problem, Budget.iterations(0));
            } catch (EngineRefusal refusal) {
                continue;
            }
            var explain = Explain.of(problem, schedule);
            for (var job : schedule.jobs()) {
                var shares = explain.story(job.job()).shares();
                long at = shares.isEmpty() ? job.end() : shares.getFirst().from();
                for (var share : shares) {
                    assertThat(share.from()).as("seed %d, %s", seed, job.job()).isEqualTo(at);
                    at = share.to();
                }
                assertThat(at).isEqualTo(job.end());
                stories++;
            }
        }
        assertThat(stories).isGreaterThan(500);
    }

    @Test
    void orders_of_one_family_run_together_in_the_oven_up_to_its_size() {
        var oven = Machine.of("oven", ALWAYS).withBatches(3);
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < 4; j++) {
            var bake = Operation.of("o" + j, new Alternative("oven", 60 + j)).withFamily("180°");
            jobs.add(Job.of("J" + j, 0, 100L, 1, List.of(bake)));
        }
        jobs.add(Job.of(
                "K",
                0,
                100L,
                1,
                List.of(Operation.of("k", new Alternative("oven", 30)).withFamily("220°"))));
        var problem = new ScheduleProblem(0, List.of(oven), List.of(), List.of(), jobs, List.of());
        var schedule = Scheduler.schedule(problem, Budget.iterations(200));
        assertThat(ScheduleChecker.violations(problem, schedule)).isEmpty();
        assertThat(schedule.operations().stream().map(ScheduledOperation::start).distinct())
                .hasSize(3);
    }

    @Test
    void the_lowest_sufficient_grade_is_sent_and_nobody_does_two_things_at_once() {
        var people = List.of(
                new Person("master", ALWAYS, Map.of("weld", 3)), new Person("helper", ALWAYS, Map.of("weld", 1)));
        var easy = Operation.of("easy", new Alternative("A", 60)).by("weld", 1, 1);
        var hard = Operation.of("hard", new Alternative("B", 60)).by("weld", 2, 1);
        var more = Operation.of("more", new Alternative("C", 60)).by("weld", 1, 1);
        var problem = new ScheduleProblem(
                        0,
                        List.of(Machine.of("A", ALWAYS), Machine.of("B", ALWAYS), Machine.of("C", ALWAYS)),
                        List.of(),
                        List.of(),
                        List.of(
                                Job.of("1", 0, 10L, 1, List.of(easy)),
                                Job.of("2", 0, 10L, 1, List.of(hard)),
                                Job.of("3", 0, 10L, 1, List.of(more))),
                        List.of())
                .withPeople(people);
        var schedule = Scheduler.schedule(problem, Budget.iterations(20));
        assertThat(ScheduleChecker.violations(problem, schedule)).isEmpty();
        assertThat(slot(schedule, "hard").people()).containsExactly("master");
        assertThat(slot(schedule, "hard").start()).isZero();
        assertThat(schedule.makespan()).isEqualTo(120);
    }

    @Test
    void who_is_not_there_is_said_by_name_of_the_skill() {
        var lonely = Operation.of("o", new Alternative("A", 60)).by("weld", 3, 2);
        var problem = new ScheduleProblem(
                        0,
                        List.of(Machine.of("A", ALWAYS)),
                        List.of(),
                        List.of(),
                        List.of(Job.of("1", 0, null, 1, List.of(lonely))),
                        List.of())
                .withPeople(List.of(new Person("master", ALWAYS, Map.of("weld", 3))));
        Assertions.assertThatThrownBy(() -> Scheduler.schedule(problem, Budget.iterations(0)))
                .isInstanceOf(EngineRefusal.class)
                .hasMessageContaining("2 people with weld of grade 3");
    }

    @Test
    void one_setter_sets_up_one_machine_at_a_time() {
        var matrix = new SetupMatrix("S", List.of(), 30);
        var machines = List.of(
                Machine.of("A", ALWAYS).withSetups("S", null).withSetupCrew("setter"),
                Machine.of("B", ALWAYS).withSetups("S", null).withSetupCrew("setter"));
        var jobs = List.of(
                Job.of(
                        "1",
                        0,
                        10L,
                        1,
                        List.of(Operation.of("a", new Alternative("A", 60)).withFamily("x"))),
                Job.of(
                        "2",
                        0,
                        10L,
                        1,
                        List.of(Operation.of("b", new Alternative("B", 60)).withFamily("x"))));
        var problem = new ScheduleProblem(
                0, machines, List.of(matrix), List.of(new SharedResource("setter", 1, ALWAYS)), jobs, List.of());
        var schedule = Scheduler.schedule(problem, Budget.iterations(20));
        assertThat(ScheduleChecker.violations(problem, schedule)).isEmpty();
        assertThat(schedule.makespan()).isEqualTo(120);
    }

    @Test
    void hot_parts_are_heated_only_when_the_press_can_take_them_in_time() {
        var heat = Operation.of("heat", new Alternative("oven", 30));
        var press = Operation.of("press", new Alternative("press", 10));
        var other = Operation.of("other", new Alternative("press", 100));
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("oven", ALWAYS), Machine.of("press", ALWAYS)),
                List.of(),
                List.of(),
                List.of(Job.of("urgent", 0, 100L, 9, List.of(other)), Job.of("hot", 50, 60L, 1, List.of(heat, press))),
                List.of(Arc.within("heat", "press", 0, 5)));
        var schedule = Scheduler.schedule(problem, Budget.iterations(50));
        assertThat(ScheduleChecker.violations(problem, schedule)).isEmpty();
        assertThat(slot(schedule, "press").start()).isEqualTo(100);
        assertThat(slot(schedule, "heat").end()).isBetween(95L, 100L);
    }

    private static ScheduleProblem turnedAndGround(long minutesOfNorthernGrinder) {
        var turn = Operation.of("turn", new Alternative("lathe", 60));
        var grind = Operation.of(
                "grind",
                new Alternative("north grinder", minutesOfNorthernGrinder),
                new Alternative("south grinder", 30));
        var machines = List.of(
                Machine.of("lathe", ALWAYS).in("north"),
                Machine.of("north grinder", ALWAYS).in("north"),
                Machine.of("south grinder", ALWAYS).in("south"));
        var job = Job.of("J", 0, 100L, 1, List.of(turn, grind));
        return new ScheduleProblem(0, machines, List.of(), List.of(), List.of(job), List.of())
                .withJourneys(List.of(new Journey("north", "south", 45)));
    }

    @Test
    void a_faster_machine_of_another_plant_is_taken_only_if_the_journey_pays() {
        var far = turnedAndGround(90);
        var there = Scheduler.schedule(far, Budget.iterations(20));
        assertThat(ScheduleChecker.violations(far, there)).isEmpty();
        assertThat(slot(there, "grind").machine()).isEqualTo("south grinder");
        assertThat(slot(there, "grind").start()).isEqualTo(105);
        var here = Scheduler.schedule(turnedAndGround(70), Budget.iterations(20));
        assertThat(slot(here, "grind").machine()).isEqualTo("north grinder");
        assertThat(slot(here, "grind").end()).isEqualTo(130);
    }

    @Test
    void a_journey_to_where_no_machine_stands_is_refused() {
        var problem = turnedAndGround(70).withJourneys(List.of(new Journey("north", "moon", 45)));
        Assertions.assertThatThrownBy(() -> Scheduler.schedule(problem, Budget.iterations(0)))
                .isInstanceOf(EngineRefusal.class)
                .hasMessageContaining("moon");
    }
}
