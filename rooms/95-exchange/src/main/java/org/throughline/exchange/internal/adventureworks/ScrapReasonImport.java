package org.throughline.exchange.internal.adventureworks;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.RowRunner;
import org.throughline.factory.ScrapReason;
import org.throughline.factory.ScrapReasons;
import org.throughline.kernel.Identity;
import org.throughline.workflow.ProgressJobs.Progress;

/** {@code ScrapReason}: the source does not say whether process or material is to blame; the process is assumed. */
@Component
class ScrapReasonImport implements TableImport {

    private static final int PLACE = 90;

    private final SourceReader reader;
    private final RowRunner runner;
    private final ScrapReasons reasons;

    ScrapReasonImport(SourceReader reader, RowRunner runner, ScrapReasons reasons) {
        this.reader = reader;
        this.runner = runner;
        this.reasons = reasons;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(SourceTable.SCRAP_REASON);
    }

    @Override
    public List<ImportReport.Table> run(SourceFiles files, Progress progress) {
        return reader.open(files, SourceTable.SCRAP_REASON)
                .map(opened -> {
                    runner.each(opened.rows(), SourceRow::number, opened.tally(), progress, this::save);
                    return List.of(opened.tally().report());
                })
                .orElse(List.of());
    }

    private Outcome save(SourceRow row) {
        String code = "AW-%02d".formatted(row.integer("ScrapReasonID"));
        Optional<ScrapReason> known = reasons.byCode(code);
        var wanted = new ScrapReason(
                known.map(ScrapReason::id).orElseGet(Identity::fresh),
                code,
                row.text("Name"),
                row.text("Name"),
                known.map(ScrapReason::cause).orElse(ScrapReason.Cause.PROCESS),
                known.map(ScrapReason::active).orElse(true),
                ForeignKeys.key("scrap", row.text("ScrapReasonID")),
                known.map(ScrapReason::version).orElse(0));
        if (known.isPresent() && known.get().equals(wanted)) {
            return Outcome.UNCHANGED;
        }
        reasons.save(wanted);
        return known.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    }
}
