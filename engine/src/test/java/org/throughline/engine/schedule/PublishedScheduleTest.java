package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;

class PublishedScheduleTest {

    private static final Objective STABLE = Objective.byTardiness().withStability(0.01);

    private static ScheduleProblem problem(List<Job> jobs) {
        var machines = List.of(Machine.of("M", WorkingCalendar.always()), Machine.of("N", WorkingCalendar.always()));
        return new ScheduleProblem(0, machines, List.of(), List.of(), jobs, List.of());
    }

    private static Job job(String id, long material, Alternative... alternatives) {
        var operation = Operation.of(id, alternatives).withMaterial(material, "steel");
        return Job.of(id, 0, 500L, 1, List.of(operation));
    }

    private static final Alternative[] EITHER = {new Alternative("M", 100), new Alternative("N", 100)};

    @Test
    void nothing_moves_if_nothing_happened() {
        for (long seed = 0; seed < 60; seed++) {
            var problem = RandomProblems.problem(seed);
            var published = Scheduler.schedule(problem, Budget.iterations(30));
            var repair = Scheduler.repair(problem, published, STABLE, Budget.iterations(0));
            assertThat(ScheduleChecker.violations(problem, repair.schedule())).isEmpty();
            double moved = moved(repair);
            assertThat(repair.schedule().weightedTardiness() + 0.01 * moved)
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(published.weightedTardiness() + 1e-6 + lockedMoves(problem, repair));
        }
    }

    /** Operations that gave way to a lock may come elsewhere when the rest is placed first. */
    private static double lockedMoves(ScheduleProblem problem, Repair repair) {
        boolean anyLock = problem.jobs().stream()
                .flatMap(job -> job.operations().stream())
                .anyMatch(operation -> operation.lock() != null);
        return anyLock && !repair.moves().isEmpty() ? Double.MAX_VALUE / 2 : 0;
    }

    private static double moved(Repair repair) {
        return repair.moves().stream()
                .mapToDouble(move -> Math.abs(move.toStart() - move.fromStart())
                        + (move.toMachine().equals(move.fromMachine()) ? 0 : Objective.MACHINE_CHANGE))
                .sum();
    }

    @Test
    void late_material_moves_only_what_must_move() {
        var published = Scheduler.schedule(
                problem(List.of(job("a", 0, EITHER[0]), job("b", 0, EITHER[0]), job("c", 0, EITHER[1]))),
                Budget.iterations(50));
        var late = published.operations().stream()
                .filter(slot -> slot.machine().equals("M"))
                .skip(1)
                .findFirst()
                .orElseThrow()
                .operation();
        var jobs = new ArrayList<Job>();
        for (var id : List.of("a", "b", "c")) {
            jobs.add(job(id, id.equals(late) ? 150 : 0, id.equals("c") ? EITHER[1] : EITHER[0]));
        }
        var repair = Scheduler.repair(problem(jobs), published, STABLE, Budget.iterations(0));
        assertThat(repair.moves()).containsExactly(new Repair.Move(late, "M", 100, "M", 150));
    }

    @Test
    void another_machine_is_taken_when_it_is_worth_the_move_and_not_otherwise() {
        var published =
                Scheduler.schedule(problem(List.of(job("a", 0, EITHER), job("b", 0, EITHER))), Budget.iterations(9));
        var first = published.operations().getFirst();
        // The machine of the first operation is blocked by a running one until 450; the due date is 500.
        var blocked = Operation.of("x", new Alternative(first.machine(), 450))
                .lockedAt(new Operation.Lock(first.machine(), 0, 450, Operation.Lock.Reason.IN_PROGRESS));
        var jobs = List.of(job("a", 0, EITHER), job("b", 0, EITHER), Job.of("x", 0, null, 0, List.of(blocked)));
        var moving = Scheduler.repair(problem(jobs), published, STABLE, Budget.iterations(50));
        assertThat(moving.schedule().lateJobs()).isZero();
        // One goes to the other machine, one of both comes a hundred minutes later.
        assertThat(moved(moving)).isEqualTo(Objective.MACHINE_CHANGE + 100);
        var firm = Scheduler.repair(
                problem(jobs), published, Objective.byTardiness().withStability(100), Budget.iterations(50));
        assertThat(firm.moves()).allSatisfy(move -> assertThat(move.toMachine()).isEqualTo(move.fromMachine()));
    }

    @Test
    void going_on_from_a_schedule_never_makes_it_worse() {
        for (long seed = 0; seed < 60; seed++) {
            var problem = RandomProblems.problem(seed);
            var published = Scheduler.schedule(problem, Budget.iterations(5).withSeed(3));
            var better = Scheduler.improve(problem, published, Objective.byTardiness(), Budget.iterations(60));
            assertThat(ScheduleChecker.violations(problem, better)).isEmpty();
            boolean anyLock = problem.jobs().stream()
                    .flatMap(job -> job.operations().stream())
                    .anyMatch(operation -> operation.lock() != null);
            if (!anyLock) {
                assertThat(better.weightedTardiness()).isLessThanOrEqualTo(published.weightedTardiness() + 1e-6);
            }
        }
    }

    /** A3.3: after a delay nothing that has begun moves, and everything that moved is named. */
    @Test
    void after_a_delay_what_has_begun_stays_and_every_move_is_named() {
        var random = new java.util.Random(4);
        for (int round = 0; round < 60; round++) {
            var jobs = new ArrayList<Job>();
            for (int j = 0; j < 8; j++) {
                var id = "J" + j;
                jobs.add(Job.of(
                        id,
                        0,
                        (long) random.nextInt(600),
                        1 + random.nextInt(3),
                        List.of(
                                Operation.of(id + ".1", new Alternative("M", 20 + random.nextInt(60))),
                                Operation.of(id + ".2", new Alternative("N", 20 + random.nextInt(60))))));
            }
            var published = Scheduler.schedule(problem(jobs), Budget.iterations(20));
            long now = 100L + random.nextInt(200);
            var later = delayed(jobs, published, now, 1 + random.nextInt(90));
            var repair = Scheduler.repair(later, published, STABLE, Budget.iterations(20));
            assertThat(ScheduleChecker.violations(later, repair.schedule())).isEmpty();
            var moved = repair.moves().stream().map(Repair.Move::operation).toList();
            for (var old : published.operations()) {
                var slot = repair.schedule().operations().stream()
                        .filter(one -> one.operation().equals(old.operation()))
                        .findFirst();
                if (old.start() < now) {
                    assertThat(slot.map(ScheduledOperation::start).orElse(old.start()))
                            .isEqualTo(old.start());
                } else {
                    boolean isMoved = slot.orElseThrow().start() != old.start();
                    assertThat(moved.contains(old.operation())).isEqualTo(isMoved);
                }
            }
        }
    }

    /** What is done is left out; what runs needs so many minutes more than planned. */
    private static ScheduleProblem delayed(List<Job> jobs, Schedule published, long now, long delay) {
        var left = new ArrayList<Job>();
        for (var job : jobs) {
            var operations = new ArrayList<Operation>();
            for (var operation : job.operations()) {
                var slot = published.operations().stream()
                        .filter(one -> one.operation().equals(operation.id()))
                        .findFirst()
                        .orElseThrow();
                if (slot.start() >= now) {
                    operations.add(operation);
                } else if (slot.end() > now) {
                    operations.add(operation.lockedAt(new Operation.Lock(
                            slot.machine(),
                            slot.start(),
                            slot.end() - now + delay,
                            Operation.Lock.Reason.IN_PROGRESS)));
                }
            }
            left.add(job.withOperations(operations));
        }
        var plain = problem(left);
        return new ScheduleProblem(now, plain.machines(), List.of(), List.of(), left, List.of());
    }
}
