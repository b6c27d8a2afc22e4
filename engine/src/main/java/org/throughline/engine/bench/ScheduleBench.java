package org.throughline.engine.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./bench schedule FILE… --seconds S --threads N [--objective makespan|tardiness] [--seed K] [--out DIR] [--trace]
 * [--evaluations E] [--cpu] [--until-best]}.
 */
final class ScheduleBench {

    private ScheduleBench() {}

    static void run(List<String> words) {
        var arguments = new Arguments(
                words,
                Set.of("--seconds", "--threads", "--objective", "--seed", "--out", "--evaluations"),
                Set.of("--trace", "--cpu", "--until-best"));
        var folder = arguments.text("--out");
        var run = new ScheduleRun(
                arguments.decimal("--seconds", 10),
                arguments.integer("--threads", 1, 1),
                arguments.integer("--seed", 1),
                (long) arguments.decimal("--evaluations", 0),
                arguments.flag("--cpu"),
                arguments.flag("--until-best"),
                folder == null ? null : Path.of(folder));
        var objective = arguments.text("--objective");
        var gaps = new ArrayList<Double>();
        arguments.files().forEach(name -> ScheduleRun.check(Path.of(name), objective));
        for (var name : arguments.files()) {
            var measured = run.measure(Path.of(name), objective);
            var gap = measured.gap();
            if (gap != null) {
                gaps.add(gap);
            }
            print(run, measured, arguments.flag("--trace"));
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

    private static void print(ScheduleRun run, ScheduleRun.Measured measured, boolean trace) {
        var json = new Json()
                .text("instance", measured.instance())
                .text("objective", measured.objective())
                .number("value", measured.value())
                .decimal("best", measured.best(), 0)
                .decimal("gapPct", measured.gap(), 3)
                .decimal("seconds", measured.seconds(), 3)
                .number("evaluations", measured.evaluations())
                .number("threads", run.threads())
                .number("seed", run.seed());
        System.out.println(trace ? json.raw("trace", measured.trace()) : json);
    }
}
