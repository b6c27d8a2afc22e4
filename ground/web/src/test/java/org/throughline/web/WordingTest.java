package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

class WordingTest {

    private final Wording wording = Wording.ofFiles();

    @Test
    void money_reads_with_its_sign_and_two_digits() {
        assertThat(wording.text(Money.of("3918.8400", "CNY"), "zh")).isEqualTo("¥3,918.84");
        assertThat(wording.text(Money.of("-12.5", "CHF"), "en")).isEqualTo("-CHF 12.50");
    }

    @Test
    void a_number_is_grouped_and_never_rounded() {
        assertThat(wording.text(new BigDecimal("1234567.125000"), "en")).isEqualTo("1,234,567.125");
        assertThat(wording.text(new BigDecimal("1200"), "en")).isEqualTo("1,200");
    }

    @Test
    void a_code_reads_by_its_word_and_an_unknown_one_as_it_is() {
        assertThat(wording.filled("不能{verb:operation}", Map.of("verb", "release"), "zh"))
                .isEqualTo("不能下达");
        assertThat(wording.filled("It cannot {verb:operation}", Map.of("verb", "fly"), "en"))
                .isEqualTo("It cannot fly");
        assertThat(wording.filled("{verb:operation}?", Map.of("verb", "fly"), "en"))
                .as("a sentence begins with a capital")
                .isEqualTo("Fly?");
    }

    @Test
    void lists_read_with_the_comma_of_the_language() {
        var kept = List.of(List.of("SO-1/2", Quantity.of(10, "X1")), List.of("WO-7", Quantity.of(3, "X1")));

        assertThat(wording.text(kept, "zh")).isEqualTo("SO-1/2 10 X1、WO-7 3 X1");
        assertThat(wording.text(List.of(), "en")).isEqualTo("none");
    }

    @Test
    void an_instant_reads_to_the_minute_and_a_place_without_value_stays() {
        assertThat(wording.filled("{at} {other}", Map.of("at", Instant.parse("2026-11-22T06:30:10Z")), "zh"))
                .endsWith(" {other}")
                .doesNotContain("T");
    }
}
