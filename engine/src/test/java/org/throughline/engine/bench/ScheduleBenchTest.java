package org.throughline.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.schedule.shop.Effort;
import org.throughline.engine.schedule.shop.MakespanSearch;

class ScheduleBenchTest {

    /** Stops as soon as the value is reached; gives up after five minutes of a busy machine. */
    @ParameterizedTest
    @CsvSource({
        "jsp-FisherThompson1963/ft06.txt, 55",
        "jsp-FisherThompson1963/ft10.txt, 930",
        "jsp-Lawrence1984/la01.txt, 666",
        "fjsp-Brandimarte1993/mk01.txt, 40"
    })
    void the_classics_reach_their_optimum(String name, long optimum) {
        var shop = ShopFile.read(SharedData.folder("scheduling").resolve(name));
        var reached = new AtomicLong(Long.MAX_VALUE);
        var effort = Effort.seconds(300).unless(() -> reached.get() <= optimum);
        var result = MakespanSearch.search(shop, 1, 1, effort, reached::set);
        assertThat(result.makespan()).isEqualTo(optimum);
    }

    @Test
    void a_search_until_the_best_known_value_goes_no_further(@TempDir Path folder) throws IOException {
        var file = folder.resolve("ten.txt");
        Files.copy(SharedData.folder("scheduling").resolve("jsp-FisherThompson1963/ft10.txt"), file);
        Files.writeString(folder.resolve("bounds.csv"), "instance,bestUB\nten,1200\n");
        var untilBest = new ScheduleRun(0, 1, 1, 300_000, false, true, null).measure(file, null);
        var whole = new ScheduleRun(0, 1, 1, 300_000, false, false, null).measure(file, null);
        assertThat(untilBest.value()).isLessThanOrEqualTo(1200);
        assertThat(untilBest.evaluations()).isLessThan(whole.evaluations());
    }

    @Test
    void malformed_shops_are_refused_with_file_line_and_reason(@TempDir Path folder) throws IOException {
        var file = folder.resolve("odd.txt");
        Files.writeString(file, "2 2\n0 5 1 6\n1 4 7 3\n");
        assertThatThrownBy(() -> ShopFile.read(file)).isInstanceOfSatisfying(EngineRefusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("bench.malformed");
            assertThat(refusal.values()).containsEntry("line", "3");
        });
        Files.writeString(file, "2 2\n0 5 1 x\n");
        assertThatThrownBy(() -> ShopFile.read(file)).hasMessageContaining("(x) is no whole number");
        Files.writeString(file, "3 2\n0 5 1 6\n");
        assertThatThrownBy(() -> ShopFile.read(file))
                .hasMessageContaining("3 jobs are announced; 1 of 3 lines are there");
        Files.writeString(file, "1 1 1\n0\n1\n0 0\n0 9 1 1\n4 1 0 5\n");
        assertThatThrownBy(() -> FactoryFile.read(file)).hasMessageContaining("line 6");
    }

    @Test
    void a_best_known_value_is_found_in_a_folder_above() {
        var file = SharedData.folder("scheduling").resolve("jsp-Lawrence1984/la01.txt");
        assertThat(Bounds.best(file, "la01")).isEqualTo(666.0);
        assertThat(Bounds.best(file, "la99")).isNull();
    }

    @Test
    void a_table_that_was_stopped_goes_on_where_it_was(@TempDir Path folder) throws IOException {
        var set = Files.createDirectories(folder.resolve("jsp-Taillard1993"));
        Files.writeString(set.resolve("ta01js.txt"), "2 2\n0 3 1 2\n1 4 0 1\n");
        Files.writeString(set.resolve("ta02js.txt"), "2 2\n0 5 1 2\n1 4 0 1\n");
        var out = folder.resolve("out");
        Files.writeString(folder.resolve("out.csv"), """
                set,instance,seconds,threads,seed,value,best,gapPct,used,evaluations
                taillard,ta01js,0.1,1,1,777,,,0.1,5
                """);
        TablesBench.run(List.of(
                folder.toString(), "--seconds", "0.1", "--threads", "1", "--sets", "taillard", "--out", "" + out));
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(3);
        assertThat(Files.readString(folder.resolve("out.md")))
                .contains("ta01js 777; ta02js 7")
                .contains("--seconds 0.1");
    }
}
