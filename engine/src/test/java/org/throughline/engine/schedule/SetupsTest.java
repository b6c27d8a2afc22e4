package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.engine.schedule.ScheduleChecker.checked;
import static org.throughline.engine.schedule.ScheduleChecker.slot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.SetupMatrix.SetupTime;

/** Setups between families. */
class SetupsTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();

    private static final String[] SET_UP = {"W1", "W2", "B1", "R1"};

    /** T-SCH-04. */
    private static ScheduleProblem setUpInTurn(List<Arc> arcs) {
        var times = List.of(
                new SetupTime(null, "W", 5),
                new SetupTime(null, "B", 5),
                new SetupTime(null, "R", 5),
                new SetupTime("W", "R", 10),
                new SetupTime("W", "B", 15),
                new SetupTime("R", "B", 10),
                new SetupTime("R", "W", 25),
                new SetupTime("B", "R", 30),
                new SetupTime("B", "W", 40));
        var jobs = new ArrayList<Job>();
        long[] minutes = {30, 20, 40, 10};
        for (int j = 0; j < SET_UP.length; j++) {
            // All are late from the start, so the sum of completions is what counts.
            jobs.add(Job.of(
                    SET_UP[j],
                    0,
                    125L,
                    1,
                    List.of(Operation.of(SET_UP[j], new Alternative("M", minutes[j]))
                            .withFamily(SET_UP[j].substring(0, 1)))));
        }
        return new ScheduleProblem(
                0,
                List.of(Machine.of("M", ALWAYS).withSetups("S", null)),
                List.of(new SetupMatrix("S", times, 0)),
                List.of(),
                jobs,
                arcs);
    }

    @Test
    void the_best_setup_sequence_of_four_jobs_is_found() {
        var schedule = checked(setUpInTurn(List.of()), Budget.iterations(300));
        assertThat(schedule.makespan()).isEqualTo(125);
        assertThat(schedule.lateJobs()).isZero();
    }

    @Test
    void no_setup_sequence_of_four_jobs_is_better_and_the_worst_takes_an_hour_more() {
        var makespans = new ArrayList<Long>();
        inEveryOrder(new ArrayList<>(), makespans);
        assertThat(makespans).hasSize(24);
        assertThat(Collections.min(makespans)).isEqualTo(125);
        assertThat(Collections.max(makespans)).isEqualTo(185);
    }

    private static void inEveryOrder(List<String> order, List<Long> makespans) {
        if (order.size() == SET_UP.length) {
            var arcs = new ArrayList<Arc>();
            for (int k = 1; k < order.size(); k++) {
                arcs.add(Arc.of(order.get(k - 1), order.get(k)));
            }
            makespans.add(checked(setUpInTurn(arcs), Budget.iterations(0)).makespan());
        }
        for (var next : SET_UP) {
            if (!order.contains(next)) {
                var longer = new ArrayList<>(order);
                longer.add(next);
                inEveryOrder(longer, makespans);
            }
        }
    }

    /** The part comes at minute 50; the machine turns to its family in 20 minutes, before it comes or only then. */
    @Test
    void an_attached_setup_waits_for_the_work() {
        var matrix = new SetupMatrix("S", List.of(), 20);
        var operation =
                Operation.of("turn", new Alternative("M", 30)).withFamily("red").withMaterial(50, "bar");
        var job = Job.of("job", 0, null, 1, List.of(operation));
        var machine = Machine.of("M", WorkingCalendar.always()).withSetups("S", "blue");
        for (var one : List.of(machine, machine.withAttachedSetups())) {
            var problem = new ScheduleProblem(0, List.of(one), List.of(matrix), List.of(), List.of(job), List.of());
            var schedule = Scheduler.schedule(problem, Budget.iterations(5));
            assertThat(ScheduleChecker.violations(problem, schedule)).isEmpty();
            var slot = schedule.operations().getFirst();
            assertThat(slot.start()).isEqualTo(one.attachedSetups() ? 70 : 50);
            assertThat(slot.setupStart()).isEqualTo(one.attachedSetups() ? 50 : 30);
            assertThat(slot.cause().kind()).isEqualTo(one.attachedSetups() ? Cause.Kind.MACHINE : Cause.Kind.MATERIAL);
        }
    }
}
