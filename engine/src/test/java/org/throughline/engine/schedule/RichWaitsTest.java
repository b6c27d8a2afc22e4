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
