package org.throughline.records.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.throughline.records.Field;
import org.throughline.records.RecordValues;

/** Rows of a table as typed values, and as they are shown. */
final class Rows {

    private Rows() {}

    /**
     * One row.
     *
     * @param values typed as in {@link RecordValues}, by field name
     */
    record Row(UUID id, int version, Map<String, @Nullable Object> values) {

        RecordValues asRecordValues() {
            var all = new LinkedHashMap<String, @Nullable Object>(values);
            all.put("id", id);
            return new RecordValues(all);
        }
    }

    /** id, version and the columns of these fields, in this order. */
    static List<SelectField<?>> columns(Shape shape, List<Field> fields) {
        var columns = new ArrayList<SelectField<?>>();
        columns.add(shape.id());
        columns.add(shape.version());
        fields.forEach(field -> columns.add(shape.column(field)));
        return columns;
    }

    static Row row(Record row, List<Field> fields) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < fields.size(); i++) {
            var value = row.get(i + 2);
            values.put(fields.get(i).name(), value instanceof JSONB json ? json.data() : value);
        }
        var version = row.get(1, Integer.class);
        return new Row(row.get(0, UUID.class), version == null ? 0 : version, values);
    }

    /** As JSON has it: numbers without trailing zeros, structured values as structures, everything else as text. */
    static @Nullable Object json(Field field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> new BigDecimal(number.stripTrailingZeros().toPlainString());
            case Number number -> number;
            case Boolean flag -> flag;
            case Object other ->
                switch (field.kind()) {
                    case JSON -> Json.tree(other.toString());
                    case TEXT,
                            LONG_TEXT,
                            INTEGER,
                            DECIMAL,
                            QUANTITY,
                            MONEY,
                            PRICE,
                            PERCENT,
                            DATE,
                            INSTANT,
                            FLAG,
                            CHOICE,
                            REFERENCE,
                            USER,
                            FILE -> other.toString();
                };
        };
    }

    /** As people read it where no label stands for it. */
    static String shown(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
