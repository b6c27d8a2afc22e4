package org.throughline.engine.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.throughline.engine.schedule.shop.Effort;
import org.throughline.engine.schedule.shop.ScheduleRepair;
import org.throughline.engine.schedule.shop.TardinessSearch;

/**
 * {@code ./bench repair FILE --events N [--seconds S] [--seed K] [--cpu]}: plans a factory for S seconds, then lets N things
 * happen and repairs after each. {@code fullRunRatio} compares the repaired plan with a search of S seconds from there. With
 * {@code --cpu} milliseconds and seconds are those of the processor, and the plan comes from one thread.
 */
final class RepairBench {

    private RepairBench() {}

    static void run(List<String> words) {
        var arguments = new Arguments(words, Set.of("--events", "--seconds", "--seed", "--threads"), Set.of("--cpu"));
        int events = arguments.integer("--events", 20, 1);
        double seconds = arguments.decimal("--seconds", 3);
        long seed = arguments.integer("--seed", 1);
        var plant = FactoryFile.read(arguments.file());
        boolean isProcessorTime = arguments.flag("--cpu");
        var clock = Machines.clock(isProcessorTime);
        var plan = TardinessSearch.search(
                plant, isProcessorTime ? 1 : 2, seed, Effort.seconds(seconds, clock), value -> {});
        var repair = new ScheduleRepair(plant, plan, seed);
        int horizon = Arrays.stream(plan.start()).max().orElse(0);
        var random = new Random(seed);
        double[] milliseconds = new double[events];
        double shifted = 0;
        double resequenced = 0;
        int now = 0;
        long violations = 0;
        for (int e = 0; e < events; e++) {
            now += random.nextInt(Math.max(1, horizon / (4 * events)));
            long begin = clock.getAsLong();
            var outcome = happen(repair, now, random, plant.shop().machines());
            milliseconds[e] = (clock.getAsLong() - begin) / 1e6;
            shifted += 100.0 * outcome.shifted() / repair.operations() / events;
            resequenced += 100.0 * outcome.resequenced() / repair.operations() / events;
            violations += repair.violations().size();
        }
        Arrays.sort(milliseconds);
        long repaired = repair.cost();
        long searched = repair.searched(now, Effort.seconds(seconds, clock));
        System.out.println(new Json()
                .number("operations", repair.operations())
                .number("events", events)
                .decimal("p50Ms", milliseconds[events / 2], 2)
                .decimal("maxMs", milliseconds[events - 1], 2)
                .decimal("shiftedPct", shifted, 3)
                .decimal("resequencedPct", resequenced, 3)
                .number("violations", violations)
                .number("planned", plan.cost())
                .number("repaired", repaired)
                .number("fullRun", searched)
                .decimal("fullRunRatio", searched == 0 ? null : (double) repaired / searched, 4));
    }

    private static ScheduleRepair.Outcome happen(ScheduleRepair repair, int now, Random random, int machines) {
        int kind = random.nextInt(3);
        if (kind == 0) {
            return repair.machineDown(random.nextInt(machines), now, now + 60 + random.nextInt(420));
        }
        int operation = random.nextInt(repair.operations());
        for (int tries = 0; tries < 1_000 && !isSoon(repair.start(operation), now); tries++) {
            operation = random.nextInt(repair.operations());
        }
        return kind == 1
                ? repair.materialLate(
                        operation, now, Math.max(now, repair.start(operation)) + 240 + random.nextInt(960))
                : repair.slower(operation, now, 30 + random.nextInt(240));
    }

    /** Within the next week of 4,800 working minutes. */
    private static boolean isSoon(int start, int now) {
        return start >= now && start < now + 4_800;
    }
}
