package org.throughline.exchange.internal.adventureworks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.engineering.BomDraft;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.SaveBoms;
import org.throughline.engineering.Saved;
import org.throughline.engineering.ScrapConvention;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.RowRunner;
import org.throughline.exchange.internal.Tally;
import org.throughline.factory.Item;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;
import org.throughline.workflow.ProgressJobs.Progress;

/**
 * {@code BillOfMaterials}: one bill for each assembly, its lines with their dates. A row without an assembly only says
 * that a product is finished, and has no component. The source's end date is the last valid day; ours is the first day on
 * which the line is no longer valid.
 */
@Component
class BillImport implements TableImport {

    private static final int PLACE = 50;
    private static final int POSITION_STEP = 10;
    private static final String REVISION = "A";

    private final SourceReader reader;
    private final RowRunner runner;
    private final SaveBoms saveBoms;
    private final ForeignKeys keys;

    BillImport(SourceReader reader, RowRunner runner, SaveBoms saveBoms, ForeignKeys keys) {
        this.reader = reader;
        this.runner = runner;
        this.saveBoms = saveBoms;
        this.keys = keys;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(SourceTable.BILL_OF_MATERIALS);
    }

    @Override
    public List<ImportReport.Table> run(SourceFiles files, Progress progress) {
        return reader.open(files, SourceTable.BILL_OF_MATERIALS)
                .map(opened -> {
                    progress.at(0, opened.rows().size(), opened.tally().name());
                    save(byAssembly(opened.rows(), opened.tally()), opened.tally());
                    return List.of(opened.tally().report());
                })
                .orElse(List.of());
    }

    private record Line(SourceRow row, Item component, Quantity quantity) {}

    private Map<UUID, List<Line>> byAssembly(List<SourceRow> rows, Tally tally) {
        var known = keys.items();
        var byAssembly = new LinkedHashMap<UUID, List<Line>>();
        for (SourceRow row : rows) {
            try {
                Item component = ForeignKeys.known(known, row, "ComponentID");
                if (row.optional("ProductAssemblyID").isEmpty()) {
                    throw RowRefused.finishedProductHead(component.code());
                }
                Item assembly = ForeignKeys.known(known, row, "ProductAssemblyID");
                byAssembly
                        .computeIfAbsent(assembly.id(), unseen -> new ArrayList<>())
                        .add(new Line(row, component, quantity(row)));
            } catch (RuleViolation refused) {
                tally.reject(row.number(), refused);
            }
        }
        return byAssembly;
    }

    private static Quantity quantity(SourceRow row) {
        String unit = UnitCodes.recommended(row.text("UnitMeasureCode"))
                .orElseThrow(() -> RowRefused.unknown("UnitMeasureCode", row.text("UnitMeasureCode")));
        return new Quantity(row.number("PerAssemblyQty"), unit);
    }

    private void save(Map<UUID, List<Line>> byAssembly, Tally tally) {
        var drafts = new ArrayList<BomDraft>();
        byAssembly.forEach((assembly, lines) -> drafts.add(draft(assembly, lines)));
        try {
            runner.whole(() -> {
                Map<UUID, Saved> saved = saveBoms.save(drafts);
                byAssembly.forEach((assembly, lines) -> lines.forEach(line -> tally.count(
                        switch (Optional.ofNullable(saved.get(assembly)).orElse(Saved.UNCHANGED)) {
                            case INSERTED -> Outcome.INSERTED;
                            case UPDATED -> Outcome.UPDATED;
                            case UNCHANGED -> Outcome.UNCHANGED;
                        })));
            });
        } catch (RuleViolation refused) {
            byAssembly
                    .values()
                    .forEach(lines ->
                            lines.forEach(line -> tally.reject(line.row().number(), refused)));
        }
    }

    private static BomDraft draft(UUID assembly, List<Line> lines) {
        var sorted = lines.stream()
                .sorted(Comparator.comparing((Line line) -> line.component().code())
                        .thenComparing(line -> line.row().date("StartDate")))
                .toList();
        var drafted = new ArrayList<BomDraft.Line>();
        for (Line line : sorted) {
            drafted.add(new BomDraft.Line(
                    (drafted.size() + 1) * POSITION_STEP,
                    line.component().id(),
                    line.quantity(),
                    BigDecimal.ZERO,
                    ScrapConvention.ON_TOP,
                    BigDecimal.ZERO,
                    line.row().date("StartDate"),
                    firstInvalidDay(line.row()),
                    null,
                    null,
                    1,
                    ForeignKeys.key("bill", line.row().text("BillOfMaterialsID"))));
        }
        return new BomDraft(assembly, REVISION, RevisionStatus.RELEASED, BigDecimal.ONE, null, null, drafted);
    }

    private static @Nullable LocalDate firstInvalidDay(SourceRow row) {
        return row.optionalDate("EndDate").map(day -> day.plusDays(1)).orElse(null);
    }
}
