package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;
import org.throughline.records.Filter;
import org.throughline.records.FilterRefused;
import org.throughline.records.ValueRefused;

/** Filters and searches as SQL conditions over the table named {@value Shape#ROW}. */
@Component
class Conditions {

    private static final int MOST_TERMS = 6;
    private static final Pattern PIECES = Pattern.compile("(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])");

    private final Catalogue catalogue;
    private final FieldValues values;

    Conditions(Catalogue catalogue, FieldValues values) {
        this.catalogue = catalogue;
        this.values = values;
    }

    Condition of(Shape shape, Filter filter) {
        return switch (filter) {
            case Filter.All all ->
                DSL.and(all.parts().stream().map(part -> of(shape, part)).toList());
            case Filter.Any any ->
                any.parts().isEmpty()
                        ? DSL.falseCondition()
                        : DSL.or(any.parts().stream()
                                .map(part -> of(shape, part))
                                .toList());
            case Filter.Test test -> test(shape, test);
        };
    }

    private Condition test(Shape shape, Filter.Test test) {
        if ("id".equals(test.field())) {
            return ids(shape, test);
        }
        var field = shape.type()
                .field(test.field())
                .orElseThrow(() -> FilterRefused.unknownField(shape.type().name(), test.field()));
        if (field.kind() == FieldKind.JSON) {
            throw FilterRefused.wrongValue(field.name());
        }
        @SuppressWarnings("unchecked") // the column is bound with its own data type below
        var column = (org.jooq.Field<Object>) shape.column(field);
        return switch (test.operator()) {
            case EMPTY -> isText(field) ? column.isNull().or(column.eq(DSL.inline(""))) : column.isNull();
            case NOT_EMPTY -> isText(field) ? column.ne(DSL.inline("")) : column.isNotNull();
            case EQ -> test.value() == null ? column.isNull() : compared(shape, field, column, test);
            case NE ->
                test.value() == null
                        ? column.isNotNull()
                        : column.isNull().or(DSL.not(equal(shape, field, column, one(test))));
            case LT, LE, GT, GE, IN, CONTAINS, STARTS, BETWEEN -> compared(shape, field, column, test);
        };
    }

    private Condition compared(Shape shape, Field field, org.jooq.Field<Object> column, Filter.Test test) {
        return switch (test.operator()) {
            case EQ -> equal(shape, field, column, one(test));
            case LT -> column.lt(bound(shape, field, one(test)));
            case LE -> column.le(bound(shape, field, one(test)));
            case GT -> column.gt(bound(shape, field, one(test)));
            case GE -> column.ge(bound(shape, field, one(test)));
            case IN ->
                DSL.or(many(test).stream()
                        .map(value -> equal(shape, field, column, value))
                        .toList());
            case CONTAINS -> like(shape, field, column, "%" + escaped(one(test)) + "%");
            case STARTS -> like(shape, field, column, escaped(one(test)) + "%");
            case BETWEEN -> between(shape, field, column, many(test));
            case NE, EMPTY, NOT_EMPTY ->
                throw new IllegalArgumentException(test.operator().code());
        };
    }

    private Condition between(Shape shape, Field field, org.jooq.Field<Object> column, List<?> bounds) {
        if (bounds.size() != 2) {
            throw FilterRefused.malformed("between " + bounds);
        }
        return column.between(
                bound(shape, field, Objects.requireNonNull(bounds.get(0))),
                bound(shape, field, Objects.requireNonNull(bounds.get(1))));
    }

    private static Condition ids(Shape shape, Filter.Test test) {
        try {
            var ids = many(test).stream()
                    .map(value -> UUID.fromString(value.toString()))
                    .toList();
            return shape.id().in(ids);
        } catch (IllegalArgumentException noUuid) {
            throw FilterRefused.wrongValue(String.valueOf(test.value()));
        }
    }

    /** A reference may be compared with the code or name of the record it means. */
    private Condition equal(Shape shape, Field field, org.jooq.Field<Object> column, Object raw) {
        var target = field.referenceType();
        var typed = typed(shape, field, raw);
        if (typed instanceof String text && target != null && !shape.refersByCode(field)) {
            return column.in(titled(target, text, false));
        }
        return column.eq(DSL.val(typed, column.getDataType()));
    }

    private org.jooq.Field<Object> bound(Shape shape, Field field, Object raw) {
        @SuppressWarnings("unchecked") // typed() answers what the column's data type takes
        var dataType = (org.jooq.DataType<Object>) shape.dataType(field);
        return DSL.val(typed(shape, field, raw), dataType);
    }

    private Object typed(Shape shape, Field field, Object raw) {
        try {
            return Objects.requireNonNull(values.read(field, shape.physical(field), raw), field.name());
        } catch (ValueRefused refused) {
            throw FilterRefused.wrongValue(raw.toString());
        }
    }

    private Condition like(Shape shape, Field field, org.jooq.Field<Object> column, String pattern) {
        var target = field.referenceType();
        if (target != null && !shape.refersByCode(field)) {
            return column.in(titled(target, pattern, true));
        }
        var alike = DSL.condition("{0}::text ILIKE {1}", column, DSL.val(pattern));
        boolean inSearchText = field.is(Field.Trait.SEARCH) && isText(field) && shape.hasSearchText();
        return inSearchText
                ? shape.id().in(found(shape, "%" + pattern)).and(alike)
                : alike; // the search text is indexed
    }

    /** The ids of the records of a type whose code or name is, or is like, this text. */
    private Select<? extends Record> titled(String type, String text, boolean like) {
        var target = catalogue.shape(type);
        var conditions = new ArrayList<Condition>();
        for (var name : target.type().title()) {
            var field = target.type().field(name).orElseThrow();
            if (Catalogue.isText(field.kind())) {
                var column = target.column(field);
                conditions.add(
                        like
                                ? DSL.condition("{0}::text ILIKE {1}", column, DSL.val(text))
                                : DSL.condition("{0} = {1}", column, DSL.val(text)));
            }
        }
        return DSL.select(target.id()).from(target.from()).where(DSL.or(conditions));
    }

    /** Rows that have every word of {@code q}: in their texts, their pinyin, or the titles of what they refer to. */
    Condition search(Shape shape, @Nullable String q) {
        return search(shape, q, true);
    }

    /** Rows that have every word of {@code q} in their own texts or their pinyin. */
    Condition searchOwn(Shape shape, String q) {
        return search(shape, q, false);
    }

    private Condition search(Shape shape, @Nullable String q, boolean throughReferences) {
        if (q == null || q.isBlank()) {
            return DSL.noCondition();
        }
        var terms = new ArrayList<Condition>();
        for (var term : q.strip().split("\\s+", MOST_TERMS)) {
            terms.add(word(shape, term, throughReferences));
        }
        return DSL.and(terms);
    }

    private Condition word(Shape shape, String word, boolean throughReferences) {
        var ways = new ArrayList<Condition>();
        if (shape.hasSearchText()) {
            ways.add(shape.id().in(foundWord(shape, word)));
        }
        for (var field : shape.type().fields()) {
            if (!field.is(Field.Trait.SEARCH)) {
                continue;
            }
            if (isText(field) && !shape.hasSearchText()) {
                ways.add(DSL.condition(
                        "records.search_text({0}::text) LIKE records.plain({1})",
                        shape.column(field), DSL.val(pattern(word))));
            }
            var target = field.referenceType();
            if (target != null && throughReferences && catalogue.knows(target) && !shape.refersByCode(field)) {
                var other = catalogue.shape(target);
                ways.add(DSL.condition(
                        "{0} IN ({1})",
                        shape.column(field),
                        other.hasSearchText()
                                ? foundWord(other, word)
                                : DSL.select(other.id()).from(other.from()).where(word(other, word, false))));
            }
        }
        return ways.isEmpty() ? DSL.falseCondition() : DSL.or(ways);
    }

    /** The ids of rows with a word as it is; or with its letters and digits apart, as initials and a number: {@code jth77}. */
    private static Select<Record1<UUID>> foundWord(Shape shape, String word) {
        var pieces = PIECES.splitAsStream(word).toList();
        boolean telling = pieces.size() > 1
                && pieces.stream().allMatch(piece -> piece.length() > 1 || Character.isDigit(piece.charAt(0)));
        return found(
                shape,
                pattern(word),
                telling ? pieces.stream().map(Conditions::pattern).toArray(String[]::new) : new String[0]);
    }

    private static Select<Record1<UUID>> found(Shape shape, String pattern, String... apart) {
        return DSL.select(DSL.field(
                "records.found({0}, {1}, {2}, {3})",
                UUID.class,
                DSL.inline(shape.type().schemaName()),
                DSL.inline(shape.type().tableName()),
                DSL.val(pattern),
                DSL.val(apart)));
    }

    private static String pattern(String word) {
        return "%" + escaped(word) + "%";
    }

    private static boolean isText(Field field) {
        return Catalogue.isText(field.kind());
    }

    private static Object one(Filter.Test test) {
        var value = test.value();
        if (value == null || (value instanceof List<?> list && list.size() != 1)) {
            throw FilterRefused.malformed(test.field() + " " + test.operator().code());
        }
        return value instanceof List<?> list ? Objects.requireNonNull(list.getFirst()) : value;
    }

    private static List<?> many(Filter.Test test) {
        var value = test.value();
        if (value == null) {
            throw FilterRefused.malformed(test.field() + " " + test.operator().code());
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static String escaped(Object text) {
        return text.toString().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
