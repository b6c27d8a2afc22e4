package org.throughline.exchange.internal.frepple;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.throughline.exchange.RowRefused;

/**
 * One record of a fixture or one row of a sheet.
 *
 * @param number counts from 1; in a sheet the header is row 1
 * @param values by column in plain letters, without a trailing {@code id}; absent when empty
 */
record FreppleRow(String file, int number, Map<String, String> values) {

    static final int SECONDS_A_DAY = 86_400;

    private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DATE_LENGTH = 10;
    private static final BigDecimal SECONDS_A_MINUTE = new BigDecimal(60);
    private static final int SCALE = 6;

    Optional<String> text(String column) {
        return Optional.ofNullable(values.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** @throws RowRefused if there is none */
    String need(String column) {
        return text(column).orElseThrow(() -> RowRefused.malformed(column, ""));
    }

    /** @throws RowRefused if it is no number */
    BigDecimal number(String column, BigDecimal otherwise) {
        try {
            return text(column).map(BigDecimal::new).orElse(otherwise).setScale(SCALE, RoundingMode.HALF_UP);
        } catch (NumberFormatException noNumber) {
            throw RowRefused.malformed(column, need(column));
        }
    }

    boolean flag(String column, boolean otherwise) {
        return text(column)
                .map(text -> text.equals("1") || text.equalsIgnoreCase("true"))
                .orElse(otherwise);
    }

    /** A date as text, or as Excel counts days. */
    Optional<LocalDate> date(String column) {
        return text(column).map(text -> {
            try {
                return text.contains("-")
                        ? LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())))
                        : EXCEL_DAY_ZERO.plusDays(new BigDecimal(text).longValue());
            } catch (DateTimeException | NumberFormatException noDate) {
                throw RowRefused.malformed(column, text);
            }
        });
    }

    /** A duration: {@code 168:00:00}, {@code 7 00:00:00}, seconds, or below one the fraction of a day. */
    BigDecimal seconds(String column) {
        String text = text(column).orElse("0");
        try {
            if (text.contains(":")) {
                return clock(text);
            }
            var number = new BigDecimal(text);
            return number.compareTo(BigDecimal.ONE) < 0
                    ? number.multiply(BigDecimal.valueOf(SECONDS_A_DAY)).setScale(0, RoundingMode.HALF_UP)
                    : number;
        } catch (NumberFormatException noDuration) {
            throw RowRefused.malformed(column, text);
        }
    }

    BigDecimal minutes(String column) {
        return seconds(column).divide(SECONDS_A_MINUTE, SCALE, RoundingMode.HALF_UP);
    }

    /** Begun days count whole. */
    int days(String column) {
        return seconds(column)
                .divide(BigDecimal.valueOf(SECONDS_A_DAY), 0, RoundingMode.CEILING)
                .intValueExact();
    }

    private static BigDecimal clock(String text) {
        String[] dayAndTime = text.split(" ", -1);
        String[] parts = dayAndTime[dayAndTime.length - 1].split(":", -1);
        BigDecimal seconds = dayAndTime.length > 1
                ? new BigDecimal(dayAndTime[0]).multiply(new BigDecimal(SECONDS_A_DAY))
                : BigDecimal.ZERO;
        BigDecimal weight = new BigDecimal(3600);
        for (String part : parts) {
            seconds = seconds.add(new BigDecimal(part).multiply(weight));
            weight = weight.divide(SECONDS_A_MINUTE, SCALE, RoundingMode.HALF_UP);
        }
        return seconds.setScale(0, RoundingMode.HALF_UP);
    }
}
