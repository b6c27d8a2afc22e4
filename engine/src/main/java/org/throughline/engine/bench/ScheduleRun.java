package org.throughline.engine.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.schedule.shop.Effort;
import org.throughline.engine.schedule.shop.MakespanSearch;
import org.throughline.engine.schedule.shop.TardinessSearch;

/**
 * Searches the schedule of one file.
 *
 * @param seconds of the clock, or of the processor if {@code isProcessorTime}; the latter with one thread only
 * @param evaluations if greater than 0, the search stops after so many moves instead
 * @param untilBest whether a makespan that is not above the best known value ends the search
 * @param out folder for the schedule as a table, or null
 */
record ScheduleRun(
        double seconds,
        int threads,
        long seed,
        long evaluations,
        boolean isProcessorTime,
        boolean untilBest,
        @Nullable Path out) {

    /**
     * What came out.
     *
     * @param best the best known value, null if there is none
     * @param trace seconds and value of each improvement
     */
    record Measured(
            String instance,
            String objective,
            long value,
            @Nullable Double best,
            double seconds,
            long evaluations,
            String trace) {

        /** Per cent above the best known value, null if there is none. */
        @Nullable
        Double gap() {
            return best == null || best == 0 ? null : 100 * (value - best) / best;
        }
    }

    /** @throws org.throughline.engine.EngineRefusal if the objective does not go with the file, or the file is malformed */
    Measured measure(Path file, @Nullable String objective) {
        return isFactory(file, objective) ? tardiness(file) : makespan(file);
    }

    /**
     * Reads a file without searching, so that a malformed one is refused before the first search.
     *
     * @throws org.throughline.engine.EngineRefusal as {@link #measure}
     */
    static void check(Path file, @Nullable String objective) {
        if (isFactory(file, objective)) {
            FactoryFile.read(file);
        } else {
            ShopFile.read(file);
        }
    }

    /** By the name, or because weighted tardiness is asked for: only factories have due dates. */
    private static boolean isFactory(Path file, @Nullable String objective) {
        boolean isNamedSo = String.valueOf(file.getFileName()).startsWith("factory_");
        return switch (objective) {
            case null -> isNamedSo;
            case "tardiness" -> true;
            case "makespan" -> {
                if (isNamedSo) {
                    throw Arguments.usage(
                            "%s has setups and due dates; its objective is tardiness".formatted(file.getFileName()));
                }
                yield false;
            }
            default -> throw Arguments.usage("--objective is makespan or tardiness, not " + objective);
        };
    }

    static String instance(Path file) {
        var fileName = String.valueOf(file.getFileName());
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? fileName : fileName.substring(0, dot);
    }

    private Measured tardiness(Path file) {
        long begin = System.nanoTime();
        var plant = FactoryFile.read(file);
        var points = new StringJoiner(",", "[", "]");
        var result = TardinessSearch.search(plant, threads, seed, effort(), value -> points.add(point(begin, value)));
        var rows = new ScheduleRows(
                plant.shop().jobFrom(), result.machine(), result.start(), result.end(), result.setup());
        return measured(file, "tardiness", result.cost(), begin, result.evaluations(), points.toString(), rows);
    }

    private Measured makespan(Path file) {
        long begin = System.nanoTime();
        var shop = ShopFile.read(file);
        var points = new StringJoiner(",", "[", "]");
        var best = untilBest ? Bounds.best(file, instance(file)) : null;
        double enough = best == null ? 0 : best;
        var reached = new AtomicLong(Long.MAX_VALUE);
        var result =
                MakespanSearch.search(shop, threads, seed, effort().unless(() -> reached.get() <= enough), value -> {
                    points.add(point(begin, value));
                    reached.set(value);
                });
        var rows = new ScheduleRows(shop.jobFrom(), result.machine(), result.start(), result.end(), null);
        return measured(file, "makespan", result.makespan(), begin, result.evaluations(), points.toString(), rows);
    }

    private Measured measured(
            Path file, String objective, long value, long begin, long evaluated, String trace, ScheduleRows rows) {
        double used = (System.nanoTime() - begin) / 1e9;
        var instance = instance(file);
        if (out != null) {
            rows.write(out.resolve(instance + ".csv"));
        }
        return new Measured(instance, objective, value, Bounds.best(file, instance), used, evaluated, trace);
    }

    private Effort effort() {
        if (evaluations > 0) {
            return Effort.evaluations(evaluations);
        }
        return Effort.seconds(seconds, Machines.clock(isProcessorTime));
    }

    private static String point(long begin, long value) {
        return String.format(Locale.ROOT, "[%.3f,%d]", (System.nanoTime() - begin) / 1e9, value);
    }
}
