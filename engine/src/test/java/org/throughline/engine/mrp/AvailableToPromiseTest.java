package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AvailableToPromiseTest {

    private static List<BigDecimal> units(int... values) {
        return Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
    }

    private static AvailableToPromise of(int onHand, List<BigDecimal> receipts, List<BigDecimal> orders) {
        return AvailableToPromise.of(BigDecimal.valueOf(onHand), receipts, orders);
    }

    /** 20 + 0 − (10 + 4) = 6; 50 − (20 + 5 + 0) = 25; 50 − (0 + 2) = 48. */
    @Test
    void a_receipt_serves_the_orders_up_to_the_next_one() {
        var promise = of(20, units(0, 0, 50, 0, 0, 50, 0), units(10, 4, 20, 5, 0, 0, 2));
        assertThat(promise.discrete()).isEqualTo(units(6, 0, 25, 0, 0, 48, 0));
        assertThat(promise.cumulative()).isEqualTo(units(6, 6, 31, 31, 31, 79, 79));
    }

    @Test
    void what_a_receipt_lacks_is_lent_by_those_before_and_never_hidden() {
        var lent = of(20, units(0, 30, 0, 10), units(5, 10, 0, 25));
        assertThat(lent.discrete()).isEqualTo(units(15, 5, 0, 0));
        var broken = of(1, units(0, 10, 10), units(0, 0, 30));
        assertThat(broken.discrete()).isEqualTo(units(-9, 0, 0));
    }

    /** The twin: a new order may ask for what is left at the emptiest moment from its bucket on. */
    @Test
    void the_cumulative_quantity_is_the_least_that_will_ever_be_there_from_then_on() {
        var random = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            int buckets = 1 + random.nextInt(9);
            var receipts = new ArrayList<BigDecimal>();
            var orders = new ArrayList<BigDecimal>();
            for (int k = 0; k < buckets; k++) {
                receipts.add(BigDecimal.valueOf(Math.max(0, random.nextInt(40) - 20)));
                orders.add(BigDecimal.valueOf(random.nextInt(12)));
            }
            int onHand = random.nextInt(30);
            var cumulative = of(onHand, receipts, orders).cumulative();
            for (int k = 0; k < buckets; k++) {
                assertThat(cumulative.get(k))
                        .as("round %d", round)
                        .isEqualByComparingTo(least(onHand, receipts, orders, k));
            }
        }
    }

    private static BigDecimal least(int onHand, List<BigDecimal> receipts, List<BigDecimal> orders, int from) {
        var stock = BigDecimal.valueOf(onHand);
        BigDecimal least = BigDecimal.valueOf(Long.MAX_VALUE);
        for (int k = 0; k < receipts.size(); k++) {
            stock = stock.add(receipts.get(k)).subtract(orders.get(k));
            least = k < from ? least : least.min(stock);
        }
        return least;
    }

    @Test
    void buckets_that_do_not_match_are_refused() {
        assertThatThrownBy(() -> of(1, units(1, 2), units(1))).hasMessageContaining("(2) and orders (1)");
        assertThatThrownBy(() -> of(1, units(), units())).isInstanceOf(IllegalArgumentException.class);
    }
}
