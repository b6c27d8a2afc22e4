package org.throughline.engine.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code ./bench promise DIR [--inquiries N] [--seed K]}: loads all demands as a finite plan by due date, then asks for random
 * products and quantities beside it.
 */
final class PromiseBench {

    private static final int WARM_UP = 200;

    private PromiseBench() {}

    static void run(List<String> words) {
        var arguments = new Arguments(words, Set.of("--inquiries", "--seed", "--threads"), Set.of());
        int inquiries = arguments.integer("--inquiries", 1_000, 1);
        var data = new PlanningData(arguments.file());
        var plan = new FinitePlan(data);
        int[] byDue = IntStream.range(0, data.demand.length)
                .boxed()
                .sorted(Comparator.comparingInt(d -> data.demandDay[d]))
                .mapToInt(Integer::intValue)
                .toArray();
        long begin = System.nanoTime();
        int[] operations = {0};
        plan.run(byDue, (demand, step, start, end) -> operations[0]++);
        double loadSeconds = (System.nanoTime() - begin) / 1e9;
        var random = new Random(arguments.integer("--seed", 1));
        double[] milliseconds = new double[inquiries];
        double days = 0;
        for (int k = -WARM_UP; k < inquiries; k++) {
            int item = data.demandItem[random.nextInt(data.demand.length)];
            int quantity = 1 + random.nextInt(20);
            long asked = System.nanoTime();
            long complete = plan.quote(item, quantity);
            if (k >= 0) {
                milliseconds[k] = (System.nanoTime() - asked) / 1e6;
                days += complete / 86_400.0 / inquiries;
            }
        }
        Arrays.sort(milliseconds);
        System.out.println(new Json()
                .number("openOrders", data.demand.length)
                .number("bookedOperations", operations[0])
                .number("inquiries", inquiries)
                .decimal("p50Ms", milliseconds[inquiries / 2], 3)
                .decimal("p99Ms", milliseconds[(int) Math.min(inquiries - 1L, Math.round(inquiries * 0.99))], 3)
                .decimal("meanDays", days, 1)
                .decimal("loadSeconds", loadSeconds, 3));
    }
}
