package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.throughline.app.RunningHouse.Reply;

/** Tables as people's spreadsheets really are, over HTTP. */
class WrittenTablesTest {

    private static final RunningHouse HOUSE = RunningHouse.get();
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);

    @BeforeAll
    static void a_customer() {
        HOUSE.partner("TABLE-C", "制表客户", true);
    }

    @Test
    void a_csv_file_with_a_byte_order_mark_is_read_from_its_first_column_on() {
        var csv = "\uFEFF编码,名称,单位,类型\r\nBOM-1,法兰,C62,外购\r\nBOM-2,螺母,C62,外购\r\n";

        var outcome = items("物料.csv", csv.getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.body().path("mapping").path("编码").asString()).isEqualTo("code");
        assertThat(outcome.body().path("inserted").asInt()).as(outcome.text()).isEqualTo(2);
        assertThat(item("BOM-1").at("/values/name")).isEqualTo("法兰");
    }

    @Test
    void numbers_kept_as_text_and_full_width_digits_are_numbers() throws IOException {
        var sheet = workbook(List.of(
                List.of("编码", "名称", "单位", "类型", "安全库存", "提前期（天）"),
                List.of("TEXT-1", "轴", "C62", "外购", "1,200", "12"),
                List.of("TEXT-2", "套", "KGM", "外购", "１２．５", "７")));

        var outcome = items("物料.xlsx", sheet);

        assertThat(outcome.body().path("errors")).as(outcome.text()).isEmpty();
        assertThat(item("TEXT-1").body().at("/values/safety_stock").decimalValue())
                .isEqualByComparingTo("1200");
        assertThat(item("TEXT-2").body().at("/values/safety_stock").decimalValue())
                .isEqualByComparingTo("12.5");
        assertThat(item("TEXT-2").body().at("/values/lead_time_days").asInt()).isEqualTo(7);
    }

    @Test
    void days_as_excel_counts_them_and_as_people_write_them_are_days() throws IOException {
        items("物料.csv", "编码,名称,单位,类型\nDAY-1,阀体,C62,外购\n".getBytes(StandardCharsets.UTF_8));
        var day = RunningHouse.day(40);
        var serial = ChronoUnit.DAYS.between(EXCEL_ZERO, day);
        var slashes = DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT).format(day);
        var wide = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT)
                .format(day)
                .chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var sheet = workbook(List.of(
                List.of("订单号", "客户", "物料", "数量", "交期"),
                List.of("DAY-PO", "TABLE-C", "DAY-1", "１０", serial),
                List.of("DAY-PO", "TABLE-C", "DAY-1", "20", String.valueOf(serial)),
                List.of("DAY-PO", "TABLE-C", "DAY-1", 30, slashes),
                List.of("DAY-PO", "TABLE-C", "DAY-1", "４０ ", wide)));

        var outcome =
                HOUSE.upload("admin", "/api/orders/imports", "订单.xlsx", sheet).done();

        assertThat(outcome.body().path("errors")).as(outcome.text()).isEmpty();
        var lines = HOUSE.get("admin", "/api/orders/" + outcome.at("/orders/0/id"))
                .done()
                .body()
                .path("lines");
        assertThat(StreamSupport.stream(lines.spliterator(), false)
                        .map(line -> line.path("quantity").decimalValue().intValue() + " "
                                + line.path("requestedDate").asString()))
                .containsExactly("10 " + day, "20 " + day, "30 " + day, "40 " + day);
    }

    @Test
    void a_day_that_is_none_is_refused_in_its_row() throws IOException {
        items("物料.csv", "编码,名称,单位,类型\nDAY-2,阀盖,C62,外购\n".getBytes(StandardCharsets.UTF_8));
        var sheet = workbook(List.of(
                List.of("订单号", "客户", "物料", "数量", "交期"), List.of("DAY-BAD", "TABLE-C", "DAY-2", 1, "2026/13/40")));

        var outcome =
                HOUSE.upload("admin", "/api/orders/imports", "订单.xlsx", sheet).done();

        assertThat(outcome.body().path("inserted").asInt()).isZero();
        assertThat(outcome.at("/errors/0/column")).isEqualTo("交期");
    }

    private static Reply items(String name, byte[] content) {
        return HOUSE.upload("admin", "/api/records/item/imports", name, content).done();
    }

    private static Reply item(String code) {
        var filter = RunningHouse.encoded("{\"field\":\"code\",\"op\":\"eq\",\"value\":\"%s\"}".formatted(code));
        var id = HOUSE.get("admin", "/api/records/item?filter=" + filter).done().at("/items/0/id");
        return HOUSE.get("admin", "/api/records/item/" + id).done();
    }

    /** Text stays text, as in a column that was formatted so. */
    private static byte[] workbook(List<List<?>> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("Sheet1");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    switch (rows.get(row).get(column)) {
                        case Number number -> sheet.value(row, column, number);
                        case Object text -> sheet.value(row, column, text.toString());
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
