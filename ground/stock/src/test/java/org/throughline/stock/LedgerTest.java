package org.throughline.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.factory.FactoryGround;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Ratio;
import org.throughline.factory.Units;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

@SpringJUnitConfig({DatabaseForTests.class, FactoryGround.class, StockGround.class})
@ExtendWith(SystemActs.class)
@Transactional
class LedgerTest {

    @Autowired
    StockLedger ledger;

    @Autowired
    StockBook book;

    @Autowired
    StockCheck check;

    @Autowired
    Lots lots;

    @Autowired
    Locations locations;

    @Autowired
    Items items;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    private UUID store = Identity.fresh();
    private UUID floor = Identity.fresh();
    private Item plate = Item.fresh(Item.Kind.BUY, "PLATE", "钢板", "C62");

    @BeforeEach
    void an_item_and_two_places() {
        store = locations.usual(Location.Kind.STORE).id();
        floor = locations.usual(Location.Kind.FLOOR).id();
        plate = items.add(Item.fresh(Item.Kind.BUY, "PLATE", "钢板", "C62"));
    }

    @Test
    void what_came_in_and_went_out_is_what_is_there() {
        ledger.post(StockMovement.receive(plate.id(), pieces(10), StockPlace.available(store)));
        ledger.post(StockMovement.transfer(plate.id(), pieces(4), StockPlace.available(store), floor));
        ledger.post(StockMovement.issue(plate.id(), pieces(3), StockPlace.available(floor)));
        ledger.post(StockMovement.returned(plate.id(), pieces(1), StockPlace.available(floor)));

        assertThat(book.lots(plate.id()))
                .extracting(StockPosition::locationCode, StockPosition::quantity)
                .containsExactly(tuple("FLOOR", pieces(2)), tuple("STORE", pieces(6)));
        assertThat(book.onHand(List.of(plate.id()))).containsEntry(plate.id(), pieces(8));
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void more_than_is_there_is_refused_with_have_need_and_where() {
        ledger.post(StockMovement.receive(plate.id(), pieces(2), StockPlace.available(store)));

        assertThatThrownBy(() -> ledger.post(StockMovement.issue(plate.id(), pieces(3), StockPlace.available(store))))
                .isInstanceOfSatisfying(StockRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("stock.not-enough");
                    assertThat(refusal.values())
                            .containsEntry("item", "PLATE")
                            .containsEntry("have", pieces(2))
                            .containsEntry("need", pieces(3))
                            .containsEntry("where", "STORE");
                });
    }

    @Test
    void a_place_that_may_go_negative_does() {
        var kanban = locations.save(
                new Location(Identity.fresh(), "KANBAN", "看板", null, Location.Kind.FLOOR, true, true, null, 0));

        ledger.post(StockMovement.issue(plate.id(), pieces(3), StockPlace.available(kanban.id())));

        assertThat(book.onHand(List.of(plate.id()))).containsEntry(plate.id(), pieces(-3));
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void a_movement_in_another_unit_is_kept_in_the_base_unit() {
        units.define(plate.id(), "KGM", Ratio.of(1, 4));

        ledger.post(StockMovement.receive(plate.id(), Quantity.of(10, "KGM"), StockPlace.available(store)));

        assertThat(book.onHand(List.of(plate.id()))).containsEntry(plate.id(), Quantity.of("2.5", "C62"));
    }

    @Test
    void the_same_key_posts_once() {
        var movement = StockMovement.receive(plate.id(), pieces(5), StockPlace.available(store))
                .key("scan-1");

        assertThat(ledger.post(movement)).isEqualTo(ledger.post(movement));
        assertThat(book.onHand(List.of(plate.id()))).containsEntry(plate.id(), pieces(5));
        assertThatThrownBy(() -> ledger.post(StockMovement.issue(plate.id(), pieces(5), StockPlace.available(store))
                        .key("scan-1")))
                .isInstanceOfSatisfying(
                        StockRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("stock.key-reused"));
    }

    @Test
    void a_serial_number_stands_for_one_piece_in_one_place() {
        var spindle = items.add(Item.fresh(Item.Kind.BUY, "SPINDLE", "主轴", "C62")
                .change()
                .tracking(Item.Tracking.SERIAL)
                .done());
        var serial = lots.open(Lots.NewLot.of(spindle.id(), "SN-1")).id();
        ledger.post(StockMovement.receive(spindle.id(), pieces(1), StockPlace.available(store, serial)));

        assertThatThrownBy(() -> ledger.post(
                        StockMovement.receive(spindle.id(), pieces(1), StockPlace.available(floor, serial))))
                .isInstanceOfSatisfying(
                        StockRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("stock.serial-present"));
        assertThatThrownBy(() -> ledger.post(
                        StockMovement.receive(spindle.id(), pieces(2), StockPlace.available(store, serial))))
                .isInstanceOfSatisfying(
                        StockRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("stock.serial-is-one-piece"));
        assertThatThrownBy(
                        () -> ledger.post(StockMovement.receive(spindle.id(), pieces(1), StockPlace.available(store))))
                .isInstanceOfSatisfying(
                        StockRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("stock.lot-required"));
    }

    @Test
    void first_in_is_suggested_first() {
        var old = lots.open(Lots.NewLot.of(plate.id(), "A")).id();
        var young = lots.open(Lots.NewLot.of(plate.id(), "B")).id();
        ledger.post(StockMovement.receive(plate.id(), pieces(5), StockPlace.available(store, young)));
        ledger.post(StockMovement.receive(plate.id(), pieces(3), StockPlace.available(store, old)));
        ledger.post(StockMovement.receive(plate.id(), pieces(9), StockPlace.toInspect(store, old)));

        assertThat(book.suggest(plate.id(), pieces(4), null))
                .containsExactly(
                        new StockBook.Pick(StockPlace.available(store, old), "A", "STORE", pieces(3)),
                        new StockBook.Pick(StockPlace.available(store, young), "B", "STORE", pieces(1)));
        assertThat(book.suggest(plate.id(), pieces(100), null))
                .extracting(StockBook.Pick::quantity)
                .containsExactly(pieces(3), pieces(5));
    }

    @Test
    void the_ledger_cannot_be_rewritten() {
        ledger.post(StockMovement.receive(plate.id(), pieces(5), StockPlace.available(store)));

        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE stock.ledger_entry SET quantity = 1").update())
                .hasRootCauseMessage("ERROR: permission denied for table ledger_entry");
    }

    @Test
    void the_value_is_summed_exactly_and_rounded_once() {
        var washer = items.add(Item.fresh(Item.Kind.BUY, "WASHER", "垫圈", "C62")
                .change()
                .standardCost(Money.of("0.003333", "CNY"))
                .done());
        var nut = items.add(Item.fresh(Item.Kind.BUY, "NUT", "螺母", "C62")
                .change()
                .standardCost(Money.of("0.004444", "CNY"))
                .done());
        ledger.post(StockMovement.open(washer.id(), pieces(1), StockPlace.available(store)));
        ledger.post(StockMovement.open(nut.id(), pieces(1), StockPlace.blocked(store, null)));

        var value = book.value().getFirst();
        assertThat(value.exact()).isEqualByComparingTo("0.007777");
        assertThat(value.total()).isEqualTo(Money.of("0.01", "CNY"));
        assertThat(value.items()).extracting(StockValue.ItemValue::itemCode).containsSubsequence("NUT", "WASHER");
    }

    @Test
    void a_falsified_balance_is_found() {
        ledger.post(StockMovement.receive(plate.id(), pieces(5), StockPlace.available(store)));
        jdbc.sql("UPDATE stock.balance SET quantity = 6 WHERE item_id = :item")
                .param("item", plate.id())
                .update();

        assertThat(check.differences())
                .containsExactly(new StockCheck.Difference(
                        StockCheck.Kind.BALANCE, plate.id(), null, "PLATE / STORE / AVAILABLE", "6 C62", "5 C62"));
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }
}
