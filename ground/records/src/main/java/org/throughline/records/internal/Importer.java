package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.kernel.Identity;
import org.throughline.records.ImportOutcome;
import org.throughline.records.ImportOutcome.RowError;
import org.throughline.records.ImportRefused;
import org.throughline.records.RecordImports;
import org.throughline.records.RecordRefused;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;
import org.throughline.records.ValueRefused;
import org.throughline.records.internal.ImportRow.Action;
import org.throughline.records.internal.SheetFile.Line;
import org.throughline.web.Sentences;

/**
 * Takes files and lists of rows. All good rows are written in one transaction; a dry run does the same and takes it
 * back, so that even what only the tables refuse is known beforehand.
 */
@Service
class Importer implements RecordImports {

    private static final int SHOWN_ERRORS = 200;

    private final Catalogue catalogue;
    private final Access access;
    private final ImportPlan plan;
    private final ImportWriter writer;
    private final ImportLog log;
    private final ColumnMemory columns;
    private final Sentences sentences;
    private final TransactionTemplate transaction;

    Importer(
            Catalogue catalogue,
            Access access,
            ImportPlan plan,
            ImportWriter writer,
            ImportLog log,
            ColumnMemory columns,
            Sentences sentences,
            PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.access = access;
        this.plan = plan;
        this.writer = writer;
        this.log = log;
        this.columns = columns;
        this.sentences = sentences;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the error file needs of the file that was imported. */
    private record Source(
            String name,
            Map<String, String> mapping,
            List<Line> lines,
            @Nullable Headers headers) {}

    /**
     * @param told what columns mean by the actor's word: header to field, empty for none; remembered when the file is
     *     taken and used for the next one
     */
    ImportOutcome file(String type, String name, byte[] content, Mode mode, boolean dryRun, Map<String, String> told) {
        var whole = open(type);
        var seen = access.seen(whole).type();
        told.values().stream()
                .filter(field -> !field.isEmpty() && seen.field(field).isEmpty())
                .findFirst()
                .ifPresent(field -> {
                    throw ValueRefused.unknownField(type, field);
                });
        var lines = SheetFile.read(name, content);
        var meanings = new HashMap<>(columns.of(type));
        told.forEach((header, field) -> meanings.put(Headers.plain(header), field));
        var headers = Headers.find(seen, lines, meanings);
        if (headers.knownColumns() == 0) {
            throw ImportRefused.withoutHeaders(name, labels(seen));
        }
        boolean keyed = seen.naturalKey().stream().allMatch(headers::has);
        boolean numbered = seen.naturalKey().stream()
                .allMatch(key -> seen.field(key).orElseThrow().numberRule() != null);
        if (!keyed && !(mode != Mode.UPDATE && numbered) && mode != Mode.INSERT) {
            throw ImportRefused.withoutKey(name, keyLabels(seen));
        }
        var data = lines.subList(headers.firstDataLine(), lines.size()).stream()
                .filter(line -> !isSample(line))
                .toList();
        var rows = new ArrayList<ImportRow>();
        for (var line : data) {
            var raw = new LinkedHashMap<String, @Nullable Object>();
            for (var column : headers.columns()) {
                var field = column.field();
                if (field != null) {
                    raw.put(field.name(), line.cell(column.index()));
                }
            }
            rows.add(new ImportRow(line.number(), raw));
        }
        var outcome = run(whole, new Source(name, headers.mapping(), data, headers), rows, mode, dryRun);
        if (!dryRun) {
            columns.keep(type, told);
        }
        return outcome;
    }

    /** The template's own example row. */
    private static boolean isSample(Line line) {
        return line.cells().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(Object::toString)
                .filter(text -> text.startsWith(Template.SAMPLE_ZH) || text.startsWith(Template.SAMPLE_EN))
                .isPresent();
    }

    @Override
    public ImportOutcome run(
            String type,
            String source,
            List<? extends Map<String, ? extends @Nullable Object>> rows,
            Mode mode,
            boolean dryRun) {
        var whole = open(type);
        var importRows = new ArrayList<ImportRow>();
        for (int i = 0; i < rows.size(); i++) {
            importRows.add(new ImportRow(i + 1, new LinkedHashMap<>(rows.get(i))));
        }
        return run(whole, new Source(source, Map.of(), List.of(), null), importRows, mode, dryRun);
    }

    private Shape open(String type) {
        var whole = catalogue.shape(type);
        access.require(type, "import");
        if (whole.type().writtenBy() == WrittenBy.NOBODY) {
            throw RecordRefused.onlyByUseCase(type, "import");
        }
        return whole;
    }

    private ImportOutcome run(Shape whole, Source source, List<ImportRow> rows, Mode mode, boolean dryRun) {
        var id = Identity.fresh();
        var type = whole.type().name();
        var outcome = transaction.execute(status -> {
            plan.decide(whole, rows, mode);
            writer.write(whole, rows);
            var done = outcome(id, source, rows, dryRun);
            if (dryRun) {
                status.setRollbackOnly();
            } else {
                log.insert(type, source.name(), mode, done, errorFile(source, rows));
                log.insertRows(id, whole, rows);
            }
            return done;
        });
        Objects.requireNonNull(outcome);
        if (dryRun) {
            transaction.executeWithoutResult(
                    status -> log.insert(type, source.name(), mode, outcome, errorFile(source, rows)));
        }
        return outcome;
    }

    private ImportOutcome outcome(UUID id, Source source, List<ImportRow> rows, boolean dryRun) {
        int inserted = 0;
        int updated = 0;
        int rejected = 0;
        var errors = new ArrayList<RowError>();
        for (var row : rows) {
            inserted += row.action == Action.INSERT ? 1 : 0;
            updated += row.action == Action.UPDATE ? 1 : 0;
            rejected += row.isGood() ? 0 : 1;
            for (var problem : row.problems) {
                if (errors.size() < SHOWN_ERRORS) {
                    errors.add(new RowError(
                            row.number,
                            problem.column(),
                            problem.value(),
                            reason(problem),
                            problem.refusal().code()));
                }
            }
        }
        boolean file = rejected > 0 && source.headers() != null;
        return new ImportOutcome(
                id,
                rows.size(),
                inserted,
                updated,
                rows.size() - inserted - updated - rejected,
                rejected,
                dryRun,
                source.mapping(),
                errors,
                file ? "/api/imports/%s/errors.xlsx".formatted(id) : null);
    }

    private String reason(ImportRow.Problem problem) {
        var language = FieldValues.language();
        var advice = sentences.advice(problem.refusal(), language);
        var what = sentences.what(problem.refusal(), language);
        return advice == null ? what : what + ("en".equals(language) ? " " : "") + advice;
    }

    private byte @Nullable [] errorFile(Source source, List<ImportRow> rows) {
        var headers = source.headers();
        if (headers == null || rows.stream().allMatch(ImportRow::isGood)) {
            return null;
        }
        var reasons = new LinkedHashMap<Line, String>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isGood()) {
                reasons.put(
                        source.lines().get(i),
                        rows.get(i).problems.stream().map(this::reason).collect(Collectors.joining("\n")));
            }
        }
        return ErrorFile.write(headers, reasons);
    }

    private static String labels(RecordType seen) {
        return seen.fields().stream().map(FieldValues::label).collect(Collectors.joining(", "));
    }

    private static String keyLabels(RecordType seen) {
        return seen.naturalKey().stream()
                .map(key -> FieldValues.label(seen.field(key).orElseThrow()))
                .collect(Collectors.joining(", "));
    }
}
