package org.throughline.order.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderRefused;

/**
 * One row of a file of orders: one line of one order.
 *
 * @param number  as the file counts it, from 1
 * @param values  by column, see {@link OrderColumns}: text, BigDecimal, LocalDateTime
 * @param headers what the file calls its columns
 */
public record OrderRow(int number, Map<String, Object> values, Map<String, String> headers) {

    /** 2026-12-31, 2026/12/31, 2026.12.31 or 2026年12月31日. */
    private static final Pattern DATE = Pattern.compile("^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?!\\d)");

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
        var value = values.get(column);
        if (value instanceof BigDecimal number) {
            return number;
        }
        var text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return new BigDecimal(text.replace(",", "")
                    .replace("，", "")
                    .replace("¥", "")
                    .replace("￥", "")
                    .strip());
        } catch (NumberFormatException noNumber) {
            throw unreadable(column);
        }
    }

    /** @throws OrderRefused if it is there but no date */
    @Nullable
    LocalDate date(String column) {
        var value = values.get(column);
        if (value instanceof LocalDateTime dateTime) {
            return dateTime.toLocalDate();
        }
        var text = text(column);
        if (text == null) {
            return null;
        }
        var parts = DATE.matcher(text);
        if (!parts.find()) {
            throw unreadable(column);
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException noDate) {
            throw unreadable(column);
        }
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
