package org.throughline.engine.bench;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line, in the order in which its fields are put. */
final class Json {

    private final StringJoiner fields = new StringJoiner(",", "{", "}");

    Json text(String name, String value) {
        return raw(name, '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    Json number(String name, long value) {
        return raw(name, Long.toString(value));
    }

    Json flag(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    /** @param value null is written as null */
    Json decimal(String name, @Nullable Double value, int decimals) {
        return raw(name, value == null ? "null" : String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    /** @param json is written as it is */
    Json raw(String name, String json) {
        fields.add('"' + name + "\":" + json);
        return this;
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
