package org.throughline.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A condition over fields, as lists, permissions and rules write it: {@code {"all":[{"field":"amount","op":"ge",
 * "value":100000},{"any":[…]}]}}. Values may be relative: {@code $today}, {@code $today+7}, {@code $me}.
 */
public sealed interface Filter {

    /** Every part holds; without parts it always holds. */
    record All(List<Filter> parts) implements Filter {}

    /** At least one part holds; without parts it never holds. */
    record Any(List<Filter> parts) implements Filter {}

    /**
     * One comparison.
     *
     * @param value text, BigDecimal, Boolean or a list of these; null for {@code empty} and {@code notEmpty}
     */
    record Test(String field, Operator operator, @Nullable Object value) implements Filter {}

    /** How a field is compared. */
    enum Operator {
        EQ("eq"),
        NE("ne"),
        LT("lt"),
        LE("le"),
        GT("gt"),
        GE("ge"),
        IN("in"),
        CONTAINS("contains"),
        STARTS("starts"),
        BETWEEN("between"),
        EMPTY("empty"),
        NOT_EMPTY("notEmpty");

        private final String code;

        Operator(String code) {
            this.code = code;
        }

        /** As written in JSON. */
        public String code() {
            return code;
        }

        static Operator of(String code) {
            for (var operator : values()) {
                if (operator.code.equalsIgnoreCase(code)) {
                    return operator;
                }
            }
            throw FilterRefused.unknownOperator(code);
        }
    }

    /** Holds for everything. */
    static Filter everything() {
        return new All(List.of());
    }

    /**
     * Reads the JSON form; nothing or blank holds for everything.
     *
     * @throws FilterRefused if it is malformed
     */
    static Filter parse(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return everything();
        }
        try {
            var mapper = JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
            return parse(mapper.readTree(json));
        } catch (JacksonException malformed) {
            throw FilterRefused.malformed(json);
        }
    }

    private static Filter parse(JsonNode node) {
        if (node.isArray()) {
            return new All(parts(node));
        }
        if (node.has("all")) {
            return new All(parts(node.get("all")));
        }
        if (node.has("any")) {
            return new Any(parts(node.get("any")));
        }
        if (node.isObject() && node.isEmpty()) {
            return everything();
        }
        var field = node.path("field");
        if (!field.isString()) {
            throw FilterRefused.malformed(node.toString());
        }
        var operator = Operator.of(node.path("op").asString("eq"));
        return new Test(field.asString(), operator, value(node.path("value")));
    }

    private static List<Filter> parts(JsonNode array) {
        if (!array.isArray()) {
            throw FilterRefused.malformed(array.toString());
        }
        var parts = new ArrayList<Filter>();
        array.forEach(part -> parts.add(parse(part)));
        return List.copyOf(parts);
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            var values = new ArrayList<Object>();
            for (var element : node) {
                var value = value(element);
                if (value != null) {
                    values.add(value);
                }
            }
            return List.copyOf(values);
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        return node.isBoolean() ? (Object) node.asBoolean() : node.asString();
    }

    /**
     * Whether it holds for these facts. A fact that is missing fulfils only {@code empty} and {@code ne}.
     *
     * @param facts numbers as BigDecimal or Long, dates as LocalDate, flags as Boolean, everything else compared as
     *              text
     * @param today for {@code $today}
     */
    default boolean matches(Map<String, ? extends @Nullable Object> facts, LocalDate today) {
        return switch (this) {
            case All all -> all.parts().stream().allMatch(part -> part.matches(facts, today));
            case Any any -> any.parts().stream().anyMatch(part -> part.matches(facts, today));
            case Test test -> FactTest.holds(test, facts.get(test.field()), today);
        };
    }

    /**
     * The day that {@code $today}, {@code $today+7} or {@code $today-3} means; null for any other text.
     *
     * @throws FilterRefused if what follows {@code $today} is no number of days
     */
    static @Nullable LocalDate relativeDay(String text, LocalDate today) {
        var trimmed = text.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        if (!trimmed.startsWith("$today")) {
            return null;
        }
        var days = trimmed.substring("$today".length());
        try {
            return days.isEmpty() ? today : today.plusDays(new BigDecimal(days).intValueExact());
        } catch (ArithmeticException | NumberFormatException noNumber) {
            throw FilterRefused.malformed(text);
        }
    }
}
