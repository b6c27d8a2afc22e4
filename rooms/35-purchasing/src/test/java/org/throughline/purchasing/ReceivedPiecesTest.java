package org.throughline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.SystemActs;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.planning.SupplyPegs;
import org.throughline.stock.Reservations;

/** Pieces come whole, and numbered ones one by one. */
@SpringJUnitConfig(HouseForPurchasing.class)
@ExtendWith(SystemActs.class)
@Transactional
class ReceivedPiecesTest {

    @Autowired
    CreatePurchaseOrder create;

    @Autowired
    OrderPurchase orderPurchase;

    @Autowired
    ReceiveGoods receive;

    @Autowired
    VendorItems vendorItems;

    @Autowired
    Reservations reservations;

    @Autowired
    Items items;

    @Autowired
    Partners partners;

    @Autowired
    HouseForPurchasing.Pegs pegs;

    @Autowired
    HouseForPurchasing.Lines lines;

    @Autowired
    HouseForPurchasing.Heard heard;

    private Partner works = Partner.supplier("WORKS", "泵厂");

    @BeforeEach
    void a_supplier() {
        pegs.shares.clear();
        lines.all.clear();
        heard.events.clear();
        works = partners.save(works);
    }

    @Test
    void what_is_tolerated_of_pieces_is_whole_pieces_and_of_kilograms_any_part() {
        var pieces = ordered(sold("BAR", "C62", Item.Tracking.NONE), 10);
        assertThatThrownBy(() -> receive.receive(Delivery.of(pieces.id(), Quantity.of(11, "C62"))))
                .isInstanceOfSatisfying(
                        PurchaseRefused.class,
                        refusal -> assertThat(refusal.values()).containsEntry("allowed", Quantity.of(10, "C62")));

        var kilograms = ordered(sold("WIRE", "KGM", Item.Tracking.NONE), 10);
        assertThatThrownBy(() -> receive.receive(Delivery.of(kilograms.id(), Quantity.of(11, "KGM"))))
                .isInstanceOfSatisfying(
                        PurchaseRefused.class,
                        refusal -> assertThat((Quantity) refusal.values().get("allowed"))
                                .isEqualByComparingTo(Quantity.of("10.5", "KGM")));
    }

    @Test
    void every_numbered_piece_that_waits_for_inspection_is_told_and_kept_for_its_order_line() {
        var pump = sold("PUMP", "C62", Item.Tracking.SERIAL);
        var urgent = lines.add("SO-1", pump, 2);
        var later = lines.add("SO-2", pump, 1);
        var bought = ordered(pump, 4);
        pegs.shares.put(
                bought.id(),
                List.of(
                        new SupplyPegs.Share(urgent.id(), Quantity.of(2, "C62")),
                        new SupplyPegs.Share(later.id(), Quantity.of(1, "C62"))));

        var receipt = receive.receive(new Delivery(
                bought.id(), Quantity.of(4, "C62"), null, null, null, List.of("S1", "S2", "S3", "S4"), null, "s"));

        assertThat(receipt.lotNumber()).isEqualTo("S1 … S4");
        assertThat(heard.all(GoodsReceived.class))
                .extracting(GoodsReceived::orderLineId)
                .containsExactly(urgent.id(), urgent.id(), later.id(), null);
        assertThat(heard.all(GoodsReceived.class)).allSatisfy(told -> {
            assertThat(told.quantity()).isEqualTo(Quantity.of(1, "C62"));
            assertThat(told.lotId()).isNotNull();
        });
        assertThat(reservations.of(List.of(urgent.id(), later.id())))
                .extracting(reservation -> reservation.orderLineId() + " " + reservation.lotId())
                .containsExactlyInAnyOrderElementsOf(heard.all(GoodsReceived.class).stream()
                        .filter(told -> told.orderLineId() != null)
                        .map(told -> told.orderLineId() + " " + told.lotId())
                        .toList());
    }

    /** What the supplier sells; numbered pieces are inspected. */
    private Item sold(String code, String unit, Item.Tracking tracking) {
        var item = items.add(Item.fresh(Item.Kind.BUY, code, code, unit)
                .change()
                .tracking(tracking)
                .inspection(tracking == Item.Tracking.SERIAL, false)
                .done());
        vendorItems.save(VendorItem.fresh(works.id(), item.id(), unit, 12, Money.of("4.5", "CNY")));
        return item;
    }

    private PurchaseOrderLine ordered(Item item, long quantity) {
        var line = new NewPurchaseOrder.Line(
                item.id(), Quantity.of(quantity, item.unit()), null, LocalDate.of(2026, 12, 5), null);
        var draft = create.create(new NewPurchaseOrder(works.id(), null, null, List.of(line)));
        return orderPurchase.order(draft.id()).lines().getFirst();
    }
}
