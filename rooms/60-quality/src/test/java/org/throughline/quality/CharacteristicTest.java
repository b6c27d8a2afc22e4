package org.throughline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CharacteristicTest {

    @Test
    void a_value_on_the_limit_passes_and_one_beyond_does_not() {
        var angle = measured("90", "89.5", "90.5");

        assertThat(angle.passes(new BigDecimal("90.5"))).isTrue();
        assertThat(angle.passes(new BigDecimal("89.50"))).isTrue();
        assertThat(angle.passes(new BigDecimal("91.2"))).isFalse();
    }

    @Test
    void limits_read_as_people_write_them() {
        assertThat(measured("90", "89.5", "90.5").wanted()).isEqualTo("90 ± 0.5 °");
        assertThat(measured("90", "89.9", "90.5").wanted()).isEqualTo("89.9 … 90.5 °");
        assertThat(measured(null, "3", null).wanted()).isEqualTo("≥ 3 °");
        assertThat(measured(null, null, "100").wanted()).isEqualTo("≤ 100 °");
    }

    private static Characteristic measured(@Nullable String nominal, @Nullable String lower, @Nullable String upper) {
        return new Characteristic(
                UUID.randomUUID(),
                UUID.randomUUID(),
                10,
                "折弯角",
                Characteristic.Kind.MEASURED,
                decimal(nominal),
                decimal(lower),
                decimal(upper),
                "°",
                Characteristic.Severity.MAJOR);
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
