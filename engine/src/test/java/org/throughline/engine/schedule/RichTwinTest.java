package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;

/** The scheduler beside a twin that tries everything, on problems of up to eight operations. */
class RichTwinTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();
    private static final int HORIZON = 16;

    enum Feature {
        LONGEST_WAITS,
        OVENS,
        SETTERS,
        ATTACHED_SETUPS,
        PEOPLE,
        PLANTS,
        EVERYTHING;

        /** All at once takes the twin longest. */
        int cases() {
            return this == EVERYTHING ? 40 : 150;
        }

        /** Per cent of the cases that are solved to the optimum, at least. */
        int share() {
            return this == EVERYTHING ? 60 : 93;
        }

        boolean has(Feature other) {
            return this == other || this == EVERYTHING;
        }
    }

    /** Never better than possible, seldom worse than the best, refused only if nothing is possible. */
    @ParameterizedTest
    @EnumSource
    void a_small_problem_is_nearly_always_solved_to_the_optimum(Feature feature) {
        int best = 0;
        for (int seed = 0; seed < feature.cases(); seed++) {
            var problem = problem(feature, new Random(seed));
            double reached = reached(problem);
            double optimum = RichTwin.optimum(problem, HORIZON, reached);
            assertThat(reached).as("%s %d", feature, seed).isGreaterThanOrEqualTo(optimum);
            best += reached == optimum ? 1 : 0;
        }
        assertThat(best)
                .as("%s: at the optimum", feature)
                .isGreaterThanOrEqualTo(feature.cases() * feature.share() / 100);
    }

    /** Infinite if the problem is refused. */
    private static double reached(ScheduleProblem problem) {
        try {
            var schedule = Scheduler.schedule(problem, Budget.iterations(300));
            assertThat(ScheduleChecker.violations(problem, schedule)).isEmpty();
            return tardiness(problem, schedule);
        } catch (EngineRefusal refusal) {
            assertThat(refusal.code()).isEqualTo("schedule.never-fits");
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double tardiness(ScheduleProblem problem, Schedule schedule) {
        double sum = 0;
        for (var job : problem.jobs()) {
            long end = schedule.operations().stream()
                    .filter(slot -> job.operations().stream()
                            .anyMatch(operation -> operation.id().equals(slot.operation())))
                    .mapToLong(ScheduledOperation::end)
                    .max()
                    .orElse(0);
            var due = job.due();
            sum += due == null ? 0 : job.weight() * Math.max(0, end - due);
        }
        return sum;
    }

    private static ScheduleProblem problem(Feature feature, Random random) {
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < 2; m++) {
            var machine = Machine.of("M" + m, ALWAYS);
            if (feature.has(Feature.SETTERS)) {
                machine = machine.withSetups("S", random.nextBoolean() ? "red" : null)
                        .withSetupCrew("setter");
            }
            if (feature.has(Feature.ATTACHED_SETUPS)) {
                machine = machine.withSetups("S", "red").withAttachedSetups();
            }
            machines.add(machine);
        }
        machines.add(feature.has(Feature.OVENS) ? Machine.of("M2", ALWAYS).withBatches(3) : Machine.of("M2", ALWAYS));
        var jobs = new ArrayList<Job>();
        var arcs = new ArrayList<Arc>();
        for (int j = 0; j < 3 + random.nextInt(2); j++) {
            var operations = new ArrayList<Operation>();
            for (int k = 0; k < 1 + random.nextInt(2); k++) {
                operations.add(operation(feature, random, "J%d.%d".formatted(j, k)));
                if (k > 0 && feature.has(Feature.LONGEST_WAITS)) {
                    int lag = random.nextInt(2);
                    arcs.add(Arc.within("J%d.0".formatted(j), "J%d.1".formatted(j), lag, lag + random.nextInt(2)));
                }
            }
            jobs.add(Job.of("J" + j, random.nextInt(3), 2L + random.nextInt(5), 1 + random.nextInt(3), operations));
        }
        var setters = feature.has(Feature.SETTERS)
                ? List.of(new SharedResource("setter", 1, ALWAYS))
                : List.<SharedResource>of();
        var matrix = new SetupMatrix("S", List.of(new SetupMatrix.SetupTime("red", "blue", 2)), 1);
        var people = List.of(
                new Person("Wang", ALWAYS, Map.of("weld", 3, "turn", 1)),
                new Person("Li", ALWAYS, Map.of("weld", 1, "turn", 2)));
        var inPlants = machines.stream()
                .map(machine ->
                        machine.in(feature.has(Feature.PLANTS) && machine.id().equals("M1") ? "south" : "north"))
                .toList();
        var journeys = feature.has(Feature.PLANTS)
                ? List.of(new Journey("north", "south", 2), new Journey("south", "north", 1))
                : List.<Journey>of();
        return new ScheduleProblem(0, inPlants, List.of(matrix), setters, jobs, arcs, people).withJourneys(journeys);
    }

    private static Operation operation(Feature feature, Random random, String id) {
        var alternatives = new ArrayList<Alternative>();
        int first = random.nextInt(3);
        int count = 1 + random.nextInt(2);
        for (int a = 0; a < count; a++) {
            alternatives.add(new Alternative("M" + (first + a) % 3, 1 + random.nextInt(3)));
        }
        var operation = Operation.of(id, alternatives.toArray(Alternative[]::new));
        if (feature.has(Feature.SETTERS) || feature.has(Feature.ATTACHED_SETUPS) || feature.has(Feature.OVENS)) {
            operation =
                    operation.withFamily(random.nextBoolean() ? "red" : "blue").ofSize(1 + random.nextInt(2));
        }
        if (feature.has(Feature.PEOPLE)) {
            operation = switch (random.nextInt(4)) {
                case 0 -> operation.by("weld", 1 + random.nextInt(3), 1);
                case 1 -> operation.by("turn", 1 + random.nextInt(2), 1);
                case 2 -> operation.by("weld", 1, 1).by("turn", 1, 1);
                default -> operation;
            };
        }
        return operation;
    }
}
