package org.throughline.engine.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best known values, from the column {@code bestUB} of a {@code bounds.csv} beside a file or in a folder above it. A file of that
 * name without the columns {@code instance} and {@code bestUB} is another one; the nearest that knows the instance decides.
 */
final class Bounds {

    private Bounds() {}

    /**
     * The best known value of the instance, or null. Of several rows that of the set counts which is called as the folder.
     *
     * @throws org.throughline.engine.EngineRefusal {@code bench.malformed} if the value is no number
     */
    static @Nullable Double best(Path file, String instance) {
        var folder = file.toAbsolutePath().normalize().getParent();
        var set = folder == null ? "" : String.valueOf(folder.getFileName());
        for (; folder != null; folder = folder.getParent()) {
            var bounds = folder.resolve("bounds.csv");
            var best = Files.isRegularFile(bounds) && Files.isReadable(bounds) ? find(bounds, instance, set) : null;
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    private static @Nullable Double find(Path bounds, String instance, String set) {
        var lines = new String(BenchFiles.bytes(bounds), StandardCharsets.UTF_8)
                .lines()
                .toList();
        var header = lines.isEmpty()
                ? List.<String>of()
                : List.of(lines.getFirst().strip().split(",", -1));
        int name = header.indexOf("instance");
        int value = header.indexOf("bestUB");
        if (name < 0 || value < 0) {
            return null;
        }
        Double found = null;
        for (int k = 1; k < lines.size(); k++) {
            var cells = lines.get(k).strip().split(",", -1);
            boolean isKnown = cells.length > Math.max(name, value)
                    && cells[name].equalsIgnoreCase(instance)
                    && !cells[value].isEmpty();
            if (isKnown && (found == null || Arrays.asList(cells).contains(set))) {
                found = number(bounds, k + 1, cells[value]);
            }
        }
        return found;
    }

    private static Double number(Path bounds, int line, String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException wrong) {
            throw Csv.malformed(bounds, line, "(%s) is no number".formatted(text))
                    .because(wrong);
        }
    }
}
