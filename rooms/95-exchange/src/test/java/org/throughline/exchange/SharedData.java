package org.throughline.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The foreign data beside this repository; a test that needs it is left out where it is not. */
final class SharedData {

    private SharedData() {}

    static Path folder(String name) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var data = folder.resolve("shared/data").resolve(name);
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        Assumptions.abort("The data of " + name + " is not beside this repository.");
        throw new IllegalStateException();
    }
}
