package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.RuleViolation;
import org.throughline.records.ImportRefused;
import org.throughline.records.RecordsWritten;
import org.throughline.records.RecordsWritten.Operation;
import org.throughline.records.internal.ImportLog.LoggedRow;
import org.throughline.records.internal.Rows.Row;
import org.throughline.web.Sentences;

/** Takes a whole import back: new records go, changed ones get their former values, unless somebody went on since. */
@Service
class ImportUndo {

    private static final int AT_ONCE = 250;

    private final ImportLog log;
    private final Catalogue catalogue;
    private final Access access;
    private final RecordReader reader;
    private final RecordWriter writer;
    private final FieldValues values;
    private final Sentences sentences;
    private final DSLContext sql;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate savepoint;

    ImportUndo(
            ImportLog log,
            Catalogue catalogue,
            Access access,
            RecordReader reader,
            RecordWriter writer,
            FieldValues values,
            Sentences sentences,
            DSLContext sql,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.catalogue = catalogue;
        this.access = access;
        this.reader = reader;
        this.writer = writer;
        this.values = values;
        this.sentences = sentences;
        this.sql = sql;
        this.events = events;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What could be taken back and what could not, with the reason. */
    record Undone(int undone, List<Kept> kept) {}

    /** A record that stays as it is. */
    record Kept(UUID id, String title, String reason, String code) {}

    /** @throws ImportRefused if it was a dry run or is undone already */
    @Transactional
    Undone undo(UUID id) {
        var logged = log.find(id).orElseThrow(() -> new NotFound("import", id));
        access.require(logged.recordType(), "import");
        if (!log.undone(id)) {
            throw ImportRefused.nothingToUndo(logged.fileName());
        }
        var whole = catalogue.shape(logged.recordType());
        var kept = new ArrayList<Kept>();
        var deleted = new ArrayList<UUID>();
        var restored = new ArrayList<UUID>();
        var rows = log.rows(id);
        var inserted = rows.stream().filter(LoggedRow::inserted).toList();
        for (int from = 0; from < inserted.size(); from += AT_ONCE) {
            var some = inserted.subList(from, Math.min(from + AT_ONCE, inserted.size()));
            deleted.addAll(removeTogether(whole, removable(whole, some, kept), kept));
        }
        for (var row : rows) {
            if (!row.inserted()) {
                try {
                    savepoint.executeWithoutResult(status -> restore(whole, row));
                    restored.add(row.recordId());
                } catch (RuleViolation refused) {
                    kept.add(kept(whole, row.recordId(), refused));
                }
            }
        }
        tell(whole, Operation.DELETED, deleted);
        tell(whole, Operation.UPDATED, restored);
        return new Undone(deleted.size() + restored.size(), kept);
    }

    private void tell(Shape whole, Operation operation, List<UUID> ids) {
        if (!ids.isEmpty()) {
            events.publishEvent(new RecordsWritten(whole.type().name(), operation, ids));
        }
    }

    /** Those of the rows that are as the import left them, and that their checks let go; locked. */
    private List<Row> removable(Shape whole, List<LoggedRow> some, List<Kept> kept) {
        var found = reader.lock(whole, some.stream().map(LoggedRow::recordId).toList()).stream()
                .collect(Collectors.toMap(Row::id, Function.identity()));
        var removable = new ArrayList<Row>();
        for (var row : some) {
            try {
                var now = unchanged(whole, row, found.get(row.recordId()));
                writer.check(whole, now.asRecordValues(), null);
                removable.add(now);
            } catch (RuleViolation refused) {
                kept.add(kept(whole, row.recordId(), refused));
            }
        }
        return removable;
    }

    private static Row unchanged(Shape whole, LoggedRow row, @Nullable Row now) {
        if (now == null) {
            throw new NotFound(whole.type().name(), row.recordId());
        }
        if (now.version() != row.versionAfter()) {
            throw new ChangedMeanwhile(whole.type().name(), RecordWriter.key(whole, now));
        }
        return now;
    }

    /** Deletes with one statement; where others refer to some of them, by halves down to those. */
    private List<UUID> removeTogether(Shape whole, List<Row> rows, List<Kept> kept) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(Row::id).toList();
        try {
            savepoint.executeWithoutResult(status -> sql.deleteFrom(whole.plain())
                    .where(DSL.field(DSL.name("id"), UUID.class).eq(DSL.any(ids.toArray(UUID[]::new))))
                    .execute());
            return ids;
        } catch (DataAccessException refused) {
            if (rows.size() == 1) {
                var row = rows.getFirst();
                var reason = TableRefusals.onDelete(whole, RecordWriter.key(whole, row), refused);
                if (reason instanceof RuleViolation rule) {
                    kept.add(kept(whole, row.id(), rule));
                    return List.of();
                }
                throw reason;
            }
            int half = rows.size() / 2;
            var removed = new ArrayList<>(removeTogether(whole, rows.subList(0, half), kept));
            removed.addAll(removeTogether(whole, rows.subList(half, rows.size()), kept));
            return removed;
        }
    }

    private void restore(Shape whole, LoggedRow row) {
        var now = unchanged(whole, row, reader.lock(whole, row.recordId()).orElse(null));
        var typed = new LinkedHashMap<String, @Nullable Object>();
        Json.object(String.valueOf(row.before()))
                .forEach((name, text) -> whole.type()
                        .field(name)
                        .ifPresent(field -> typed.put(name, values.read(field, whole.physical(field), text))));
        writer.check(whole, now.asRecordValues(), RecordWriter.after(now.id(), now.values(), typed));
        writer.write(whole, now.id(), typed);
    }

    private Kept kept(Shape whole, UUID record, RuleViolation refused) {
        var title = reader.find(access.seen(whole), record)
                .map(found -> RecordWriter.key(whole, found))
                .orElse(record.toString());
        return new Kept(record, title, sentences.what(refused, FieldValues.language()), refused.code());
    }
}
