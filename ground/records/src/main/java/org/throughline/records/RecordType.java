package org.throughline.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record, described once: from this come its list, form, import, export, history, API and permissions.
 *
 * @param name        kebab case, e.g. {@code sales-order}; also in URLs and permissions
 * @param table       schema and table (or view), e.g. {@code sales.sales_order}; it has {@code id uuid}, and
 *                    {@code version} if it can be written
 * @param labels      as people read it
 * @param room        the module it belongs to, e.g. {@code order}
 * @param title       the fields by which people recognise a record, most telling first
 * @param fields      in the order of the form
 * @param naturalKey  the fields by which imports find a record; empty: imports only insert
 * @param defaultSort fields, a leading {@code -} means descending
 * @param writtenBy   who may write it
 * @param verbs       its buttons
 * @param checks      the room's rules, before every write
 * @param parentField the reference to the record it is a part of; or null
 * @param page        address of its own page, with {@code {id}}; null: the generic form
 */
public record RecordType(
        String name,
        String table,
        Labels labels,
        String room,
        List<String> title,
        List<Field> fields,
        List<String> naturalKey,
        List<String> defaultSort,
        WrittenBy writtenBy,
        List<RecordVerb> verbs,
        List<RecordCheck> checks,
        @Nullable String parentField,
        @Nullable String page) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z_][a-z0-9_]*");

    /** Who may write records of a type. */
    public enum WrittenBy {
        /** Form, import and API create, edit and delete. */
        FREE,
        /** Only use cases; form, import and API may change the fields marked editable. */
        USE_CASES,
        /** Nobody: a view. */
        NOBODY
    }

    /** @throws IllegalArgumentException if a name is malformed or names a field that is not there */
    public RecordType {
        if (!NAME.matcher(name).matches() || !TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("Record type (%s) on table (%s) is misnamed.".formatted(name, table));
        }
        title = List.copyOf(title);
        fields = List.copyOf(fields);
        naturalKey = List.copyOf(naturalKey);
        defaultSort = List.copyOf(defaultSort);
        verbs = List.copyOf(verbs);
        checks = List.copyOf(checks);
        var named = new ArrayList<>(title);
        named.addAll(naturalKey);
        defaultSort.forEach(sort -> named.add(sort.startsWith("-") ? sort.substring(1) : sort));
        if (parentField != null) {
            named.add(parentField);
        }
        for (var field : named) {
            if (fields.stream().noneMatch(known -> known.name().equals(field))) {
                throw new IllegalArgumentException("Record type (%s) has no field (%s).".formatted(name, field));
            }
        }
    }

    /** Starts the description of a type. */
    public static Builder of(String name, String table) {
        return new Builder(name, table);
    }

    /** The field of this name. */
    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /** The schema before the point. */
    public String schemaName() {
        return table.substring(0, table.indexOf('.'));
    }

    /** The table after the point. */
    public String tableName() {
        return table.substring(table.indexOf('.') + 1);
    }

    /** The same type with further fields, made by users of this house. */
    public RecordType withFields(List<Field> further) {
        var all = new ArrayList<>(fields);
        all.addAll(further);
        return new RecordType(
                name,
                table,
                labels,
                room,
                title,
                all,
                naturalKey,
                defaultSort,
                writtenBy,
                verbs,
                checks,
                parentField,
                page);
    }

    /** Collects the description of a type. */
    public static final class Builder {

        private final String name;
        private final String table;
        private Labels labels;
        private String room = "";
        private List<String> title = List.of();
        private final List<Field> fields = new ArrayList<>();
        private List<String> naturalKey = List.of();
        private List<String> defaultSort = List.of();
        private WrittenBy writtenBy = WrittenBy.FREE;
        private final List<RecordVerb> verbs = new ArrayList<>();
        private final List<RecordCheck> checks = new ArrayList<>();
        private @Nullable String parentField;
        private @Nullable String page;

        private Builder(String name, String table) {
            this.name = name;
            this.table = table;
            this.labels = new Labels(name, name);
        }

        public Builder labels(String zh, String en) {
            labels = new Labels(zh, en);
            return this;
        }

        /** The module this type belongs to, e.g. {@code factory}. */
        public Builder room(String module) {
            room = module;
            return this;
        }

        /** The fields by which people recognise a record, most telling first. */
        public Builder title(String... titleFields) {
            title = List.of(titleFields);
            return this;
        }

        public Builder field(Field field) {
            fields.add(field);
            return this;
        }

        /** The fields by which an import finds the record that a row means. */
        public Builder naturalKey(String... keyFields) {
            naturalKey = List.of(keyFields);
            return this;
        }

        /** Order of the list when nobody chose another; a leading {@code -} means descending. */
        public Builder defaultSort(String... sortFields) {
            defaultSort = List.of(sortFields);
            return this;
        }

        public Builder writtenBy(WrittenBy who) {
            writtenBy = who;
            return this;
        }

        public Builder verb(RecordVerb verb) {
            verbs.add(verb);
            return this;
        }

        /** A rule of the room, asked before every write through the catalogue. */
        public Builder check(RecordCheck check) {
            checks.add(check);
            return this;
        }

        /** The reference field to the record this one is a part of; it is listed on the parent's page. */
        public Builder parent(String field) {
            parentField = field;
            return this;
        }

        /** Address of the record's own page, with {@code {id}} for the id. */
        public Builder page(String address) {
            page = address;
            return this;
        }

        /** The finished type; without a chosen order it is sorted by its first title field. */
        public RecordType build() {
            var firstTitle = title.isEmpty()
                    ? fields.subList(0, 1).stream().map(Field::name).toList()
                    : title;
            var sort = defaultSort.isEmpty() ? firstTitle.subList(0, 1) : defaultSort;
            return new RecordType(
                    name,
                    table,
                    labels,
                    room,
                    firstTitle,
                    fields,
                    naturalKey,
                    sort,
                    writtenBy,
                    verbs,
                    checks,
                    parentField,
                    page);
        }
    }
}
