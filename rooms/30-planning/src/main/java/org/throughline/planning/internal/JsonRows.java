package org.throughline.planning.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows as one JSON parameter, so that many are written by one statement ({@code jsonb_to_recordset}). */
final class JsonRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonRows() {}

    static String of(Collection<? extends Map<String, ? extends @Nullable Object>> rows) {
        return JSON.writeValueAsString(rows);
    }

    static String value(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    /** Name, value, name, value …; values become text as SQL reads it. */
    static Map<String, @Nullable Object> row(@Nullable Object... namedValues) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namedValues.length; i += 2) {
            var value = namedValues[i + 1];
            row.put(String.valueOf(namedValues[i]), value == null ? null : text(value));
        }
        return row;
    }

    private static String text(Object value) {
        return value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString();
    }
}
