package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.engine.schedule.ScheduleChecker.checked;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.CalendarDefinition;
import org.throughline.engine.calendar.Shift;
import org.throughline.engine.calendar.TimeAxis;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.Operation.Lock;

/** Latest starts, and schedules moved as late as they can stand. */
class BackwardTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();
    private static final Budget ONCE = Budget.iterations(1);

    private static Operation operation(String id, String machine, long minutes) {
        return Operation.of(id, new Alternative(machine, minutes));
    }

    private static ScheduleProblem problem(List<Machine> machines, List<Job> jobs, Arc... arcs) {
        return new ScheduleProblem(0, machines, List.of(), List.of(), jobs, List.of(arcs));
    }

    private static Map<String, Long> latest(ScheduleProblem problem, Buffers buffers) {
        return Scheduler.latestStarts(problem, checked(problem, ONCE), buffers);
    }

    /** The starts of the schedule moved as late as it can stand, which must be right. */
    private static Map<String, Long> moved(ScheduleProblem problem, Buffers buffers) {
        var late = Scheduler.asLateAsPossible(problem, checked(problem, ONCE), buffers);
        assertThat(ScheduleChecker.violations(problem, late)).isEmpty();
        var starts = new HashMap<String, Long>();
        late.operations().forEach(slot -> starts.put(slot.operation(), slot.start()));
        return starts;
    }

    private static void assertMoved(ScheduleProblem problem, Buffers buffers, Map<String, Long> expected) {
        assertThat(latest(problem, buffers)).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(moved(problem, buffers)).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void drum_buffer_rope_the_rope_is_the_drums_start_less_its_buffer() {
        var machines = List.of(Machine.of("saw", ALWAYS), Machine.of("drum", ALWAYS), Machine.of("pack", ALWAYS));
        var job = Job.of(
                "J",
                0,
                1000L,
                1,
                List.of(operation("cut", "saw", 60), operation("mill", "drum", 120), operation("box", "pack", 30)));
        assertMoved(
                problem(machines, List.of(job)),
                new Buffers(100, "drum", 50),
                Map.of("box", 870L, "mill", 750L, "cut", 640L));
        assertMoved(problem(machines, List.of(job)), Buffers.none(), Map.of("box", 970L, "mill", 850L, "cut", 790L));
    }

    @Test
    void a_late_order_keeps_its_way_and_what_has_no_due_date_its_end() {
        var machines = List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS));
        var late = Job.of("late", 0, 50L, 1, List.of(operation("l1", "saw", 40), operation("l2", "mill", 40)));
        var open = Job.of("open", 0, null, 0, List.of(operation("o1", "saw", 10), operation("o2", "mill", 10)));
        assertThat(latest(problem(machines, List.of(late, open)), Buffers.none()))
                .containsEntry("l1", 0L)
                .containsEntry("l2", 40L)
                .containsEntry("o1", 70L)
                .containsEntry("o2", 80L);
    }

    @Test
    void turns_on_a_machine_and_its_setups_are_kept() {
        var setups = List.of(new SetupMatrix("S", List.of(new SetupMatrix.SetupTime("red", "blue", 30)), 0));
        var press = Machine.of("press", ALWAYS).withSetups("S", "red");
        var jobs = List.of(
                Job.of("A", 0, 100L, 1, List.of(operation("a", "press", 40).withFamily("red"))),
                Job.of("B", 0, 300L, 1, List.of(operation("b", "press", 250).withFamily("blue"))));
        assertThat(latest(new ScheduleProblem(0, List.of(press), setups, List.of(), jobs, List.of()), Buffers.none()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", 0L, "b", 70L));
        var shorter = List.of(
                jobs.getFirst(),
                Job.of("B", 0, 300L, 1, List.of(operation("b", "press", 100).withFamily("blue"))));
        assertMoved(
                new ScheduleProblem(0, List.of(press), setups, List.of(), shorter, List.of()),
                Buffers.none(),
                Map.of("a", 60L, "b", 200L));
    }

    /** Mondays to Fridays from 8 to 12 and from 13 to 17 o'clock; the first minute is a Thursday's. */
    private static WorkingCalendar dayShift() {
        var week = List.of(DayOfWeek.values()).subList(0, 5);
        return WorkingCalendar.of(
                CalendarDefinition.of(TimeAxis.epoch(ZoneId.of("UTC")), LocalDate.EPOCH, LocalDate.EPOCH.plusDays(20))
                        .withShifts(week, List.of(Shift.of("08:00", "12:00"), Shift.of("13:00", "17:00"))));
    }

    @Test
    void work_that_may_pause_goes_over_the_night_and_work_that_must_not_fits_before_it() {
        long friday = 24 * 60;
        var machine = List.of(Machine.of("lathe", dayShift()), Machine.of("mill", dayShift()));
        var pausing = Job.of("P", 0, friday + 9 * 60, 1, List.of(operation("p", "lathe", 180)));
        var whole = Job.of(
                "W", 0, friday + 10 * 60, 1, List.of(operation("w", "mill", 180).uninterrupted()));
        assertMoved(problem(machine, List.of(pausing, whole)), Buffers.none(), Map.of("p", 15 * 60L, "w", 14 * 60L));
    }

    @Test
    void with_transfer_batches_the_first_and_the_last_one_bind() {
        var machines = List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS));
        var slower = Job.of("J", 0, 1000L, 1, List.of(operation("s", "saw", 200), operation("m", "mill", 300)));
        assertMoved(
                problem(machines, List.of(slower), new Arc("s", "m", 0, Arc.Overlap.of(100, 20, 2, 3))),
                Buffers.none(),
                Map.of("s", 660L, "m", 700L));
        var faster = Job.of("J", 0, 1000L, 1, List.of(operation("s", "saw", 300), operation("m", "mill", 200)));
        assertMoved(
                problem(machines, List.of(faster), new Arc("s", "m", 0, Arc.Overlap.of(100, 20, 3, 2))),
                Buffers.none(),
                Map.of("s", 660L, "m", 800L));
    }

    @Test
    void what_must_follow_soon_moves_together_and_so_does_what_runs_together() {
        var machines = List.of(Machine.of("forge", ALWAYS), Machine.of("press", ALWAYS));
        var forging = Job.of("F", 0, 500L, 1, List.of(operation("heat", "forge", 20), operation("form", "press", 30)));
        var urgent = Job.of("U", 0, 300L, 1, List.of(operation("u", "forge", 10)));
        assertMoved(
                problem(machines, List.of(forging, urgent), Arc.within("heat", "form", 0, 5)),
                Buffers.none(),
                latest(problem(machines, List.of(forging, urgent), Arc.within("heat", "form", 0, 5)), Buffers.none()));
        var oven = Machine.of("oven", ALWAYS).withBatches(2);
        var first = Job.of("A", 0, 200L, 1, List.of(operation("a", "oven", 60).withFamily("steel")));
        var second = Job.of("B", 0, 400L, 1, List.of(operation("b", "oven", 60).withFamily("steel")));
        assertMoved(problem(List.of(oven), List.of(first, second)), Buffers.none(), Map.of("a", 140L, "b", 140L));
    }

    @Test
    void a_tool_goes_from_one_operation_to_the_next() {
        var machines = List.of(Machine.of("one", ALWAYS), Machine.of("two", ALWAYS), Machine.of("three", ALWAYS));
        var jobs = List.of(
                Job.of("A", 0, 100L, 3, List.of(operation("a", "one", 50).using("mould", 1))),
                Job.of("B", 0, 150L, 2, List.of(operation("b", "two", 50).using("mould", 1))),
                Job.of("C", 0, 400L, 1, List.of(operation("c", "three", 50).using("mould", 1))));
        var one = List.of(new SharedResource("mould", 1, ALWAYS));
        assertMoved(
                new ScheduleProblem(0, machines, List.of(), one, jobs, List.of()),
                Buffers.none(),
                Map.of("a", 50L, "b", 100L, "c", 350L));
        var two = List.of(new SharedResource("mould", 2, ALWAYS));
        assertMoved(
                new ScheduleProblem(0, machines, List.of(), two, jobs, List.of()),
                Buffers.none(),
                Map.of("a", 50L, "b", 100L, "c", 350L));
    }

    @Test
    void what_stands_late_says_so_and_can_be_placed_anew_without_coming_earlier() {
        var machines = List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS));
        var problem = problem(
                machines,
                List.of(Job.of("A", 0, 100L, 1, List.of(operation("a1", "saw", 30), operation("a2", "mill", 30)))));
        var late = Scheduler.asLateAsPossible(problem, checked(problem, ONCE), Buffers.none());
        assertThat(ScheduleChecker.slot(late, "a1").cause()).isEqualTo(new Cause(Cause.Kind.HELD, null, 40));
        assertThat(ScheduleChecker.slot(late, "a2").cause()).isEqualTo(new Cause(Cause.Kind.PREDECESSOR, "a1", 70));

        var held = Map.of("a1", 40L, "a2", 70L);
        var again = Scheduler.replay(problem, Map.of("a1", 40.0, "a2", 70.0), held);
        assertThat(again.operations()).isEqualTo(late.operations());
        var without = Scheduler.replay(problem, Map.of("a1", 40.0, "a2", 70.0));
        assertThat(without.operations()).extracting(ScheduledOperation::start).containsExactly(30L, 0L);
    }

    @Test
    void what_is_frozen_stays_but_has_its_room() {
        var machines = List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS));
        var frozen = operation("a", "saw", 30).lockedAt(new Lock("saw", 10, 30, Lock.Reason.FROZEN));
        var running = operation("r", "mill", 30).lockedAt(new Lock("mill", 0, 30, Lock.Reason.IN_PROGRESS));
        var problem = problem(
                machines, List.of(Job.of("A", 0, 100L, 1, List.of(frozen)), Job.of("R", 0, 100L, 1, List.of(running))));
        assertThat(latest(problem, Buffers.none())).containsExactlyInAnyOrderEntriesOf(Map.of("a", 70L, "r", 0L));
        assertThat(moved(problem, Buffers.none())).containsExactlyInAnyOrderEntriesOf(Map.of("a", 10L, "r", 0L));
    }

    @Test
    void an_unknown_drum_and_negative_buffers_are_refused() {
        var problem = problem(
                List.of(Machine.of("saw", ALWAYS)), List.of(Job.of("J", 0, 9L, 1, List.of(operation("a", "saw", 1)))));
        var schedule = checked(problem, ONCE);
        assertThatThrownBy(() -> Scheduler.latestStarts(problem, schedule, new Buffers(0, "drum", 0)))
                .isInstanceOf(EngineRefusal.class)
                .hasMessageContaining("drum");
        assertThatThrownBy(() -> new Buffers(-1, null, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_buffer_is_green_yellow_and_red_by_thirds() {
        var buffers = new Buffers(90, null, 0);
        assertThat(List.of(880L, 910L, 940L, 941L, 970L, 971L, 1001L))
                .extracting(end -> buffers.zone(1000, end))
                .containsExactly(
                        Buffers.Zone.GREEN,
                        Buffers.Zone.GREEN,
                        Buffers.Zone.GREEN,
                        Buffers.Zone.YELLOW,
                        Buffers.Zone.YELLOW,
                        Buffers.Zone.RED,
                        Buffers.Zone.RED);
        assertThat(Buffers.none().zone(1000, 1000)).isEqualTo(Buffers.Zone.GREEN);
        assertThat(Buffers.none().zone(1000, 1001)).isEqualTo(Buffers.Zone.RED);
    }

    /** But for the very few where something that takes no time stands between two others. */
    @Test
    void where_only_machines_are_shared_everything_can_begin_at_its_latest_start() {
        int equal = 0;
        for (long seed = 0; seed < 300; seed++) {
            var problem = plain(RandomProblems.problem(seed));
            equal += moved(problem, Buffers.none()).equals(latest(problem, Buffers.none())) ? 1 : 0;
        }
        assertThat(equal).isGreaterThanOrEqualTo(299);
    }

    private static ScheduleProblem plain(ScheduleProblem problem) {
        var jobs = problem.jobs().stream()
                .map(job -> job.withOperations(
                        job.operations().stream().map(BackwardTest::plain).toList()))
                .toList();
        return problem.withJobs(jobs, problem.arcs());
    }

    private static Operation plain(Operation operation) {
        return new Operation(
                operation.id(),
                operation.alternatives(),
                operation.family(),
                operation.materialReady(),
                operation.material(),
                List.of(),
                operation.interruptible(),
                null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_schedule_moved_as_late_as_it_can_stand_is_right_and_no_later_than_it_must(boolean isRich) {
        int moved = 0;
        for (long seed = 0; seed < 400; seed++) {
            var problem = isRich ? RandomProblems.rich(seed) : RandomProblems.problem(seed);
            var buffers = new Buffers(seed % 3 * 200, seed % 2 == 0 ? "M0" : null, seed % 5 * 30);
            var forward = ScheduleChecker.checkedOrNull(problem, Budget.iterations(5));
            if (forward == null) {
                continue;
            }
            var late = Scheduler.asLateAsPossible(problem, forward, buffers);
            var softly = new SoftAssertions();
            softly.assertThat(ScheduleChecker.violations(problem, late))
                    .as("seed %d", seed)
                    .isEmpty();
            softly.assertThat(ends(problem, forward, late, buffers))
                    .as("ends")
                    .allSatisfy((job, overrun) -> assertThat(overrun).isNotPositive());
            Scheduler.latestStarts(problem, forward, buffers)
                    .forEach((id, start) -> softly.assertThat(start)
                            .as(id)
                            .isGreaterThanOrEqualTo(
                                    ScheduleChecker.slot(forward, id).start()));
            softly.assertAll();
            moved += starts(late) > starts(forward) ? 1 : 0;
            assertThat(starts(late)).as("seed %d", seed).isGreaterThanOrEqualTo(starts(forward));
        }
        assertThat(moved).isGreaterThan(300);
    }

    private static long starts(Schedule schedule) {
        return schedule.operations().stream()
                .mapToLong(ScheduledOperation::start)
                .sum();
    }

    /** By job, minutes after the later of its date and its end before. */
    private static Map<String, Long> ends(ScheduleProblem problem, Schedule before, Schedule late, Buffers buffers) {
        var forward = new HashMap<String, Long>();
        before.jobs().forEach(job -> forward.put(job.job(), job.end()));
        var overruns = new HashMap<String, Long>();
        for (var outcome : late.jobs()) {
            long end = forward.getOrDefault(outcome.job(), Long.MIN_VALUE);
            var due = problem.jobs().stream()
                    .filter(job -> job.id().equals(outcome.job()))
                    .findFirst()
                    .orElseThrow()
                    .due();
            long limit = due == null ? end : Math.max(end, due - buffers.shipping());
            overruns.put(outcome.job(), outcome.end() - limit);
        }
        return overruns;
    }
}
