package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.throughline.app.RunningHouse.Reply;
import org.throughline.identity.Role;

/** Every role signs in; what it may and may not, as a fresh house grants it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {

    private static final UUID NOBODY = UUID.fromString("00000000-0000-7000-8000-00000000dead");
    private static final String EVERYBODY = "sales planner buyer warehouse team-leader operator inspector maintenance"
            + " engineer finance manager project-manager administrator";
    private static final String NO_OPERATOR = EVERYBODY.replace(" operator", "");

    private final RunningHouse house = RunningHouse.get();
    private UUID order = NOBODY;
    private UUID line = NOBODY;
    private UUID supplier = NOBODY;
    private String operation = "";
    private String inspection = "";

    /**
     * What somebody tries: those who may are answered anything but 403.
     *
     * @param roles who may
     */
    private record Attempt(
            String what,
            String method,
            String path,
            @Nullable Object body,
            String roles) {}

    private static final String ID = "/" + NOBODY;

    private static final List<Attempt> MATRIX = List.of(
            read("see orders", "/api/records/sales-order", EVERYBODY),
            read("see the lines", "/api/lines", EVERYBODY),
            read("see stock", "/api/records/stock-balance", EVERYBODY),
            read("see purchases", "/api/records/purchase-order", NO_OPERATOR),
            read(
                    "export items",
                    "/api/records/item/export.csv",
                    "sales planner buyer warehouse team-leader inspector"
                            + " engineer finance manager project-manager administrator"),
            read("see accounts", "/api/users", "sales planner team-leader manager project-manager administrator"),
            read("see permissions", "/api/permissions", "administrator"),
            read("see the audit trail", "/api/audit", "manager administrator"),
            read("see approval rules", "/api/approval-subjects", NO_OPERATOR),
            read("see own orders in the portal", "/api/portal/lines", "customer " + NO_OPERATOR),
            read("see own purchases in the portal", "/api/portal/purchase-orders", "supplier " + NO_OPERATOR),
            write("enter an order", "/api/orders", """
                    {"customer": "NO-SUCH", "lines": [{"item": "NO-SUCH", "quantity": 1, "requestedDate": "2999-01-01"}]}""", "sales manager administrator"),
            write("confirm an order", "/api/orders" + ID + "/confirm", "{}", "sales manager administrator"),
            write(
                    "cancel a line",
                    "/api/order-lines" + ID + "/cancel",
                    "{\"reason\": \"x\"}",
                    "sales manager administrator"),
            write(
                    "dismiss suggestions",
                    "/api/planning/suggestions/dismiss",
                    "{\"ids\": [\"%s\"], \"reason\": \"x\"}".formatted(NOBODY),
                    "planner buyer manager administrator"),
            write(
                    "release a work order",
                    "/api/work-orders" + ID + "/release",
                    "{}",
                    "planner team-leader manager administrator"),
            write(
                    "place a purchase order",
                    "/api/purchase-orders" + ID + "/order",
                    null,
                    "buyer manager administrator"),
            write(
                    "receive goods",
                    "/api/purchase-order-lines/{line}/receipts",
                    "{\"quantity\": 1}",
                    "buyer warehouse manager administrator"),
            write(
                    "issue material",
                    "/api/work-orders" + ID + "/issue",
                    "{}",
                    "planner warehouse team-leader operator manager administrator"),
            write(
                    "report work",
                    "/api/operations/{operation}/reports",
                    "{\"good\": 1}",
                    "team-leader operator manager administrator"),
            write(
                    "decide an inspection",
                    "/api/inspections/{inspection}/decide",
                    "{\"accepted\": 1}",
                    "inspector manager administrator"),
            write(
                    "ship",
                    "/api/shipments" + ID + "/ship",
                    "{\"carrier\": \"x\"}",
                    "sales warehouse manager administrator"),
            write("release a bill of material", "/api/boms" + ID + "/release", null, "engineer manager administrator"),
            write("enter an item", "/api/records/item", "{\"values\": {}}", "engineer manager administrator"),
            write(
                    "enter a tool",
                    "/api/records/tool",
                    "{\"values\": {}}",
                    "maintenance engineer manager administrator"),
            write("change an approval rule", "/api/records/approval-rule", "{\"values\": {}}", "manager administrator"),
            write(
                    "make an account",
                    "/api/users",
                    "{\"username\": \"!\", \"displayName\": \"x\", \"password\": \"x\", \"roles\": []}",
                    "administrator"));

    private static Attempt read(String what, String path, String roles) {
        return new Attempt(what, "GET", path, null, roles);
    }

    private static Attempt write(String what, String path, @Nullable Object body, String roles) {
        return new Attempt(what, "POST", path, body, roles);
    }

    @BeforeAll
    void everybody_has_an_account() {
        var customer = house.partner("ROLE-C", "ROLE-C", true);
        supplier = house.partner("ROLE-S", "ROLE-S", false);
        for (var role : Role.values()) {
            house.account(
                    "role-" + role.code(),
                    "en",
                    role.code(),
                    role == Role.CUSTOMER ? customer : role == Role.SUPPLIER ? supplier : null);
        }
        house.account("role-foreign", "en", "supplier", house.partner("ROLE-F", "ROLE-F", false));
        house.record("item", Map.of("code", "ROLE-ITEM", "name", "轴", "unit", "C62", "kind", "BUY"));
        var made = house.post(
                        "admin",
                        "/api/purchase-orders",
                        Map.of(
                                "supplierId",
                                supplier,
                                "lines",
                                List.of(Map.of(
                                        "itemId",
                                        item("ROLE-ITEM"),
                                        "quantity",
                                        8,
                                        "unit",
                                        "C62",
                                        "price",
                                        Map.of("amount", "3.5", "currency", "CNY"),
                                        "due",
                                        RunningHouse.day(10)))))
                .done();
        order = made.id();
        line = UUID.fromString(made.at("/lines/0/id"));
        house.post("admin", "/api/purchase-orders/" + order + "/order", null).done();
        workToDo();
    }

    /** An inspection that waits and an operation that runs. */
    private void workToDo() {
        var checked = house.record(
                "item",
                Map.of("code", "ROLE-CHECK", "name", "泵", "unit", "C62", "kind", "BUY", "inspect_on_receipt", true));
        var bought = house.post(
                        "admin",
                        "/api/purchase-orders",
                        Map.of(
                                "supplierId",
                                supplier,
                                "lines",
                                List.of(Map.of(
                                        "itemId", checked, "quantity", 2, "unit", "C62", "due", RunningHouse.day(10)))))
                .done();
        house.post("admin", "/api/purchase-orders/" + bought.id() + "/order", null)
                .done();
        house.post(
                        "admin",
                        "/api/purchase-order-lines/" + bought.at("/lines/0/id") + "/receipts",
                        Map.of("quantity", 2))
                .done();
        inspection = house.get("admin", "/api/inspections?status=OPEN").done().at("/0/id");
        var made = house.record("item", Map.of("code", "ROLE-MADE", "name", "壳", "unit", "C62", "kind", "MAKE"));
        var work = house.post(
                        "admin",
                        "/api/work-orders",
                        Map.of("itemId", made, "quantity", 50, "due", RunningHouse.day(30)))
                .done();
        house.post("admin", "/api/work-orders/" + work.id() + "/release", Map.of())
                .done();
        operation = house.get("admin", "/api/work-orders/" + work.id()).done().at("/operations/0/operationId");
        house.post("admin", "/api/operations/" + operation + "/start", Map.of()).done();
    }

    private String known(String path) {
        return path.replace("{line}", line.toString())
                .replace("{operation}", operation)
                .replace("{inspection}", inspection);
    }

    private String item(String code) {
        return house.get(
                        "admin",
                        "/api/records/item?filter="
                                + RunningHouse.encoded(
                                        "{\"field\":\"code\",\"op\":\"eq\",\"value\":\"%s\"}".formatted(code)))
                .done()
                .at("/items/0/id");
    }

    @TestFactory
    List<DynamicTest> the_roles_may_what_they_are_for_and_nothing_else() {
        var tests = new ArrayList<DynamicTest>();
        for (var attempt : MATRIX) {
            tests.add(DynamicTest.dynamicTest(attempt.what(), () -> {
                var may = new TreeSet<String>();
                for (var role : Role.values()) {
                    var reply =
                            house.send("role-" + role.code(), attempt.method(), known(attempt.path()), attempt.body());
                    assertThat(reply.status())
                            .as(role.code() + " " + reply.text())
                            .isLessThan(500)
                            .isNotEqualTo(401);
                    if (reply.status() != 403) {
                        may.add(role.code());
                    }
                }
                assertThat(may)
                        .isEqualTo(new TreeSet<>(
                                Set.copyOf(Arrays.asList(attempt.roles().split(" ")))));
            }));
        }
        return tests;
    }

    @Test
    void prices_are_seen_by_those_who_deal_with_money() {
        var see = new TreeSet<String>();
        for (var role : Role.values()) {
            if (!role.isExternal()
                    && house.get("role-" + role.code(), "/api/catalogue")
                            .done()
                            .text()
                            .contains("\"unit_price\"")) {
                see.add(role.code());
            }
        }
        assertThat(see)
                .containsExactly("administrator", "buyer", "finance", "manager", "planner", "project-manager", "sales");
    }

    @Test
    void every_inside_role_has_a_bench_and_a_session_that_names_it() {
        for (var role : Role.values()) {
            var session = house.get("role-" + role.code(), "/api/session").done();
            assertThat(session.text()).as(role.code()).contains("\"" + role.code() + "\"");
        }
    }

    @Test
    void an_outsider_reaches_nothing_but_the_portal() {
        var described = house.get("admin", "/v3/api-docs").done().body().path("paths");
        for (var user : List.of("role-customer", "role-supplier")) {
            described.propertyNames().stream()
                    .filter(path -> path.startsWith("/api/") && !path.contains("{"))
                    .filter(path -> !path.matches("/api/(session|portal|live|notices).*"))
                    .filter(path -> described.path(path).has("get"))
                    .forEach(path -> {
                        var reply = house.get(user, path);
                        assertThat(reply.status()).as(user + " " + path).isEqualTo(403);
                        assertThat(reply.code()).isEqualTo("identity.only-the-portal");
                    });
        }
    }

    @Test
    void a_supplier_confirms_the_own_line_and_sees_no_other() {
        var confirm = "/api/portal/purchase-orders/lines/" + line + "/confirm";
        assertThat(house.get("role-foreign", "/api/portal/purchase-orders")
                        .done()
                        .body())
                .isEmpty();
        assertThat(house.post("role-foreign", confirm, Map.of("date", RunningHouse.day(9)))
                        .status())
                .isEqualTo(404);
        assertThat(house.post("role-supplier", confirm, Map.of("date", "2020-01-01"))
                        .code())
                .isEqualTo("purchasing.in-the-past");
        assertThat(house.post("role-supplier", confirm, Map.of("date", RunningHouse.day(9), "quantity", 9))
                        .code())
                .isEqualTo("purchasing.answered-too-much");

        Reply after = house.post(
                        "role-supplier",
                        confirm,
                        Map.of("date", RunningHouse.day(12), "quantity", 5, "remark", "余下的下周"))
                .done();

        assertThat(after.at("/0/lines/0/confirmed"))
                .isEqualTo(RunningHouse.day(12).toString());
        assertThat(after.body().at("/0/lines/0/answered").decimalValue()).isEqualByComparingTo("5");
        assertThat(house.get("admin", "/api/purchase-orders/" + order).done().at("/lines/0/confirmed"))
                .isEqualTo(RunningHouse.day(12).toString());
        assertThat(house.get("admin", "/api/records/purchase-order-line/" + line + "/history")
                        .done()
                        .text())
                .contains("role-supplier");
    }
}
