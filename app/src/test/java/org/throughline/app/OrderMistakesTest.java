package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is wrong in an order, a structure or a date is refused where it is typed. */
class OrderMistakesTest {

    private final RunningHouse house = RunningHouse.get();
    private final Mistakes mistakes = Mistakes.get();

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

        var refusal = mistakes.refused(
                "engineer",
                409,
                "engineering.contains-itself",
                (user, ignored) -> house.post(
                        user, "/api/records/bom-line", Map.of("values", line(heads.get(2), boms.getFirst()))));
        assertThat(refusal.detail()).contains("CYCLE-A → CYCLE-B → CYCLE-C → CYCLE-A");
    }

    @Test
    void an_unknown_item_is_refused_by_the_name_that_was_typed() {
        var order = mistakes.refused(
                "sales",
                409,
                "sales.unknown-item",
                (user, key) -> mistakes.order(user, Map.of("item", "NO-SUCH", "quantity", 1)));
        assertThat(order.detail()).contains("NO-SUCH");
        mistakes.refused(
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
            mistakes.refused(
                    "sales",
                    409,
                    "sales.quantity-not-positive",
                    (user, key) -> mistakes.order(user, Mistakes.bolts(quantity)));
            mistakes.refused(
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
        mistakes.refused(
                "sales", 409, "quantity.too-precise", (user, key) -> mistakes.order(user, Mistakes.bolts("1.0000001")));
        mistakes.refused(
                "sales",
                409,
                "quantity.too-large",
                (user, key) -> mistakes.order(user, Mistakes.bolts("1000000000000")));
        mistakes.refused("sales", 409, "factory.not-whole", (user, key) -> mistakes.order(user, Mistakes.bolts("1.5")));
        mistakes.refused(
                "sales",
                400,
                "request.invalid",
                (user, key) -> house.post(user, "/api/orders", """
                {"customer": "HD", "lines": [{"item": "BOLT", "quantity": "many", "requestedDate": "%s"}]}""".formatted(RunningHouse.day(20))));
    }

    @Test
    void a_unit_without_conversion_is_refused() {
        mistakes.refused(
                "sales",
                409,
                "factory.unit-not-convertible",
                (user, key) -> mistakes.order(user, Map.of("item", "BOLT", "quantity", 2, "unit", "KGM")));
        mistakes.refused(
                "sales",
                409,
                "factory.unit-unknown",
                (user, key) -> mistakes.order(user, Map.of("item", "BOLT", "quantity", 2, "unit", "FURLONG")));
    }

    @Test
    void a_date_in_the_past_is_refused() {
        mistakes.refused(
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
        mistakes.refused(
                "planner",
                409,
                "shopfloor.due-past",
                (user, key) -> house.post(
                        user,
                        "/api/work-orders",
                        Map.of("itemId", mistakes.frame, "quantity", 1, "due", "2020-01-01")));
        var purchase = mistakes.purchase(10);
        mistakes.refused(
                "buyer",
                409,
                "purchasing.in-the-past",
                (user, key) -> house.post(
                        user, "/api/purchase-orders/" + purchase.id() + "/confirm", Map.of("date", "2020-01-01")));
    }

    @Test
    void an_order_confirmed_twice_at_the_same_moment_is_confirmed_once() throws Exception {
        var order = mistakes.reviewed("bad-sales", 1);
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
        mistakes.refused("sales", 409, "sales.already-confirmed", (user, key) -> house.post(user, path, Map.of()));
    }

    private void component(UUID bom, UUID item) {
        house.record("bom-line", line(bom, item));
    }

    private static Map<String, Object> line(UUID bom, UUID item) {
        return Map.of("bom_id", bom, "component_id", item, "quantity_per", 1, "unit", "C62", "position", 10);
    }
}
