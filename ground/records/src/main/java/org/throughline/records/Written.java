package org.throughline.records;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers and days as people, spreadsheets and programs write them: {@code 1,200}, {@code １２．５}, {@code ¥3},
 * {@code 2026年11月3日}, {@code 2026/3/5}, {@code 46086}.
 */
public final class Written {

    private static final Pattern NOT_OF_A_NUMBER = Pattern.compile("[,\\s¥$']");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:前|[T\\s].*)?", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("\\d{5}|\\d{8}");
    private static final DateTimeFormatter EIGHT_DIGITS = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    /** Excel's days of 1990 and 2100: a number between them in a column of dates is a day. */
    private static final int FIRST_SERIAL = 32_874;

    private static final int LAST_SERIAL = 73_415;
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private Written() {}

    /** Half-width, without blanks around: {@code ＡＢ－１２} is {@code AB-12}. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** @param cell text or a number; empty if it is neither */
    public static Optional<BigDecimal> number(Object cell) {
        return switch (cell) {
            case BigDecimal decimal -> Optional.of(decimal);
            case Boolean flag -> Optional.empty();
            default -> {
                var half = NOT_OF_A_NUMBER.matcher(plain(cell.toString())).replaceAll("");
                try {
                    yield Optional.of(new BigDecimal(half));
                } catch (NumberFormatException noNumber) {
                    yield Optional.empty();
                }
            }
        };
    }

    /** @param cell text, a day, or a number as Excel counts days from 1899-12-30; empty if it is none of them */
    public static Optional<LocalDate> day(Object cell) {
        return switch (cell) {
            case LocalDate day -> Optional.of(day);
            case LocalDateTime time -> Optional.of(time.toLocalDate());
            case BigDecimal serial -> dayOfDigits(serial.longValue());
            default -> dayOfText(plain(cell.toString()));
        };
    }

    private static Optional<LocalDate> dayOfText(String text) {
        if (DIGITS.matcher(text).matches()) {
            return dayOfDigits(Long.parseLong(text));
        }
        var parts = DAY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> dayOfDigits(long digits) {
        if (digits >= FIRST_SERIAL && digits <= LAST_SERIAL) {
            return Optional.of(SERIAL_ZERO.plusDays(digits));
        }
        try {
            return Optional.of(LocalDate.parse(Long.toString(digits), EIGHT_DIGITS));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
