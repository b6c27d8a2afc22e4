package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;

/** Waits that cross each other, and several between the same two operations. */
class RichWaitsTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();

    /** Ten minutes on a machine of its own. */
    private static Operation operation(String id) {
        return Operation.of(id, new Alternative(id, 10));
    }

    private static Job job(String id, String... operations) {
        return Job.of(
                id,
                0,
                20L,
                1,
                Stream.of(operations).map(RichWaitsTest::operation).toList());
    }

    private static Schedule checked(List<Job> jobs, Arc... arcs) {
        var machines = jobs.stream()
                .flatMap(job -> job.operations().stream())
                .map(operation -> Machine.of(operation.id(), ALWAYS))
                .toList();
        var problem = new ScheduleProblem(0, machines, List.of(), List.of(), jobs, List.of(arcs));
        return ScheduleChecker.checked(problem, Budget.iterations(20));
    }

    @Test
    void two_longest_waits_that_wait_for_each_other_are_kept_together() {
        var schedule = checked(
                List.of(job("J1", "a", "c"), job("J2", "b", "d")),
                Arc.within("a", "c", 0, 10),
                Arc.within("b", "d", 0, 10),
                Arc.of("a", "d"),
                Arc.of("b", "c"));
        assertThat(schedule.operations()).extracting(ScheduledOperation::start).containsExactly(0L, 0L, 10L, 10L);
    }

    @Test
    void what_must_be_followed_soon_is_held_back_by_what_follows() {
        var heat = Operation.of("heat", new Alternative("forge", 10));
        var form = Operation.of("form", new Alternative("press", 10)).withMaterial(100, "die");
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("forge", ALWAYS), Machine.of("press", ALWAYS)),
                List.of(),
                List.of(),
                List.of(Job.of("J", 0, 20L, 1, List.of(heat, form))),
                List.of(Arc.within("heat", "form", 0, 5)));
        var schedule = ScheduleChecker.checked(problem, Budget.iterations(0));
        assertThat(ScheduleChecker.slot(schedule, "heat").cause())
                .isEqualTo(new Cause(Cause.Kind.FOLLOWER, "form", 85));
        assertThat(ScheduleChecker.slot(schedule, "form").cause().kind()).isEqualTo(Cause.Kind.MATERIAL);
    }

    @Test
    void of_several_waits_between_two_operations_the_longest_is_told() {
        var jobs = List.of(job("J", "a"), job("K", "b"));
        var arcs = List.of(new Arc("a", "b", 30, null), new Arc("a", "b", 10, null));
        var machines = List.of(Machine.of("a", ALWAYS), Machine.of("b", ALWAYS));
        var problem = new ScheduleProblem(0, machines, List.of(), List.of(), jobs, arcs);
        var schedule = ScheduleChecker.checked(problem, Budget.iterations(0));
        var predecessors = new Predecessors(problem, jobs, arcs, schedule.operations());
        assertThat(predecessors.waits(ScheduleChecker.slot(schedule, "b")))
                .containsExactly(new Cause(Cause.Kind.PREDECESSOR, "a", 40));
    }

    @Test
    void what_lies_inside_a_longest_wait_may_wait_for_another_one() {
        var schedule = checked(
                List.of(job("J1", "a", "b", "c"), job("J2", "h1", "h2")),
                Arc.within("a", "c", 0, 30),
                Arc.within("h1", "h2", 0, 10),
                Arc.of("h2", "b"));
        assertThat(schedule.makespan()).isEqualTo(40);
    }

    @Test
    void of_several_waits_between_the_same_two_operations_all_hold() {
        var longest = Arc.within("a", "b", 0, 200);
        var least = new Arc("a", "b", 100, null);
        for (var arcs : List.of(List.of(least, longest), List.of(longest, least))) {
            var schedule = checked(List.of(job("J", "a", "b")), arcs.toArray(Arc[]::new));
            assertThat(schedule.operations())
                    .extracting(ScheduledOperation::start)
                    .containsExactly(0L, 110L);
        }
    }

    @Test
    void work_that_should_wait_for_the_end_too_does_not_begin_with_the_first_batch() {
        var overlap = new Arc("a", "b", 0, new Arc.Overlap(2, 2));
        var schedule = checked(List.of(job("J", "a", "b")), Arc.of("a", "b"), overlap);
        assertThat(schedule.operations()).extracting(ScheduledOperation::start).containsExactly(0L, 10L);
    }
}
