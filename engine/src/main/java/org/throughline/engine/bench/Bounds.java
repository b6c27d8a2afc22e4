package org.throughline.engine.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The best known values, from {@code bounds.csv} beside a file or in a folder above it. */
final class Bounds {

    private static final String HEADER = "set,instance,jobs,machines,ops,bestLB,bestUB,status,source";

    private Bounds() {}

    /** The best known value of the instance, or null. */
    static @Nullable Double best(Path file, String instance) {
        for (var folder = file.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            var bounds = folder.resolve("bounds.csv");
            if (Files.isRegularFile(bounds)) {
                return find(bounds, instance);
            }
        }
        return null;
    }

    private static @Nullable Double find(Path bounds, String instance) {
        var file = Csv.open(bounds, HEADER);
        while (file.hasNext()) {
            file.text();
            boolean found = file.text().equals(instance);
            for (int skipped = 0; skipped < 4; skipped++) {
                file.text();
            }
            var best = file.text();
            file.text();
            file.text();
            if (found && !best.isEmpty()) {
                return Double.parseDouble(best);
            }
        }
        return null;
    }
}
