package org.throughline.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.As;
import org.throughline.database.SystemActs;
import org.throughline.database.TestClock;
import org.throughline.floortest.FloorScene;
import org.throughline.floortest.FloorWork;
import org.throughline.floortest.HouseForFloor.Heard;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.LineStatus;
import org.throughline.order.OrderCompleted;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;
import org.throughline.order.SalesOrders;
import org.throughline.quality.DecideInspection;
import org.throughline.quality.InspectionRequested;
import org.throughline.stock.StockBook;
import org.throughline.stock.StockCheck;

@SpringJUnitConfig(HouseForShipping.class)
@ExtendWith(SystemActs.class)
class ShippingWalkTest {

    @Autowired
    FloorScene scene;

    @Autowired
    FloorWork floor;

    @Autowired
    DecideInspection decideInspection;

    @Autowired
    PackGoods packGoods;

    @Autowired
    ShipGoods shipGoods;

    @Autowired
    ProveDelivery proveDelivery;

    @Autowired
    ShippingFacts facts;

    @Autowired
    SalesOrders salesOrders;

    @Autowired
    StockBook book;

    @Autowired
    StockCheck check;

    @Autowired
    Heard heard;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private FloorScene.@Nullable Shop made;

    @BeforeEach
    void a_shop() {
        clock.set(TestClock.MONDAY_8AM);
        heard.clear();
        made = scene.shop(true);
    }

    @Test
    void an_order_is_made_inspected_packed_shipped_and_signed_for() {
        var line = scene.orderLine(shop().panel(), 10);
        floor.finished(shop(), line, 10);
        assertThatThrownBy(() -> pack(line, null)).hasMessageContaining("shipping.waits-for-inspection");
        accept(10);

        var packed = pack(line, null);
        var shipment = shipGoods.create(List.of(packed.id()), "苏州工业园区");
        clock.pass(Duration.ofHours(2));
        shipGoods.ship(shipment.id(), "德邦", "DB123", false);
        assertThat(book.onHand(List.of(line.itemId())).values()).containsExactly(Quantity.zero("C62"));
        assertThat(floor.kept(shop(), line).isZero()).isTrue();
        clock.pass(Duration.ofHours(20));
        proveDelivery.prove(shipment.id(), null, "王工", null);

        assertThat(salesOrders.line(line.id()).status()).isEqualTo(LineStatus.COMPLETED);
        assertThat(salesOrders.get(line.orderId()).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(heard.of(OrderCompleted.class)).hasSize(1);
        assertThat(facts.of(List.of(line.id()))).hasEntrySatisfying(line.id(), fact -> {
            assertThat(fact.packed()).isEqualTo(pieces(10));
            assertThat(fact.shipped()).isEqualTo(pieces(10));
            assertThat(fact.delivered()).isEqualTo(pieces(10));
            assertThat(fact.shipments())
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.signedBy()).isEqualTo("王工"));
        });
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void an_order_leaves_in_parts_and_never_more_than_ordered() {
        var line = scene.orderLine(shop().panel(), 10);
        floor.finished(shop(), line, 10);
        accept(10);

        pack(line, pieces(4));
        assertThatThrownBy(() -> pack(line, pieces(7))).isInstanceOfSatisfying(ShipmentRefused.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("shipping.more-than-ordered");
            assertThat(refusal.values()).containsEntry("open", pieces(6));
        });
        pack(line, pieces(6));
        assertThatThrownBy(() -> pack(line, null)).isInstanceOf(ShipmentRefused.class);
    }

    @Test
    void goods_kept_for_another_order_are_not_packed() {
        var mine = scene.orderLine(shop().panel(), 10);
        var yours = scene.orderLine(shop().panel(), 5);
        floor.finished(shop(), mine, 10);
        accept(10);

        assertThatThrownBy(() -> pack(yours, pieces(5)))
                .isInstanceOfSatisfying(
                        ShipmentRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("shipping.not-ready"));
    }

    @Test
    void a_package_taken_apart_is_ready_again() {
        var line = scene.orderLine(shop().panel(), 10);
        floor.finished(shop(), line, 10);
        accept(10);
        var packed = pack(line, null);

        packGoods.unpack(packed.id());

        assertThat(pack(line, null).lines()).hasSize(1);
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void a_customer_with_a_window_gets_nothing_too_early_unless_he_agreed() {
        var line = scene.orderLine(shop().panel(), 10);
        floor.finished(shop(), line, 10);
        accept(10);
        jdbc.sql("INSERT INTO shipping.delivery_window (id, customer_id, days_early) VALUES (:id, :customer, 3)")
                .param("id", Identity.fresh())
                .param("customer", line.customerId())
                .update();
        var shipment = shipGoods.create(List.of(pack(line, null).id()), null);

        assertThatThrownBy(() -> shipGoods.ship(shipment.id(), "自送", null, false))
                .hasMessageContaining("shipping.too-early");
        assertThat(shipGoods.ship(shipment.id(), "自送", null, true).status()).isEqualTo(Shipment.Status.SHIPPED);
    }

    @Test
    void a_shipment_without_signature_or_before_it_left_is_not_delivered() {
        var line = scene.orderLine(shop().panel(), 10);
        floor.finished(shop(), line, 10);
        accept(10);
        var shipment = shipGoods.create(List.of(pack(line, null).id()), null);

        assertThatThrownBy(() -> proveDelivery.prove(shipment.id(), null, "王工", null))
                .hasMessageContaining("shipping.not-shipped");
        shipGoods.ship(shipment.id(), "自送", null, false);
        assertThatThrownBy(() -> proveDelivery.prove(shipment.id(), null, " ", null))
                .hasMessageContaining("shipping.without-signature");
        assertThatThrownBy(
                        () -> proveDelivery.prove(shipment.id(), clock.instant().minus(Duration.ofDays(1)), "王工", null))
                .hasMessageContaining("shipping.impossible-delivery");
    }

    @Test
    void two_people_pack_the_same_goods_once() throws Exception {
        var line = scene.orderLine(shop().panel(), 10);
        floor.finished(shop(), line, 10);
        accept(10);

        var thrown = FloorScene.together(
                () -> As.system(() -> pack(line, pieces(6))), () -> As.system(() -> pack(line, pieces(6))));

        assertThat(thrown).hasSize(1);
        assertThat(facts.of(List.of(line.id())))
                .hasEntrySatisfying(line.id(), fact -> assertThat(fact.packed()).isEqualTo(pieces(6)));
    }

    private FloorScene.Shop shop() {
        return Objects.requireNonNull(made);
    }

    private Parcel pack(OrderLine line, @Nullable Quantity quantity) {
        return packGoods.pack(List.of(new PackGoods.Portion(line.id(), quantity)), null);
    }

    /** The inspector accepts what was finished last. */
    private void accept(int quantity) {
        UUID open = heard.of(InspectionRequested.class).getLast().inspectionId();
        decideInspection.decide(open, pieces(quantity), pieces(0), null, List.of());
    }

    private static Quantity pieces(int amount) {
        return Quantity.of(amount, "C62");
    }
}
