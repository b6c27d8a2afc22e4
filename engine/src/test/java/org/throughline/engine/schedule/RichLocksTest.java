package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.engine.schedule.ScheduleChecker.slot;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.engine.calendar.Window;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.Operation.Lock;

/** What is locked stays where it is while what it waits for is still planned, and keeps the time of its setup. */
class RichLocksTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();
    private static final SetupMatrix MATRIX = new SetupMatrix("S", List.of(), 20);

    private static Operation free(String id, String machine, long minutes) {
        return Operation.of(id, new Alternative(machine, minutes));
    }

    private static Operation locked(String id, String machine, long start, long minutes) {
        return free(id, machine, minutes).lockedAt(new Lock(machine, start, minutes, Lock.Reason.LOCKED));
    }

    private static Job job(Operation... operations) {
        return Job.of(operations[0].id(), 0, 10L, 1, List.of(operations));
    }

    private static Schedule checked(List<Machine> machines, List<Arc> arcs, Job... jobs) {
        var setter = new SharedResource("setter", 1, ALWAYS);
        var problem = new ScheduleProblem(0, machines, List.of(MATRIX), List.of(setter), List.of(jobs), arcs);
        Schedule last = null;
        for (int iterations : new int[] {50, 0}) {
            last = ScheduleChecker.checked(problem, Budget.iterations(iterations));
        }
        return java.util.Objects.requireNonNull(last);
    }

    private static List<Machine> twoMachines() {
        return List.of(Machine.of("M1", ALWAYS), Machine.of("M2", ALWAYS));
    }

    @Test
    void a_locked_operation_stays_although_what_it_waits_for_is_still_planned() {
        var schedule = checked(
                twoMachines(),
                List.of(),
                job(free("A", "M1", 30), locked("B", "M2", 500, 100)),
                job(free("C", "M2", 600)));
        assertThat(slot(schedule, "B").start()).isEqualTo(500);
        assertThat(slot(schedule, "C").start()).isEqualTo(600);
    }

    @Test
    void a_locked_operation_gives_way_to_what_it_waits_for() {
        var schedule = checked(
                twoMachines(),
                List.of(),
                job(free("A", "M1", 530), locked("B", "M2", 500, 100), locked("D", "M1", 600, 10)),
                job(free("C", "M2", 600)));
        assertThat(slot(schedule, "B").start()).isGreaterThanOrEqualTo(530);
        assertThat(slot(schedule, "D").start()).isGreaterThanOrEqualTo(630);
    }

    @Test
    void what_something_locked_waits_for_goes_before_everything_else() {
        var urgent = Job.of("C", 0, 10L, 100, List.of(free("C", "M1", 200)));
        var schedule = checked(twoMachines(), List.of(), job(free("A", "M1", 30), locked("B", "M2", 100, 50)), urgent);
        assertThat(slot(schedule, "A").start()).isEqualTo(0);
        assertThat(slot(schedule, "B").start()).isEqualTo(100);
        assertThat(slot(schedule, "C").start()).isEqualTo(30);
    }

    @Test
    void what_cannot_be_in_time_for_something_locked_is_not_hurried() {
        var urgent = Job.of("C", 0, 10L, 100, List.of(free("C", "M1", 200)));
        var schedule = checked(twoMachines(), List.of(), job(free("A", "M1", 120), locked("B", "M2", 100, 50)), urgent);
        assertThat(slot(schedule, "C").start()).isEqualTo(0);
        assertThat(slot(schedule, "B").start()).isEqualTo(320);
    }

    /** A could be in time alone, but its machine is kept by something locked too. */
    @Test
    void what_was_hurried_in_vain_takes_its_turn_again() {
        var urgent = Job.of("C", 0, 10L, 100, List.of(free("C", "M1", 200)));
        var schedule = checked(
                twoMachines(),
                List.of(),
                job(free("A", "M1", 60), locked("B", "M2", 100, 50)),
                job(locked("D", "M1", 30, 50)),
                urgent);
        assertThat(slot(schedule, "D").start()).isEqualTo(30);
        assertThat(slot(schedule, "C").start()).isEqualTo(80);
        assertThat(slot(schedule, "A").start()).isEqualTo(280);
        assertThat(slot(schedule, "B").start()).isEqualTo(340);
    }

    @Test
    void what_is_locked_takes_its_place_when_another_locked_operation_leaves_it() {
        var schedule = checked(
                twoMachines(),
                List.of(),
                job(free("A", "M1", 530), locked("B", "M2", 100, 100)),
                job(locked("C", "M2", 150, 100)));
        assertThat(slot(schedule, "C").start()).isEqualTo(150);
        assertThat(slot(schedule, "B").start()).isEqualTo(530);
    }

    @Test
    void nothing_joins_a_locked_run_while_the_oven_is_closed() {
        var open = WorkingCalendar.ofWindows(List.of(new Window(100, 1_000)));
        var schedule = checked(
                List.of(Machine.of("oven", open).withBatches(2)),
                List.of(),
                job(locked("B", "oven", 50, 60)),
                job(free("C", "oven", 40)));
        assertThat(slot(schedule, "B").end()).isEqualTo(160);
        assertThat(slot(schedule, "C").start()).isEqualTo(160);
    }

    /** C is set up for red if B, which makes the machine blue, does not come before it. */
    @Test
    void if_a_locked_operation_gives_way_the_others_are_set_up_without_it() {
        for (var machine : List.of(
                Machine.of("M2", ALWAYS).withSetups("S", "red"),
                Machine.of("M2", ALWAYS).withSetups("S", "red").withAttachedSetups(),
                Machine.of("M2", ALWAYS).withSetups("S", "red").withSetupCrew("setter"))) {
            var schedule = checked(
                    List.of(Machine.of("M1", ALWAYS), machine),
                    List.of(),
                    job(free("A", "M1", 530), locked("B", "M2", 100, 100).withFamily("blue")),
                    job(free("C", "M2", 300).withFamily("red")));
            assertThat(slot(schedule, "C").start()).isZero();
            assertThat(slot(schedule, "B").start()).isEqualTo(machine.attachedSetups() ? 550 : 530);
        }
    }

    @Test
    void the_run_that_a_locked_operation_began_goes_on_without_it() {
        var oven = Machine.of("oven", ALWAYS).withBatches(2);
        var schedule = checked(
                List.of(Machine.of("M1", ALWAYS), oven),
                List.of(),
                job(free("A", "M1", 200), locked("B", "oven", 100, 50)),
                job(free("C", "oven", 40).withMaterial(100, "clay")));
        assertThat(slot(schedule, "C").start()).isEqualTo(100);
        assertThat(slot(schedule, "C").end()).isEqualTo(140);
        assertThat(slot(schedule, "B").start()).isEqualTo(200);
    }

    @Test
    void a_locked_operation_inside_a_longest_wait_gives_way_too() {
        var schedule = checked(
                twoMachines(),
                List.of(Arc.within("A", "C", 0, 2_000)),
                job(free("A", "M1", 200), locked("B", "M2", 100, 50), free("C", "M1", 10)));
        assertThat(slot(schedule, "B").start()).isEqualTo(200);
        assertThat(slot(schedule, "C").start()).isEqualTo(250);
    }

    @Test
    void nothing_takes_the_time_in_which_a_machine_is_set_up_for_what_is_locked() {
        for (var machine : List.of(
                Machine.of("M1", ALWAYS).withSetups("S", "red"),
                Machine.of("M1", ALWAYS).withSetups("S", "red").withAttachedSetups(),
                Machine.of("M1", ALWAYS).withSetups("S", "red").withSetupCrew("setter"))) {
            var locked = job(locked("B", "M1", 100, 50).withFamily("blue"));
            var tooLong = checked(
                    List.of(machine),
                    List.of(),
                    locked,
                    job(free("long", "M1", 100).withFamily("red")));
            assertThat(slot(tooLong, "B").start()).isEqualTo(100);
            assertThat(slot(tooLong, "B").setupStart()).isEqualTo(80);
            assertThat(slot(tooLong, "long").start()).isEqualTo(170);
            var shorter = checked(
                    List.of(machine),
                    List.of(),
                    locked,
                    job(free("short", "M1", 80).withFamily("red")));
            assertThat(slot(shorter, "short").start()).isZero();
        }
    }

    @Test
    void the_setter_comes_before_if_the_last_minutes_are_taken() {
        var machines = List.of(
                Machine.of("M1", ALWAYS).withSetups("S", "red").withSetupCrew("setter"),
                Machine.of("M2", ALWAYS).withSetups("S", "red").withSetupCrew("setter"));
        var schedule = checked(
                machines,
                List.of(),
                job(locked("a", "M1", 100, 50).withFamily("blue")),
                job(locked("b", "M2", 100, 50).withFamily("blue")));
        assertThat(slot(schedule, "a").setupStart()).isEqualTo(80);
        assertThat(slot(schedule, "b").setupStart()).isZero();
    }
}
