package org.throughline.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Arc;
import org.throughline.engine.schedule.Budget;
import org.throughline.engine.schedule.Cause;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Journey;
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

    private static Job single(String id, String machine, long minutes) {
        return Job.of(id, 0, null, 1, List.of(operation(id, machine, minutes)));
    }

    /** A job whose material comes at 500, behind one that takes the mill for so many minutes. */
    private static ScheduleProblem lateBehind(long minutes) {
        return new ScheduleProblem(
                0,
                List.of(Machine.of("mill", ALWAYS)),
                List.of(),
                List.of(),
                List.of(
                        single("busy", "mill", minutes),
                        Job.of(
                                "late",
                                0,
                                null,
                                1,
                                List.of(operation("late", "mill", 10).withMaterial(500, "PO-7")))),
                List.of());
    }

    @Test
    void of_a_wait_for_material_and_the_machine_each_has_what_it_took_longer() {
        var problem = lateBehind(520);
        var story = Explain.of(problem, Scheduler.schedule(problem, Budget.iterations(0)))
                .story("late");

        assertThat(story.shares())
                .containsExactly(
                        new Share("late", "mill", new Cause(Cause.Kind.MATERIAL, "PO-7", 500), 0, 500),
                        new Share("late", "mill", new Cause(Cause.Kind.MACHINE, "busy", 520), 500, 520),
                        new Share("late", "mill", null, 520, 530));
        assertThat(story.waits()).isEqualTo(Map.of(Cause.Kind.MATERIAL, 500L, Cause.Kind.MACHINE, 20L));
    }

    @Test
    void a_machine_that_was_free_before_the_material_came_has_only_its_own_part() {
        var problem = lateBehind(100);
        assertThat(Explain.of(problem, Scheduler.schedule(problem, Budget.iterations(0)))
                        .story("late")
                        .waits())
                .isEqualTo(Map.of(Cause.Kind.MACHINE, 100L, Cause.Kind.MATERIAL, 400L));
    }

    @Test
    void the_story_goes_on_with_what_kept_it_waiting_and_not_with_what_ended_last() {
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS), Machine.of("press", ALWAYS)),
                List.of(),
                List.of(),
                List.of(single("a", "saw", 100), single("b", "mill", 80), single("c", "press", 10)),
                List.of(Arc.of("a", "c"), new Arc("b", "c", 60, null)));
        assertThat(Explain.of(problem, Scheduler.schedule(problem, Budget.iterations(0)))
                        .story("c")
                        .shares())
                .containsExactly(
                        new Share("b", "mill", null, 0, 80),
                        new Share("c", "press", new Cause(Cause.Kind.PREDECESSOR, "b", 140), 80, 140),
                        new Share("c", "press", null, 140, 150));
    }

    @Test
    void the_story_goes_on_with_what_had_the_longer_journey() {
        var problem = new ScheduleProblem(
                        0,
                        List.of(
                                Machine.of("saw", ALWAYS).in("north"),
                                Machine.of("mill", ALWAYS).in("south"),
                                Machine.of("press", ALWAYS).in("north")),
                        List.of(),
                        List.of(),
                        List.of(single("a", "saw", 100), single("b", "mill", 80), single("c", "press", 10)),
                        List.of(Arc.of("b", "c"), Arc.of("a", "c")))
                .withJourneys(List.of(new Journey("south", "north", 60)));
        assertThat(Explain.of(problem, Scheduler.schedule(problem, Budget.iterations(0)))
                        .story("c")
                        .shares()
                        .getFirst())
                .isEqualTo(new Share("b", "mill", null, 0, 80));
    }

    @Test
    void an_order_that_is_not_scheduled_has_no_story() {
        assertThatThrownBy(() -> explain().story("other"))
                .isInstanceOfSatisfying(
                        EngineRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("schedule.unknown"));
    }
}
