package org.throughline.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of one record by field name, typed: text and choices as String, numbers as BigDecimal (whole numbers as
 * Long), dates as LocalDate, instants as Instant, flags as Boolean, references, users and files as UUID, structured
 * values as JSON text.
 *
 * @param byField a field that is absent or null has no value
 */
public record RecordValues(Map<String, @Nullable Object> byField) {

    public RecordValues {
        byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    public @Nullable Object get(String field) {
        return byField.get(field);
    }

    public boolean has(String field) {
        return byField.get(field) != null;
    }

    public @Nullable String text(String field) {
        return (String) byField.get(field);
    }

    public @Nullable BigDecimal number(String field) {
        return switch (byField.get(field)) {
            case null -> null;
            case BigDecimal decimal -> decimal;
            case Long whole -> BigDecimal.valueOf(whole);
            case Object other -> throw new IllegalArgumentException("%s is no number: %s".formatted(field, other));
        };
    }

    public @Nullable LocalDate date(String field) {
        return (LocalDate) byField.get(field);
    }

    public @Nullable Instant instant(String field) {
        return (Instant) byField.get(field);
    }

    public boolean flag(String field) {
        return Boolean.TRUE.equals(byField.get(field));
    }

    public @Nullable UUID id(String field) {
        return (UUID) byField.get(field);
    }
}
