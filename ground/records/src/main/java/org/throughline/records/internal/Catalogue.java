package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.kernel.NotFound;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;
import org.throughline.records.RecordType;

/** All record types: those that the rooms describe, with the fields that users of the house added. */
@Component
class Catalogue implements SmartInitializingSingleton {

    private static final Column NOTHING = new Column("", "", 0, 0, false, false);

    private final Map<String, RecordType> types = new LinkedHashMap<>();
    private final TableColumns columns;
    private final CustomFields customFields;
    private final JdbcClient jdbc;

    Catalogue(List<RecordType> described, TableColumns columns, CustomFields customFields, JdbcClient jdbc) {
        for (var type : described) {
            if (types.put(type.name(), type) != null) {
                throw new IllegalStateException("Two record types are named (%s).".formatted(type.name()));
            }
        }
        this.columns = columns;
        this.customFields = customFields;
        this.jdbc = jdbc;
    }

    /** Every type as its room described it, in the order of the rooms. */
    Collection<RecordType> builtIn() {
        return types.values();
    }

    /** Every type with its table, user-made fields included. */
    List<Shape> all() {
        var further = customFields.byType();
        return types.values().stream()
                .map(type -> shape(type, further.getOrDefault(type.name(), List.of())))
                .toList();
    }

    /**
     * A type with its table, user-made fields included.
     *
     * @throws NotFound if there is none of this name
     */
    Shape shape(String name) {
        var type = types.get(name);
        if (type == null) {
            throw new NotFound("record-type", name);
        }
        return shape(type, customFields.of(name));
    }

    boolean knows(String name) {
        return types.containsKey(name);
    }

    private Shape shape(RecordType type, List<Field> further) {
        var known = columns.of(type.table());
        if (further.stream().anyMatch(field -> !known.containsKey(field.name()))) {
            columns.forget(type.table());
        }
        return new Shape(further.isEmpty() ? type : type.withFields(further), columns.of(type.table()));
    }

    /** Compares every description with its table, and gives every searchable table its search text. */
    @Override
    public void afterSingletonsInstantiated() {
        var problems = new ArrayList<String>();
        types.values().forEach(type -> compare(type, problems));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("Record types and tables differ: " + String.join("; ", problems));
        }
        Actor.system().run(() -> types.values().forEach(this::keepSearchText));
    }

    private void compare(RecordType type, List<String> problems) {
        var known = columns.of(type.table());
        if (!known.containsKey("id")) {
            problems.add("%s: no table %s with id".formatted(type.name(), type.table()));
            return;
        }
        for (var field : type.fields()) {
            if (!known.containsKey(field.name())) {
                problems.add("%s: no column %s in %s".formatted(type.name(), field.name(), type.table()));
            }
        }
    }

    /** The searchable texts of a table; a view is searched without the help of an index. */
    void keepSearchText(RecordType type) {
        var texts = type.fields().stream()
                .filter(field -> field.is(Field.Trait.SEARCH) && isText(field.kind()))
                .map(Field::name)
                .filter(name -> columns.of(type.table()).containsKey(name)
                        && columns.of(type.table()).getOrDefault(name, NOTHING).isText())
                .toArray(String[]::new);
        if (texts.length == 0 || type.writtenBy() == RecordType.WrittenBy.NOBODY) {
            return;
        }
        jdbc.sql("SELECT records.keep_search_text(:schema, :table, :columns)")
                .param("schema", type.schemaName())
                .param("table", type.tableName())
                .param("columns", texts)
                .query((row, index) -> "")
                .list();
        columns.forget(type.table());
    }

    static boolean isText(FieldKind kind) {
        return kind == FieldKind.TEXT || kind == FieldKind.LONG_TEXT;
    }
}
