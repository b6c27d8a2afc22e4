package org.throughline.records.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;
import org.throughline.records.Filter;
import org.throughline.records.ValueRefused;
import org.throughline.records.Written;
import tools.jackson.core.JacksonException;

/** Reads what people, files and programs write into a field: {@code 1,200}, {@code 2026/11/3}, {@code 是}, {@code 5%}. */
@Component
class FieldValues {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int QUANTITY_DIGITS = 6;
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "√", "✓", "对", "有", "启用");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "×", "x", "无", "停用");

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
        return Written.number(raw).orElseThrow(() -> wrong(field, raw));
    }

    private static BigDecimal share(Field field, Object raw) {
        if (raw instanceof String text) {
            var half = Written.plain(text);
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
        var relative = raw instanceof String text ? Filter.relativeDay(text, today()) : null;
        return relative != null ? relative : Written.day(raw).orElseThrow(() -> wrong(field, raw));
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
        var word = Written.plain(text(raw)).toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw wrong(field, raw);
    }

    private static String choice(Field field, Object raw) {
        var word = Written.plain(text(raw));
        for (var choice : field.choices()) {
            if (choice.value().equalsIgnoreCase(word)
                    || Written.plain(choice.labels().zh()).equals(word)
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
