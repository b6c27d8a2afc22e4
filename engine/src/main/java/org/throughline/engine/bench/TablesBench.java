package org.throughline.engine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code ./bench tables DIR --seconds S [--threads N] [--seeds K] [--sets A,B] [--out FILE] [--until-best]}: searches every
 * instance of the sets below a folder and writes one table; with {@code --until-best} a search ends once it is not above the best
 * known value, so that the table shows at most a larger gap than without. Each result is added to {@code FILE.csv} at once; an instance that stands there
 * with the same seconds, threads and seed is not searched again, so that a run may be stopped and gone on with.
 */
final class TablesBench {

    private static final String HEADER = "set,instance,seconds,threads,seed,value,best,gapPct,used,evaluations\n";
    private static final Pattern NUMBERS = Pattern.compile("\\d+");

    /** A set of instances: its title, the folder, and how its files are named. */
    private record InstanceSet(String name, String title, String folder, String files) {}

    private static final List<InstanceSet> SETS = List.of(
            new InstanceSet("taillard", "Taillard ta01–80", "jsp-Taillard1993", "ta.*"),
            new InstanceSet("brandimarte", "Brandimarte mk01–15", "fjsp-Brandimarte1993", "mk.*"),
            new InstanceSet("dauzere", "Dauzère–Pérès", "fjsp-DauzerePeresPaulli1994", "dpp.*"),
            new InstanceSet("edata", "Hurink edata", "fjsp-HurinkJurischThole1994", ".*_edata.*"),
            new InstanceSet("vdata", "Hurink vdata", "fjsp-HurinkJurischThole1994", ".*_vdata.*"),
            new InstanceSet("behnke", "Behnke", "fjsp-BehnkeGeiger2012", "behnke.*"),
            new InstanceSet("bel", "re-entrant industrial (bel)", "jsp-BoverouxErnstLouveaux2025", "bel.*"),
            new InstanceSet("factory", "factories by weighted tardiness", "factory", "factory_.*txt"));

    private final Path folder;
    private final Path results;
    private final String seconds;
    private final int threads;
    private final int seeds;
    private final boolean untilBest;
    private final Set<String> wanted;
    private final Map<String, String[]> known = new HashMap<>();

    private TablesBench(Arguments arguments) {
        folder = Path.of(arguments.files().getFirst());
        seconds = "%s".formatted(arguments.decimal("--seconds", 10));
        threads = arguments.integer("--threads", 2);
        seeds = arguments.integer("--seeds", 1);
        untilBest = arguments.flag("--until-best");
        wanted = Set.of(arguments
                .text("--sets", "taillard,brandimarte,dauzere,edata,vdata,behnke,bel,factory")
                .split(","));
        results = Path.of(arguments.text("--out", "engine-tables") + ".csv");
    }

    static void run(List<String> words) {
        var arguments = new Arguments(
                words, Set.of("--seconds", "--threads", "--seeds", "--sets", "--out"), Set.of("--until-best"));
        var bench = new TablesBench(arguments);
        try {
            bench.readKnown();
            for (var set : SETS) {
                if (bench.wanted.contains(set.name())) {
                    bench.measure(set);
                }
            }
            var table = bench.table(String.join(" ", words));
            Files.writeString(Path.of(arguments.text("--out", "engine-tables") + ".md"), table);
            System.out.println(table);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void readKnown() throws IOException {
        if (!Files.exists(results)) {
            Files.writeString(results, HEADER);
        }
        for (var line : Files.readAllLines(results)) {
            var cells = line.split(",", -1);
            if (cells.length == HEADER.split(",").length) {
                known.put(String.join(",", List.of(cells).subList(0, 5)), cells);
            }
        }
    }

    private void measure(InstanceSet set) throws IOException {
        for (var file : files(set)) {
            for (int seed = 1; seed <= seeds; seed++) {
                var key = String.join(",", set.name(), ScheduleRun.instance(file), seconds, "" + threads, "" + seed);
                if (!known.containsKey(key)) {
                    var run = new ScheduleRun(Double.parseDouble(seconds), threads, seed, 0, false, untilBest, null);
                    var measured = run.measure(file, null);
                    var gap = measured.gap();
                    var line = "%s,%d,%s,%s,%.1f,%d"
                            .formatted(
                                    key,
                                    measured.value(),
                                    measured.best() == null ? "" : "%.0f".formatted(measured.best()),
                                    gap == null ? "" : "%.4f".formatted(gap),
                                    measured.seconds(),
                                    measured.evaluations());
                    known.put(key, line.split(",", -1));
                    Files.writeString(results, line + "\n", StandardOpenOption.APPEND);
                    System.err.println(line);
                }
            }
        }
    }

    private List<Path> files(InstanceSet set) throws IOException {
        var place = folder.resolve(set.folder());
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (var all = Files.list(place)) {
            return all.filter(file -> String.valueOf(file.getFileName()).matches(set.files()))
                    .sorted((left, right) -> sortable(left).compareTo(sortable(right)))
                    .toList();
        }
    }

    /** File names with their numbers in the order of size. */
    private static String sortable(Path file) {
        return NUMBERS.matcher(String.valueOf(file.getFileName())).replaceAll(match -> "%8s".formatted(match.group()));
    }

    private String table(String command) {
        var text = new StringBuilder();
        text.append("`./bench tables ").append(command).append("`  \n");
        text.append("%s, %d processors, Java %s, %s%n%n"
                .formatted(
                        Machines.processor(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        Machines.today()));
        text.append("| set | instances | seeds | mean gap | largest gap | instances at the best known value |\n");
        text.append("|---|---|---|---|---|---|\n");
        for (var set : SETS) {
            row(set, text);
        }
        return text.toString();
    }

    private void row(InstanceSet set, StringBuilder text) {
        var gaps = new ArrayList<Double>();
        var values = new ArrayList<String>();
        var instances = new java.util.TreeSet<String>();
        known.values().stream()
                .filter(cells ->
                        cells[0].equals(set.name()) && cells[2].equals(seconds) && cells[3].equals("" + threads))
                .sorted((left, right) -> (left[1] + left[4]).compareTo(right[1] + right[4]))
                .forEach(cells -> {
                    instances.add(cells[1]);
                    values.add(cells[1] + " " + cells[5]);
                    if (!cells[7].isEmpty()) {
                        gaps.add(Double.valueOf(cells[7]));
                    }
                });
        if (values.isEmpty()) {
            return;
        }
        if (gaps.isEmpty()) {
            text.append("| %s | %d | %d | %s | | |%n"
                    .formatted(set.title(), instances.size(), seeds, String.join("; ", values)));
            return;
        }
        text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.3f %% | %.2f %% | %d of %d |%n",
                set.title(),
                instances.size(),
                seeds,
                gaps.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                gaps.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                gaps.stream().filter(gap -> gap <= 0).count(),
                gaps.size()));
    }
}
