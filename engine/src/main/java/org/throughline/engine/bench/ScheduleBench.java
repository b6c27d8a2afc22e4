package org.throughline.engine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.schedule.shop.Effort;
import org.throughline.engine.schedule.shop.MakespanSearch;
import org.throughline.engine.schedule.shop.TardinessSearch;

/**
 * {@code ./bench schedule FILE… --seconds S --threads N [--objective makespan|tardiness] [--seed K] [--out DIR] [--trace]}.
 */
final class ScheduleBench {

    private final double seconds;
    private final int threads;
    private final long seed;
    private final long evaluations;
    private final boolean isProcessorTime;
    private final boolean trace;
    private final @Nullable Path out;

    private ScheduleBench(Arguments arguments) {
        seconds = arguments.decimal("--seconds", 10);
        threads = Math.max(1, arguments.integer("--threads", 1));
        seed = arguments.integer("--seed", 1);
        evaluations = (long) arguments.decimal("--evaluations", 0);
        isProcessorTime = arguments.flag("--cpu");
        trace = arguments.flag("--trace");
        var folder = arguments.text("--out");
        out = folder == null ? null : Path.of(folder);
    }

    static void run(List<String> words) {
        var arguments = new Arguments(
                words,
                Set.of("--seconds", "--threads", "--objective", "--seed", "--out", "--evaluations"),
                Set.of("--trace", "--cpu"));
        var bench = new ScheduleBench(arguments);
        var objective = arguments.text("--objective");
        var gaps = new ArrayList<Double>();
        for (var name : arguments.files()) {
            var file = Path.of(name);
            bench.one(file, objective, gaps);
        }
        System.out.println(new Json()
                .flag("summary", true)
                .number("instances", arguments.files().size())
                .decimal("meanGapPct", mean(gaps), 3)
                .decimal("maxGapPct", gaps.stream().max(Double::compare).orElse(null), 3));
    }

    private static @Nullable Double mean(List<Double> gaps) {
        return gaps.isEmpty()
                ? null
                : gaps.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private void one(Path file, @Nullable String objective, List<Double> gaps) {
        var fileName = String.valueOf(file.getFileName());
        int dot = fileName.lastIndexOf('.');
        var instance = dot < 0 ? fileName : fileName.substring(0, dot);
        boolean factory = fileName.startsWith("factory_");
        var wanted = objective != null ? objective : factory ? "tardiness" : "makespan";
        if (factory && wanted.equals("tardiness")) {
            tardiness(file, instance, gaps);
        } else if (!factory && wanted.equals("makespan")) {
            makespan(file, instance, gaps);
        } else {
            throw Arguments.usage("the objective %s does not go with %s".formatted(wanted, fileName));
        }
    }

    private void tardiness(Path file, String instance, List<Double> gaps) {
        long begin = System.nanoTime();
        var effort = evaluations > 0 ? Effort.evaluations(evaluations) : Effort.seconds(seconds, clock());
        var plant = FactoryFile.read(file);
        var points = new StringJoiner(",", "[", "]");
        var result = TardinessSearch.search(plant, threads, seed, effort, value -> points.add(point(begin, value)));
        double used = (System.nanoTime() - begin) / 1e9;
        if (out != null) {
            var rows = new Rows(plant.shop().jobFrom(), result.machine(), result.start(), result.end(), result.setup());
            rows.write(out.resolve(instance + ".csv"));
        }
        print(file, instance, "tardiness", result.cost(), used, result.evaluations(), points.toString(), gaps);
    }

    private void makespan(Path file, String instance, List<Double> gaps) {
        long begin = System.nanoTime();
        var shop = ShopFile.read(file);
        var points = new StringJoiner(",", "[", "]");
        var clock = clock();
        // A thread's own processor time begins with the thread.
        long deadline = (isProcessorTime ? 0 : begin) + (long) (seconds * 1e9);
        var result = MakespanSearch.search(
                shop, threads, seed, () -> clock.getAsLong() >= deadline, value -> points.add(point(begin, value)));
        double used = (System.nanoTime() - begin) / 1e9;
        if (out != null) {
            var rows = new Rows(shop.jobFrom(), result.machine(), result.start(), result.end(), null);
            rows.write(out.resolve(instance + ".csv"));
        }
        print(file, instance, "makespan", result.makespan(), used, result.evaluations(), points.toString(), gaps);
    }

    private LongSupplier clock() {
        var threadTimes = ManagementFactory.getThreadMXBean();
        return isProcessorTime ? threadTimes::getCurrentThreadCpuTime : System::nanoTime;
    }

    private static String point(long begin, long value) {
        return "[%.3f,%d]".formatted((System.nanoTime() - begin) / 1e9, value);
    }

    private void print(
            Path file,
            String instance,
            String objective,
            long value,
            double used,
            long evaluations,
            String points,
            List<Double> gaps) {
        var best = Bounds.best(file, instance);
        Double gap = best == null || best == 0 ? null : 100 * (value - best) / best;
        if (gap != null) {
            gaps.add(gap);
        }
        var json = new Json()
                .text("instance", instance)
                .text("objective", objective)
                .number("value", value)
                .decimal("best", best, 0)
                .decimal("gapPct", gap, 3)
                .decimal("seconds", used, 3)
                .number("evaluations", evaluations)
                .number("threads", threads)
                .number("seed", seed);
        System.out.println(trace ? json.raw("trace", points) : json);
    }

    /** What {@code --out} writes. */
    @SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
    private record Rows(int[] jobFrom, int[] machine, int[] start, int[] end, int @Nullable [] setup) {

        private void write(Path file) {
            try (var writer = Files.newBufferedWriter(file)) {
                writer.write("job,operation,machine,start,end" + (setup == null ? "\n" : ",setup\n"));
                for (int j = 0; j + 1 < jobFrom.length; j++) {
                    for (int i = jobFrom[j]; i < jobFrom[j + 1]; i++) {
                        writer.write("%d,%d,%d,%d,%d".formatted(j, i - jobFrom[j], machine[i], start[i], end[i]));
                        writer.write(setup == null ? "\n" : "," + setup[i] + "\n");
                    }
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
