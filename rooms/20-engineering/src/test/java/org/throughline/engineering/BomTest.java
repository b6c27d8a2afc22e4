package org.throughline.engineering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;

class BomTest {

    @Test
    void scrap_on_top_and_scrap_as_yield_differ() {
        assertThat(required("1.2", "0.04", ScrapConvention.ON_TOP, "0", "1", 1)).isEqualTo(Quantity.of("1.248", "KGM"));
        assertThat(required("1.2", "0.04", ScrapConvention.YIELD, "0", "1", 1)).isEqualTo(Quantity.of("1.25", "KGM"));
    }

    @Test
    void a_fixed_loss_is_added_once_per_order_however_large_it_is() {
        assertThat(required("2", "0", ScrapConvention.ON_TOP, "0.5", "1", 1)).isEqualTo(Quantity.of("2.5", "KGM"));
        assertThat(required("2", "0", ScrapConvention.ON_TOP, "0.5", "1", 100)).isEqualTo(Quantity.of("200.5", "KGM"));
    }

    @Test
    void a_third_is_rounded_up_so_that_never_too_little_is_planned() {
        assertThat(required("1", "0", ScrapConvention.ON_TOP, "0", "3", 1)).isEqualTo(Quantity.of("0.333334", "KGM"));
        assertThat(required("1", "0", ScrapConvention.ON_TOP, "0", "3", 3)).isEqualTo(Quantity.of(1, "KGM"));
    }

    @Test
    void a_line_counts_from_its_first_day_until_the_day_before_its_end() {
        var line = line("1", "0", ScrapConvention.ON_TOP, "0", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1));

        assertThat(line.isValidOn(LocalDate.of(2026, 4, 30))).isFalse();
        assertThat(line.isValidOn(LocalDate.of(2026, 5, 1))).isTrue();
        assertThat(line.isValidOn(LocalDate.of(2026, 5, 31))).isTrue();
        assertThat(line.isValidOn(LocalDate.of(2026, 6, 1))).isFalse();
    }

    private static Quantity required(
            String per, String scrap, ScrapConvention convention, String loss, String base, long parent) {
        var line = line(per, scrap, convention, loss, null, null);
        var bom = new Bom(
                Identity.fresh(),
                Identity.fresh(),
                "A",
                RevisionStatus.RELEASED,
                Quantity.of(base, "C62"),
                null,
                null,
                List.of(line),
                List.of());
        return bom.required(line, Quantity.of(parent, "C62"));
    }

    private static BomLine line(
            String per,
            String scrap,
            ScrapConvention convention,
            String loss,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new BomLine(
                Identity.fresh(),
                1,
                Identity.fresh(),
                Quantity.of(per, "KGM"),
                new BigDecimal(scrap),
                convention,
                Quantity.of(loss, "KGM"),
                from,
                to,
                null,
                null,
                1,
                null);
    }
}
