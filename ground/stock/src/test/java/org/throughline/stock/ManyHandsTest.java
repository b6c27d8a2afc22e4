package org.throughline.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.As;
import org.throughline.database.DatabaseForTests;
import org.throughline.factory.FactoryGround;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;

@SpringJUnitConfig({DatabaseForTests.class, FactoryGround.class, StockGround.class})
class ManyHandsTest {

    private static final int HANDS = 4;
    private static final int TRIES = 40;

    @Autowired
    StockLedger ledger;

    @Autowired
    StockBook book;

    @Autowired
    StockCheck check;

    @Autowired
    Reservations reservations;

    @Autowired
    Locations locations;

    @Autowired
    Items items;

    @Test
    void four_people_taking_the_same_two_items_in_opposite_order_take_no_more_than_is_there() throws Exception {
        var place = StockPlace.available(
                As.system(() -> locations.usual(Location.Kind.STORE)).id());
        var one = stocked("BOLT", 60, place);
        var two = stocked("NUT-M8", 60, place);
        var taken = new AtomicInteger();

        inParallel(hand -> {
            var forward = StockMovement.issue(one, Quantity.of(1, "C62"), place)
                    .and(StockMovement.issue(two, Quantity.of(1, "C62"), place));
            var backward = StockMovement.issue(two, Quantity.of(1, "C62"), place)
                    .and(StockMovement.issue(one, Quantity.of(1, "C62"), place));
            for (int i = 0; i < TRIES; i++) {
                if (succeeds(hand % 2 == 0 ? forward : backward)) {
                    taken.incrementAndGet();
                }
            }
        });

        assertThat(taken).hasValue(60);
        As.system(() -> {
            assertThat(book.onHand(List.of(one, two)).values()).allMatch(Quantity::isZero);
            assertThat(check.differences()).isEmpty();
            return null;
        });
    }

    @Test
    void reserving_and_issuing_at_once_never_gives_the_same_piece_twice() throws Exception {
        var place = StockPlace.available(
                As.system(() -> locations.usual(Location.Kind.STORE)).id());
        var item = stocked("RIVET", 50, place);

        inParallel(hand -> {
            for (int i = 0; i < TRIES; i++) {
                if (hand % 2 == 0) {
                    succeeds(StockMovement.issue(item, Quantity.of(1, "C62"), place));
                } else {
                    var line = Identity.fresh();
                    As.system(() -> reservations.reserveUpTo(
                            new Reservation.Wish(item, Quantity.of(1, "C62"), null, line, "sales-order-line", line)));
                }
            }
        });

        As.system(() -> {
            var level = book.levels(List.of(item)).values().iterator().next();
            assertThat(level.available().minus(level.reserved()).isNegative()).isFalse();
            assertThat(level.free().isZero()).isTrue();
            assertThat(check.differences()).isEmpty();
            return null;
        });
    }

    @Test
    void a_command_repeated_at_the_same_time_is_posted_once() throws Exception {
        var place = StockPlace.available(
                As.system(() -> locations.usual(Location.Kind.STORE)).id());
        var item = stocked("PIN", 100, place);

        inParallel(hand -> {
            for (int i = 0; i < 10; i++) {
                succeeds(StockMovement.issue(item, Quantity.of(1, "C62"), place).key("phone-" + i));
            }
        });

        assertThat(As.system(() -> book.onHand(List.of(item)))).containsEntry(item, Quantity.of(90, "C62"));
    }

    private UUID stocked(String code, int quantity, StockPlace place) {
        return As.system(() -> {
            var item = items.add(Item.fresh(Item.Kind.BUY, code, code, "C62"));
            ledger.post(StockMovement.open(item.id(), Quantity.of(quantity, "C62"), place));
            return item.id();
        });
    }

    private boolean succeeds(StockMovement movement) {
        try {
            As.system(() -> ledger.post(movement));
            return true;
        } catch (StockRefused notEnough) {
            return false;
        }
    }

    private static void inParallel(Hand work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(HANDS)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int hand = 0; hand < HANDS; hand++) {
                int number = hand;
                tasks.add(() -> {
                    work.does(number);
                    return true;
                });
            }
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    private interface Hand {
        void does(int number);
    }
}
