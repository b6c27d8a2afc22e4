package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who tries to learn what is not his learns nothing. */
class PryingTest {

    private final RunningHouse house = RunningHouse.get();
    private final Mistakes mistakes = Mistakes.get();

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
        Mistakes.heard(wrong);
        assertThat(house.signIn("bad-sales", "throughline", "zh").status()).isEqualTo(200);
    }

    @Test
    void a_foreign_customer_learns_nothing_of_an_order() {
        var order = mistakes.order("bad-sales", Mistakes.bolts("1")).done();
        var line = order.at("/lines/0/id");
        assertThat(house.get("bad-huadong", "/api/portal/lines").done().text()).doesNotContain("北方重工");

        mistakes.refused(
                "beifang", 404, "record.not-found", (user, key) -> house.get(user, "/api/portal/lines/" + line));
        for (var path : List.of(
                "/api/orders/" + order.id(),
                "/api/lines/" + line,
                "/api/records/sales-order/" + order.id(),
                "/api/records/sales-order",
                "/api/lines",
                "/api/records/sales-order/" + order.id() + "/history",
                "/api/records/partner",
                "/api/stock/items/" + mistakes.bolt)) {
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
                        "/api/records/item/" + mistakes.frame,
                        Map.of("version", version(mistakes.frame), "values", Map.of("standard_cost", "7531.97")))
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
                    "/api/records/item/" + mistakes.frame,
                    "/api/records/item/" + mistakes.frame + "/history",
                    "/api/records/sales-order-line/export.csv",
                    "/api/records/item/export.csv",
                    "/api/records/approval",
                    "/api/search?q=4321",
                    "/api/search?q=7531.97",
                    "/api/stock/value",
                    "/api/stock/items/" + mistakes.bolt,
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
}
