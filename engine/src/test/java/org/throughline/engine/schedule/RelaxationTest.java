package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.Window;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.shop.Effort;

class RelaxationTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();

    private static ScheduleProblem problem(List<Machine> machines, List<Job> jobs, Arc... arcs) {
        return new ScheduleProblem(0, machines, List.of(), List.of(), jobs, List.of(arcs));
    }

    private static Operation work(String id, String machine, long minutes) {
        return Operation.of(id, new Alternative(machine, minutes));
    }

    private static Chains chains(ScheduleProblem problem) {
        var network = Network.of(problem);
        return new Chains(network, new WorkClock(network));
    }

    @Test
    void an_order_of_a_problem_with_every_feature_can_be_placed_without_breaking_a_rule() {
        for (int seed = 0; seed < 150; seed++) {
            for (var problem : List.of(RandomProblems.problem(seed), RandomProblems.rich(seed))) {
                var network = Network.of(problem);
                var order = Objects.requireNonNull(new Relaxation(network).search(Effort.evaluations(400), seed));
                for (var hold : Decoder.Hold.values()) {
                    place(network, order, hold, seed);
                }
            }
        }
    }

    private static void place(Network network, Relaxation.Order order, Decoder.Hold hold, int seed) {
        double[] keys = Arrays.stream(order.start()).asDoubleStream().toArray();
        var decoder = new Decoder(
                network, Goal.following(network, Objective.byTardiness(), order.start(), order.machine()), hold);
        try {
            var schedule = new ScheduleReport(decoder.decode(keys), 1).write();
            assertThat(ScheduleChecker.violations(network.problem, schedule))
                    .as("%s %d", hold, seed)
                    .isEmpty();
        } catch (EngineRefusal refusal) {
            assertThat(refusal.code()).isEqualTo("schedule.never-fits");
        }
    }

    @Test
    void a_plant_is_scheduled_better_than_by_dispatching_and_the_same_again() {
        var random = new Random(3);
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < 4; m++) {
            machines.add(Machine.of("M" + m, ALWAYS).withSetups("S", null));
        }
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < 50; j++) {
            var operations = new ArrayList<Operation>();
            for (int k = 0; k < 3; k++) {
                operations.add(work("%d.%d".formatted(j, k), "M" + random.nextInt(4), 20 + random.nextInt(80))
                        .withFamily("F" + random.nextInt(4)));
            }
            jobs.add(Job.of(
                    "J" + j,
                    random.nextInt(500),
                    (long) (500 + random.nextInt(2_000)),
                    1 + random.nextInt(5),
                    operations));
        }
        var problem = new ScheduleProblem(
                0, machines, List.of(new SetupMatrix("S", List.of(), 30)), List.of(), jobs, List.of());
        var dispatched = Scheduler.schedule(problem, Budget.iterations(12));
        var searched = Scheduler.schedule(problem, Budget.iterations(400));
        assertThat(ScheduleChecker.violations(problem, searched)).isEmpty();
        assertThat(searched.weightedTardiness()).isLessThan(0.9 * dispatched.weightedTardiness());
        assertThat(Scheduler.schedule(problem, Budget.iterations(400))).isEqualTo(searched);
    }

    @Test
    void a_machine_that_works_half_the_hours_takes_twice_as_long_by_the_clock() {
        var days = new ArrayList<Window>();
        for (long day = 0; day < 100; day++) {
            days.add(new Window(day * 1_440, day * 1_440 + 720));
        }
        var network = Network.of(problem(
                List.of(Machine.of("half", WorkingCalendar.ofWindows(days)), Machine.of("full", ALWAYS)),
                List.of(Job.of("J", 0, 1_440L, 1, List.of(work("a", "half", 60), work("b", "full", 60))))));
        var clock = new WorkClock(network);
        assertThat(clock.minutes(0, 60)).isEqualTo(120);
        assertThat(clock.minutes(1, 60)).isEqualTo(60);
        assertThat(clock.at(1_440)).isEqualTo(1_440);
        assertThat(clock.elapsed(90)).isEqualTo(90);
    }

    @Test
    void a_chain_starts_late_enough_to_find_its_material_and_is_due_early_enough_for_what_waits_for_it() {
        var part = Job.of("part", 0, null, 1, List.of(work("turn", "M", 30), work("mill", "M", 20)));
        var pump = Job.of(
                "pump", 0, 500L, 4, List.of(work("fit", "M", 40).withMaterial(200, "seal"), work("test", "M", 10)));
        var chains = chains(
                problem(List.of(Machine.of("M", ALWAYS)), List.of(part, pump), new Arc("mill", "fit", 25, null)));
        assertThat(chains.areLinked()).isTrue();
        assertThat(chains.due(0)).isEqualTo(500 - 10 - 40 - 25);
        assertThat(chains.weight(0)).isEqualTo(4);
        assertThat(chains.release(2)).isEqualTo(200);
        assertThat(chains.due(2)).isEqualTo(500);
        chains.headsAndDates(new long[] {0, 400, 0, 0});
        assertThat(chains.release(2)).isEqualTo(425);
    }

    @Test
    void minutes_beyond_all_plans_are_left_to_the_placing() {
        var jobs = List.of(Job.of("J", 0, 10L, 1, List.of(work("a", "M", 1L << 31), work("b", "M", 5))));
        var network = Network.of(problem(List.of(Machine.of("M", ALWAYS)), jobs));
        assertThat(new Relaxation(network).search(Effort.evaluations(10), 1)).isNull();
    }
}
