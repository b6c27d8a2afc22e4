package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.identity.Accounts;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;
import org.throughline.records.ValueRefused;

/** Finds the records that texts mean: by code, number, name, or the title that a list shows. */
@Component
class References {

    private static final int DEEPEST = 3;

    private final DSLContext sql;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Conditions conditions;
    private final Access access;

    References(DSLContext sql, Catalogue catalogue, Accounts accounts, Conditions conditions, Access access) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.conditions = conditions;
        this.access = access;
    }

    /**
     * The value of one field: ids stay, texts become what they mean.
     *
     * @throws ValueRefused if no record or several records are meant
     */
    @Nullable
    Object resolve(Shape shape, Field field, @Nullable Object typed) {
        if (typed == null || (typed instanceof UUID && !shape.refersByCode(field))) {
            return typed;
        }
        return switch (field.kind()) {
            case REFERENCE -> chosen(field, typed, all(shape, field, Set.of(typed.toString())));
            case USER -> user(field, typed.toString());
            case FILE -> throw ValueRefused.wrongType(field.name(), FieldValues.label(field), typed, field.kind());
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
                    JSON -> typed;
        };
    }

    /** What is meant, out of the candidates for each text. */
    Object chosen(Field field, Object typed, Map<String, List<Object>> candidates) {
        var found = candidates.getOrDefault(typed.toString(), List.of());
        if (found.size() == 1) {
            return found.getFirst();
        }
        var label = FieldValues.label(field);
        var type = String.valueOf(field.referenceType());
        throw found.isEmpty()
                ? ValueRefused.unknownReference(field.name(), label, typed, typeLabel(type))
                : ValueRefused.ambiguousReference(field.name(), label, typed, found.size());
    }

    private String typeLabel(String type) {
        return catalogue.knows(type) ? catalogue.shape(type).type().labels().in(FieldValues.language()) : type;
    }

    private UUID user(Field field, String name) {
        return accounts.byUsername(name)
                .map(account -> account.id())
                .or(() -> {
                    var named = accounts.list(name, 0, 3).items().stream()
                            .filter(account -> account.displayName().equals(name))
                            .toList();
                    return named.size() == 1 ? Optional.of(named.getFirst().id()) : Optional.empty();
                })
                .orElseThrow(() -> ValueRefused.unknownReference(field.name(), FieldValues.label(field), name, "user"));
    }

    /** For each text the values (ids, or codes where the field keeps codes) of the records that it means. */
    Map<String, List<Object>> all(Shape shape, Field field, Collection<String> texts) {
        var type = field.referenceType();
        if (type == null || !catalogue.knows(type)) {
            return Map.of();
        }
        return find(type, texts, shape.refersByCode(field), DEEPEST);
    }

    private Map<String, List<Object>> find(String type, Collection<String> texts, boolean codes, int deep) {
        var target = catalogue.shape(type);
        var found = new HashMap<String, List<Object>>();
        var open = new LinkedHashSet<>(texts);
        for (var field : naming(target)) {
            if (open.isEmpty()) {
                break;
            }
            found.putAll(by(target, field, open, codes, deep));
            open.removeAll(found.keySet());
        }
        if (!open.isEmpty()) {
            byTitle(target, open, codes, found);
        }
        return found;
    }

    /** The fields that name a record: its key, then what it is recognised by. */
    private static List<Field> naming(Shape target) {
        var names = new LinkedHashSet<String>();
        if (target.type().naturalKey().size() == 1) {
            names.addAll(target.type().naturalKey());
        }
        names.addAll(target.type().title());
        names.addAll(List.of("code", "number", "name", "short_name", "name_zh", "name_en", "external_id"));
        var fields = new ArrayList<Field>();
        for (var name : names) {
            target.type()
                    .field(name)
                    .filter(field -> Catalogue.isText(field.kind()) || field.kind() == FieldKind.REFERENCE)
                    .ifPresent(fields::add);
        }
        return fields;
    }

    private Map<String, List<Object>> by(Shape target, Field field, Set<String> texts, boolean codes, int deep) {
        var wanted = new HashMap<Object, List<String>>();
        if (field.kind() == FieldKind.REFERENCE) {
            var next = field.referenceType();
            if (next == null || deep == 0 || !catalogue.knows(next)) {
                return Map.of();
            }
            find(next, texts, target.refersByCode(field), deep - 1)
                    .forEach((text, values) ->
                            values.forEach(value -> wanted.computeIfAbsent(value, key -> new ArrayList<>())
                                    .add(text)));
        } else {
            texts.forEach(text ->
                    wanted.computeIfAbsent(text, key -> new ArrayList<>()).add(text));
        }
        var found = new HashMap<String, List<Object>>();
        if (wanted.isEmpty()) {
            return found;
        }
        @SuppressWarnings("unchecked") // the wanted values have the column's type
        var column = (org.jooq.Field<Object>) target.column(field);
        sql.select(column, value(target, codes))
                .from(target.from())
                .where(column.in(wanted.keySet())
                        .and(conditions.of(target, access.rows(target.type().name()))))
                .orderBy(target.id())
                .forEach(row -> wanted.getOrDefault(row.value1(), List.of())
                        .forEach(text -> found.computeIfAbsent(text, key -> new ArrayList<>())
                                .add(row.value2())));
        return found;
    }

    private static org.jooq.Field<?> value(Shape target, boolean codes) {
        return codes ? target.column(keyOf(target)) : target.id();
    }

    private static Field keyOf(Shape target) {
        var key = target.type().naturalKey().isEmpty()
                ? target.type().title().getFirst()
                : target.type().naturalKey().getFirst();
        return target.type().field(key).orElseThrow();
    }

    /** The words that a list shows, {@code A-100 法兰}: the first word must be the code. Also other cases of letters. */
    private void byTitle(Shape target, Set<String> texts, boolean codes, Map<String, List<Object>> found) {
        var first = target.type().field(target.type().title().getFirst()).orElseThrow();
        if (!Catalogue.isText(first.kind())) {
            return;
        }
        var byWord = new HashMap<String, List<String>>();
        for (var text : texts) {
            int space = text.indexOf(' ');
            var whole = text.toLowerCase(Locale.ROOT);
            byWord.computeIfAbsent(whole, key -> new ArrayList<>()).add(text);
            if (space > 0) {
                byWord.computeIfAbsent(whole.substring(0, space), key -> new ArrayList<>())
                        .add(text);
            }
        }
        var word = DSL.lower(DSL.field(DSL.name(Shape.ROW, first.name()), String.class));
        sql.select(word, value(target, codes))
                .from(target.from())
                .where(word.in(byWord.keySet())
                        .and(conditions.of(target, access.rows(target.type().name()))))
                .orderBy(target.id())
                .forEach(row -> byWord.getOrDefault(row.value1(), List.of())
                        .forEach(text -> found.computeIfAbsent(text, key -> new ArrayList<>())
                                .add(row.value2())));
    }
}
