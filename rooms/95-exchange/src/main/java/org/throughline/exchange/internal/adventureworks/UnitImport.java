package org.throughline.exchange.internal.adventureworks;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.RowRunner;
import org.throughline.factory.Ratio;
import org.throughline.factory.Unit;
import org.throughline.factory.Units;
import org.throughline.kernel.Identity;
import org.throughline.workflow.ProgressJobs.Progress;

/** {@code UnitMeasure}: most units are known already under their recommended code. */
@Component
class UnitImport implements TableImport {

    private static final int PLACE = 10;

    private final SourceReader reader;
    private final RowRunner runner;
    private final Units units;

    UnitImport(SourceReader reader, RowRunner runner, Units units) {
        this.reader = reader;
        this.runner = runner;
        this.units = units;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(SourceTable.UNIT_MEASURE);
    }

    @Override
    public List<ImportReport.Table> run(SourceFiles files, Progress progress) {
        return reader.open(files, SourceTable.UNIT_MEASURE)
                .map(opened -> {
                    runner.each(opened.rows(), SourceRow::number, opened.tally(), progress, this::save);
                    return List.of(opened.tally().report());
                })
                .orElse(List.of());
    }

    private Outcome save(SourceRow row) {
        String code = UnitCodes.recommended(row.text("UnitMeasureCode")).orElse(row.text("UnitMeasureCode"));
        if (units.find(code).isPresent()) {
            return Outcome.UNCHANGED;
        }
        boolean kilotonne = code.equals("KTN");
        units.save(new Unit(
                Identity.fresh(),
                code,
                row.text("Name"),
                row.text("Name"),
                kilotonne ? "MASS" : "OTHER",
                kilotonne ? Ratio.of(1_000_000, 1) : Ratio.ONE));
        return Outcome.INSERTED;
    }
}
