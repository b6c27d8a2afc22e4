package org.throughline.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.schedule.shop.Shop;

class ShopFileTest {

    @TempDir
    Path folder;

    private Shop read(String name, String text) {
        try {
            return ShopFile.read(Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static String text(Shop shop) {
        var text = new StringBuilder();
        for (int j = 0; j < shop.jobs(); j++) {
            for (int i = shop.jobFrom()[j]; i < shop.jobFrom()[j + 1]; i++) {
                for (int a = shop.alternativeFrom()[i]; a < shop.alternativeFrom()[i + 1]; a++) {
                    text.append(a == shop.alternativeFrom()[i] ? ' ' : '/')
                            .append(shop.machine()[a])
                            .append(':')
                            .append(shop.time()[a]);
                }
            }
            text.append(';');
        }
        return shop.machines() + text.toString();
    }

    /** The same two jobs on two machines. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 2\n0 5 1 6\n1 4 0 3\n",
                "2 2\n1 5 2 6\n2 4 1 3",
                " 2\t2 \r\n\r\n\t0   5\t1 6  \r\n1 4 0 3\r\n\r\n\r\n",
                "instance tiny\n+++++++\nFisher and Thompson 2x2 instance (Table 1)\n2 2\n0 5 1 6\n1 4 0 3\n++++\n",
                "# two jobs\n2 2 # jobs machines\n// first\n0 5 1 6\n; second\n1 4 0 3 # end\n",
                "2 2\n5 6\n4 3\n1 2\n2 1\n",
                "2 2 840612802 398197754 11 9\nTimes\n5 6\n4 3\nMachines\n1 2\n2 1\n",
                """
                Nb of jobs, Nb of Machines, Time seed, Machine seed, Upper bound, Lower bound
                  2 2 840612802 398197754 11 9
                Machines :
                 1 2
                 2 1
                Times :
                 5 6
                 4 3
                """,
                "\u00EF\u00BB\u00BF2 2 1\n2 1 1 5 1 2 6\n2 1 2 4 1 1 3\n",
                "2 2\n2 1 0 5 1 1 6\n2 1 1 4 1 0 3\n",
                "2 2 1.0\n2   1   1  5   1   2  6   \n\n2\t1\t2\t4\t1\t1\t3\t\n",
            })
    void every_usual_layout_is_read(String text) {
        assertThat(text(read("tiny.txt", text))).isEqualTo("2 0:5 1:6; 1:4 0:3;");
    }

    @Test
    void alternatives_and_jobs_of_different_length_are_read() {
        var flexible = "2 3 1.5\n2 2 1 5 3 7 1 2 6\n1 3 1 4 2 4 3 4\n";
        assertThat(text(read("a.fjs", flexible))).isEqualTo("3 0:5/2:7 1:6; 0:4/1:4/2:4;");
        assertThat(text(read("a.txt", flexible.replace(" 1.5", "")))).isEqualTo("3 0:5/2:7 1:6; 0:4/1:4/2:4;");
        assertThat(text(read("b.txt", "2 2\n0 5 1 6 0 7\n1 4\n"))).isEqualTo("2 0:5 1:6 0:7; 1:4;");
    }

    /** The ending decides where both layouts would fit. */
    @Test
    void a_file_that_fits_both_layouts_is_plain_if_every_job_visits_every_machine_once_and_has_no_average() {
        assertThat(text(read("a.txt", "1 2\n1 1 0 5\n"))).isEqualTo("2 1:1 0:5;");
        assertThat(text(read("a.fjs", "1 2\n1 1 0 5\n"))).isEqualTo("2 0:5;");
        assertThat(text(read("a.txt", "1 2 1\n1 1 0 5\n"))).isEqualTo("2 0:5;");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            ""                                   | 1 | the file is empty
            " / / "                              | 1 | the file is empty
            jobs and machines                    | 1 | no line holds numbers
            2                                    | 1 | the numbers of jobs and machines are missing
            two 2/0 5 1 6/1 4 0 3/               | 1 | (two) is no number
            0 2/                                 | 1 | the number of jobs (0) is not from 1 to 1000000
            2 0/0 5 1 6/1 4 0 3/                 | 1 | the number of machines (0) is not from 1 to 100000
            2 -3/0 5 1 6/1 4 0 3/                | 1 | the number of machines (-3) is not from 1 to 100000
            2 99999999999/0 5 1 6/1 4 0 3/       | 1 | (99999999999) is no whole number
            2 2/0 5 1 x/1 4 0 3/                 | 2 | (x) is no whole number
            2 2/0 5 1 6.5/1 4 0 3/               | 2 | (6.5) is no whole number
            2 2/0 5 1 6/                         | 2 | 2 jobs are announced; 1 of 2 lines are there
            2 2/0 5 1 6/1 4 0 3/0 1 1 1/         | 4 | "2 jobs are announced, this is more"
            2 2/0 5 1 6/1 4 0/                   | 3 | it is in neither of the two layouts: a machine lacks its time
            2 2/0 5 1 6/1 4                      | 3 | the file is cut: an operation is missing
            2 2/0 5 1 6/1 4 2 3/                 | 3 | machine (2) is not from 0 to 1
            2 2/0 5 1 6/1 4 0 -3/                | 3 | time (-3) is negative
            2 2/0 2000000000 1 6/1 4 0 2000000000/ | 3 | the times add up to more than 2147483647
            2 2 1/2 1 1 5 1 2 6/2 1 2 4 1 1/     | 3 | it ends before the 1 alternatives of operation 1
            2 2 1/2 1 1 5 1 2 6/2 1 2 4/         | 3 | "2 operations are announced, 1 are there"
            2 2 1/2 1 1 5 1 2 6/1 1 2 4 1/       | 3 | it goes on after its 1 operations
            2 2 1/2 1 1 5 1 2 6/2 0 1 2 4/       | 3 | the number of alternatives (0) is not at least 1
            2 2 1/0/2 1 2 4 1 1 3/               | 2 | the number of operations (0) is not at least 1
            2 2 1/2 1 1 5 1 3 6/2 1 2 4 1 1 3/   | 2 | machine (3) is not from 1 to 2
            2 2/5 6/4 3/1 2/2 3/                 | 5 | machine (3) is not from 1 to 2
            2 2/Times/5 6/4 3/Machines/1 2/      | 6 | 2 jobs are announced; 3 of 4 lines are there
            """, delimiter = '|')
    void what_is_malformed_is_refused_with_file_line_and_reason(String text, String line, String reason) {
        assertThatThrownBy(() -> read("odd.txt", text.replace('/', '\n')))
                .isInstanceOfSatisfying(EngineRefusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("bench.malformed");
                    assertThat(refusal.values().get("file")).endsWith("odd.txt");
                    assertThat(refusal.values()).containsEntry("line", line).containsEntry("reason", reason);
                });
    }

    @Test
    void a_file_that_is_absent_or_a_folder_is_refused() {
        assertThatThrownBy(() -> ShopFile.read(folder.resolve("none.txt")))
                .isInstanceOf(EngineRefusal.class)
                .hasMessageEndingWith("none.txt: there is no such file.");
        assertThatThrownBy(() -> ShopFile.read(folder))
                .isInstanceOf(EngineRefusal.class)
                .hasMessageEndingWith("a file is expected, this is a folder.");
    }

    @Test
    void every_published_instance_has_its_published_size() throws IOException {
        var data = SharedData.folder("scheduling");
        for (var line : Files.readAllLines(data.resolve("bounds.csv"))) {
            var cells = line.split(",", -1);
            var file = data.resolve(cells[0]).resolve(cells[1] + ".txt");
            if (Files.exists(file)) {
                var shop = cells[0].equals("factory") ? FactoryFile.read(file).shop() : ShopFile.read(file);
                assertThat(shop.jobs() + "," + shop.machines() + "," + shop.operations())
                        .as(cells[1])
                        .isEqualTo(String.join(",", cells[2], cells[3], cells[4]));
            }
        }
    }
}
