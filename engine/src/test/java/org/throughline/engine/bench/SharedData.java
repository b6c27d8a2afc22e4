package org.throughline.engine.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the benchmark data beside the repository; tests that need it are skipped where it is absent. */
final class SharedData {

    private SharedData() {}

    static Path folder(String name) {
        var given = System.getenv("THROUGHLINE_DATA");
        var found = given == null ? null : Path.of(given);
        for (var at = Path.of("").toAbsolutePath(); found == null && at != null; at = at.getParent()) {
            var candidate = at.resolve("shared/data");
            found = Files.isDirectory(candidate) ? candidate : null;
        }
        assumeTrue(found != null && Files.isDirectory(found.resolve(name)), "The benchmark data is not here.");
        return found == null ? Path.of(name) : found.resolve(name);
    }
}
