package org.throughline.engine.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.throughline.engine.EngineRefusal;

/** Reads and writes whole files; what does not work is refused with the file and the reason. */
final class BenchFiles {

    private BenchFiles() {}

    /** @throws EngineRefusal {@code bench.unreadable} if there is no such file, it is a folder, or it may not be read */
    static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw refusal("bench.unreadable", file, "a file is expected, this is a folder");
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            throw refusal("bench.unreadable", file, "there is no such file").because(absent);
        } catch (IOException failed) {
            throw refusal("bench.unreadable", file, "it cannot be read: " + failed.getMessage())
                    .because(failed);
        }
    }

    /**
     * A new file; folders that are missing above it are made.
     *
     * @throws EngineRefusal {@code bench.unwritable} if it cannot be made
     */
    static BufferedWriter writer(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return Files.newBufferedWriter(file);
        } catch (IOException failed) {
            throw refusal("bench.unwritable", file, "it cannot be written: " + failed.getMessage())
                    .because(failed);
        }
    }

    private static EngineRefusal refusal(String code, Path file, String reason) {
        return new EngineRefusal(
                code, "%s: %s.".formatted(file, reason), Map.of("file", file.toString(), "reason", reason));
    }
}
