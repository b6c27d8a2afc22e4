package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
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
        for (var row : log.rows(id)) {
            try {
                savepoint.executeWithoutResult(status -> undo(whole, row));
                (row.inserted() ? deleted : restored).add(row.recordId());
            } catch (RuleViolation refused) {
                kept.add(kept(whole, row, refused));
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

    private void undo(Shape whole, LoggedRow row) {
        var now = reader.lock(whole, row.recordId())
                .orElseThrow(() -> new NotFound(whole.type().name(), row.recordId()));
        if (now.version() != row.versionAfter()) {
            throw new ChangedMeanwhile(whole.type().name(), RecordWriter.key(whole, now));
        }
        if (row.inserted()) {
            remove(whole, now);
        } else {
            restore(whole, now, String.valueOf(row.before()));
        }
    }

    private void remove(Shape whole, Row now) {
        writer.check(whole, now.asRecordValues(), null);
        try {
            sql.deleteFrom(whole.plain())
                    .where(DSL.field(DSL.name("id"), UUID.class).eq(now.id()))
                    .execute();
        } catch (DataAccessException refused) {
            throw TableRefusals.onDelete(whole, RecordWriter.key(whole, now), refused);
        }
    }

    private void restore(Shape whole, Row now, String before) {
        var typed = new LinkedHashMap<String, @Nullable Object>();
        Json.object(before)
                .forEach((name, text) -> whole.type()
                        .field(name)
                        .ifPresent(field -> typed.put(name, values.read(field, whole.physical(field), text))));
        writer.check(whole, now.asRecordValues(), RecordWriter.after(now.id(), now.values(), typed));
        writer.write(whole, now.id(), typed);
    }

    private Kept kept(Shape whole, LoggedRow row, RuleViolation refused) {
        var title = reader.find(access.seen(whole), row.recordId())
                .map(found -> RecordWriter.key(whole, found))
                .orElse(row.recordId().toString());
        return new Kept(row.recordId(), title, sentences.what(refused, FieldValues.language()), refused.code());
    }
}
