package org.throughline.records.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;
import org.throughline.records.Filter;
import org.throughline.records.ValueRefused;
import tools.jackson.core.JacksonException;

/** Reads what people, files and programs write into a field: {@code 1,200}, {@code 2026/11/3}, {@code 是}, {@code 5%}. */
@Component
class FieldValues {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int QUANTITY_DIGITS = 6;
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "√", "✓", "对", "有", "启用");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "×", "x", "无", "停用");
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT), DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT));
    private static final Pattern DAY_MARKS = Pattern.compile("[/.年月]");

    private final Clock clock;

    FieldValues(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * The typed value of a field, except that a reference may still be the text that names it ({@link References}).
     *
     * @return null if {@code raw} is nothing or blank
     * @throws ValueRefused if it does not fit
     */
    @Nullable
    Object read(Field field, Column column, @Nullable Object raw) {
        if (raw == null || (raw instanceof String blank && blank.isBlank())) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> text(raw);
            case INTEGER -> whole(field, column, raw);
            case DECIMAL, QUANTITY, MONEY, PRICE -> fitting(field, column, number(field, raw));
            case PERCENT -> fitting(field, column, share(field, raw));
            case DATE -> day(field, raw);
            case INSTANT -> instant(field, raw);
            case FLAG -> flag(field, raw);
            case CHOICE -> choice(field, raw);
            case REFERENCE, FILE -> uuidOr(text(raw));
            case USER -> "$me".equals(raw) ? Actor.current().user() : uuidOr(text(raw));
            case JSON -> raw instanceof String json ? checkedJson(field, json) : Json.write(raw);
        };
    }

    private static String text(Object raw) {
        return raw instanceof BigDecimal number ? plain(number) : raw.toString().strip();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Object uuidOr(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : text;
        } catch (IllegalArgumentException noUuid) {
            return text;
        }
    }

    private static BigDecimal number(Field field, Object raw) {
        return switch (raw) {
            case BigDecimal decimal -> decimal;
            case Boolean flag -> throw wrong(field, flag);
            case Number number -> new BigDecimal(number.toString());
            case Object other -> {
                var half = Normalizer.normalize(other.toString(), Normalizer.Form.NFKC)
                        .replaceAll("[,\\s¥￥$]", "");
                try {
                    yield new BigDecimal(half);
                } catch (NumberFormatException noNumber) {
                    throw wrong(field, other);
                }
            }
        };
    }

    private static BigDecimal share(Field field, Object raw) {
        if (raw instanceof String text) {
            var half = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            if (half.endsWith("%")) {
                return number(field, half.substring(0, half.length() - 1))
                        .divide(HUNDRED, QUANTITY_DIGITS + 2, RoundingMode.HALF_UP);
            }
        }
        return number(field, raw);
    }

    private static BigDecimal fitting(Field field, Column column, BigDecimal number) {
        int digits = column.precision() > 0 ? column.scale() : QUANTITY_DIGITS;
        if (number.stripTrailingZeros().scale() > digits) {
            throw ValueRefused.tooPrecise(field.name(), label(field), plain(number), digits);
        }
        int whole = number.precision() - number.scale();
        if (column.precision() > 0 && whole > column.precision() - column.scale()) {
            throw ValueRefused.tooLarge(field.name(), label(field), plain(number));
        }
        return number;
    }

    private static Long whole(Field field, Column column, Object raw) {
        var number = number(field, raw);
        try {
            return "integer".equals(column.type()) ? Long.valueOf(number.intValueExact()) : number.longValueExact();
        } catch (ArithmeticException tooMuch) {
            if (number.stripTrailingZeros().scale() > 0) {
                throw ValueRefused.tooPrecise(field.name(), label(field), plain(number), 0);
            }
            throw ValueRefused.tooLarge(field.name(), label(field), plain(number));
        }
    }

    private LocalDate day(Field field, Object raw) {
        return switch (raw) {
            case LocalDate day -> day;
            case LocalDateTime time -> time.toLocalDate();
            case BigDecimal serial -> excelDay(field, serial);
            case Integer serial -> excelDay(field, BigDecimal.valueOf(serial));
            case Object other -> day(field, other.toString());
        };
    }

    private LocalDate day(Field field, String text) {
        var relative = Filter.relativeDay(text, today());
        if (relative != null) {
            return relative;
        }
        var half = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).replace("日", "");
        var dashed = DAY_MARKS.matcher(half).replaceAll("-");
        int end = dashed.indexOf(' ') < 0 ? dashed.indexOf('T') : dashed.indexOf(' ');
        var only = end < 0 ? dashed : dashed.substring(0, end);
        return DAYS.stream()
                .flatMap(form -> parsed(only, form).stream())
                .findFirst()
                .orElseThrow(() -> wrong(field, text));
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    /** Excel counts days from 1899-12-30; a whole number between 1990 and 2100 in a date column means such a day. */
    private static LocalDate excelDay(Field field, BigDecimal serial) {
        long days = serial.longValue();
        if (days >= 19_000_101L) {
            return LocalDate.parse(Long.toString(days), DAYS.getLast());
        }
        if (days < 32_874 || days > 73_415) {
            throw wrong(field, serial);
        }
        return LocalDate.of(1899, 12, 30).plusDays(days);
    }

    private Instant instant(Field field, Object raw) {
        try {
            return switch (raw) {
                case Instant instant -> instant;
                case LocalDateTime time -> time.atZone(clock.getZone()).toInstant();
                case String text
                when text.contains("T") && (text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")) ->
                    OffsetDateTime.parse(text).toInstant();
                case String text
                when text.length() > 10 && text.contains(":") ->
                    LocalDateTime.parse(text.strip().replace('/', '-').replace(' ', 'T'))
                            .atZone(clock.getZone())
                            .toInstant();
                case Object other ->
                    day(field, other).atStartOfDay(clock.getZone()).toInstant();
            };
        } catch (DateTimeException noInstant) {
            throw wrong(field, raw);
        }
    }

    private static Boolean flag(Field field, Object raw) {
        if (raw instanceof Boolean flag) {
            return flag;
        }
        var word = text(raw).toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw wrong(field, raw);
    }

    private static String choice(Field field, Object raw) {
        var word = text(raw);
        for (var choice : field.choices()) {
            if (choice.value().equalsIgnoreCase(word)
                    || choice.labels().zh().equals(word)
                    || choice.labels().en().equalsIgnoreCase(word)) {
                return choice.value();
            }
        }
        var possible = field.choices().stream()
                .map(choice -> choice.labels().in(language()))
                .collect(Collectors.joining(", "));
        throw ValueRefused.noChoice(field.name(), label(field), word, possible);
    }

    private static String checkedJson(Field field, String json) {
        try {
            return Json.tree(json).toString();
        } catch (JacksonException malformed) {
            throw wrong(field, json);
        }
    }

    private static ValueRefused wrong(Field field, Object raw) {
        var kind = field.kind().isNumber() && field.kind() != FieldKind.INTEGER ? FieldKind.DECIMAL : field.kind();
        return ValueRefused.wrongType(field.name(), label(field), raw, kind);
    }

    static String label(Field field) {
        return field.labels().in(language());
    }

    static String language() {
        var actor = Actor.currentOrNull();
        return actor == null ? "zh" : actor.language();
    }
}
