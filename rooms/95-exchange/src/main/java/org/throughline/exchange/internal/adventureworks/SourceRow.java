package org.throughline.exchange.internal.adventureworks;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughline.exchange.RowRefused;

/**
 * One row of a file.
 *
 * @param number counts from 1
 * @param values as in the file; codes there have trailing spaces, which {@link #text} takes away
 */
record SourceRow(int number, SourceTable table, List<String> values) {

    private static final int DATE_LENGTH = 10;

    /** The column's text without surrounding spaces; empty when there is none. */
    String text(String column) {
        return values.get(table.columns().indexOf(column)).strip();
    }

    Optional<String> optional(String column) {
        return Optional.of(text(column)).filter(text -> !text.isEmpty());
    }

    /** @throws RowRefused if it is no number */
    BigDecimal number(String column) {
        try {
            return new BigDecimal(text(column));
        } catch (NumberFormatException noNumber) {
            throw RowRefused.malformed(column, text(column));
        }
    }

    /** @throws RowRefused if it is no whole number */
    int integer(String column) {
        try {
            return number(column).intValueExact();
        } catch (ArithmeticException notWhole) {
            throw RowRefused.malformed(column, text(column));
        }
    }

    boolean flag(String column) {
        return text(column).equals("1");
    }

    /** @throws RowRefused if it is no date */
    LocalDate date(String column) {
        String text = text(column);
        try {
            return LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
        } catch (DateTimeException noDate) {
            throw RowRefused.malformed(column, text);
        }
    }

    Optional<LocalDate> optionalDate(String column) {
        return text(column).isEmpty() ? Optional.empty() : Optional.of(date(column));
    }
}
