package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
import org.throughline.factory.FactoryGround;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.identity.IdentityGround;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.WebGround;

@SpringJUnitConfig({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    FactoryGround.class,
    OrderRoom.class,
    HouseForOrders.class
})
@ExtendWith(SystemActs.class)
class ImportOrdersTest {

    @Autowired
    ImportOrders importOrders;

    @Autowired
    SalesOrders orders;

    @Autowired
    SubmitForReview submitForReview;

    @Autowired
    AnswerReview answerReview;

    @Autowired
    ConfirmOrder confirmOrder;

    @Autowired
    Items items;

    @Autowired
    Partners partners;

    @Autowired
    JdbcClient jdbc;

    private String mark = "";

    @BeforeEach
    void a_customer_and_two_items() {
        mark = UUID.randomUUID().toString().substring(0, 6);
        partners.save(Partner.customer("C" + mark, "华东阀门" + mark));
        items.add(Item.fresh(Item.Kind.MAKE, "FL-" + mark, "法兰", "C62"));
        items.add(Item.fresh(Item.Kind.MAKE, "GB-" + mark, "齿轮箱", "C62"));
    }

    @Test
    void rows_with_the_same_customers_number_become_one_order_whatever_the_order_of_the_columns() throws IOException {
        var file = workbook(
                List.of("数量", "交期", "物料", "客户", "订单号", "单价"),
                List.of(300, "2026-12-20", "FL-" + mark, "C" + mark, "PO-1" + mark, new BigDecimal("12.5")),
                List.of(5, "2026/12/25", "GB-" + mark, "C" + mark, "PO-1" + mark, 880),
                List.of(7, "2026年12月28日", "GB-" + mark, "华东阀门" + mark, "PO-2" + mark, 880));
        var outcome = importOrders.run("订单.xlsx", file, false);

        assertThat(outcome.rejected()).isZero();
        assertThat(outcome.inserted()).isEqualTo(3);
        assertThat(outcome.orders()).extracting(OrderImport.Made::lines).containsExactly(2, 1);
        var lines = orders.lines(outcome.orders().getFirst().id());
        assertThat(lines)
                .extracting(line -> line.requestedDate().toString())
                .containsExactly("2026-12-20", "2026-12-25");
        assertThat(orders.pricesOf(List.of(lines.getFirst().id())).values())
                .singleElement()
                .satisfies(price -> assertThat(price.net()).isEqualByComparingTo("3750.00"));
    }

    @Test
    void one_bad_row_keeps_its_whole_order_out_and_every_row_says_why() {
        var outcome = importOrders.run(
                "orders.csv",
                csv(
                        "订单号,客户,物料,数量,交期",
                        "PO-1" + mark + ",C" + mark + ",FL-" + mark + ",10,2026-12-20",
                        "PO-1" + mark + ",C" + mark + ",NIX,10,2026-12-20",
                        "PO-2" + mark + ",C" + mark + ",FL-" + mark + ",0,2026-12-20",
                        "PO-3" + mark + ",C" + mark + ",FL-" + mark + ",1,morgen",
                        "PO-4" + mark + ",C" + mark + ",FL-" + mark + ",1,2020-01-01",
                        "PO-5" + mark + ",NOBODY,FL-" + mark + ",1,2026-12-20",
                        "PO-6" + mark + ",C" + mark + ",FL-" + mark + ",4,2026-12-20"),
                false);

        assertThat(outcome.inserted()).isEqualTo(1);
        assertThat(outcome.rejected()).isEqualTo(6);
        assertThat(outcome.errors())
                .extracting(error -> error.row() + " " + error.code())
                .containsExactly(
                        "2 sales.order-rejected",
                        "3 sales.unknown-item",
                        "4 sales.quantity-not-positive",
                        "5 sales.unreadable-value",
                        "6 sales.date-in-past",
                        "7 sales.unknown-customer");
        assertThat(outcome.errors().get(1).value()).isEqualTo("NIX");
        assertThat(outcome.errors().get(1).column()).isEqualTo("物料");
    }

    @Test
    void a_dry_run_changes_nothing_and_the_same_file_twice_makes_nothing_twice() {
        var file = csv("订单号,客户,物料,数量,交期", "PO-7" + mark + ",C" + mark + ",FL-" + mark + ",10,2026-12-20");
        long before = count();

        assertThat(importOrders.run("a.csv", file, true).inserted()).isEqualTo(1);
        assertThat(count()).isEqualTo(before);
        importOrders.run("a.csv", file, false);
        assertThat(importOrders.run("a.csv", file, false).unchanged()).isEqualTo(1);
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void a_list_in_gbk_with_merged_cells_is_understood() {
        var text = """
                客户订单导入表,,,,
                订单号,客户,物料,数量,交期
                PO-8%1$s,C%1$s,FL-%1$s,10,2026-12-20
                ,,GB-%1$s,2,2026-12-22
                """.formatted(mark);
        var outcome = importOrders.run("a.csv", text.getBytes(Charset.forName("GBK")), false);

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.orders())
                .singleElement()
                .extracting(OrderImport.Made::lines)
                .isEqualTo(2);
    }

    @Test
    void a_file_without_a_needed_column_is_refused_by_name() {
        assertThatThrownBy(() -> importOrders.run("a.csv", csv("订单号,客户,数量", "1,2,3"), false))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("sales.missing-column");
                    assertThat(refusal.values().get("columns"))
                            .asString()
                            .contains("物料")
                            .contains("交期");
                });
    }

    @Test
    void an_import_is_taken_back_as_long_as_nothing_of_it_is_confirmed() {
        var file = csv("订单号,客户,物料,数量,交期", "PO-9" + mark + ",C" + mark + ",FL-" + mark + ",10,2026-12-20");
        long before = count();
        importOrders.undo(importOrders.run("a.csv", file, false).id());
        assertThat(count()).isEqualTo(before);

        var again = importOrders.run("a.csv", file, false);
        var order = again.orders().getFirst().id();
        submitForReview.submit(order);
        for (var department : Department.values()) {
            answerReview.answer(orders.lines(order).getFirst().id(), ReviewReply.yes(department));
        }
        confirmOrder.confirm(order, Map.of(), null);
        assertThatThrownBy(() -> importOrders.undo(again.id()))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("sales.import-not-undoable"));
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM sales.sales_order")
                .query(Long.class)
                .single();
    }

    private static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(List<String> headers, List<?>... rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("订单");
            for (int column = 0; column < headers.size(); column++) {
                sheet.value(0, column, headers.get(column));
                for (int row = 0; row < rows.length; row++) {
                    var cell = rows[row].get(column);
                    if (cell instanceof Number number) {
                        sheet.value(row + 1, column, number);
                    } else {
                        sheet.value(row + 1, column, String.valueOf(cell));
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
