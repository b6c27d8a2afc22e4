package org.throughline.engine.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.throughline.engine.calendar.CalendarDefinition;
import org.throughline.engine.calendar.Shift;
import org.throughline.engine.calendar.TimeAxis;
import org.throughline.engine.calendar.Window;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.Operation.Lock;

/** Small problems with every feature somewhere in them; the same seed gives the same problem. */
final class RandomProblems {

    private static final String[] FAMILIES = {"red", "green", "blue"};

    private static final List<Lock.Reason> REASONS =
            List.of(Lock.Reason.FROZEN, Lock.Reason.LOCKED, Lock.Reason.IN_PROGRESS);

    private RandomProblems() {}

    static ScheduleProblem problem(long seed) {
        var random = new Random(seed);
        int machineCount = 2 + random.nextInt(4);
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < machineCount; m++) {
            var machine = random.nextInt(8) == 0
                    ? Machine.unlimited("M" + m, calendar(random))
                    : Machine.of("M" + m, calendar(random));
            machines.add(random.nextBoolean() ? machine.withSetups("S", random.nextBoolean() ? "red" : null) : machine);
        }
        var jobs = new ArrayList<Job>();
        var arcs = new ArrayList<Arc>();
        int jobCount = 2 + random.nextInt(8);
        for (int j = 0; j < jobCount; j++) {
            var operations = new ArrayList<Operation>();
            int count = 1 + random.nextInt(5);
            for (int k = 0; k < count; k++) {
                operations.add(operation(random, "J%d.%d".formatted(j, k), machineCount));
                if (k > 0 && random.nextInt(4) == 0) {
                    arcs.add(new Arc(
                            "J%d.%d".formatted(j, k - 1),
                            "J%d.%d".formatted(j, k),
                            random.nextInt(50),
                            random.nextBoolean() ? null : new Arc.Overlap(random.nextInt(60), random.nextInt(60))));
                }
            }
            if (j > 0 && random.nextInt(3) == 0) {
                arcs.add(Arc.of("J%d.0".formatted(j - 1), "J%d.%d".formatted(j, count - 1)));
            }
            jobs.add(new Job(
                    "J" + j,
                    random.nextInt(500),
                    random.nextInt(5) == 0 ? null : (long) random.nextInt(6_000),
                    random.nextInt(5),
                    operations,
                    random.nextInt(5) > 0));
        }
        return new ScheduleProblem(
                0,
                machines,
                List.of(new SetupMatrix("S", List.of(new SetupMatrix.SetupTime("red", "blue", 45)), 20)),
                List.of(
                        new SharedResource("welder", 2, calendar(random)).without(1, new Window(300, 900)),
                        new SharedResource("fixture", 1, WorkingCalendar.always())),
                jobs,
                arcs);
    }

    private static Operation operation(Random random, String id, int machines) {
        var alternatives = new ArrayList<Alternative>();
        int first = random.nextInt(machines);
        int count = 1 + random.nextInt(Math.min(3, machines));
        for (int a = 0; a < count; a++) {
            alternatives.add(new Alternative("M" + (first + a) % machines, random.nextInt(120)));
        }
        var operation = Operation.of(id, alternatives.toArray(Alternative[]::new));
        if (random.nextInt(3) > 0) {
            operation = operation.withFamily(FAMILIES[random.nextInt(FAMILIES.length)]);
        }
        if (random.nextInt(6) == 0) {
            operation = operation.withMaterial(random.nextInt(3_000), "steel");
        }
        if (random.nextInt(5) == 0) {
            operation = operation.using("welder", 1 + random.nextInt(2));
        } else if (random.nextInt(6) == 0) {
            operation = operation.using("fixture", 1);
        }
        if (random.nextInt(6) == 0) {
            operation = operation.uninterrupted();
        }
        if (random.nextInt(15) == 0 && operation.uses().isEmpty()) {
            var reason = REASONS.get(random.nextInt(3));
            int machine = random.nextInt(machines);
            operation = operation.lockedAt(new Lock("M" + machine, random.nextInt(900), random.nextInt(100), reason));
        }
        return operation;
    }

    private static WorkingCalendar calendar(Random random) {
        if (random.nextInt(3) == 0) {
            return WorkingCalendar.always();
        }
        var week = List.of(DayOfWeek.values()).subList(0, 5 + random.nextInt(3));
        var axis = TimeAxis.epoch(ZoneId.of("UTC"));
        return WorkingCalendar.of(CalendarDefinition.of(axis, LocalDate.EPOCH, LocalDate.EPOCH.plusDays(20))
                .withShifts(week, List.of(Shift.of("06:00", "12:00"), Shift.of("12:30", "16:30")))
                .withHoliday(LocalDate.EPOCH.plusDays(random.nextInt(5))));
    }

    /** As {@link #problem}, with people by name, ovens, setters, longest waits and two plants. */
    static ScheduleProblem rich(long seed) {
        var random = new Random(seed + 77);
        var plain = problem(seed);
        var machines = plain.machines().stream()
                .map(machine -> machine.unlimited() || random.nextInt(3) > 0 ? machine : machine.withBatches(4))
                .map(machine -> random.nextInt(3) == 0 ? machine.withSetupCrew("setter") : machine)
                .map(machine -> seed % 3 == 0 && machine.id().equals("M0") ? machine.withAttachedSetups() : machine)
                .map(machine -> machine.id().equals("M1") ? machine.in("south") : machine.in("north"))
                .toList();
        var resources = new ArrayList<>(plain.resources());
        resources.add(new SharedResource("setter", 1, WorkingCalendar.always()));
        var people = List.of(
                new Person("Wang", calendar(random), java.util.Map.of("weld", 3, "turn", 1)),
                new Person("Li", WorkingCalendar.always(), java.util.Map.of("weld", 1)),
                new Person("Chen", WorkingCalendar.always(), java.util.Map.of("turn", 2, "weld", 2)));
        var jobs = plain.jobs().stream()
                .map(job -> job.withOperations(job.operations().stream()
                        .map(operation -> manned(operation, random).ofSize(1 + random.nextInt(3)))
                        .toList()))
                .toList();
        return new ScheduleProblem(plain.now(), machines, plain.setups(), resources, jobs, waits(plain, random), people)
                .withJourneys(List.of(
                        new Journey("north", "south", random.nextInt(90)),
                        new Journey("south", "north", random.nextInt(90))));
    }

    private static Operation manned(Operation operation, Random random) {
        if (operation.lock() != null) {
            return operation;
        }
        return switch (random.nextInt(8)) {
            case 0 -> operation.by("weld", 1, 1);
            case 1 -> operation.by("weld", 2, 1).by("turn", 1, 1);
            case 2 -> operation.by("weld", 1, 2);
            default -> operation;
        };
    }

    /** Some arcs get a longest wait. */
    private static List<Arc> waits(ScheduleProblem plain, Random random) {
        return plain.arcs().stream()
                .map(arc -> arc.overlap() != null || random.nextInt(3) > 0
                        ? arc
                        : new Arc(arc.before(), arc.after(), arc.lag(), null, arc.lag() + random.nextInt(400)))
                .toList();
    }
}
