package org.throughline.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.engine.EngineRefusal;

class PlanningBenchTest {

    private static String printed(Runnable bench) {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            bench.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c100", "1k", "10k"})
    void totals_orders_and_dates_equal_the_published_ones(String size) throws IOException {
        var folder = SharedData.folder("planning/" + size);
        var json = printed(() -> MrpBench.run(List.of(folder.toString())));

        var expected = Files.readAllLines(folder.resolve("expected_summary.csv"));
        for (var key : List.of("sha256_item_total_qty", "sha256_item_orders_qty_datesum")) {
            var sum = expected.stream()
                    .filter(line -> line.startsWith(key))
                    .findFirst()
                    .orElseThrow()
                    .split(",", -1)[1];
            assertThat(json).contains(sum);
        }
    }

    @Test
    void net_change_gives_the_regenerative_plan() {
        for (int seed = 0; seed < 5; seed++) {
            var words = List.of(
                    SharedData.folder("planning/1k").toString(), "--changes", "50", "--seed", Integer.toString(seed));
            assertThat(printed(() -> NetChangeBench.run(words))).contains("\"equal\":true");
        }
    }

    @Test
    void a_malformed_file_is_refused_with_file_line_and_reason(@TempDir Path folder) throws IOException {
        copy(SharedData.folder("planning/1k"), folder);
        var demands = new ArrayList<>(Files.readAllLines(folder.resolve("demands.csv")));
        demands.set(2, "D1,FG000012,many,2026-12-19,1");
        Files.write(folder.resolve("demands.csv"), demands);

        assertThatThrownBy(() -> new PlanningData(folder)).isInstanceOfSatisfying(EngineRefusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("bench.malformed");
            assertThat(refusal.values())
                    .containsEntry("line", "3")
                    .containsEntry("reason", "(many) is no whole number");
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
                to.resolve(file.getFileName()).toFile().setWritable(true);
            }
        }
    }
}
