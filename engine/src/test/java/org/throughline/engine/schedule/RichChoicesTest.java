package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.engine.schedule.ScheduleChecker.checked;
import static org.throughline.engine.schedule.ScheduleChecker.slot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** What cannot be done one way is done another way: machines, people, orders of work. */
class RichChoicesTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();
    private static final WorkingCalendar FORENOON_AND_AFTERNOON = WorkingCalendar.of(CalendarDefinition.of(
                    TimeAxis.epoch(ZoneId.of("UTC")), LocalDate.EPOCH, LocalDate.EPOCH.plusDays(20))
            .withShifts(List.of(DayOfWeek.values()), List.of(Shift.of("08:00", "12:00"), Shift.of("13:00", "17:00"))));

    private static ScheduleProblem problem(List<Machine> machines, List<SharedResource> resources, Job... jobs) {
        var matrix = new SetupMatrix(
                "S", List.of(new SetupMatrix.SetupTime("A", "B", 10), new SetupMatrix.SetupTime("B", "A", 20)), 0);
        return new ScheduleProblem(0, machines, List.of(matrix), resources, List.of(jobs), List.of());
    }

    private static Job job(Operation... operations) {
        return Job.of(operations[0].id(), 0, 10L, 1, List.of(operations));
    }

    @Test
    void a_machine_whose_windows_are_too_short_is_passed_over() {
        var machines = List.of(Machine.of("M", FORENOON_AND_AFTERNOON), Machine.of("N", ALWAYS));
        var whole = Operation.of("whole", new Alternative("M", 300), new Alternative("N", 300))
                .uninterrupted();
        var slot = slot(checked(problem(machines, List.of(), job(whole)), Budget.iterations(10)), "whole");
        assertThat(slot.machine()).isEqualTo("N");
        assertThat(slot.start()).isZero();
    }

    @Test
    void a_machine_that_closes_for_good_before_the_work_is_done_is_passed_over() {
        var closing = WorkingCalendar.ofWindows(List.of(new Window(0, 70)));
        var machines = List.of(Machine.of("M", closing), Machine.of("N", ALWAYS));
        var first = Operation.of("first", new Alternative("M", 60));
        var second = Operation.of("second", new Alternative("M", 60), new Alternative("N", 500));
        for (int iterations : new int[] {0, 20}) {
            var schedule =
                    checked(problem(machines, List.of(), job(first), job(second)), Budget.iterations(iterations));
            assertThat(slot(schedule, "second").machine()).isEqualTo("N");
        }
    }

    @Test
    void an_operation_that_no_machine_can_do_is_refused_by_name() {
        var machines = List.of(Machine.of("M", FORENOON_AND_AFTERNOON), Machine.of("N", FORENOON_AND_AFTERNOON));
        var whole = Operation.of("whole", new Alternative("M", 300), new Alternative("N", 400))
                .uninterrupted();
        assertThatThrownBy(() -> Scheduler.schedule(problem(machines, List.of(), job(whole)), Budget.iterations(10)))
                .isInstanceOf(EngineRefusal.class)
                .hasMessageContaining("whole");
    }

    /** Only a, then b ends before the machine closes for good; the heavier b is tried first. */
    @Test
    void an_order_of_work_that_cannot_be_done_does_not_hide_one_that_can() {
        var machine = Machine.of("M", WorkingCalendar.ofWindows(List.of(new Window(0, 70))))
                .withSetups("S", "A");
        for (double weight : new double[] {1, 4.5}) {
            var a = Job.of(
                    "a",
                    0,
                    10L,
                    1,
                    List.of(Operation.of("a", new Alternative("M", 30)).withFamily("A")));
            var b = Job.of(
                    "b",
                    0,
                    10L,
                    weight,
                    List.of(Operation.of("b", new Alternative("M", 30)).withFamily("B")));
            assertThat(checked(problem(List.of(machine), List.of(), a, b), Budget.iterations(100))
                            .makespan())
                    .isEqualTo(70);
        }
    }

    @Test
    void somebody_who_is_busy_later_is_free_after_that() {
        var locked = Operation.of("a", new Alternative("A", 70))
                .by("weld", 1, 1)
                .lockedAt(new Lock("A", 30, 70, Lock.Reason.LOCKED));
        var free = Operation.of("b", new Alternative("B", 60)).by("weld", 1, 1);
        var machines = List.of(Machine.of("A", ALWAYS), Machine.of("B", ALWAYS));
        var problem = problem(machines, List.of(), job(locked), job(free))
                .withPeople(List.of(new Person("P", ALWAYS, Map.of("weld", 1))));
        assertThat(slot(checked(problem, Budget.iterations(0)), "b").start()).isEqualTo(100);
    }

    @Test
    void somebody_who_is_never_there_long_enough_leaves_it_to_others() {
        var whole = Operation.of("whole", new Alternative("N", 300))
                .by("weld", 1, 1)
                .uninterrupted();
        var problem = problem(List.of(Machine.of("N", ALWAYS)), List.of(), job(whole))
                .withPeople(List.of(
                        new Person("half days", FORENOON_AND_AFTERNOON, Map.of("weld", 1)),
                        new Person("always", ALWAYS, Map.of("weld", 2))));
        assertThat(slot(checked(problem, Budget.iterations(0)), "whole").people())
                .containsExactly("always");
    }

    private static Operation withTwice(String id, String machine) {
        return Operation.of(id, new Alternative(machine, 30))
                .using("fixture", 1)
                .using("fixture", 1);
    }

    @Test
    void what_an_operation_takes_of_one_resource_is_added_up() {
        var machines = List.of(Machine.of("M", ALWAYS), Machine.of("N", ALWAYS));
        var three = List.of(new SharedResource("fixture", 3, ALWAYS));
        var problem = problem(machines, three, job(withTwice("a", "M")), job(withTwice("b", "N")));
        assertThat(checked(problem, Budget.iterations(10)).makespan()).isEqualTo(60);
    }

    @Test
    void an_operation_that_takes_more_in_sum_than_there_are_is_refused() {
        var one = List.of(new SharedResource("fixture", 1, ALWAYS));
        var problem = problem(List.of(Machine.of("M", ALWAYS)), one, job(withTwice("a", "M")));
        assertThatThrownBy(() -> Scheduler.schedule(problem, Budget.iterations(0)))
                .isInstanceOf(EngineRefusal.class)
                .hasMessageContaining("it takes 2 of fixture, of which there are 1");
    }
}
