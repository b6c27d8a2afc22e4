package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.identity.Accounts;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;

/** By what words people recognise records: {@code A-100 法兰}. */
@Component
class Titles {

    private static final int DEEPEST = 3;

    private final DSLContext sql;
    private final Catalogue catalogue;
    private final Accounts accounts;

    Titles(DSLContext sql, Catalogue catalogue, Accounts accounts) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.accounts = accounts;
    }

    /** The titles of these records; records that are gone are missing. */
    Map<UUID, String> of(String type, Collection<UUID> ids) {
        return of(type, Set.copyOf(ids), DEEPEST);
    }

    private Map<UUID, String> of(String type, Set<UUID> ids, int deep) {
        if (ids.isEmpty() || !catalogue.knows(type)) {
            return Map.of();
        }
        var shape = catalogue.shape(type);
        var fields = shape.type().title().stream()
                .map(name -> shape.type().field(name).orElseThrow())
                .toList();
        var columns = new ArrayList<SelectField<?>>();
        columns.add(shape.id());
        fields.forEach(field -> columns.add(shape.column(field)));
        var rows = sql.select(columns)
                .from(shape.from())
                .where(shape.id().eq(DSL.any(ids.toArray(UUID[]::new))))
                .fetch();
        var words = new LinkedHashMap<UUID, String>();
        var byField = new HashMap<String, Map<Object, String>>();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var raw = new HashSet<>(rows.getValues(i + 1));
            raw.remove(null);
            byField.put(field.name(), labels(shape, field, raw, deep - 1));
        }
        for (var row : rows) {
            var title = new StringBuilder();
            for (int i = 0; i < fields.size(); i++) {
                var value = row.get(i + 1);
                var word = value == null
                        ? ""
                        : byField.getOrDefault(fields.get(i).name(), Map.of()).getOrDefault(value, shown(value));
                title.append(title.isEmpty() || word.isEmpty() ? "" : " ").append(word);
            }
            words.put(row.get(shape.id()), title.toString());
        }
        return words;
    }

    /** What people read instead of these values of a field: choices, references, accounts; nothing for other kinds. */
    Map<Object, String> labels(Shape shape, Field field, Collection<?> values) {
        return labels(shape, field, values, DEEPEST);
    }

    private Map<Object, String> labels(Shape shape, Field field, Collection<?> values, int deep) {
        if (values.isEmpty() || deep == 0) {
            return Map.of();
        }
        return switch (field.kind()) {
            case CHOICE ->
                field.choices().stream()
                        .collect(Collectors.toMap(
                                choice -> (Object) choice.value(),
                                choice -> choice.labels().in(FieldValues.language())));
            case USER -> new HashMap<>(accounts.names(ids(values)));
            case REFERENCE -> {
                var type = field.referenceType();
                if (type == null || !catalogue.knows(type)) {
                    yield Map.of();
                }
                yield shape.refersByCode(field)
                        ? byCode(type, values)
                        : new HashMap<>(of(type, Set.copyOf(ids(values)), deep));
            }
            case TEXT, LONG_TEXT, INTEGER, DECIMAL, QUANTITY, MONEY, PRICE, PERCENT, DATE, INSTANT, FLAG, FILE, JSON ->
                Map.of();
        };
    }

    /** For references by code, e.g. units: the name that stands beside the code. */
    private Map<Object, String> byCode(String type, Collection<?> codes) {
        var shape = catalogue.shape(type);
        var key = shape.type()
                .field(
                        shape.type().naturalKey().isEmpty()
                                ? shape.type().title().getFirst()
                                : shape.type().naturalKey().getFirst());
        var name = key.map(Field::name).orElse("");
        var other = shape.type().title().stream()
                .filter(title -> !title.equals(name))
                .findFirst()
                .flatMap(shape.type()::field);
        if (key.isEmpty() || other.isEmpty()) {
            return Map.of();
        }
        var labels = new HashMap<Object, String>();
        var code = DSL.field(DSL.name(Shape.ROW, name), String.class);
        sql.select(code, shape.column(other.get()))
                .from(shape.from())
                .where(code.in(codes.stream().map(Object::toString).toList()))
                .forEach(row -> labels.put(row.value1(), shown(row.value2())));
        return labels;
    }

    private static List<UUID> ids(Collection<?> values) {
        return values.stream()
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .toList();
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "" : Rows.shown(value);
    }

    static boolean hasLabels(Field field) {
        return field.kind() == FieldKind.REFERENCE
                || field.kind() == FieldKind.USER
                || field.kind() == FieldKind.CHOICE;
    }
}
