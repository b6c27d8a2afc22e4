package org.throughline.quality;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is measured or looked at on an item, and what passes.
 *
 * @param nominal what the drawing wants; null: only limits
 * @param lower   smallest value that passes; null: no lower limit
 * @param upper   largest value that passes; null: no upper limit
 * @param unit    of nominal and limits, as on the drawing
 */
public record Characteristic(
        UUID id,
        UUID itemId,
        int position,
        String name,
        Kind kind,
        @Nullable BigDecimal nominal,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable String unit,
        Severity severity) {

    /** How it is judged: 计量 by a value, 目视 by eye. */
    public enum Kind {
        MEASURED,
        VISUAL
    }

    /** What a defect means: CR, MA, MI. */
    public enum Severity {
        CRITICAL,
        MAJOR,
        MINOR
    }

    /** Whether a measured value lies within the limits; the limits themselves pass. */
    public boolean passes(BigDecimal value) {
        return (lower == null || value.compareTo(lower) >= 0) && (upper == null || value.compareTo(upper) <= 0);
    }

    /** What is wanted, as people write it: {@code 90 ± 0.5 °}, {@code 12 … 14 mm}, {@code ≥ 3 mm}. */
    public String wanted() {
        var text = tolerance();
        return unit == null || unit.isBlank() ? text : text + " " + unit;
    }

    private String tolerance() {
        if (lower == null) {
            return upper == null ? "" : "≤ " + plain(upper);
        }
        if (upper == null) {
            return "≥ " + plain(lower);
        }
        if (nominal != null && upper.subtract(nominal).compareTo(nominal.subtract(lower)) == 0) {
            return plain(nominal) + " ± " + plain(upper.subtract(nominal));
        }
        return plain(lower) + " … " + plain(upper);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
