package org.throughline.engine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/** Where and when figures are taken, and by which clock. */
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

    /** Nanoseconds of the thread that asks, on a processor, or those of the clock on the wall. */
    static LongSupplier clock(boolean isProcessorTime) {
        var threadTimes = ManagementFactory.getThreadMXBean();
        return isProcessorTime ? threadTimes::getCurrentThreadCpuTime : System::nanoTime;
    }

    static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.systemDefault()));
    }
}
