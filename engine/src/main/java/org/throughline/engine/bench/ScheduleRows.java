package org.throughline.engine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code --out} writes. */
@SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
record ScheduleRows(int[] jobFrom, int[] machine, int[] start, int[] end, int @Nullable [] setup) {

    void write(Path file) {
        try (var writer = BenchFiles.writer(file)) {
            writer.write("job,operation,machine,start,end" + (setup == null ? "\n" : ",setup\n"));
            for (int j = 0; j + 1 < jobFrom.length; j++) {
                for (int i = jobFrom[j]; i < jobFrom[j + 1]; i++) {
                    writer.write(j + "," + (i - jobFrom[j]) + "," + machine[i] + "," + start[i] + "," + end[i]);
                    writer.write(setup == null ? "\n" : "," + setup[i] + "\n");
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
