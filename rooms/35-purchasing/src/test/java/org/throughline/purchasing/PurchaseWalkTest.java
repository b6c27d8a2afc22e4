package org.throughline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.SystemActs;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.factory.Ratio;
import org.throughline.factory.Units;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;
import org.throughline.order.OrderLine;
import org.throughline.planning.OpenSupply;
import org.throughline.planning.PurchaseTerms;
import org.throughline.planning.SuggestionToMake;
import org.throughline.planning.SupplyChange;
import org.throughline.planning.SupplyChanger;
import org.throughline.planning.SupplyKind;
import org.throughline.planning.SupplyMaker;
import org.throughline.planning.SupplyPegs;
import org.throughline.planning.SupplySource;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockBook;

@SpringJUnitConfig(HouseForPurchasing.class)
@ExtendWith(SystemActs.class)
@Transactional
class PurchaseWalkTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    CreatePurchaseOrder create;

    @Autowired
    OrderPurchase orderPurchase;

    @Autowired
    ConfirmPurchaseDate confirmDate;

    @Autowired
    CancelPurchase cancel;

    @Autowired
    ReceiveGoods receive;

    @Autowired
    PurchaseOrders orders;

    @Autowired
    VendorItems vendorItems;

    @Autowired
    PurchaseTerms terms;

    @Autowired
    SupplySource source;

    @Autowired
    SupplyMaker maker;

    @Autowired
    SupplyChanger changer;

    @Autowired
    PurchasingFacts facts;

    @Autowired
    StockBook stock;

    @Autowired
    Reservations reservations;

    @Autowired
    Items items;

    @Autowired
    Units units;

    @Autowired
    Partners partners;

    @Autowired
    HouseForPurchasing.Pegs pegs;

    @Autowired
    HouseForPurchasing.Lines lines;

    @Autowired
    HouseForPurchasing.Heard heard;

    private Partner mill = Partner.supplier("MILL", "钢厂");

    @Autowired
    JdbcClient jdbc;

    private Item bar = Item.fresh(Item.Kind.BUY, "BAR", "圆钢", "C62");

    @BeforeEach
    void a_mill_that_sells_bars() {
        pegs.shares.clear();
        lines.all.clear();
        heard.events.clear();
        mill = partners.save(mill);
        bar = items.add(bar.change().tracking(Item.Tracking.LOT).done());
        vendorItems.save(VendorItem.fresh(mill.id(), bar.id(), "C62", 12, Money.of("7.333333", "CNY")));
    }

    @Test
    void suggestions_become_one_draft_per_supplier_at_the_suppliers_price() {
        var other = partners.save(Partner.supplier("OTHER", "另一家"));
        var made = maker.make(List.of(wish(mill, 30), wish(other, 5), wish(mill, 3)));

        assertThat(made).extracting(one -> one.number().endsWith("/2")).containsExactly(false, false, true);
        var order = orders.get(orders.line(made.getFirst().id()).orderId());
        assertThat(order.lines()).hasSize(2);
        assertThat(order.status()).isEqualTo(PurchaseOrder.Status.DRAFT);
        assertThat(order.total().amount())
                .isEqualByComparingTo("242.00"); // 30 × 7.333333 = 219.99999 → 220.00, + 22.00
        assertThat(source.openSupply())
                .filteredOn(supply -> supply.itemId().equals(bar.id()))
                .extracting(OpenSupply::firm)
                .containsOnly(false);
    }

    @Test
    void goods_that_come_in_parts_are_kept_for_the_most_urgent_order_line_first() {
        var urgent = line("SO-1", 6);
        var later = line("SO-2", 10);
        var order = ordered(16);
        var bought = order.lines().getFirst();
        pegs.shares.put(
                bought.id(),
                List.of(
                        new SupplyPegs.Share(urgent.id(), Quantity.of(6, "C62")),
                        new SupplyPegs.Share(later.id(), Quantity.of(10, "C62"))));

        receive.receive(Delivery.of(bought.id(), Quantity.of(4, "C62")));
        receive.receive(Delivery.of(bought.id(), Quantity.of(12, "C62")));

        assertThat(reserved(urgent)).isEqualByComparingTo("6");
        assertThat(reserved(later)).isEqualByComparingTo("10");
        assertThat(orders.get(order.id()).status()).isEqualTo(PurchaseOrder.Status.RECEIVED);
        assertThat(stock.onHand(List.of(bar.id()))).containsEntry(bar.id(), Quantity.of(16, "C62"));
        assertThat(source.openSupply()).noneMatch(supply -> supply.id().equals(bought.id()));
    }

    @Test
    void what_must_be_inspected_waits_and_the_event_says_so() {
        bar = items.change(bar.change().inspection(true, false).done());
        var line = line("SO-1", 5);
        var bought = ordered(5, line.id()).lines().getFirst();

        var receipt = receive.receive(
                new Delivery(bought.id(), Quantity.of(5, "C62"), "H-77", "炉号 9", null, List.of(), null, "key-1"));

        assertThat(receipt.toInspect()).isTrue();
        assertThat(stock.levels(List.of(bar.id())).get(bar.id())).satisfies(level -> {
            assertThat(level.toInspect()).isEqualTo(Quantity.of(5, "C62"));
            assertThat(level.free().isZero()).isTrue();
        });
        var told = heard.only(GoodsReceived.class);
        assertThat(told.toInspect()).isTrue();
        assertThat(told.orderLineId()).isEqualTo(line.id());
        assertThat(told.lineIds()).containsExactly(line.id());
    }

    @Test
    void untracked_goods_that_wait_for_inspection_are_kept_for_their_order_line_too() {
        bar = items.change(bar.change()
                .tracking(Item.Tracking.NONE)
                .inspection(true, false)
                .done());
        var line = line("SO-1", 5);
        var bought = ordered(5, line.id()).lines().getFirst();

        var receipt = receive.receive(Delivery.of(bought.id(), Quantity.of(5, "C62")));

        assertThat(receipt.toInspect()).isTrue();
        assertThat(reserved(line)).isEqualByComparingTo("5");
        assertThat(stock.levels(List.of(bar.id())).values())
                .singleElement()
                .satisfies(level -> assertThat(level.free().isZero()).isTrue());
    }

    @Test
    void a_repeated_receipt_with_the_same_key_is_done_once() {
        var bought = ordered(10).lines().getFirst();
        var delivery = new Delivery(bought.id(), Quantity.of(4, "C62"), null, null, null, List.of(), null, "phone-1");

        var first = receive.receive(delivery);
        var again = receive.receive(delivery);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(orders.line(bought.id()).received()).isEqualTo(Quantity.of(4, "C62"));
    }

    @Test
    void more_than_is_tolerated_is_refused_with_what_may_come() {
        var bought = ordered(100).lines().getFirst();

        assertThatThrownBy(() -> receive.receive(Delivery.of(bought.id(), Quantity.of(106, "C62"))))
                .isInstanceOfSatisfying(PurchaseRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("purchasing.too-much");
                    assertThat(refusal.values()).containsEntry("allowed", Quantity.of(105, "C62"));
                });
        assertThat(receive.receive(Delivery.of(bought.id(), Quantity.of(105, "C62")))
                        .quantity())
                .isEqualTo(Quantity.of(105, "C62"));
    }

    @Test
    void goods_of_a_draft_are_refused() {
        var draft = maker.make(List.of(wish(mill, 10))).getFirst();

        assertRefused(() -> receive.receive(Delivery.of(draft.id(), Quantity.of(1, "C62"))), "purchasing.not-ordered");
    }

    @Test
    void a_later_date_of_the_supplier_is_told_with_the_lines_it_endangers() {
        var line = line("SO-1", 5);
        var order = ordered(5, line.id());
        var bought = order.lines().getFirst();

        confirmDate.confirm(bought.id(), bought.due().plusDays(9));

        var moved = heard.only(PurchaseDateMoved.class);
        assertThat(moved.before()).isEqualTo(bought.due());
        assertThat(moved.after()).isEqualTo(bought.due().plusDays(9));
        assertThat(moved.lineIds()).containsExactly(line.id());
        assertThat(orders.get(order.id()).status()).isEqualTo(PurchaseOrder.Status.CONFIRMED);
        assertThat(facts.of(List.of(line.id())).get(line.id()))
                .singleElement()
                .extracting(PurchasingFact::expected)
                .isEqualTo(bought.due().plusDays(9));
        assertRefused(() -> confirmDate.confirm(bought.id(), TODAY.minusDays(1)), "purchasing.in-the-past");
    }

    @Test
    void from_a_quantity_on_the_price_is_lower() {
        var terms = vendorItems.of(mill.id(), bar.id()).orElseThrow();
        for (var one : List.of(List.of("20", "7"), List.of("100", "6.5"))) {
            jdbc.sql("""
                    INSERT INTO purchasing.price_break (id, vendor_item_id, from_quantity, price)
                    VALUES (:id, :terms, CAST(:from AS numeric), CAST(:price AS numeric))
                    """)
                    .param("id", Identity.fresh())
                    .param("terms", terms.id())
                    .param("from", one.getFirst())
                    .param("price", one.getLast())
                    .update();
        }

        var made = maker.make(List.of(wish(mill, 19), wish(mill, 20), wish(mill, 250)));

        assertThat(made)
                .extracting(one -> orders.line(one.id()).price().amount().stripTrailingZeros())
                .containsExactly(new BigDecimal("7.333333"), new BigDecimal("7"), new BigDecimal("6.5"));
    }

    @Test
    void a_supplier_who_sells_by_weight_is_ordered_in_kilograms() {
        units.define(bar.id(), "KGM", Ratio.of(20, 37)); // 1 piece = 1.85 kg
        vendorItems.save(VendorItem.fresh(mill.id(), bar.id(), "KGM", 12, Money.of("4.5", "CNY")));

        var made = maker.make(List.of(wish(mill, 10))).getFirst();
        var bought = orders.line(made.id());

        assertThat(bought.quantity()).isEqualTo(Quantity.of("18.5", "KGM"));
        assertThat(bought.baseQuantity()).isEqualTo(Quantity.of(10, "C62"));
        assertThat(orders.get(bought.orderId()).total().amount()).isEqualByComparingTo("83.25");
        orderPurchase.order(bought.orderId());
        receive.receive(Delivery.of(bought.id(), Quantity.of("9.25", "KGM")));
        assertThat(orders.line(bought.id()).received()).isEqualTo(Quantity.of(5, "C62"));
    }

    @Test
    void the_first_choice_is_the_cheapest_of_the_highest_priority() {
        var cheap = partners.save(Partner.supplier("CHEAP", "便宜"));
        vendorItems.save(VendorItem.fresh(cheap.id(), bar.id(), "C62", 3, Money.of("5", "CNY")));

        assertThat(terms.firstChoice(List.of(bar.id())).get(bar.id())).satisfies(term -> {
            assertThat(term.supplierId()).isEqualTo(cheap.id());
            assertThat(term.leadTimeDays()).isEqualTo(3);
        });
    }

    @Test
    void a_reduced_line_keeps_what_came_and_a_cancelled_one_leaves_nothing() {
        var order = ordered(10);
        var bought = order.lines().getFirst();
        receive.receive(Delivery.of(bought.id(), Quantity.of(4, "C62")));

        changer.apply(change(bought, SupplyChange.Action.REDUCE, 2));
        assertThat(orders.line(bought.id()).baseQuantity()).isEqualTo(Quantity.of(6, "C62"));
        assertThat(orders.line(bought.id()).open()).isEqualTo(Quantity.of(2, "C62"));

        changer.apply(change(bought, SupplyChange.Action.CANCEL, 0));
        assertThat(orders.line(bought.id()).status()).isEqualTo(PurchaseOrderLine.Status.RECEIVED);
        assertRefused(() -> changer.apply(change(bought, SupplyChange.Action.CANCEL, 0)), "purchasing.wrong-status");
        assertRefused(() -> cancel.cancel(order.id()), "purchasing.wrong-status");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static SupplyChange change(PurchaseOrderLine line, SupplyChange.Action action, long open) {
        return new SupplyChange(
                "purchase-order-line", line.id(), action, Quantity.of(open, "C62"), null, Identity.fresh(), "客户变更");
    }

    private SuggestionToMake wish(Partner supplier, long quantity) {
        return new SuggestionToMake(
                Identity.fresh(),
                SupplyKind.BUY,
                bar.id(),
                Quantity.of(quantity, "C62"),
                TODAY,
                TODAY.plusDays(12),
                supplier.id(),
                null,
                List.of(),
                List.of());
    }

    private PurchaseOrder ordered(long quantity) {
        return ordered(quantity, null);
    }

    private PurchaseOrder ordered(long quantity, @org.jspecify.annotations.Nullable UUID orderLine) {
        var draft = create.create(new NewPurchaseOrder(
                mill.id(),
                null,
                null,
                List.of(new NewPurchaseOrder.Line(
                        bar.id(), Quantity.of(quantity, "C62"), null, TODAY.plusDays(12), orderLine))));
        return orderPurchase.order(draft.id());
    }

    private OrderLine line(String order, long quantity) {
        return lines.add(order, bar, quantity);
    }

    private java.math.BigDecimal reserved(OrderLine line) {
        return reservations.of(List.of(line.id())).stream()
                .map(kept -> kept.open().amount())
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
    }
}
