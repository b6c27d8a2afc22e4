package org.throughline.records.internal;

import java.util.Map;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;
import org.throughline.records.RecordType;

/**
 * A record type together with its table as it is.
 *
 * @param columns by name
 */
record Shape(RecordType type, Map<String, Column> columns) {

    static final String ROW = "t";

    /** The table under the name {@value #ROW}. */
    Table<Record> from() {
        return plain().as(ROW);
    }

    /** The table itself, to be written. */
    Table<Record> plain() {
        return DSL.table(DSL.name(type.schemaName(), type.tableName()));
    }

    org.jooq.Field<UUID> id() {
        return DSL.field(DSL.name(ROW, "id"), UUID.class);
    }

    boolean hasVersion() {
        return columns.containsKey("version");
    }

    boolean hasSearchText() {
        return columns.containsKey("search_text");
    }

    org.jooq.Field<Integer> version() {
        return hasVersion() ? DSL.field(DSL.name(ROW, "version"), Integer.class) : DSL.inline(0);
    }

    /** The field's column in the table named {@value #ROW}. */
    org.jooq.Field<?> column(Field field) {
        return DSL.field(DSL.name(ROW, field.name()), dataType(field));
    }

    /** The field's column without a table, to be written. */
    org.jooq.Field<?> target(Field field) {
        return DSL.field(DSL.name(field.name()), dataType(field));
    }

    Column physical(Field field) {
        var column = columns.get(field.name());
        if (column == null) {
            throw new IllegalStateException("Record type (%s) has field (%s), but table (%s) has no such column."
                    .formatted(type.name(), field.name(), type.table()));
        }
        return column;
    }

    /** Whether a reference keeps the other record's code instead of its id. */
    boolean refersByCode(Field field) {
        return field.kind() == FieldKind.REFERENCE && physical(field).isText();
    }

    DataType<?> dataType(Field field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, CHOICE -> SQLDataType.CLOB;
            case INTEGER -> SQLDataType.BIGINT;
            case DECIMAL, QUANTITY, MONEY, PRICE, PERCENT -> SQLDataType.NUMERIC;
            case DATE -> SQLDataType.LOCALDATE;
            case INSTANT -> SQLDataType.INSTANT;
            case FLAG -> SQLDataType.BOOLEAN;
            case REFERENCE, USER, FILE -> physical(field).isText() ? SQLDataType.CLOB : SQLDataType.UUID;
            case JSON -> SQLDataType.JSONB;
        };
    }

    /** The same table seen through another description of the type. */
    Shape as(RecordType other) {
        return new Shape(other, columns);
    }
}
