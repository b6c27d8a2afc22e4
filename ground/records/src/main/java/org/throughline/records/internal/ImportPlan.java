package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.kernel.RuleViolation;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;
import org.throughline.records.ImportRefused;
import org.throughline.records.RecordImports.Mode;
import org.throughline.records.RecordType.WrittenBy;
import org.throughline.records.ValueRefused;
import org.throughline.records.internal.ImportRow.Action;
import org.throughline.records.internal.Rows.Row;

/** Decides for each row of an import what it means and whether it can be taken, before anything is written. */
@Component
class ImportPlan {

    private final DSLContext sql;
    private final Access access;
    private final FieldValues values;
    private final References references;
    private final RecordWriter writer;
    private final RecordReader reader;

    ImportPlan(
            DSLContext sql,
            Access access,
            FieldValues values,
            References references,
            RecordWriter writer,
            RecordReader reader) {
        this.sql = sql;
        this.access = access;
        this.values = values;
        this.references = references;
        this.writer = writer;
        this.reader = reader;
    }

    void decide(Shape whole, List<ImportRow> rows, Mode mode) {
        read(whole, rows);
        var existing = existing(whole, rows);
        var seen = new HashMap<List<Object>, Integer>();
        for (var row : rows) {
            var key = key(whole, row.typed);
            if (row.isGood() && key != null) {
                var earlier = seen.putIfAbsent(key, row.number);
                if (earlier != null) {
                    row.reject(null, null, ImportRefused.twiceInFile(shown(whole, row), earlier));
                }
            }
            if (row.isGood()) {
                row.before = key == null ? null : existing.get(key);
                guarded(row, () -> decide(whole, row, mode));
            }
        }
    }

    private void read(Shape whole, List<ImportRow> rows) {
        var seen = access.seen(whole).type();
        var writable = access.writable(seen);
        for (var field : seen.fields()) {
            boolean keyOnly = !writable.contains(field.name());
            if (keyOnly && !seen.naturalKey().contains(field.name())) {
                refuseReadOnly(rows, field);
                continue;
            }
            for (var row : rows) {
                var raw = row.raw.get(field.name());
                if (raw != null) {
                    guarded(row, field, raw, () -> {
                        var typed = values.read(field, whole.physical(field), raw);
                        if (typed != null) {
                            row.typed.put(field.name(), typed);
                        }
                    });
                }
            }
            if (field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.USER) {
                resolve(whole, field, rows);
            }
        }
        rows.forEach(row -> refuseUnknown(whole, row));
    }

    private static void refuseReadOnly(List<ImportRow> rows, Field field) {
        for (var row : rows) {
            if (row.raw.get(field.name()) != null && !field.is(Field.Trait.READ_ONLY)) {
                row.reject(
                        FieldValues.label(field),
                        row.raw.get(field.name()),
                        ValueRefused.readOnly(field.name(), FieldValues.label(field)));
            }
        }
    }

    private static void refuseUnknown(Shape whole, ImportRow row) {
        row.raw.keySet().stream()
                .filter(name -> whole.type().field(name).isEmpty())
                .findFirst()
                .ifPresent(name -> row.reject(
                        name,
                        row.raw.get(name),
                        ValueRefused.unknownField(whole.type().name(), name)));
    }

    private void resolve(Shape whole, Field field, List<ImportRow> rows) {
        var texts = new LinkedHashSet<String>();
        for (var row : rows) {
            var typed = row.typed.get(field.name());
            if (typed != null && !(typed instanceof UUID)) {
                texts.add(typed.toString());
            }
        }
        if (texts.isEmpty()) {
            return;
        }
        var found = references.all(whole, field, texts);
        var users = new HashMap<String, @Nullable Object>();
        for (var row : rows) {
            var typed = row.typed.get(field.name());
            if (typed != null && !(typed instanceof UUID)) {
                guarded(
                        row,
                        field,
                        typed,
                        () -> row.typed.put(
                                field.name(),
                                field.kind() == FieldKind.USER
                                        ? users.computeIfAbsent(
                                                typed.toString(), name -> references.resolve(whole, field, name))
                                        : references.chosen(field, typed, found)));
            }
        }
    }

    private @Nullable List<Object> key(Shape whole, Map<String, @Nullable Object> typed) {
        var key = new ArrayList<Object>();
        for (var name : whole.type().naturalKey()) {
            var value = typed.get(name);
            if (value == null) {
                return null;
            }
            key.add(value);
        }
        return key.isEmpty() ? null : key;
    }

    /** The records that the rows may mean, by natural key; those the actor does not see are not there. */
    private Map<List<Object>, Row> existing(Shape whole, List<ImportRow> rows) {
        var existing = new HashMap<List<Object>, Row>();
        var names = whole.type().naturalKey();
        if (names.isEmpty()) {
            return existing;
        }
        var first = whole.type().field(names.getFirst()).orElseThrow();
        var wanted = new LinkedHashSet<Object>();
        rows.forEach(row -> {
            var value = row.typed.get(first.name());
            if (value != null) {
                wanted.add(value);
            }
        });
        @SuppressWarnings("unchecked") // the wanted values have the column's type
        var column = (org.jooq.Field<Object>) whole.column(first);
        var fields = whole.type().fields();
        sql.select(Rows.columns(whole, fields))
                .from(whole.from())
                .where(column.in(wanted).and(reader.rowsOf(whole)))
                .orderBy(whole.id())
                .forUpdate()
                .fetch(row -> Rows.row(row, fields))
                .forEach(row -> {
                    var key = key(whole, row.values());
                    if (key != null) {
                        existing.put(key, row);
                    }
                });
        return existing;
    }

    private void decide(Shape whole, ImportRow row, Mode mode) {
        var before = row.before;
        if (before == null) {
            boolean makes = mode != Mode.UPDATE && whole.type().writtenBy() == WrittenBy.FREE;
            if (!makes) {
                throw ImportRefused.doesNotExist(shown(whole, row));
            }
            writer.number(whole, row.typed);
            writer.requireAll(whole, row.typed);
            writer.check(whole, null, RecordWriter.after(row.id, Map.of(), row.typed));
            row.action = Action.INSERT;
            return;
        }
        if (mode == Mode.INSERT) {
            throw ImportRefused.exists(shown(whole, row));
        }
        row.id = before.id();
        row.typed
                .entrySet()
                .removeIf(entry -> RecordWriter.same(before.values().get(entry.getKey()), entry.getValue()));
        if (!row.typed.isEmpty()) {
            writer.check(whole, before.asRecordValues(), RecordWriter.after(row.id, before.values(), row.typed));
            row.action = Action.UPDATE;
        }
    }

    private static void guarded(ImportRow row, Field field, Object raw, Runnable step) {
        try {
            step.run();
        } catch (RuleViolation refused) {
            row.typed.remove(field.name());
            row.reject(FieldValues.label(field), raw, refused);
        }
    }

    private static void guarded(ImportRow row, Runnable step) {
        try {
            step.run();
        } catch (RuleViolation refused) {
            var field = refused.values().get("label");
            row.reject(field == null ? null : field.toString(), refused.values().get("value"), refused);
        }
    }

    static String shown(Shape whole, ImportRow row) {
        var words = new ArrayList<String>();
        Set<String> names = new LinkedHashSet<>(whole.type().naturalKey());
        names.addAll(whole.type().title());
        for (var name : names) {
            var value = row.raw.get(name);
            if (value != null) {
                words.add(Rows.shown(value));
            }
        }
        return words.isEmpty() ? String.valueOf(row.number) : words.getFirst();
    }
}
