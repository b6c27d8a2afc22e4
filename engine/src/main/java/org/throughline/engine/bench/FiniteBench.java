package org.throughline.engine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** {@code ./bench finite DIR --seconds S --threads N [--out FILE]}. */
final class FiniteBench {

    private static final double SECONDS_OF_DAY = 86_400;

    private FiniteBench() {}

    static void run(List<String> words) {
        var arguments = new Arguments(words, Set.of("--seconds", "--threads", "--out", "--seed"), Set.of());
        var data = new PlanningData(arguments.file());
        long begin = System.nanoTime();
        var plan = new FinitePlan(data);
        var search = new FiniteSearch(
                plan, data.demand.length, arguments.decimal("--seconds", 1), arguments.integer("--seed", 1));
        int[] order = search.run();
        var rows = new ArrayList<long[]>();
        plan.run(order, (demand, step, start, end) -> rows.add(new long[] {demand, step, start, end}));
        double seconds = (System.nanoTime() - begin) / 1e9;
        var out = arguments.text("--out");
        if (out != null) {
            write(data, rows, Path.of(out));
        }
        System.out.println(summary(data, plan, seconds));
    }

    private static Json summary(PlanningData data, FinitePlan plan, double seconds) {
        var late = new TreeMap<Integer, Integer>();
        int count = 0;
        double total = 0;
        for (int d = 0; d < data.demand.length; d++) {
            late.putIfAbsent(data.demandPriority[d], 0);
            if (plan.lateness(d) > 0) {
                late.merge(data.demandPriority[d], 1, Integer::sum);
                total += plan.lateness(d) / SECONDS_OF_DAY;
                count++;
            }
        }
        var byPriority = new Json();
        late.forEach((priority, number) -> byPriority.number(Integer.toString(priority), number));
        return new Json()
                .number("orders", data.demand.length)
                .number("late", count)
                .decimal("avgDaysLate", count == 0 ? 0 : total / count, 3)
                .decimal("totalDaysLate", total, 3)
                .raw("lateByPriority", byPriority.toString())
                .decimal("seconds", seconds, 3);
    }

    private static void write(PlanningData data, List<long[]> rows, Path file) {
        int[] itemOf = new int[data.stepRun.length];
        for (int item = 0; item < data.items(); item++) {
            Arrays.fill(itemOf, data.stepFrom[item], data.stepFrom[item + 1], item);
        }
        var begin = data.planStart.atStartOfDay();
        try (var writer = BenchFiles.writer(file)) {
            writer.write("demand,item,op_seq,resource,start,end\n");
            for (var row : rows) {
                int step = (int) row[1];
                writer.write(String.join(
                        ",",
                        data.demand[(int) row[0]],
                        data.item[itemOf[step]],
                        Integer.toString(data.stepNumber[step]),
                        data.resource[data.stepResource[step]],
                        MrpBench.moment(begin.plusSeconds(row[2])),
                        MrpBench.moment(begin.plusSeconds(row[3]))));
                writer.write("\n");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
