package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughline.app.RunningHouse.Reply;

/**
 * What the house says to wrong input, over HTTP: a status, a stable code, a sentence with the values and an advice in
 * Chinese and English; and that nothing of it is written. The sentences are collected in {@code target/refusals.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final List<String> ROLES =
            List.of("sales", "planner", "buyer", "warehouse", "team-leader", "operator", "inspector", "engineer");
    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}");
    private static final Pattern RAW =
            Pattern.compile("\\b(?:[A-Z]{2,}_[A-Z_]+|C62|KGM|OPEN|CANCELLED|CONFIRMED|IN_REVIEW|"
                    + "PLANNED|RELEASED|STARTED|COMPLETED|AVAILABLE|SHIPPED|PACKED|DRAFT|ORDERED|null)\\b|[{}]");
    private static final Path HEARD = Path.of("target/refusals.txt");

    private final RunningHouse house = RunningHouse.get();
    private UUID huadong = UUID.randomUUID();
    private UUID supplier = UUID.randomUUID();
    private UUID frame = UUID.randomUUID();
    private UUID bolt = UUID.randomUUID();

    @BeforeAll
    void people_items_and_stock() throws IOException {
        Files.deleteIfExists(HEARD);
        huadong = partner("HD", "华东阀门", true);
        var beifang = partner("BF", "北方重工", true);
        supplier = partner("SUP", "宏光五金", false);
        for (var role : ROLES) {
            house.account("bad-" + role, "zh", role, null);
            house.account("bad-" + role + "-en", "en", role, null);
        }
        house.account("bad-huadong", "zh", "customer", huadong);
        house.account("bad-beifang", "zh", "customer", beifang);
        house.account("bad-beifang-en", "en", "customer", beifang);
        bolt = house.record("item", Map.of("code", "BOLT", "name", "螺栓", "unit", "C62", "kind", "BUY"));
        house.record("item", Map.of("code", "WIRE", "name", "钢丝", "unit", "KGM", "kind", "BUY"));
        frame = house.record("item", Map.of("code", "FRAME", "name", "车架", "unit", "C62", "kind", "MAKE"));
        receive("BOLT", 5);
    }

    private UUID partner(String code, String name, boolean customer) {
        return house.record(
                "partner",
                Map.of(
                        "code",
                        code,
                        "name",
                        name,
                        "is_customer",
                        customer,
                        "is_supplier",
                        !customer,
                        "currency",
                        "CNY"));
    }

    private void receive(String item, int quantity) {
        house.post(
                        "admin",
                        "/api/stock/movements",
                        Map.of("kind", "RECEIPT", "item", item, "quantity", quantity, "location", "STORE"))
                .done();
    }

    @Test
    void a_cycle_in_the_structure_is_refused_and_names_the_path() {
        var boms = List.of("CYCLE-A", "CYCLE-B", "CYCLE-C").stream()
                .map(code -> house.record("item", Map.of("code", code, "name", code, "unit", "C62", "kind", "MAKE")))
                .toList();
        var heads = boms.stream()
                .map(item -> house.record("bom", Map.of("item_id", item, "revision", "A")))
                .toList();
        component(heads.get(0), boms.get(1));
        component(heads.get(1), boms.get(2));

        var refusal = refused(
                "engineer",
                409,
                "engineering.contains-itself",
                (user, ignored) -> house.post(
                        user, "/api/records/bom-line", Map.of("values", line(heads.get(2), boms.getFirst()))));
        assertThat(refusal.detail()).contains("CYCLE-A → CYCLE-B → CYCLE-C → CYCLE-A");
    }

    private void component(UUID bom, UUID item) {
        house.record("bom-line", line(bom, item));
    }

    private static Map<String, Object> line(UUID bom, UUID item) {
        return Map.of("bom_id", bom, "component_id", item, "quantity_per", 1, "unit", "C62", "position", 10);
    }

    @Test
    void an_unknown_item_is_refused_by_the_name_that_was_typed() {
        var order = refused(
                "sales",
                409,
                "sales.unknown-item",
                (user, key) -> order(user, Map.of("item", "NO-SUCH", "quantity", 1)));
        assertThat(order.detail()).contains("NO-SUCH");
        refused(
                "warehouse",
                404,
                "record.not-found",
                (user, key) -> house.post(
                        user,
                        "/api/stock/movements",
                        Map.of("kind", "RECEIPT", "item", "NO-SUCH", "quantity", 1, "location", "STORE")));
    }

    @Test
    void an_impossible_quantity_is_refused() {
        for (var quantity : List.of("0", "-3")) {
            refused("sales", 409, "sales.quantity-not-positive", (user, key) -> order(user, bolts(quantity)));
            refused(
                    "warehouse",
                    409,
                    "stock.not-positive",
                    (user, key) -> house.post(
                            user,
                            "/api/stock/movements",
                            Map.of(
                                    "kind",
                                    "RECEIPT",
                                    "item",
                                    "BOLT",
                                    "quantity",
                                    Integer.valueOf(quantity),
                                    "location",
                                    "STORE")));
        }
        refused("sales", 409, "quantity.too-precise", (user, key) -> order(user, bolts("1.0000001")));
        refused("sales", 409, "quantity.too-large", (user, key) -> order(user, bolts("1000000000000")));
        refused("sales", 409, "factory.not-whole", (user, key) -> order(user, bolts("1.5")));
        refused(
                "sales",
                400,
                "request.invalid",
                (user, key) -> house.post(user, "/api/orders", """
                {"customer": "HD", "lines": [{"item": "BOLT", "quantity": "many", "requestedDate": "%s"}]}""".formatted(RunningHouse.day(20))));
    }

    @Test
    void a_unit_without_conversion_is_refused() {
        refused(
                "sales",
                409,
                "factory.unit-not-convertible",
                (user, key) -> order(user, Map.of("item", "BOLT", "quantity", 2, "unit", "KGM")));
        refused(
                "sales",
                409,
                "factory.unit-unknown",
                (user, key) -> order(user, Map.of("item", "BOLT", "quantity", 2, "unit", "FURLONG")));
    }

    @Test
    void a_date_in_the_past_is_refused() {
        refused(
                "sales",
                409,
                "sales.date-in-past",
                (user, key) -> house.post(
                        user,
                        "/api/orders",
                        Map.of(
                                "customer",
                                "HD",
                                "lines",
                                List.of(Map.of("item", "BOLT", "quantity", 1, "requestedDate", "2020-01-01")))));
        refused(
                "planner",
                409,
                "shopfloor.due-past",
                (user, key) -> house.post(
                        user, "/api/work-orders", Map.of("itemId", frame, "quantity", 1, "due", "2020-01-01")));
        var purchase = purchase(10);
        refused(
                "buyer",
                409,
                "purchasing.in-the-past",
                (user, key) -> house.post(
                        user, "/api/purchase-orders/" + purchase.id() + "/confirm", Map.of("date", "2020-01-01")));
    }

    @Test
    void a_second_report_with_the_same_key_is_one_booking_and_an_over_report_none() {
        var work = house.post(
                        "bad-planner",
                        "/api/work-orders",
                        Map.of("itemId", frame, "quantity", 10, "due", RunningHouse.day(30)))
                .done();
        house.post("bad-team-leader", "/api/work-orders/" + work.id() + "/release", Map.of())
                .done();
        var operation = house.get("bad-operator", "/api/work-orders/" + work.id())
                .done()
                .at("/operations/0/operationId");
        house.post("bad-operator", "/api/operations/" + operation + "/start", Map.of())
                .done();

        var first = house.send(
                "bad-operator", "POST", "/api/operations/" + operation + "/reports", Map.of("good", 4), "phone-7-1");
        var again = house.send(
                "bad-operator", "POST", "/api/operations/" + operation + "/reports", Map.of("good", 4), "phone-7-1");
        assertThat(again.done().at("/reportId")).isEqualTo(first.done().at("/reportId"));
        refused(
                "operator",
                409,
                "shopfloor.more-than-ordered",
                (user, key) -> house.post(user, "/api/operations/" + operation + "/reports", Map.of("good", 999)));
        refused(
                "operator",
                409,
                "shopfloor.negative-report",
                (user, key) -> house.post(user, "/api/operations/" + operation + "/reports", Map.of("good", -1)));
        refused(
                "operator",
                409,
                "factory.not-whole",
                (user, key) -> house.post(user, "/api/operations/" + operation + "/reports", Map.of("good", "0.5")));

        assertThat(house.get("bad-operator", "/api/operations/" + operation)
                        .done()
                        .body()
                        .path("good")
                        .decimalValue())
                .isEqualByComparingTo("4");
        assertThat(house.send(
                                "bad-operator",
                                "POST",
                                "/api/operations/" + operation + "/reports",
                                Map.of("good", 5),
                                "phone-7-1")
                        .code())
                .isEqualTo("web.key-reused");
    }

    @Test
    void an_order_confirmed_twice_at_the_same_moment_is_confirmed_once() throws Exception {
        var order = reviewed("bad-sales", 1);
        var path = "/api/orders/" + order.id() + "/confirm";
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = List.of("bad-sales", "bad-sales-en").stream()
                    .map(user -> threads.submit(() -> {
                        start.await();
                        return house.post(user, path, Map.of());
                    }))
                    .toList();
            start.countDown();
            var one = answers.get(0).get(30, TimeUnit.SECONDS);
            var other = answers.get(1).get(30, TimeUnit.SECONDS);

            assertThat(List.of(one.status(), other.status())).containsExactlyInAnyOrder(200, 409);
            assertThat(one.code() + other.code()).isEqualTo("sales.already-confirmed");
        }
        refused("sales", 409, "sales.already-confirmed", (user, key) -> house.post(user, path, Map.of()));
    }

    @Test
    void stock_does_not_go_below_zero() {
        refused(
                "warehouse",
                409,
                "stock.not-enough",
                (user, key) -> house.post(
                        user,
                        "/api/stock/movements",
                        Map.of("kind", "ISSUE", "item", "BOLT", "quantity", 99999, "location", "STORE")));
    }

    @Test
    void more_than_ordered_is_not_received() {
        var purchase = purchase(10);
        house.post("bad-buyer", "/api/purchase-orders/" + purchase.id() + "/order", null)
                .done();
        var line = purchase.at("/lines/0/id");

        refused(
                "warehouse",
                409,
                "purchasing.too-much",
                (user, key) -> house.post(
                        user, "/api/purchase-order-lines/" + line + "/receipts", Map.of("quantity", 1000, "key", key)));
        refused(
                "buyer",
                409,
                "purchasing.wrong-status",
                (user, key) -> house.post(user, "/api/purchase-orders/" + purchase.id() + "/order", null));
    }

    @Test
    void more_than_is_packed_is_not_shipped_and_a_shipped_line_is_not_cancelled() {
        receive("BOLT", 10);
        var order = reviewed("bad-sales", 6);
        house.post("bad-sales", "/api/orders/" + order.id() + "/confirm", Map.of())
                .done();
        var line = order.at("/lines/0/id");
        BiFunction<String, Object, Reply> pack = (user, quantity) -> house.post(
                user, "/api/packages", Map.of("lines", List.of(Map.of("orderLineId", line, "quantity", quantity))));

        refused("warehouse", 409, "shipping.more-than-ordered", (user, key) -> pack.apply(user, 7));
        var parcel = pack.apply("bad-warehouse", 6).done();
        refused("warehouse", 409, "shipping.more-than-ordered", (user, key) -> pack.apply(user, 1));
        var shipment = house.post("bad-warehouse", "/api/shipments", Map.of("packageIds", List.of(parcel.id())))
                .done();
        refused(
                "warehouse",
                409,
                "shipping.package-taken",
                (user, key) -> house.post(user, "/api/shipments", Map.of("packageIds", List.of(parcel.id()))));
        var ship = "/api/shipments/" + shipment.id() + "/ship";
        house.post("bad-warehouse", ship, Map.of("carrier", "德邦", "agreed", true))
                .done();
        refused(
                "warehouse",
                409,
                "shipping.not-packed",
                (user, key) -> house.post(user, ship, Map.of("carrier", "德邦", "agreed", true)));

        refused(
                "sales",
                409,
                "sales.line-shipped",
                (user, key) -> house.post(user, "/api/order-lines/" + line + "/cancel", Map.of("reason", "改主意了")));
        refused(
                "sales",
                409,
                "sales.line-shipped",
                (user, key) ->
                        house.send(user, "PATCH", "/api/order-lines/" + line, Map.of("quantity", 2, "reason", "少要一些")));
    }

    @Test
    void a_wrong_password_does_not_tell_which_half_was_wrong_and_too_many_lock_the_account() {
        house.account("bad-forgetful", "zh", "sales", null);
        var unknown = house.signIn("nobody-here", "x", "en");
        var wrong = house.signIn("bad-forgetful", "x", "en");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.detail()).isEqualTo(wrong.detail());
        for (int i = 0; i < 8; i++) {
            wrong = house.signIn("bad-forgetful", "x" + i, "zh");
        }

        assertThat(wrong.code()).isEqualTo("identity.locked");
        assertThat(wrong.detail()).contains("15");
        assertThat(house.signIn("bad-forgetful", "throughline", "en").code()).isEqualTo("identity.locked");
        heard(wrong);
        assertThat(house.signIn("bad-sales", "throughline", "zh").status()).isEqualTo(200);
    }

    @Test
    void a_foreign_customer_learns_nothing_of_an_order() {
        var order = order("bad-sales", bolts("1")).done();
        var line = order.at("/lines/0/id");
        assertThat(house.get("bad-huadong", "/api/portal/lines").done().text()).doesNotContain("北方重工");

        refused("beifang", 404, "record.not-found", (user, key) -> house.get(user, "/api/portal/lines/" + line));
        for (var path : List.of(
                "/api/orders/" + order.id(),
                "/api/lines/" + line,
                "/api/records/sales-order/" + order.id(),
                "/api/records/sales-order",
                "/api/lines",
                "/api/records/sales-order/" + order.id() + "/history",
                "/api/records/partner",
                "/api/stock/items/" + bolt)) {
            var reply = house.get("bad-beifang", path);
            assertThat(reply.status()).as(path).isIn(403, 404);
            assertThat(reply.text()).as(path).doesNotContain("华东").doesNotContain(order.at("/number"));
        }
        assertThat(house.get("bad-beifang", "/api/search?q=" + order.at("/number"))
                        .text())
                .doesNotContain(order.at("/number"));
    }

    @Test
    void the_floor_sees_prices_nowhere() {
        var order = house.post(
                        "bad-sales",
                        "/api/orders",
                        Map.of(
                                "customer",
                                "HD",
                                "lines",
                                List.of(Map.of(
                                        "item",
                                        "BOLT",
                                        "quantity",
                                        3,
                                        "requestedDate",
                                        RunningHouse.day(20),
                                        "unitPrice",
                                        "4321.98"))))
                .done();
        house.send("bad-sales", "PATCH", "/api/order-lines/" + order.at("/lines/0/id"), Map.of("unitPrice", "8765.43"))
                .done();
        house.send(
                        "admin",
                        "PATCH",
                        "/api/records/item/" + frame,
                        Map.of("version", version(frame), "values", Map.of("standard_cost", "7531.97")))
                .done();
        house.get("bad-buyer", "/api/records/vendor-item").done();
        var line = order.at("/lines/0/id");

        for (var role : List.of("operator", "warehouse", "team-leader", "inspector")) {
            for (var path : List.of(
                    "/api/orders/" + order.id(),
                    "/api/lines",
                    "/api/lines/" + line,
                    "/api/records/sales-order",
                    "/api/records/sales-order/" + order.id(),
                    "/api/records/sales-order/" + order.id() + "/history",
                    "/api/records/sales-order-line",
                    "/api/records/sales-order-line/" + line,
                    "/api/records/sales-order-line/" + line + "/history",
                    "/api/records/item",
                    "/api/records/item/" + frame,
                    "/api/records/item/" + frame + "/history",
                    "/api/records/sales-order-line/export.csv",
                    "/api/records/item/export.csv",
                    "/api/records/approval",
                    "/api/search?q=4321",
                    "/api/search?q=7531.97",
                    "/api/stock/value",
                    "/api/stock/items/" + bolt,
                    "/api/records/purchase-order-line",
                    "/api/records/vendor-item",
                    "/api/records/item?sort=-standard_cost",
                    "/api/records/item?filter="
                            + RunningHouse.encoded("{\"field\":\"standard_cost\",\"op\":\"gt\",\"value\":7000}"),
                    "/api/audit?table=sales.sales_order_line")) {
                var text = house.get("bad-" + role, path).text();
                assertThat(text)
                        .as(role + " " + path)
                        .doesNotContain("4321.98")
                        .doesNotContain("8765.43")
                        .doesNotContain("7531.97")
                        .doesNotContain("12965.94");
            }
            assertThat(house.get("bad-" + role, "/api/catalogue").done().text())
                    .as(role)
                    .doesNotContain("\"unit_price\"")
                    .doesNotContain("\"standard_cost\"")
                    .doesNotContain("\"hourly_cost\"");
        }
        assertThat(house.get("bad-sales", "/api/records/sales-order-line/" + line)
                        .text())
                .contains("8765.43");
    }

    private int version(UUID item) {
        return house.get("admin", "/api/records/item/" + item)
                .done()
                .body()
                .path("version")
                .asInt();
    }

    private Reply purchase(int quantity) {
        return house.post(
                        "bad-buyer",
                        "/api/purchase-orders",
                        Map.of(
                                "supplierId",
                                supplier,
                                "lines",
                                List.of(Map.of(
                                        "itemId",
                                        bolt,
                                        "quantity",
                                        quantity,
                                        "unit",
                                        "C62",
                                        "price",
                                        Map.of("amount", 2, "currency", "CNY"),
                                        "due",
                                        RunningHouse.day(10)))))
                .done();
    }

    private static Map<String, Object> bolts(String quantity) {
        return Map.of("item", "BOLT", "quantity", new java.math.BigDecimal(quantity));
    }

    private Reply order(String user, Map<String, Object> line) {
        var whole = new java.util.HashMap<>(line);
        whole.put("requestedDate", RunningHouse.day(20));
        return house.post(user, "/api/orders", Map.of("customer", "HD", "lines", List.of(whole)));
    }

    /** An order for bolts that every department has answered. */
    private Reply reviewed(String user, int quantity) {
        var order = order(user, bolts(String.valueOf(quantity))).done();
        var line = order.at("/lines/0/id");
        house.post(user, "/api/orders/" + order.id() + "/submit-review", null).done();
        for (var department : List.of("sales:SALES", "engineer:ENGINEERING", "planner:PRODUCTION")) {
            house.post(
                    "bad-" + department.substring(0, department.indexOf(':')),
                    "/api/order-lines/" + line + "/reviews",
                    Map.of("department", department.substring(department.indexOf(':') + 1), "answer", "YES"));
        }
        return house.get(user, "/api/orders/" + order.id()).done();
    }

    /** Asks as a Chinese and as an English user; both are refused, and neither writes anything. */
    private Reply refused(String role, int status, String code, BiFunction<String, String, Reply> request) {
        var written = written();
        var chinese = request.apply("bad-" + role, UUID.randomUUID().toString());
        var english = request.apply("bad-" + role + "-en", UUID.randomUUID().toString());
        heard(chinese);
        heard(english);
        for (var reply : List.of(chinese, english)) {
            assertThat(reply.code()).as(reply.text()).isEqualTo(code);
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.advice()).as(reply.text()).isNotBlank();
            assertThat(reply.detail()).as(code).doesNotContainPattern(IDENTITY).doesNotContainPattern(RAW);
            assertThat(reply.advice()).as(code).doesNotContain("{").doesNotContainPattern(IDENTITY);
        }
        assertThat(chinese.detail()).containsPattern("\\p{IsHan}");
        assertThat(english.advice()).doesNotContainPattern("\\p{IsHan}");
        assertThat(written()).as("nothing written by %s: %s", code, latest()).isEqualTo(written);
        assertThat(house.get("admin", "/api/stock/check").done().body().path("differences"))
                .as("stock check")
                .isEmpty();
        return chinese;
    }

    private static void heard(Reply reply) {
        try {
            Files.writeString(
                    HEARD,
                    "%d %s%n  %s%n  → %s%n".formatted(reply.status(), reply.code(), reply.detail(), reply.advice()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Every governed write leaves a trace; refused ones leave none. */
    private String latest() {
        return house.database()
                .sql("SELECT a::text FROM platform.audit_entry a ORDER BY number DESC LIMIT 2")
                .query(String.class)
                .list()
                .toString();
    }

    /** A planning run may still be under way in the background for an order that was confirmed before. */
    private long written() {
        return house.database()
                .sql("SELECT count(*) FROM platform.audit_entry WHERE table_name <> 'planning_run'")
                .query(Long.class)
                .single();
    }
}
