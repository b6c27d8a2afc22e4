package org.throughline.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.factory.FactoryGround;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;

@SpringJUnitConfig({DatabaseForTests.class, FactoryGround.class, StockGround.class})
@ExtendWith(SystemActs.class)
@RecordApplicationEvents
@Transactional
class ReservationsTest {

    private static final UUID LINE_ONE = Identity.fresh();
    private static final UUID LINE_TWO = Identity.fresh();
    private static final UUID ORDER_ONE = Identity.fresh();
    private static final UUID ORDER_TWO = Identity.fresh();

    @Autowired
    StockLedger ledger;

    @Autowired
    StockBook book;

    @Autowired
    StockCheck check;

    @Autowired
    Reservations reservations;

    @Autowired
    Lots lots;

    @Autowired
    Locations locations;

    @Autowired
    Items items;

    @Autowired
    ApplicationEvents events;

    private UUID store = Identity.fresh();
    private Item plate = Item.fresh(Item.Kind.BUY, "PLATE", "钢板", "C62");

    @BeforeEach
    void ten_plates() {
        store = locations.usual(Location.Kind.STORE).id();
        plate = items.add(Item.fresh(Item.Kind.BUY, "PLATE", "钢板", "C62"));
        ledger.post(StockMovement.receive(plate.id(), pieces(10), StockPlace.available(store)));
    }

    @Test
    void what_is_reserved_is_free_for_its_line_only() {
        reservations.reserve(plate.id(), pieces(6), LINE_ONE, "work-order", ORDER_ONE);

        assertThat(book.available(List.of(plate.id()))).isEqualTo(Map.of(plate.id(), pieces(4)));
        assertThat(book.availableTo(LINE_ONE, List.of(plate.id()))).isEqualTo(Map.of(plate.id(), pieces(10)));
        assertThat(book.availableTo(LINE_TWO, List.of(plate.id()))).isEqualTo(Map.of(plate.id(), pieces(4)));
    }

    @Test
    void nobody_takes_what_is_kept_for_another_line() {
        reservations.reserve(plate.id(), pieces(6), LINE_ONE, "work-order", ORDER_ONE);

        assertThatThrownBy(() -> ledger.post(StockMovement.issue(plate.id(), pieces(5), StockPlace.available(store))
                        .forOrderLine(LINE_TWO)))
                .isInstanceOfSatisfying(StockRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("stock.reserved-for-others");
                    assertThat(refusal.values())
                            .containsEntry("free", pieces(4))
                            .containsEntry("need", pieces(5))
                            .containsEntry("reserved", List.of(List.of("work-order", pieces(6))));
                });
    }

    @Test
    void an_issue_consumes_the_reservations_of_its_own_document_first() {
        reservations.reserve(plate.id(), pieces(3), LINE_ONE, "goods-receipt", ORDER_TWO);
        var own = reservations.reserve(plate.id(), pieces(4), LINE_ONE, "work-order", ORDER_ONE);

        ledger.post(StockMovement.issue(plate.id(), pieces(5), StockPlace.available(store))
                .reference("work-order", ORDER_ONE)
                .forOrderLine(LINE_ONE));

        assertThat(reservations.get(own.id()).status()).isEqualTo(Reservation.Status.CLOSED);
        assertThat(reservations.of(List.of(LINE_ONE)))
                .singleElement()
                .satisfies(left -> assertThat(left.open()).isEqualTo(pieces(2)));
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void more_than_is_free_is_not_reserved() {
        reservations.reserve(plate.id(), pieces(8), LINE_ONE, "work-order", ORDER_ONE);

        assertThatThrownBy(() -> reservations.reserve(plate.id(), pieces(3), LINE_TWO, "work-order", ORDER_TWO))
                .isInstanceOfSatisfying(
                        StockRefused.class,
                        refusal -> assertThat(refusal.values()).containsEntry("free", pieces(2)));
        var partly = reservations.reserveUpTo(
                new Reservation.Wish(plate.id(), pieces(3), null, LINE_TWO, "work-order", ORDER_TWO));
        assertThat(partly)
                .hasValueSatisfying(kept -> assertThat(kept.quantity()).isEqualTo(pieces(2)));
        assertThat(reservations.reserveUpTo(
                        new Reservation.Wish(plate.id(), pieces(1), null, LINE_TWO, "work-order", ORDER_TWO)))
                .isEmpty();
    }

    @Test
    void a_second_wish_of_the_same_document_adds_to_the_first_and_release_gives_all_back() {
        reservations.reserve(plate.id(), pieces(2), LINE_ONE, "work-order", ORDER_ONE);
        reservations.reserve(plate.id(), pieces(3), LINE_ONE, "work-order", ORDER_ONE);

        assertThat(reservations.ofItem(plate.id()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.open()).isEqualTo(pieces(5)));
        reservations.release("work-order", ORDER_ONE);
        assertThat(book.available(List.of(plate.id()))).isEqualTo(Map.of(plate.id(), pieces(10)));
    }

    @Test
    void goods_that_wait_for_the_inspector_can_be_kept_by_their_lot_and_stay_kept_when_they_pass() {
        var lot = lots.open(Lots.NewLot.of(plate.id(), "HEAT-7")).id();
        ledger.post(StockMovement.receive(plate.id(), pieces(5), StockPlace.toInspect(store, lot)));
        reservations.reserve(new Reservation.Wish(plate.id(), pieces(5), lot, LINE_ONE, "sales-order-line", LINE_ONE));
        assertThat(book.available(List.of(plate.id()))).isEqualTo(Map.of(plate.id(), pieces(10)));

        ledger.post(StockMovement.changeStatus(
                plate.id(), pieces(5), StockPlace.toInspect(store, lot), StockStatus.AVAILABLE));

        assertThat(book.available(List.of(plate.id()))).isEqualTo(Map.of(plate.id(), pieces(10)));
        assertThat(book.availableTo(LINE_ONE, List.of(plate.id()))).isEqualTo(Map.of(plate.id(), pieces(15)));
        assertThat(book.suggest(plate.id(), pieces(6), LINE_ONE).getFirst().lotNumber())
                .isEqualTo("HEAT-7");
        assertThat(book.suggest(plate.id(), pieces(20), LINE_TWO))
                .extracting(StockBook.Pick::quantity)
                .containsExactly(pieces(10));
    }

    @Test
    void goods_that_fail_are_no_longer_kept_and_that_is_told() {
        var lot = lots.open(Lots.NewLot.of(plate.id(), "HEAT-8")).id();
        ledger.post(StockMovement.receive(plate.id(), pieces(5), StockPlace.toInspect(store, lot)));
        reservations.reserve(new Reservation.Wish(plate.id(), pieces(5), lot, LINE_ONE, "sales-order-line", LINE_ONE));

        ledger.post(StockMovement.changeStatus(
                plate.id(), pieces(2), StockPlace.toInspect(store, lot), StockStatus.BLOCKED));

        assertThat(events.stream(ReservationLost.class))
                .singleElement()
                .satisfies(lost -> assertThat(lost.quantity()).isEqualTo(pieces(2)));
        assertThat(reservations.of(List.of(LINE_ONE)))
                .singleElement()
                .satisfies(kept -> assertThat(kept.open()).isEqualTo(pieces(3)));
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void a_count_that_finds_less_releases_the_latest_reservation_first() {
        var first = reservations.reserve(plate.id(), pieces(6), LINE_ONE, "work-order", ORDER_ONE);
        var second = reservations.reserve(plate.id(), pieces(4), LINE_TWO, "work-order", ORDER_TWO);

        ledger.post(StockMovement.adjust(plate.id(), pieces(-5), StockPlace.available(store), "盘亏"));

        var kept = new ArrayList<Quantity>();
        for (var id : List.of(first.id(), second.id())) {
            kept.add(reservations.get(id).open());
        }
        assertThat(kept).containsExactly(pieces(5), pieces(0));
        assertThat(check.differences()).isEmpty();
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }
}
