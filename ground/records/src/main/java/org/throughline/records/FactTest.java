package org.throughline.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One comparison of a {@link Filter} with a fact, outside the database. */
final class FactTest {

    private FactTest() {}

    static boolean holds(Filter.Test test, @Nullable Object fact, LocalDate today) {
        boolean absent = fact == null || fact.toString().isBlank();
        return switch (test.operator()) {
            case EMPTY -> absent;
            case NOT_EMPTY -> !absent;
            case EQ -> fact != null && !absent && compare(fact, one(test), today) == 0;
            case NE -> fact == null || absent || compare(fact, one(test), today) != 0;
            case LT -> fact != null && compare(fact, one(test), today) < 0;
            case LE -> fact != null && compare(fact, one(test), today) <= 0;
            case GT -> fact != null && compare(fact, one(test), today) > 0;
            case GE -> fact != null && compare(fact, one(test), today) >= 0;
            case IN -> fact != null && many(test).stream().anyMatch(value -> compare(fact, value, today) == 0);
            case CONTAINS -> fact != null && text(fact).contains(text(one(test)));
            case STARTS -> fact != null && text(fact).startsWith(text(one(test)));
            case BETWEEN -> fact != null && between(fact, many(test), today);
        };
    }

    private static boolean between(Object fact, List<?> bounds, LocalDate today) {
        if (bounds.size() != 2) {
            throw FilterRefused.malformed("between " + bounds);
        }
        return compare(fact, bounds.get(0), today) >= 0 && compare(fact, bounds.get(1), today) <= 0;
    }

    private static int compare(Object fact, Object wanted, LocalDate today) {
        try {
            return switch (fact) {
                case BigDecimal number -> number.compareTo(new BigDecimal(wanted.toString()));
                case Number number -> new BigDecimal(number.toString()).compareTo(new BigDecimal(wanted.toString()));
                case LocalDate day -> day.compareTo(day(wanted.toString(), today));
                case Object other -> text(other).compareTo(text(wanted));
            };
        } catch (NumberFormatException noNumber) {
            throw FilterRefused.wrongValue(wanted.toString());
        }
    }

    private static LocalDate day(String wanted, LocalDate today) {
        var relative = Filter.relativeDay(wanted, today);
        return relative == null ? LocalDate.parse(wanted) : relative;
    }

    private static Object one(Filter.Test test) {
        var value = test.value();
        if (value == null) {
            throw FilterRefused.malformed(test.field() + " " + test.operator().code());
        }
        return value;
    }

    private static List<?> many(Filter.Test test) {
        return one(test) instanceof List<?> list ? list : List.of(one(test));
    }

    private static String text(Object value) {
        return value.toString().strip().toLowerCase(Locale.ROOT);
    }
}
