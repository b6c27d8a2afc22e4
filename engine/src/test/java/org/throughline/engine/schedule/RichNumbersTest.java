package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.Window;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.Operation.Lock;

/** Numbers that nothing can be computed with are refused, and extreme ones answered. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RichNumbersTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();
    private static final Operation PLAIN = Operation.of("o", new Alternative("M", 10));

    private static ScheduleProblem problem(Operation operation) {
        return problem(operation, Machine.of("M", ALWAYS), new SharedResource("setter", 1, ALWAYS), 20, List.of());
    }

    private static ScheduleProblem problem(
            Operation operation, Machine machine, SharedResource resource, long setup, List<Arc> arcs) {
        var before = Operation.of("before", new Alternative("M", 10)).withFamily("blue");
        return new ScheduleProblem(
                0,
                List.of(machine),
                List.of(new SetupMatrix("S", List.of(), setup)),
                List.of(resource),
                List.of(Job.of("J", 0, 5L, 1, List.of(before, operation))),
                arcs);
    }

    static Stream<ScheduleProblem> implausible() {
        var machine = Machine.of("M", ALWAYS);
        var setter = new SharedResource("setter", 1, ALWAYS);
        return Stream.of(
                problem(PLAIN.withMaterial(Long.MAX_VALUE, "steel")),
                problem(PLAIN.lockedAt(new Lock("M", 10, -5, Lock.Reason.LOCKED))),
                problem(PLAIN.lockedAt(new Lock("M", Long.MIN_VALUE, 5, Lock.Reason.LOCKED))),
                problem(Operation.of("o", new Alternative("M", -1))),
                problem(PLAIN, machine.withSetups("S", "red"), setter, -20, List.of()),
                problem(PLAIN, machine, setter.without(1, new Window(5, Long.MAX_VALUE)), 20, List.of()),
                problem(PLAIN, machine, setter, 20, List.of(new Arc("before", "o", 0, new Arc.Overlap(-1, 0)))),
                problem(PLAIN, machine, setter, 20, List.of(new Arc("before", "o", Long.MAX_VALUE, null))));
    }

    @ParameterizedTest
    @MethodSource("implausible")
    void implausible_minutes_are_refused(ScheduleProblem problem) {
        assertThatThrownBy(() -> Scheduler.schedule(problem, Budget.iterations(5)))
                .isInstanceOfSatisfying(EngineRefusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("schedule.never-fits");
                    assertThat(refusal.values()).containsKey("minutes");
                });
    }

    @Test
    void a_machine_whose_setter_is_nobody_is_refused() {
        var machine = Machine.of("M", ALWAYS).withSetups("S", "red").withSetupCrew("setter");
        var problem = problem(PLAIN, machine, new SharedResource("setter", 0, ALWAYS), 20, List.of());
        assertThatThrownBy(() -> Scheduler.schedule(problem, Budget.iterations(0)))
                .isInstanceOfSatisfying(
                        EngineRefusal.class,
                        refusal ->
                                assertThat(refusal.values()).isEqualTo(Map.of("machine", "M", "resource", "setter")));
    }

    @Test
    void no_milliseconds_are_the_first_schedule_only() {
        assertThat(Scheduler.schedule(problem(PLAIN), Budget.milliseconds(0)).evaluations())
                .isEqualTo(1);
    }

    @Test
    void more_milliseconds_than_can_be_counted_are_no_limit() {
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        var budget = Budget.milliseconds(Long.MAX_VALUE - TimeUnit.DAYS.toMillis(1))
                .cancelledWhen(() -> asked.incrementAndGet() > 40);
        assertThat(Scheduler.schedule(problem(PLAIN), budget).evaluations()).isGreaterThan(20);
    }
}
