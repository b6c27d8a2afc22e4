package org.throughline.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.identity.IdentityGround;
import org.throughline.records.ImportOutcome;
import org.throughline.records.ImportOutcome.RowError;
import org.throughline.records.ImportRefused;
import org.throughline.records.RecordImports.Mode;
import org.throughline.records.Records;
import org.throughline.records.RecordsGround;
import org.throughline.records.SampleTypes;
import org.throughline.records.ValueRefused;
import org.throughline.web.WebGround;

@SpringJUnitConfig({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    RecordsGround.class,
    SampleTypes.class
})
@ExtendWith(SystemActs.class)
class ImportTest {

    @Autowired
    Importer importer;

    @Autowired
    ImportUndo undo;

    @Autowired
    ImportLog log;

    @Autowired
    Template template;

    @Autowired
    Export export;

    @Autowired
    Access access;

    @Autowired
    Records records;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void one_group_and_no_parts() {
        jdbc.sql("DELETE FROM records.import_column").update();
        jdbc.sql("DELETE FROM sample.ticket").update();
        jdbc.sql("DELETE FROM sample.part").update();
        jdbc.sql("DELETE FROM sample.part_group").update();
        records.create("part-group", Map.of("code", "G1", "name", "紧固件"));
    }

    @Test
    void a_gbk_csv_with_chinese_headers_in_any_order_is_understood() {
        var csv = "名称,安全库存（件）,物料号,物料组,颜色\n六角螺栓,\"1,200.5\",M8,紧固件,银\n";

        var outcome = imported("零件.csv", csv.getBytes(Charset.forName("GBK")));

        assertThat(outcome.inserted()).isEqualTo(1);
        assertThat(outcome.mapping()).containsEntry("物料号", "code").containsEntry("颜色", "");
        assertThat(part("M8")).containsEntry("name", "六角螺栓").containsEntry("stock", new BigDecimal("1200.500000"));
    }

    @Test
    void what_a_column_means_is_said_once_and_remembered_for_the_next_file() {
        var csv = "料号,描述,颜色,名称\nM9,六角螺母,红,错\n";
        var told = Map.of("料号", "code", "描述", "name", "名称", "");

        importer.file("part", "a.csv", bytes(csv), Mode.UPSERT, true, told);
        assertThatThrownBy(() -> importer.file("part", "a.csv", bytes(csv), Mode.UPSERT, true, Map.of()))
                .as("a dry run remembers nothing")
                .isInstanceOf(ImportRefused.class);

        importer.file("part", "a.csv", bytes(csv), Mode.UPSERT, false, told);
        var next = importer.file("part", "b.csv", bytes("描述,料号,名称\n平垫圈,M10,错\n"), Mode.UPSERT, false, Map.of());

        assertThat(next.mapping()).containsEntry("料号", "code").containsEntry("名称", "");
        assertThat(part("M9")).containsEntry("name", "六角螺母");
        assertThat(part("M10")).containsEntry("name", "平垫圈");
        assertThatThrownBy(() -> importer.file("part", "b.csv", bytes(csv), Mode.UPSERT, true, Map.of("料号", "nix")))
                .isInstanceOf(ValueRefused.class);
    }

    @Test
    void a_sheet_with_a_title_and_merged_headers_is_understood() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("Sheet1");
            sheet.value(0, 0, "2026 年物料清单");
            sheet.range(0, 0, 0, 4).merge();
            sheet.value(1, 0, "编码");
            sheet.range(1, 0, 2, 0).merge();
            sheet.value(1, 1, "名称");
            sheet.range(1, 1, 2, 1).merge();
            sheet.value(1, 2, "库存信息");
            sheet.range(1, 2, 1, 3).merge();
            sheet.value(2, 2, "安全库存");
            sheet.value(2, 3, "到期");
            sheet.value(3, 0, 10001);
            sheet.value(3, 1, "法兰");
            sheet.value(3, 2, 0.1);
            sheet.value(3, 3, LocalDate.of(2026, 12, 1));
            sheet.style(3, 3).format("yyyy/m/d").set();
        }

        var outcome = imported("清单.xlsx", bytes.toByteArray());

        assertThat(outcome.errors()).isEmpty();
        assertThat(part("10001"))
                .containsEntry("stock", new BigDecimal("0.100000"))
                .containsEntry("due", LocalDate.of(2026, 12, 1));
    }

    @Test
    void bad_rows_are_listed_with_reasons_and_the_good_ones_are_taken() {
        var outcome = imported("a.csv", """
                code,name,stock,kind,group,pieces
                A,good,1,Make,G1,1
                B,,1,Make,G1,1
                C,precise,1.1234567,Make,G1,1
                D,word,many,Make,G1,1
                E,negative,-1,Make,G1,1
                F,kind,1,Rent,G1,1
                G,group,1,Make,G9,1
                A,twice,1,Make,G1,1
                """);

        assertThat(outcome.inserted()).isEqualTo(1);
        assertThat(outcome.rejected()).isEqualTo(7);
        assertThat(outcome.errors())
                .extracting(RowError::row, RowError::code)
                .containsExactly(
                        tuple(3, "value.required"),
                        tuple(4, "value.too-precise"),
                        tuple(5, "value.wrong-decimal"),
                        tuple(6, "value.against-table"),
                        tuple(7, "value.no-choice"),
                        tuple(8, "value.unknown-reference"),
                        tuple(9, "import.twice-in-file"));
        var errors = SheetFile.read("errors.xlsx", log.errorFile(outcome.id()).orElseThrow());
        assertThat(errors).hasSize(8);
        assertThat(errors.get(2).cells()).contains("C", "precise");
        assertThat(String.valueOf(errors.get(2).cells().getLast())).contains("6 digits");
    }

    @Test
    void a_corrected_error_file_can_be_imported_as_it_is() {
        var outcome = imported("a.csv", "code,name,kind\nX,part,Rent\n");
        var content = log.errorFile(outcome.id()).orElseThrow();

        assertThat(Headers.find(access.seen("part").type(), SheetFile.read("e.xlsx", content))
                        .knownColumns())
                .isEqualTo(3);
    }

    @Test
    void a_dry_run_says_what_would_happen_and_writes_nothing() {
        var outcome = importer.file("part", "a.csv", bytes("code,name\nA,one\n"), Mode.UPSERT, true, Map.of());

        assertThat(outcome.inserted()).isEqualTo(1);
        assertThat(count()).isZero();
        assertThat(log.find(outcome.id()))
                .get()
                .extracting(ImportLog.Logged::state)
                .isEqualTo("DRY_RUN");
    }

    @Test
    void the_same_file_twice_changes_nothing_and_modes_are_kept() {
        imported("a.csv", "code,name,stock\nA,one,1\n");

        assertThat(imported("a.csv", "code,name,stock\nA,one,1.0\n").unchanged())
                .isEqualTo(1);
        assertThat(importer.file("part", "a.csv", bytes("code,name\nA,two\n"), Mode.INSERT, false, Map.of())
                        .errors())
                .extracting(RowError::code)
                .containsExactly("import.exists");
        assertThat(importer.file("part", "a.csv", bytes("code,name\nZ,two\n"), Mode.UPDATE, false, Map.of())
                        .errors())
                .extracting(RowError::code)
                .containsExactly("import.does-not-exist");
    }

    @Test
    void an_empty_cell_leaves_the_value_as_it_is() {
        imported("a.csv", "code,name,stock\nA,one,5\n");
        imported("a.csv", "code,name,stock\nA,two,\n");

        assertThat(part("A")).containsEntry("name", "two").containsEntry("stock", new BigDecimal("5.000000"));
    }

    @Test
    void an_undone_import_restores_former_values_and_leaves_what_moved_on() {
        imported("a.csv", "code,name,stock,due\nA,one,1,2026-12-01\nB,one,1,2026-12-01\n");
        var second = imported("b.csv", "code,name,stock,due\nA,two,2,2026-12-24\nB,two,2,2026-12-24\nC,new,3,\n");
        var changed = list("B").getFirst();
        records.update("part", (UUID) Objects.requireNonNull(changed.get("id")), 1, Map.of("name", "three"));

        var undone = undo.undo(second.id());

        assertThat(undone.undone()).isEqualTo(2);
        assertThat(undone.kept()).extracting(ImportUndo.Kept::title).containsExactly("B");
        assertThat(part("A"))
                .containsEntry("name", "one")
                .containsEntry("stock", new BigDecimal("1.000000"))
                .containsEntry("due", LocalDate.of(2026, 12, 1));
        assertThat(part("B")).containsEntry("name", "three");
        assertThat(list("C")).isEmpty();
        assertThatThrownBy(() -> undo.undo(second.id())).isInstanceOf(ImportRefused.class);
    }

    @Test
    void ten_thousand_rows_with_one_in_a_hundred_bad_take_well_under_thirty_seconds() {
        var csv = new StringBuilder("编码,名称,安全库存,物料组\n");
        for (int i = 0; i < 10_000; i++) {
            csv.append("P-%05d,不锈钢法兰 %d,%s,G1\n".formatted(i, i, i % 100 == 7 ? "-1" : "12.5"));
        }
        var started = System.nanoTime();

        var outcome = imported("big.csv", csv.toString());

        assertThat(outcome.inserted()).isEqualTo(9_900);
        assertThat(outcome.rejected()).isEqualTo(100);
        assertThat(count()).isEqualTo(9_900);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));

        started = System.nanoTime();
        assertThat(undo.undo(outcome.id()).undone()).isEqualTo(9_900);
        assertThat(count()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void what_is_neither_sheet_nor_list_of_this_type_is_refused() {
        assertThat(refusal("a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .isEqualTo("import.unreadable");
        assertThat(refusal("a.csv", bytes("苹果,香蕉\n1,2\n"))).isEqualTo("import.without-headers");
        assertThat(refusal("a.csv", bytes("名称,单位\n法兰,件\n"))).isEqualTo("import.without-key");
        assertThat(refusal("a.xlsx", bytes("PK\u0003\u0004 broken"))).isEqualTo("import.unreadable");
    }

    @Test
    void the_template_is_understood_and_its_example_is_skipped() {
        var content = template.write(access.seen("part"));
        var lines = SheetFile.read("template.xlsx", content);

        assertThat(Headers.find(access.seen("part").type(), lines).knownColumns())
                .isEqualTo(access.seen("part").type().fields().size());
        assertThat(importer.file("part", "template.xlsx", content, Mode.UPSERT, true, Map.of())
                        .total())
                .isZero();
    }

    @Test
    void an_export_shows_words_and_can_be_imported_again() {
        imported("a.csv", "code,name,stock,group,kind,due,active\nA,=1+1,1,G1,Buy,2026-12-01,no\n");
        var seen = access.seen("part");
        var query = ListQuery.of(null, null, null, 0, 1);
        var xlsx = new ByteArrayOutputStream();
        var csv = new ByteArrayOutputStream();

        export.xlsx(seen, query, seen.type().fields(), xlsx);
        export.csv(seen, query, Export.columns(seen, "code,name,kind,group_id"), csv);

        assertThat(csv.toString(StandardCharsets.UTF_8)).contains("A,'=1+1,Buy,G1 紧固件");
        var again = imported("again.xlsx", xlsx.toByteArray());
        assertThat(again.errors()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(1);
    }

    private String refusal(String name, byte[] content) {
        try {
            imported(name, content);
            return "none";
        } catch (ImportRefused refused) {
            return refused.code();
        }
    }

    private ImportOutcome imported(String name, String text) {
        return imported(name, bytes(text));
    }

    private ImportOutcome imported(String name, byte[] content) {
        return importer.file("part", name, content, Mode.UPSERT, false, Map.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> part(String code) {
        return list(code).getFirst();
    }

    private List<Map<String, Object>> list(String code) {
        return jdbc.sql("SELECT id, name, stock, due FROM sample.part WHERE code = :code ORDER BY code")
                .param("code", code)
                .query((row, index) -> Map.<String, Object>of(
                        "id",
                        row.getObject("id", UUID.class),
                        "name",
                        row.getString("name"),
                        "stock",
                        row.getBigDecimal("stock") == null ? "" : row.getBigDecimal("stock"),
                        "due",
                        row.getObject("due", LocalDate.class) == null ? "" : row.getObject("due", LocalDate.class)))
                .list();
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM sample.part").query(Long.class).single();
    }
}
