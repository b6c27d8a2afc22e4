package org.throughline.workflow.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Named values as a JSON column keeps them: amounts with their currency or unit, so that they are read in any language. */
final class KeptValues {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String CURRENCY = "currency";
    private static final String UNIT = "unit";
    private static final String AMOUNT = "amount";

    private KeptValues() {}

    static String write(Map<String, ?> values) {
        var kept = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> kept.put(name, kept(value)));
        return MAPPER.writeValueAsString(kept);
    }

    private static Object kept(Object value) {
        return switch (value) {
            case Money money -> Map.of(AMOUNT, money.amount().toPlainString(), CURRENCY, money.currency());
            case Quantity quantity -> Map.of(AMOUNT, quantity.amount().toPlainString(), UNIT, quantity.unit());
            case Collection<?> list -> list.stream().map(KeptValues::kept).toList();
            case Number number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }

    /** The values as they were, dates and codes as text; what was null is missing. */
    static Map<String, Object> read(String json) {
        var values = new LinkedHashMap<String, Object>();
        MAPPER.readTree(json).properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                values.put(entry.getKey(), value(entry.getValue()));
            }
        });
        return values;
    }

    private static Object value(JsonNode kept) {
        if (kept.isArray()) {
            return kept.valueStream().map(KeptValues::value).toList();
        }
        if (kept.has(CURRENCY)) {
            return new Money(
                    new BigDecimal(kept.path(AMOUNT).asString()),
                    kept.path(CURRENCY).asString());
        }
        if (kept.has(UNIT)) {
            return new Quantity(
                    new BigDecimal(kept.path(AMOUNT).asString()),
                    kept.path(UNIT).asString());
        }
        return kept.isNumber() ? kept.decimalValue() : kept.isString() ? kept.asString() : kept.toString();
    }
}
