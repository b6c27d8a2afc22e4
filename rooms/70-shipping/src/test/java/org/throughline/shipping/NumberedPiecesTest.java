package org.throughline.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.SystemActs;
import org.throughline.database.TestClock;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.floortest.FloorScene;
import org.throughline.floortest.HouseForFloor.Heard;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.order.OrderLine;
import org.throughline.purchasing.CreatePurchaseOrder;
import org.throughline.purchasing.Delivery;
import org.throughline.purchasing.NewPurchaseOrder;
import org.throughline.purchasing.OrderPurchase;
import org.throughline.purchasing.ReceiveGoods;
import org.throughline.quality.DecideInspection;
import org.throughline.quality.DecideNonconformance;
import org.throughline.quality.InspectionFailed;
import org.throughline.quality.InspectionRequested;
import org.throughline.quality.Nonconformance;
import org.throughline.stock.Lots;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockBook;
import org.throughline.stock.StockCheck;
import org.throughline.stock.StockPosition;
import org.throughline.stock.StockStatus;

/** Bought pieces with numbers of their own, from the receipt over the inspector to the customer. */
@SpringJUnitConfig(HouseForShipping.class)
@ExtendWith(SystemActs.class)
class NumberedPiecesTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    FloorScene scene;

    @Autowired
    CreatePurchaseOrder createPurchaseOrder;

    @Autowired
    OrderPurchase orderPurchase;

    @Autowired
    ReceiveGoods receiveGoods;

    @Autowired
    DecideInspection decideInspection;

    @Autowired
    DecideNonconformance decideNonconformance;

    @Autowired
    PackGoods packGoods;

    @Autowired
    ShipGoods shipGoods;

    @Autowired
    Items items;

    @Autowired
    Partners partners;

    @Autowired
    Lots lots;

    @Autowired
    Reservations reservations;

    @Autowired
    StockBook book;

    @Autowired
    StockCheck check;

    @Autowired
    Heard heard;

    @Autowired
    TestClock clock;

    @BeforeEach
    void monday_morning() {
        clock.set(TestClock.MONDAY_8AM);
        heard.clear();
    }

    @Test
    void every_piece_is_inspected_by_itself_and_stays_with_its_order_unless_it_failed() {
        var pump = pump();
        var line = scene.orderLine(pump, 3);
        receive(pump, line, List.of("S1", "S2", "S3"));
        assertThat(kept(line)).containsExactly("S1", "S2", "S3");
        var inspections = heard.of(InspectionRequested.class);
        assertThat(inspections).hasSize(3).allSatisfy(asked -> {
            assertThat(asked.orderLineId()).isEqualTo(line.id());
            assertThat(asked.quantity()).isEqualTo(pieces(1));
        });

        decide(inspections.get(0), 1);
        decide(inspections.get(1), 0);
        decide(inspections.get(2), 1);

        assertThat(kept(line)).containsExactly("S1", "S3");
        assertThat(lying(pump, StockStatus.AVAILABLE)).containsExactly("S1", "S3");
        assertThat(lying(pump, StockStatus.BLOCKED)).containsExactly("S2");
        var failed = heard.of(InspectionFailed.class).getFirst().nonconformanceId();
        decideNonconformance.decide(failed, Nonconformance.Disposition.CONCESSION, "客户同意");
        assertThat(kept(line)).containsExactly("S1", "S2", "S3");

        var parcel = packGoods.pack(List.of(new PackGoods.Portion(line.id(), null)), null);
        shipGoods.ship(shipGoods.create(List.of(parcel.id()), null).id(), "自送", null, false);
        assertThat(book.lots(pump.id())).isEmpty();
        assertThat(kept(line)).isEmpty();
        assertThat(check.differences()).isEmpty();
    }

    private Item pump() {
        return items.add(Item.fresh(Item.Kind.BUY, "PUMP-" + COUNT.incrementAndGet(), "水泵", "C62")
                .change()
                .tracking(Item.Tracking.SERIAL)
                .inspection(true, false)
                .done());
    }

    private void receive(Item item, OrderLine line, List<String> numbers) {
        var works = partners.save(Partner.supplier("WORKS-" + COUNT.incrementAndGet(), "泵厂"));
        var quantity = pieces(numbers.size());
        var draft = createPurchaseOrder.create(new NewPurchaseOrder(
                works.id(),
                null,
                null,
                List.of(new NewPurchaseOrder.Line(
                        item.id(), quantity, Money.of("100", "CNY"), FloorScene.TODAY.plusDays(5), line.id()))));
        var bought = orderPurchase.order(draft.id()).lines().getFirst();
        receiveGoods.receive(
                new Delivery(bought.id(), quantity, null, null, null, numbers, null, "delivery-" + bought.id()));
    }

    private void decide(InspectionRequested asked, int accepted) {
        decideInspection.decide(
                asked.inspectionId(), pieces(accepted), pieces(1 - accepted), accepted == 1 ? null : "漏水", List.of());
    }

    private List<String> kept(OrderLine line) {
        return reservations.of(List.of(line.id())).stream()
                .filter(reservation -> reservation.open().isPositive())
                .map(Reservation::lotId)
                .map(lot -> lots.get(Objects.requireNonNull(lot)).number())
                .sorted()
                .toList();
    }

    private List<String> lying(Item item, StockStatus status) {
        return book.lots(item.id()).stream()
                .filter(position -> position.status() == status)
                .map(StockPosition::lotNumber)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
    }

    private static Quantity pieces(int amount) {
        return Quantity.of(amount, "C62");
    }
}
