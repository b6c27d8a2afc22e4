package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;
import org.throughline.records.FilterRefused;
import org.throughline.records.internal.Rows.Row;

/** Reads records of every type, only those that the current actor sees ({@link Access}). */
@Repository
class RecordReader {

    private static final int FETCHED_AT_ONCE = 500;
    private static final int MOST_GROUPS = 500;

    private final DSLContext sql;
    private final Access access;
    private final Conditions conditions;
    private final Catalogue catalogue;
    private final Titles titles;

    RecordReader(DSLContext sql, Access access, Conditions conditions, Catalogue catalogue, Titles titles) {
        this.sql = sql;
        this.access = access;
        this.conditions = conditions;
        this.catalogue = catalogue;
        this.titles = titles;
    }

    /** One page of a list and how many rows there are in all. */
    record Found(List<Row> rows, long total) {}

    /** Rows with the same value of a field. */
    record Group(@Nullable Object value, @Nullable String label, long count) {}

    Found list(Shape seen, ListQuery query) {
        var where = where(seen, query);
        var fields = seen.type().fields();
        var rows = page(seen, fields, query, where)
                .limit(query.size())
                .offset((long) query.page() * query.size())
                .fetch(row -> Rows.row(row, fields));
        boolean last = rows.size() < query.size() && (query.page() == 0 || !rows.isEmpty());
        long total = last
                ? (long) query.page() * query.size() + rows.size()
                : sql.fetchCount(DSL.selectOne().from(seen.from()).where(where));
        return new Found(rows, total);
    }

    /** Every row of a list, one after the other; call it in a transaction. */
    void each(Shape seen, ListQuery query, List<Field> fields, Consumer<Row> consumer) {
        try (var cursor = page(seen, fields, query, where(seen, query))
                .fetchSize(FETCHED_AT_ONCE)
                .fetchLazy()) {
            for (var row : cursor) {
                consumer.accept(Rows.row(row, fields));
            }
        }
    }

    List<Group> groups(Shape seen, ListQuery query, String by) {
        var field = seen.type()
                .field(by)
                .orElseThrow(() -> FilterRefused.unknownField(seen.type().name(), by));
        var column = seen.column(field);
        var count = DSL.count();
        var found = sql.select(column, count)
                .from(seen.from())
                .where(where(seen, query))
                .groupBy(column)
                .orderBy(count.desc(), column)
                .limit(MOST_GROUPS)
                .fetch();
        var values = new HashSet<Object>(found.getValues(0));
        values.remove(null);
        var labels = titles.labels(seen, field, values);
        return found.map(row -> {
            var value = row.value1();
            return new Group(
                    Rows.json(field, value),
                    value == null ? null : labels.getOrDefault(value, Rows.shown(value)),
                    row.value2());
        });
    }

    /** The record, if it exists and the actor sees it. */
    Optional<Row> find(Shape seen, UUID id) {
        return one(seen, seen.type().fields(), id, false);
    }

    /** The record with all its fields, locked until the transaction ends, if the actor sees it. */
    Optional<Row> lock(Shape whole, UUID id) {
        return one(whole, whole.type().fields(), id, true);
    }

    private Optional<Row> one(Shape shape, List<Field> fields, UUID id, boolean lock) {
        var query = sql.select(Rows.columns(shape, fields))
                .from(shape.from())
                .where(shape.id().eq(id).and(rowsOf(shape)));
        return (lock ? query.forUpdate().of(DSL.table(DSL.name(Shape.ROW))) : query)
                .fetchOptional(row -> Rows.row(row, fields));
    }

    /** The records that exist and that the actor sees. */
    List<Row> find(Shape seen, Collection<UUID> ids) {
        return some(seen, ids, false);
    }

    /** The records with all their fields, locked until the transaction ends, if the actor sees them. */
    List<Row> lock(Shape whole, Collection<UUID> ids) {
        return some(whole, ids, true);
    }

    private List<Row> some(Shape shape, Collection<UUID> ids, boolean lock) {
        var fields = shape.type().fields();
        var query = sql.select(Rows.columns(shape, fields))
                .from(shape.from())
                .where(shape.id().eq(DSL.any(ids.toArray(UUID[]::new))).and(rowsOf(shape)))
                .orderBy(shape.id());
        return (lock ? query.forUpdate().of(DSL.table(DSL.name(Shape.ROW))) : query)
                .fetch(row -> Rows.row(row, fields));
    }

    Condition rowsOf(Shape shape) {
        var name = shape.type().name();
        return conditions.of(catalogue.shape(name), access.rows(name));
    }

    private Condition where(Shape seen, ListQuery query) {
        return rowsOf(seen).and(conditions.of(seen, query.filter())).and(conditions.search(seen, query.q()));
    }

    private SelectLimitStep<Record> page(Shape seen, List<Field> fields, ListQuery query, Condition where) {
        Table<?> from = seen.from();
        var order = new ArrayList<SortField<?>>();
        var sorts = query.sort().isEmpty() ? seen.type().defaultSort() : query.sort();
        for (var sort : sorts) {
            boolean descending = sort.startsWith("-");
            var name = descending ? sort.substring(1) : sort;
            var field = seen.type()
                    .field(name)
                    .filter(known -> known.kind() != FieldKind.JSON)
                    .orElseThrow(() -> FilterRefused.unknownField(seen.type().name(), name));
            var column = sorted(seen, field);
            order.add(descending ? column.desc().nullsLast() : column.asc());
        }
        order.add(seen.id().asc());
        return sql.select(Rows.columns(seen, fields)).from(from).where(where).orderBy(order);
    }

    /** References are sorted by the first word of what they refer to, everything else by itself. */
    private org.jooq.Field<?> sorted(Shape seen, Field field) {
        var target = field.referenceType();
        if (target == null || !catalogue.knows(target) || seen.refersByCode(field)) {
            return seen.column(field);
        }
        var other = catalogue.shape(target);
        var title = other.type().field(other.type().title().getFirst()).orElseThrow();
        if (title.kind() == FieldKind.REFERENCE) {
            return seen.column(field);
        }
        Select<Record1<Object>> word = DSL.select(DSL.field(DSL.name("o", title.name()), Object.class))
                .from(other.plain().as("o"))
                .where(DSL.field(DSL.name("o", "id"), UUID.class)
                        .eq(DSL.field(DSL.name(Shape.ROW, field.name()), UUID.class)));
        return DSL.field(word);
    }

    /** For each row, what stands for its choices, references and accounts, by field. */
    Map<UUID, Map<String, String>> labels(Shape seen, List<Row> rows) {
        var labels = new LinkedHashMap<UUID, Map<String, String>>();
        rows.forEach(row -> labels.put(row.id(), new LinkedHashMap<>()));
        for (var field : seen.type().fields()) {
            if (!Titles.hasLabels(field)) {
                continue;
            }
            var values = new HashSet<Object>();
            rows.forEach(row -> {
                var value = row.values().get(field.name());
                if (value != null) {
                    values.add(value);
                }
            });
            var words = titles.labels(seen, field, values);
            for (var row : rows) {
                var value = row.values().get(field.name());
                var word = value == null ? null : words.get(value);
                if (word != null) {
                    labels.computeIfAbsent(row.id(), id -> new LinkedHashMap<>())
                            .put(field.name(), word);
                }
            }
        }
        return labels;
    }
}
