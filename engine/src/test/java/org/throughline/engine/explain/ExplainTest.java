package org.throughline.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Budget;
import org.throughline.engine.schedule.Cause;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Machine;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.Scheduler;

class ExplainTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();

    private static Operation operation(String id, String machine, long minutes) {
        return Operation.of(id, new Alternative(machine, minutes));
    }

    private static Explain explain() {
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS)),
                List.of(),
                List.of(),
                List.of(
                        Job.of("urgent", 0, 10L, 100, List.of(operation("u", "mill", 200))),
                        Job.of(
                                "late",
                                0,
                                150L,
                                1,
                                List.of(
                                        operation("saw it", "saw", 20).withMaterial(100, "PO-7"),
                                        operation("mill it", "mill", 30)))),
                List.of());
        return Explain.of(problem, Scheduler.schedule(problem, Budget.iterations(0)));
    }

    @Test
    void every_minute_of_a_late_order_has_a_reason() {
        var story = explain().story("late");

        assertThat(story.late()).isEqualTo(80);
        assertThat(story.shares())
                .containsExactly(
                        new Share("saw it", "saw", new Cause(Cause.Kind.MATERIAL, "PO-7", 100), 0, 100),
                        new Share("saw it", "saw", null, 100, 120),
                        new Share("mill it", "mill", new Cause(Cause.Kind.MACHINE, "u", 200), 120, 200),
                        new Share("mill it", "mill", null, 200, 230));
        assertThat(story.waits()).isEqualTo(Map.of(Cause.Kind.MATERIAL, 100L, Cause.Kind.MACHINE, 80L));
        assertThat(story.shares().stream().mapToLong(Share::minutes).sum()).isEqualTo(story.end());
    }

    @Test
    void an_order_that_is_not_scheduled_has_no_story() {
        assertThatThrownBy(() -> explain().story("other"))
                .isInstanceOfSatisfying(
                        EngineRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("schedule.unknown"));
    }
}
