package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.app.RunningHouse.Reply;

/**
 * A house to which wrong things are said, over HTTP: it answers a status, a stable code, a sentence with the values and
 * an advice in Chinese and English; and nothing of it is written. The sentences are collected in
 * {@code target/refusals.txt}.
 */
final class Mistakes {

    private static final List<String> ROLES =
            List.of("sales", "planner", "buyer", "warehouse", "team-leader", "operator", "inspector", "engineer");
    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}");
    private static final Pattern RAW =
            Pattern.compile("\\b(?:[A-Z]{2,}_[A-Z_]+|C62|KGM|OPEN|CANCELLED|CONFIRMED|IN_REVIEW|"
                    + "PLANNED|RELEASED|STARTED|COMPLETED|AVAILABLE|SHIPPED|PACKED|DRAFT|ORDERED|null)\\b|[{}]");
    private static final Path HEARD = Path.of("target/refusals.txt");

    private static @Nullable Mistakes first;

    private final RunningHouse house = RunningHouse.get();
    final UUID huadong;
    final UUID supplier;
    final UUID frame;
    final UUID bolt;

    /** The same people, items and stock for every test. */
    static synchronized Mistakes get() {
        if (first == null) {
            first = new Mistakes();
        }
        return first;
    }

    private Mistakes() {
        deleteHeard();
        huadong = house.partner("HD", "华东阀门", true);
        var beifang = house.partner("BF", "北方重工", true);
        supplier = house.partner("SUP", "宏光五金", false);
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

    private static void deleteHeard() {
        try {
            Files.deleteIfExists(HEARD);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void receive(String item, int quantity) {
        house.post(
                        "admin",
                        "/api/stock/movements",
                        Map.of("kind", "RECEIPT", "item", item, "quantity", quantity, "location", "STORE"))
                .done();
    }

    Reply purchase(int quantity) {
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

    static Map<String, Object> bolts(String quantity) {
        return Map.of("item", "BOLT", "quantity", new BigDecimal(quantity));
    }

    Reply order(String user, Map<String, Object> line) {
        var whole = new HashMap<>(line);
        whole.put("requestedDate", RunningHouse.day(20));
        return house.post(user, "/api/orders", Map.of("customer", "HD", "lines", List.of(whole)));
    }

    /** An order for bolts that every department has answered. */
    Reply reviewed(String user, int quantity) {
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
    Reply refused(String role, int status, String code, BiFunction<String, String, Reply> request) {
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

    static void heard(Reply reply) {
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
