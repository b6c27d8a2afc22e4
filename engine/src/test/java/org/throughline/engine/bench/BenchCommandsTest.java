package org.throughline.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as others call it: fixed keys, headers, exit codes. */
class BenchCommandsTest {

    private static final Pattern KEY = Pattern.compile("\"([A-Za-z0-9]+)\":");
    private static final String SHOP = "2 2\n0 5 1 6\n1 4 0 3\n";
    /** Two orders, a centre of two machines, two families. */
    private static final String FACTORY = "2 2 1\n0 0\n2 1 1 0 4 4 0\n0 9 1 1 0 2 0 5 1 6\n3 5 2 2 1 1 0 4 0 1 1 3\n";

    private static final Map<String, String> PLANNING = Map.of(
            "plan.csv", "key,value\nplan_start,2026-01-05\n",
            "items.csv", "item_id,level,source,mfg_lead_days\nbike,0,MAKE,2\nwheel,5,BUY,\n",
            "bom.csv", "parent_id,component_id,qty_per\nbike,wheel,2\n",
            "routing.csv", "item_id,op_seq,resource_id,setup_sec,run_sec_per_unit\nbike,10,bench,600,3600\n",
            "resources.csv", "resource_id,capacity\nbench,1\n",
            "onhand.csv", "item_id,qty\nwheel,3\n",
            "suppliers.csv", "item_id,supplier_id,lead_days\nwheel,S1,4\n",
            "demands.csv", "demand_id,item_id,qty,due,priority\nD1,bike,4,2026-01-20,1\nD2,bike,30,2026-01-06,2\n");

    @TempDir
    Path folder;

    private Path planning;

    @BeforeEach
    void write() throws IOException {
        planning = Files.createDirectories(folder.resolve("planning"));
        for (var file : PLANNING.entrySet()) {
            Files.writeString(planning.resolve(file.getKey()), file.getValue());
        }
    }

    /** What was said, a line each; the last one of a refused command is its sentence. */
    private record Said(int code, List<String> out, String errors) {

        List<String> keys(int line) {
            return KEY.matcher(out.get(line))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
    }

    private static Said bench(Object... words) {
        var out = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            var all = new ArrayList<String>();
            for (var word : words) {
                all.add(word.toString());
            }
            int code = Bench.answer(all, new PrintStream(errors, true, StandardCharsets.UTF_8));
            return new Said(
                    code,
                    out.toString(StandardCharsets.UTF_8).lines().toList(),
                    errors.toString(StandardCharsets.UTF_8).strip());
        } finally {
            System.setOut(before);
        }
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void schedule_prints_an_object_a_file_and_a_summary_and_writes_tables() throws IOException {
        file("bounds.csv", "set,instance,jobs,machines,ops,bestLB,bestUB,status,source\nx,tiny,2,2,4,8,10,open,me\n");
        var shop = file("tiny.fjs", "2 2 1\n2 1 1 5 1 2 6\n2 1 2 4 1 1 3\n");
        var factory = file("factory_2.txt", FACTORY);
        var out = folder.resolve("made/here");
        var said = bench("schedule", shop, factory, "--seconds", "0.2", "--threads", "1", "--seed", "7", "--out", out);

        assertThat(said.code()).isZero();
        var keys = List.of(
                "instance", "objective", "value", "best", "gapPct", "seconds", "evaluations", "threads", "seed");
        assertThat(said.keys(0)).isEqualTo(keys);
        assertThat(said.keys(1)).isEqualTo(keys);
        assertThat(said.keys(2)).containsExactly("summary", "instances", "meanGapPct", "maxGapPct");
        assertThat(said.out().getFirst())
                .startsWith(
                        "{\"instance\":\"tiny\",\"objective\":\"makespan\",\"value\":11,\"best\":10,\"gapPct\":10.000,")
                .endsWith("\"threads\":1,\"seed\":7}");
        assertThat(said.out().get(1)).contains("\"objective\":\"tardiness\"").contains("\"best\":null,\"gapPct\":null");
        assertThat(said.out().get(2))
                .isEqualTo("{\"summary\":true,\"instances\":2,\"meanGapPct\":10.000,\"maxGapPct\":10.000}");
        assertThat(Files.readAllLines(out.resolve("tiny.csv")))
                .hasSize(5)
                .startsWith("job,operation,machine,start,end", "0,0,0,0,5");
        assertThat(Files.readAllLines(out.resolve("factory_2.csv")))
                .hasSize(4)
                .startsWith("job,operation,machine,start,end,setup");
    }

    @Test
    void trace_adds_the_value_over_time_and_tardiness_reads_a_factory_of_any_name() {
        var said = bench(
                "schedule", file("plant.txt", FACTORY), "--seconds", "0.1", "--objective", "tardiness", "--trace");
        assertThat(said.keys(0)).endsWith("seed", "trace");
        assertThat(said.out().getFirst()).matches(".*\"trace\":\\[\\[\\d+\\.\\d{3},\\d+].*]}");
    }

    @Test
    void an_instance_that_the_nearest_bounds_do_not_know_is_looked_up_above() throws IOException {
        var below = Files.createDirectories(folder.resolve("set/deep"));
        file("bounds.csv", "instance,bestUB\ntiny,11\n");
        Files.writeString(folder.resolve("set/bounds.csv"), "instance,bestUB\nother,5\n");
        Files.writeString(below.resolve("bounds.csv"), "of,another,kind\n");
        var shop = Files.writeString(below.resolve("tiny.txt"), SHOP);
        assertThat(bench("schedule", shop, "--seconds", "0.1").out().getFirst())
                .contains("\"best\":11,\"gapPct\":0.000");
    }

    @Test
    void mrp_prints_totals_and_writes_orders() throws IOException {
        var out = folder.resolve("orders.csv");
        var keys = List.of(
                "demands",
                "makeOrders",
                "buyOrders",
                "loadSeconds",
                "planSeconds",
                "peakMb",
                "sha256Totals",
                "sha256Orders");
        var fixed = bench("mrp", planning, "--threads", "2", "--out", out);
        assertThat(fixed.keys(0)).startsWith(keys.toArray(String[]::new));
        assertThat(fixed.out().getFirst()).startsWith("{\"demands\":2,\"makeOrders\":2,\"buyOrders\":2,");
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "item,qty,start,due",
                        "bike,30,2026-01-04,2026-01-06",
                        "bike,4,2026-01-18,2026-01-20",
                        "wheel,57,2025-12-31,2026-01-04",
                        "wheel,8,2026-01-14,2026-01-18");

        var routing = bench("mrp", planning, "--variant", "routing", "--out", out);
        assertThat(routing.keys(0)).startsWith(keys.toArray(String[]::new));
        assertThat(Files.readAllLines(out))
                .startsWith("item,qty,start,due", "bike,30,2026-01-04T17:50:00,2026-01-06T00:00:00");
    }

    @Test
    void finite_prints_lateness_and_writes_every_operation() throws IOException {
        var out = folder.resolve("operations.csv");
        var said = bench("finite", planning, "--seconds", "0.1", "--threads", "1", "--out", out);
        assertThat(said.out().getFirst())
                .startsWith(
                        "{\"orders\":2,\"late\":1,\"avgDaysLate\":4.257,\"totalDaysLate\":4.257,\"lateByPriority\":{\"1\":0,\"2\":1},\"seconds\":");
        assertThat(Files.readAllLines(out))
                .startsWith("demand,item,op_seq,resource,start,end")
                .contains("D2,bike,10,bench,2026-01-09T00:00:00,2026-01-10T06:10:00");
    }

    @Test
    void a_resource_of_two_takes_two_operations_at_once() throws IOException {
        Files.writeString(planning.resolve("resources.csv"), "resource_id,capacity\nbench,2\n");
        Files.writeString(
                planning.resolve("demands.csv"),
                "demand_id,item_id,qty,due,priority\nD1,bike,5,2026-01-20,1\nD2,bike,5,2026-01-20,1\nD3,bike,5,2026-01-20,1\n");
        var out = folder.resolve("operations.csv");
        bench("finite", planning, "--seconds", "0", "--out", out);
        assertThat(Files.readAllLines(out).stream().map(line -> line.split(",", -1)[4]))
                .containsExactly("start", "2026-01-09T00:00:00", "2026-01-09T00:00:00", "2026-01-09T05:10:00");
    }

    @Test
    void plan_promise_repair_and_netchange_print_their_figures() {
        assertThat(bench("plan", file("factory_1.txt", FACTORY), "--seconds", "0.1", "--shifts", "--tools", "1")
                        .keys(0))
                .containsExactly(
                        "instance",
                        "operations",
                        "first",
                        "value",
                        "lateJobs",
                        "seconds",
                        "backwardValue",
                        "backwardSeconds",
                        "startsLaterDays");
        assertThat(bench("promise", planning, "--inquiries", "5").keys(0)).contains("p50Ms", "p99Ms");
        assertThat(bench("repair", file("factory_2.txt", FACTORY), "--events", "2", "--seconds", "0.1")
                        .keys(0))
                .contains("p50Ms", "maxMs", "shiftedPct", "fullRunRatio");
        for (var variant : List.of("grid", "rich")) {
            var said = bench("netchange", planning, "--changes", "3", "--variant", variant);
            assertThat(said.keys(0)).contains("netChangeSeconds", "regenerativeSeconds", "equal");
            assertThat(said.out().getFirst()).contains("\"equal\":true");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plan.csv      | key,value/                                          | 2 | plan_start is missing
            plan.csv      | key,value/plan_start,soon/                          | 2 | (soon) is no date
            items.csv     | item_id,source,mfg_lead_days/                       | 1 | the header is
            items.csv     | item_id,level,source,mfg_lead_days/bike,0,MAKE/     | 2 | a whole number is missing
            items.csv     | item_id,level,source,mfg_lead_days/bike,0,STEAL,1/  | 2 | neither MAKE nor BUY
            items.csv     | item_id,level,source,mfg_lead_days/bike,0,MAKE,-1/  | 2 | (-1) is not from 0
            items.csv     | item_id,level,source,mfg_lead_days/a,0,BUY,/a,0,BUY,/ | 3 | occurs twice
            bom.csv       | parent_id,component_id,qty_per//bike,nut,2/         | 3 | the item (nut) is unknown
            bom.csv       | parent_id,component_id,qty_per/bike,wheel,-2/       | 2 | (-2) is not from 0
            bom.csv       | parent_id,component_id,qty_per/bike,wheel,2/wheel,bike,1/ | 2 | contains itself
            bom.csv       | parent_id,component_id,qty_per/bike,whe             | 2 | a whole number is missing
            routing.csv   | item_id,op_seq,resource_id,setup_sec,run_sec_per_unit/bike,10,oven,1,1/ | 2 | the resource (oven) is unknown
            routing.csv   | item_id,op_seq,resource_id,setup_sec,run_sec_per_unit/bike,10,bench,-1,1/ | 2 | (-1) is not from 0
            resources.csv | resource_id,capacity/bench,0/                       | 2 | (0) is not from 1
            onhand.csv    | item_id,qty/wheel,-3/                               | 2 | (-3) is not from 0
            onhand.csv    | item_id,qty/wheel,3,4/                              | 2 | more columns than the header
            suppliers.csv | item_id,supplier_id,lead_days/wheel,S1,soon/        | 2 | (soon) is no whole number
            demands.csv   | demand_id,item_id,qty,due,priority/D1,bike,0,2026-01-20,1/ | 2 | (0) is not from 1
            demands.csv   | demand_id,item_id,qty,due,priority/D1,bike,9,9999-01-20,1/ | 2 | more than a hundred years
            demands.csv   | demand_id,item_id,qty,due,priority/D1,bike,9,2026-02-30,1/ | 2 | (2026-02-30) is no date
            demands.csv   | demand_id,item_id,qty,due,priority/D1,bike,99999999999,2026-02-20,1/ | 2 | (99999999999) is not from 1
            """)
    void malformed_planning_files_are_refused_with_file_line_and_reason(
            String name, String text, int line, String reason) throws IOException {
        Files.writeString(planning.resolve(name), text.replace('/', '\n'));
        for (var command : List.of("mrp", "finite", "promise", "netchange")) {
            var said = bench(command, planning);
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.out()).isEmpty();
            assertThat(said.errors())
                    .contains(name + ", line " + line + ": ")
                    .contains(reason)
                    .doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 1 1/                       | 1 | (0) is out of range; expected orders
            1 0 1/                       | 1 | (0) is out of range; expected machines
            x 1 1/                       | 1 | (x) is no whole number; expected orders
            900 1 1/0/                   | 1 | 900 orders are announced, the file ends before
            1 1 1/0/1/0 0/0 9 1 1/       | 6 | the file ends; expected a family
            1 1 1/0/1/0 0/0 9 1 1/0 1 1 5/ | 6 | (1) is out of range; expected a machine
            1 1 1/0/1/0 0/0 9 1 1/0 1 0 -5/ | 6 | (-5) is out of range; expected a duration
            1 1 1/0/1/0 0/0 9 1 1/0 1 0 5/7 7/ | 7 | the file goes on after its 1 orders
            1 1 1/0/1/0 0/0 9 1 1/3 1 0 5/ | 6 | family (3) does not exist there
            """)
    void malformed_factories_are_refused_with_file_line_and_reason(String text, int line, String reason) {
        var said = bench("repair", file("factory_x.txt", text.replace('/', '\n')), "--events", "1");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errors()).isEqualTo(folder + "/factory_x.txt, line " + line + ": " + reason + ".");
    }

    /** All files are read before the first search. */
    @Test
    void one_malformed_file_of_several_refuses_the_command() {
        var said = bench("schedule", file("good.txt", SHOP), file("bad.txt", "2 2\n0 1"), "--seconds", "60");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.errors()).contains("bad.txt, line 2: ");
    }

    @Test
    void wrong_words_are_refused_with_a_sentence() {
        var shop = file("tiny.txt", SHOP);
        for (var words : List.of(
                List.of(),
                List.of("sing"),
                List.of("schedule"),
                List.of("schedule", folder),
                List.of("schedule", folder.resolve("none.txt")),
                List.of("schedule", shop, "--seconds"),
                List.of("schedule", shop, "--seconds", "many"),
                List.of("schedule", shop, "--seconds", "-1"),
                List.of("schedule", shop, "--threads", "0"),
                List.of("schedule", shop, "--objective", "beauty"),
                List.of("schedule", shop, "--objective", "tardiness"),
                List.of("schedule", file("factory_2.txt", FACTORY), "--objective", "makespan"),
                List.of("schedule", shop, "--seconds", "0.1", "--out", shop),
                List.of("mrp", shop),
                List.of("mrp", planning, "--variant", "odd"),
                List.of("mrp", planning, planning),
                List.of("mrp", folder.resolve("none")))) {
            var said = bench(words.toArray());
            assertThat(said.code()).as("%s", words).isEqualTo(2);
            assertThat(said.errors()).as("%s", words).isNotEmpty().doesNotContain("\n", "Exception");
        }
    }
}
