package org.throughline.records.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.JSONB;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;
import org.throughline.records.Numbers;
import org.throughline.records.RecordOutdated;
import org.throughline.records.RecordRefused;
import org.throughline.records.RecordType.WrittenBy;
import org.throughline.records.RecordValues;
import org.throughline.records.RecordsWritten;
import org.throughline.records.RecordsWritten.Operation;
import org.throughline.records.ValueRefused;
import org.throughline.records.internal.Rows.Row;

/** Writes single records of every type: by form and API. */
@Service
class RecordWriter {

    private final DSLContext sql;
    private final Access access;
    private final Catalogue catalogue;
    private final RecordReader reader;
    private final FieldValues values;
    private final References references;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;

    RecordWriter(
            DSLContext sql,
            Access access,
            Catalogue catalogue,
            RecordReader reader,
            FieldValues values,
            References references,
            Numbers numbers,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.access = access;
        this.catalogue = catalogue;
        this.reader = reader;
        this.values = values;
        this.references = references;
        this.numbers = numbers;
        this.events = events;
    }

    /**
     * Makes a record.
     *
     * @param raw by field name, as {@link FieldValues} reads them
     */
    @Transactional
    UUID create(String type, Map<String, ? extends @Nullable Object> raw) {
        var whole = catalogue.shape(type);
        access.requireFree(whole.type(), "create");
        var typed = typed(whole, raw);
        typed.values().removeIf(Objects::isNull);
        number(whole, typed);
        requireAll(whole, typed);
        var id = Identity.fresh();
        check(whole, null, after(id, Map.of(), typed));
        refuseDuplicates(whole, id, typed);
        try {
            sql.insertInto(whole.plain()).set(columns(whole, id, typed)).execute();
        } catch (DataAccessException refused) {
            throw TableRefusals.of(whole, refused);
        }
        events.publishEvent(new RecordsWritten(type, Operation.CREATED, List.of(id)));
        return id;
    }

    /**
     * Changes some fields of a record.
     *
     * @param version that the change is based on
     * @throws ChangedMeanwhile if the record has another version now
     */
    @Transactional
    void update(String type, UUID id, @Nullable Integer version, Map<String, ? extends @Nullable Object> raw) {
        update(type, id, version, null, raw);
    }

    /**
     * @param ifMatch the tags of the versions that may be changed; given, it may stand instead of {@code version}
     * @throws RecordOutdated if the record has none of them
     */
    @Transactional
    void update(
            String type,
            UUID id,
            @Nullable Integer version,
            @Nullable String ifMatch,
            Map<String, ? extends @Nullable Object> raw) {
        var whole = catalogue.shape(type);
        access.require(type, "edit");
        if (whole.type().writtenBy() == WrittenBy.NOBODY) {
            throw RecordRefused.onlyByUseCase(type, "edit");
        }
        var before = reader.lock(whole, id).orElseThrow(() -> new NotFound(type, id));
        requireVersion(whole, before, version, ifMatch);
        var typed = typed(whole, raw);
        typed.entrySet().removeIf(entry -> same(before.values().get(entry.getKey()), entry.getValue()));
        if (typed.isEmpty()) {
            return;
        }
        requireAll(whole, merged(before.values(), typed));
        check(whole, before.asRecordValues(), after(id, before.values(), typed));
        refuseDuplicates(whole, id, typed);
        write(whole, id, typed);
        events.publishEvent(new RecordsWritten(type, Operation.UPDATED, List.of(id)));
    }

    void write(Shape whole, UUID id, Map<String, @Nullable Object> typed) {
        var columns = columns(whole, null, typed);
        if (whole.hasVersion()) {
            var version = DSL.field(DSL.name("version"), Integer.class);
            columns.put(version, version.plus(1));
        }
        try {
            sql.update(whole.plain())
                    .set(columns)
                    .where(DSL.field(DSL.name("id"), UUID.class).eq(id))
                    .execute();
        } catch (DataAccessException refused) {
            throw TableRefusals.of(whole, refused);
        }
    }

    private static void requireVersion(Shape whole, Row before, @Nullable Integer version, @Nullable String ifMatch) {
        requireTag(whole, before, ifMatch);
        if (whole.hasVersion() && version == null && ifMatch == null) {
            throw RecordRefused.withoutVersion(whole.type().name());
        }
        if (whole.hasVersion() && version != null && version != before.version()) {
            throw new ChangedMeanwhile(whole.type().name(), key(whole, before));
        }
    }

    private static void requireTag(Shape whole, Row before, @Nullable String ifMatch) {
        if (!VersionTag.matches(ifMatch, before.version())) {
            throw new RecordOutdated(
                    whole.type().name(), key(whole, before), String.valueOf(ifMatch), VersionTag.of(before.version()));
        }
    }

    /** @throws RecordRefused if others refer to the record */
    @Transactional
    void delete(String type, UUID id) {
        delete(type, id, null);
    }

    /** @throws RecordOutdated if the record has none of the versions whose tags {@code ifMatch} holds */
    @Transactional
    void delete(String type, UUID id, @Nullable String ifMatch) {
        var whole = catalogue.shape(type);
        access.requireFree(whole.type(), "delete");
        var before = reader.lock(whole, id).orElseThrow(() -> new NotFound(type, id));
        requireTag(whole, before, ifMatch);
        check(whole, before.asRecordValues(), null);
        try {
            sql.deleteFrom(whole.plain())
                    .where(DSL.field(DSL.name("id"), UUID.class).eq(id))
                    .execute();
        } catch (DataAccessException refused) {
            throw TableRefusals.onDelete(whole, key(whole, before), refused);
        }
        events.publishEvent(new RecordsWritten(type, Operation.DELETED, List.of(id)));
    }

    /** Makes a record like another one; unique texts get a suffix, numbered fields the next number. */
    @Transactional
    UUID copy(String type, UUID id) {
        var whole = catalogue.shape(type);
        access.requireFree(whole.type(), "create");
        var source = reader.find(access.seen(whole), id).orElseThrow(() -> new NotFound(type, id));
        var writable = access.writable(access.seen(whole).type());
        var raw = new LinkedHashMap<String, @Nullable Object>();
        source.values().forEach((name, value) -> {
            var field = whole.type().field(name).orElseThrow();
            if (!writable.contains(name) || field.numberRule() != null) {
                return;
            }
            boolean key = whole.type().naturalKey().equals(List.of(name)) || field.is(Field.Trait.UNIQUE);
            if (!key) {
                raw.put(name, value);
            } else if (Catalogue.isText(field.kind()) && value != null) {
                raw.put(name, freeText(whole, field, value.toString()));
            }
        });
        return create(type, raw);
    }

    private String freeText(Shape whole, Field field, String text) {
        for (int suffix = 2; ; suffix++) {
            var candidate = text + "-" + suffix;
            if (!taken(whole, field, candidate, null)) {
                return candidate;
            }
        }
    }

    /** The typed values of what was given, references resolved; refuses fields that are not there or not writable. */
    Map<String, @Nullable Object> typed(Shape whole, Map<String, ? extends @Nullable Object> raw) {
        var seen = access.seen(whole).type();
        var writable = access.writable(seen);
        var typed = new LinkedHashMap<String, @Nullable Object>();
        raw.forEach((name, value) -> {
            var field = seen.field(name).orElseThrow(() -> ValueRefused.unknownField(seen.name(), name));
            if (!writable.contains(name)) {
                throw seen.writtenBy() == WrittenBy.FREE
                        ? ValueRefused.readOnly(name, FieldValues.label(field))
                        : RecordRefused.onlyByUseCase(seen.name(), name);
            }
            typed.put(name, references.resolve(whole, field, values.read(field, whole.physical(field), value)));
        });
        return typed;
    }

    void number(Shape whole, Map<String, @Nullable Object> typed) {
        for (var field : whole.type().fields()) {
            var rule = field.numberRule();
            if (rule != null && typed.get(field.name()) == null) {
                typed.put(field.name(), numbers.next(rule));
            }
        }
    }

    /** @throws ValueRefused if a required field that the database does not fill is empty */
    void requireAll(Shape whole, Map<String, @Nullable Object> typed) {
        for (var field : whole.type().fields()) {
            boolean absent = typed.get(field.name()) == null;
            boolean given = typed.containsKey(field.name());
            boolean filled = whole.physical(field).defaults() && !given;
            if (absent && field.is(Field.Trait.REQUIRED) && !filled) {
                throw ValueRefused.required(field.name(), FieldValues.label(field));
            }
        }
    }

    void check(Shape whole, @Nullable RecordValues before, @Nullable RecordValues after) {
        whole.type().checks().forEach(check -> check.check(before, after));
    }

    static RecordValues after(UUID id, Map<String, @Nullable Object> before, Map<String, @Nullable Object> typed) {
        var all = merged(before, typed);
        all.put("id", id);
        return new RecordValues(all);
    }

    private static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> typed) {
        var all = new LinkedHashMap<String, @Nullable Object>(before);
        all.putAll(typed);
        return all;
    }

    private void refuseDuplicates(Shape whole, UUID id, Map<String, @Nullable Object> typed) {
        for (var field : whole.type().fields()) {
            var value = typed.get(field.name());
            if (value != null && field.is(Field.Trait.UNIQUE) && taken(whole, field, value, id)) {
                throw ValueRefused.duplicate(field.name(), FieldValues.label(field), value);
            }
        }
    }

    private boolean taken(Shape whole, Field field, Object value, @Nullable UUID except) {
        var same = DSL.condition("{0} = {1}", whole.column(field), DSL.val(value, dataType(whole, field)));
        return sql.fetchExists(DSL.selectOne()
                .from(whole.from())
                .where(except == null ? same : same.and(whole.id().ne(except))));
    }

    @SuppressWarnings("unchecked") // typed values are what the data type takes
    static DataType<Object> dataType(Shape shape, Field field) {
        return (DataType<Object>) shape.dataType(field);
    }

    /** Columns and values as jOOQ writes them. */
    static Map<org.jooq.Field<?>, @Nullable Object> columns(
            Shape whole, @Nullable UUID id, Map<String, @Nullable Object> typed) {
        var columns = new LinkedHashMap<org.jooq.Field<?>, @Nullable Object>();
        if (id != null) {
            columns.put(DSL.field(DSL.name("id"), UUID.class), id);
        }
        typed.forEach((name, value) -> {
            var field = whole.type().field(name).orElseThrow();
            columns.put(whole.target(field), bound(field, value));
        });
        return columns;
    }

    static @Nullable Object bound(Field field, @Nullable Object value) {
        return value != null && field.kind() == FieldKind.JSON ? JSONB.valueOf(value.toString()) : value;
    }

    /** By what people recognise the record, without asking other tables. */
    static String key(Shape whole, Row row) {
        var names = whole.type().naturalKey().isEmpty()
                ? whole.type().title()
                : whole.type().naturalKey();
        var words = new ArrayList<String>();
        for (var name : names) {
            var value = row.values().get(name);
            if (value != null) {
                words.add(Rows.shown(value));
            }
        }
        return words.isEmpty() ? row.id().toString() : String.join(" ", words);
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal another) {
            return number.compareTo(another) == 0;
        }
        return Objects.equals(one, other);
    }

    Set<String> writable(Shape whole) {
        return access.writable(access.seen(whole).type());
    }
}
