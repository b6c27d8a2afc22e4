package org.throughline.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a table of figures says about where and when they were taken. */
final class Machines {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machines() {}

    static String processor() {
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException elsewhere) {
            return System.getProperty("os.arch", "unknown processor");
        }
    }

    static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.systemDefault()));
    }
}
