package org.throughline.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.engine.calendar.Window;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Budget;
import org.throughline.engine.schedule.Buffers;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.JobOutcome;
import org.throughline.engine.schedule.Machine;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.Schedule;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.Scheduler;
import org.throughline.engine.schedule.SetupMatrix;
import org.throughline.engine.schedule.SharedResource;
import org.throughline.engine.schedule.shop.SetupShop;

/**
 * {@code ./bench plan FILE --seconds S [--shifts] [--tools N]}: a factory file planned by {@link Scheduler}, as the product plans, on
 * machines that work round the clock or two shifts of five days; with tools, every third operation needs one of seven kinds, of
 * which there are N each.
 */
final class PlanBench {

    private static final int TOOL_KINDS = 7;
    private static final int USES_A_TOOL = 3;
    private static final int DAYS = 2_800;
    private static final long DAY = 24 * 60;
    private static final long OPENS = 6 * 60;
    private static final long CLOSES = 22 * 60;

    private final SetupShop plant;
    private final WorkingCalendar calendar;
    private final int tools;

    private PlanBench(SetupShop plant, boolean hasShifts, int tools) {
        this.plant = plant;
        this.tools = tools;
        calendar = hasShifts ? twoShifts() : WorkingCalendar.always();
    }

    static void run(List<String> words) {
        var arguments = new Arguments(words, Set.of("--seconds", "--tools"), Set.of("--shifts"));
        var plant = FactoryFile.read(arguments.file());
        var problem = new PlanBench(plant, arguments.flag("--shifts"), arguments.integer("--tools", 0, 0)).problem();
        long milliseconds = Math.max(1, (long) (arguments.decimal("--seconds", 10) * 1e3));
        var first = Scheduler.schedule(problem, Budget.iterations(0));
        long begin = System.nanoTime();
        var found = Scheduler.schedule(problem, Budget.milliseconds(milliseconds));
        long planned = System.nanoTime();
        var backward = Scheduler.asLateAsPossible(problem, found, Buffers.none());
        System.out.println(new Json()
                .text("instance", ScheduleRun.instance(arguments.file()))
                .number("operations", plant.shop().operations())
                .decimal("first", first.weightedTardiness(), 0)
                .decimal("value", found.weightedTardiness(), 0)
                .number("lateJobs", found.lateJobs())
                .decimal("seconds", (planned - begin) / 1e9, 2)
                .decimal("backwardValue", backward.weightedTardiness(), 0)
                .decimal("backwardSeconds", (System.nanoTime() - planned) / 1e9, 2)
                .decimal("startsLaterDays", (meanStart(backward) - meanStart(found)) / DAY, 2));
    }

    private static double meanStart(Schedule schedule) {
        return schedule.jobs().stream().mapToLong(JobOutcome::start).average().orElse(0);
    }

    private static WorkingCalendar twoShifts() {
        var windows = new ArrayList<Window>();
        for (long day = 0; day < DAYS; day++) {
            if (day % 7 < 5) {
                windows.add(new Window(day * DAY + OPENS, day * DAY + CLOSES));
            }
        }
        return WorkingCalendar.ofWindows(windows);
    }

    private ScheduleProblem problem() {
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < plant.shop().machines(); m++) {
            machines.add(Machine.of("m" + m, calendar).withSetups("c" + plant.centre()[m], null));
        }
        var setups = new ArrayList<SetupMatrix>();
        for (int c = 0; c < plant.families().length; c++) {
            setups.add(setups(c));
        }
        var resources = new ArrayList<SharedResource>();
        for (int kind = 0; kind < TOOL_KINDS && tools > 0; kind++) {
            resources.add(new SharedResource("tool" + kind, tools, calendar));
        }
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < plant.shop().jobs(); j++) {
            jobs.add(job(j));
        }
        return new ScheduleProblem(0, machines, setups, resources, jobs, List.of());
    }

    private SetupMatrix setups(int centre) {
        var times = new ArrayList<SetupMatrix.SetupTime>();
        int families = plant.families()[centre];
        for (int from = -1; from < families; from++) {
            for (int to = 0; to < families; to++) {
                times.add(new SetupMatrix.SetupTime(
                        from < 0 ? null : family(centre, from),
                        family(centre, to),
                        plant.setup()[centre][(from + 1) * families + to]));
            }
        }
        return new SetupMatrix("c" + centre, times, 0);
    }

    private static String family(int centre, int number) {
        return centre + "/" + number;
    }

    private Job job(int j) {
        var operations = new ArrayList<Operation>();
        for (int i = plant.shop().jobFrom()[j]; i < plant.shop().jobFrom()[j + 1]; i++) {
            var operation = operation(i);
            operations.add(tools > 0 && i % USES_A_TOOL == 0 ? operation.using("tool" + i % TOOL_KINDS, 1) : operation);
        }
        return Job.of("j" + j, at(plant.release()[j]), at(plant.due()[j]), plant.weight()[j], operations);
    }

    private Operation operation(int i) {
        var shop = plant.shop();
        var alternatives = new ArrayList<Operation.Alternative>();
        for (int a = shop.alternativeFrom()[i]; a < shop.alternativeFrom()[i + 1]; a++) {
            alternatives.add(new Operation.Alternative("m" + shop.machine()[a], shop.time()[a]));
        }
        int centre = plant.centre()[shop.machine()[shop.alternativeFrom()[i]]];
        return Operation.of("o" + i, alternatives.toArray(Operation.Alternative[]::new))
                .withFamily(family(centre, plant.family()[i]));
    }

    /** The minute at which so many minutes have been worked. */
    private long at(int worked) {
        return calendar.addWork(calendar.nextWorking(0), worked);
    }
}
