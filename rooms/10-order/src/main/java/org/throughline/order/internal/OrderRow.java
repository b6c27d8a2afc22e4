package org.throughline.order.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderRefused;
import org.throughline.records.Written;

/**
 * One row of a file of orders: one line of one order.
 *
 * @param number  as the file counts it, from 1
 * @param values  by column, see {@link OrderColumns}: text, BigDecimal, LocalDateTime
 * @param headers what the file calls its columns
 */
public record OrderRow(int number, Map<String, Object> values, Map<String, String> headers) {

    boolean has(String column) {
        return values.get(column) != null && !String.valueOf(values.get(column)).isBlank();
    }

    @Nullable
    String text(String column) {
        var value = values.get(column);
        if (value == null || String.valueOf(value).isBlank()) {
            return null;
        }
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : String.valueOf(value).strip();
    }

    /** @throws OrderRefused if it is there but no number */
    @Nullable
    BigDecimal number(String column) {
        return has(column)
                ? Written.number(Objects.requireNonNull(values.get(column))).orElseThrow(() -> unreadable(column))
                : null;
    }

    /** @throws OrderRefused if it is there but no date */
    @Nullable
    LocalDate date(String column) {
        return has(column)
                ? Written.day(Objects.requireNonNull(values.get(column))).orElseThrow(() -> unreadable(column))
                : null;
    }

    /** @throws OrderRefused if it is there but names no class */
    OrderClass orderClass() {
        var text = text(OrderColumns.ORDER_CLASS);
        return switch (text == null ? "" : text.toUpperCase(Locale.ROOT)) {
            case "", "STABLE", "稳定单", "稳定", "常规", "普通" -> OrderClass.STABLE;
            case "RUSH", "急单", "急", "加急" -> OrderClass.RUSH;
            case String other -> throw OrderRefused.unreadable(header(OrderColumns.ORDER_CLASS), other);
        };
    }

    String header(String column) {
        return headers.getOrDefault(column, column);
    }

    OrderRefused unreadable(String column) {
        var text = text(column);
        return OrderRefused.unreadable(header(column), text == null ? "" : text);
    }
}
