package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.kernel.Quantity;

class LinePriceTest {

    private static final BigDecimal THIRTEEN = new BigDecimal("0.13");

    @Test
    void a_net_price_gets_its_tax_once_per_line_and_rounds_half_up() {
        var price = LinePrice.ofNet(new BigDecimal("12.345"), THIRTEEN, Quantity.of(7, "C62"), "CNY");

        assertThat(price.net()).isEqualByComparingTo("86.42"); // 86.415
        assertThat(price.tax()).isEqualByComparingTo("11.23"); // 11.2346
        assertThat(price.gross()).isEqualByComparingTo("97.65");
        assertThat(price.grossPrice()).isEqualByComparingTo("13.949850");
    }

    @Test
    void a_gross_price_keeps_the_gross_amount_exact_and_takes_the_tax_out_of_it() {
        var price = LinePrice.ofGross(new BigDecimal("113"), THIRTEEN, Quantity.of(300, "C62"), "CNY");

        assertThat(price.gross()).isEqualByComparingTo("33900.00");
        assertThat(price.net()).isEqualByComparingTo("30000.00");
        assertThat(price.tax()).isEqualByComparingTo("3900.00");
        assertThat(price.netPrice()).isEqualByComparingTo("100");
    }

    @Test
    void an_untaxed_order_has_the_same_price_twice() {
        var price = LinePrice.ofGross(new BigDecimal("0.999999"), BigDecimal.ZERO, Quantity.of(3, "C62"), "USD");

        assertThat(price.net()).isEqualByComparingTo(price.gross()).isEqualByComparingTo("3.00");
        assertThat(price.tax()).isZero();
    }

    @Test
    void net_and_tax_are_always_gross() {
        var random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            var unit = BigDecimal.valueOf(random.nextLong(1, 1_000_000_000L), 6);
            var quantity = new Quantity(BigDecimal.valueOf(random.nextLong(1, 1_000_000_000L), 6), "KGM");
            for (var price : new LinePrice[] {
                LinePrice.ofNet(unit, THIRTEEN, quantity, "CNY"), LinePrice.ofGross(unit, THIRTEEN, quantity, "CNY")
            }) {
                assertThat(price.net().add(price.tax())).isEqualByComparingTo(price.gross());
                assertThat(price.gross().scale()).isEqualTo(2);
            }
        }
    }
}
