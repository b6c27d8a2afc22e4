package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.RowN;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.kernel.RuleViolation;
import org.throughline.records.Field;
import org.throughline.records.RecordsWritten;
import org.throughline.records.RecordsWritten.Operation;
import org.throughline.records.internal.ImportRow.Action;

/** Writes the good rows of an import, some hundreds with one statement; a row that its table refuses is left out. */
@Component
class ImportWriter {

    private static final int AT_ONCE = 250;

    private final DSLContext sql;
    private final TransactionTemplate savepoint;
    private final ApplicationEventPublisher events;

    ImportWriter(DSLContext sql, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.sql = sql;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.events = events;
    }

    void write(Shape whole, List<ImportRow> rows) {
        for (var action : List.of(Action.INSERT, Action.UPDATE)) {
            var byColumns = new LinkedHashMap<List<String>, List<ImportRow>>();
            for (var row : rows) {
                if (row.action == action) {
                    byColumns
                            .computeIfAbsent(List.copyOf(new TreeSet<>(row.typed.keySet())), key -> new ArrayList<>())
                            .add(row);
                }
            }
            byColumns.forEach((columns, same) -> {
                for (int from = 0; from < same.size(); from += AT_ONCE) {
                    writeTogether(whole, columns, same.subList(from, Math.min(from + AT_ONCE, same.size())));
                }
            });
        }
        tell(whole, rows, Action.INSERT, Operation.CREATED);
        tell(whole, rows, Action.UPDATE, Operation.UPDATED);
    }

    private void tell(Shape whole, List<ImportRow> rows, Action action, Operation operation) {
        var ids = rows.stream()
                .filter(row -> row.action == action)
                .map(row -> row.id)
                .toList();
        if (!ids.isEmpty()) {
            events.publishEvent(new RecordsWritten(whole.type().name(), operation, ids));
        }
    }

    private void writeTogether(Shape whole, List<String> columns, List<ImportRow> rows) {
        try {
            savepoint.executeWithoutResult(status -> statement(whole, columns, rows));
        } catch (DataAccessException refused) {
            if (rows.size() == 1) {
                var reason = TableRefusals.of(whole, refused);
                if (reason instanceof RuleViolation rule) {
                    var label = rule.values().get("label");
                    rows.getFirst()
                            .reject(
                                    label == null ? null : label.toString(),
                                    rule.values().get("value"),
                                    rule);
                    return;
                }
                throw reason;
            }
            int half = rows.size() / 2;
            writeTogether(whole, columns, rows.subList(0, half));
            writeTogether(whole, columns, rows.subList(half, rows.size()));
        }
    }

    private void statement(Shape whole, List<String> columns, List<ImportRow> rows) {
        var fields = columns.stream()
                .map(name -> whole.type().field(name).orElseThrow())
                .toList();
        if (rows.getFirst().action == Action.INSERT) {
            insert(whole, fields, rows);
        } else {
            update(whole, fields, rows);
        }
    }

    private void insert(Shape whole, List<Field> fields, List<ImportRow> rows) {
        var targets = new ArrayList<org.jooq.Field<?>>();
        targets.add(DSL.field(DSL.name("id"), UUID.class));
        fields.forEach(field -> targets.add(whole.target(field)));
        var insert = sql.insertInto(whole.plain(), targets);
        for (var row : rows) {
            var values = new ArrayList<@Nullable Object>();
            values.add(row.id);
            fields.forEach(field -> values.add(RecordWriter.bound(field, row.typed.get(field.name()))));
            insert = insert.values(values);
        }
        insert.execute();
    }

    private void update(Shape whole, List<Field> fields, List<ImportRow> rows) {
        var names = new ArrayList<String>();
        names.add("id");
        fields.forEach(field -> names.add(field.name()));
        var values = new ArrayList<RowN>();
        for (var row : rows) {
            var cells = new ArrayList<org.jooq.Field<?>>();
            cells.add(DSL.cast(DSL.val(row.id), UUID.class));
            for (var field : fields) {
                var type = RecordWriter.dataType(whole, field);
                cells.add(DSL.cast(DSL.val(RecordWriter.bound(field, row.typed.get(field.name())), type), type));
            }
            values.add(DSL.row(cells));
        }
        var given = DSL.values(values.toArray(RowN[]::new)).as("v", names.toArray(String[]::new));
        Map<org.jooq.Field<?>, @Nullable Object> set = new LinkedHashMap<>();
        fields.forEach(field ->
                set.put(whole.target(field), DSL.field(DSL.name("v", field.name()), whole.dataType(field))));
        if (whole.hasVersion()) {
            set.put(
                    DSL.field(DSL.name("version"), Integer.class),
                    DSL.field(DSL.name(Shape.ROW, "version"), Integer.class).plus(1));
        }
        sql.update(whole.from())
                .set(set)
                .from(given)
                .where(whole.id().eq(DSL.field(DSL.name("v", "id"), UUID.class)))
                .execute();
    }
}
