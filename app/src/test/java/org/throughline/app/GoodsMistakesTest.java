package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.throughline.app.RunningHouse.Reply;

/** Goods and work are booked once, and never more than there is. */
class GoodsMistakesTest {

    private final RunningHouse house = RunningHouse.get();
    private final Mistakes mistakes = Mistakes.get();

    @Test
    void a_second_report_with_the_same_key_is_one_booking_and_an_over_report_none() {
        var work = house.post(
                        "bad-planner",
                        "/api/work-orders",
                        Map.of("itemId", mistakes.frame, "quantity", 10, "due", RunningHouse.day(30)))
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
        mistakes.refused(
                "operator",
                409,
                "shopfloor.more-than-ordered",
                (user, key) -> house.post(user, "/api/operations/" + operation + "/reports", Map.of("good", 999)));
        mistakes.refused(
                "operator",
                409,
                "shopfloor.negative-report",
                (user, key) -> house.post(user, "/api/operations/" + operation + "/reports", Map.of("good", -1)));
        mistakes.refused(
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
    void stock_does_not_go_below_zero() {
        mistakes.refused(
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
        var purchase = mistakes.purchase(10);
        house.post("bad-buyer", "/api/purchase-orders/" + purchase.id() + "/order", null)
                .done();
        var line = purchase.at("/lines/0/id");

        mistakes.refused(
                "warehouse",
                409,
                "purchasing.too-much",
                (user, key) -> house.post(
                        user, "/api/purchase-order-lines/" + line + "/receipts", Map.of("quantity", 1000, "key", key)));
        mistakes.refused(
                "buyer",
                409,
                "purchasing.wrong-status",
                (user, key) -> house.post(user, "/api/purchase-orders/" + purchase.id() + "/order", null));
    }

    @Test
    void more_than_is_packed_is_not_shipped_and_a_shipped_line_is_not_cancelled() {
        mistakes.receive("BOLT", 10);
        var order = mistakes.reviewed("bad-sales", 6);
        house.post("bad-sales", "/api/orders/" + order.id() + "/confirm", Map.of())
                .done();
        var line = order.at("/lines/0/id");
        BiFunction<String, Object, Reply> pack = (user, quantity) -> house.post(
                user, "/api/packages", Map.of("lines", List.of(Map.of("orderLineId", line, "quantity", quantity))));

        mistakes.refused("warehouse", 409, "shipping.more-than-ordered", (user, key) -> pack.apply(user, 7));
        var parcel = pack.apply("bad-warehouse", 6).done();
        mistakes.refused("warehouse", 409, "shipping.more-than-ordered", (user, key) -> pack.apply(user, 1));
        var shipment = house.post("bad-warehouse", "/api/shipments", Map.of("packageIds", List.of(parcel.id())))
                .done();
        mistakes.refused(
                "warehouse",
                409,
                "shipping.package-taken",
                (user, key) -> house.post(user, "/api/shipments", Map.of("packageIds", List.of(parcel.id()))));
        var ship = "/api/shipments/" + shipment.id() + "/ship";
        house.post("bad-warehouse", ship, Map.of("carrier", "德邦", "agreed", true))
                .done();
        mistakes.refused(
                "warehouse",
                409,
                "shipping.not-packed",
                (user, key) -> house.post(user, ship, Map.of("carrier", "德邦", "agreed", true)));

        mistakes.refused(
                "sales",
                409,
                "sales.line-shipped",
                (user, key) -> house.post(user, "/api/order-lines/" + line + "/cancel", Map.of("reason", "改主意了")));
        mistakes.refused(
                "sales",
                409,
                "sales.line-shipped",
                (user, key) ->
                        house.send(user, "PATCH", "/api/order-lines/" + line, Map.of("quantity", 2, "reason", "少要一些")));
    }
}
