package org.throughline.exchange.internal.adventureworks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.SourceRefused;
import org.throughline.exchange.internal.ForeignSource;
import org.throughline.workflow.ProgressJobs.Progress;

/** The sample data of a bicycle maker: units, items, structures, suppliers, stock, purchase orders. */
@Component
class AdventureWorksImport implements ForeignSource {

    private final List<TableImport> imports;
    private final SourceReader reader;

    AdventureWorksImport(List<TableImport> imports, SourceReader reader) {
        this.imports = imports.stream()
                .sorted(Comparator.comparingInt(TableImport::place))
                .toList();
        this.reader = reader;
    }

    @Override
    public String name() {
        return "adventureworks";
    }

    @Override
    public ImportReport run(SourceFiles files, Progress progress) {
        var reports = new ArrayList<ImportReport.Table>();
        for (TableImport table : imports) {
            reports.addAll(table.run(files, progress));
        }
        if (reports.isEmpty()) {
            throw SourceRefused.nothingToImport(name(), "Product.csv, BillOfMaterials.csv, Vendor.csv …");
        }
        reports.addAll(leftOut(files));
        return new ImportReport(name(), reports);
    }

    private List<ImportReport.Table> leftOut(SourceFiles files) {
        Set<String> imported = new HashSet<>();
        imports.forEach(table -> table.tables().forEach(one -> imported.add(one.file())));
        var reports = new ArrayList<ImportReport.Table>();
        files.all().forEach((file, content) -> {
            if (file.toLowerCase(Locale.ROOT).endsWith(".csv") && !imported.contains(file)) {
                var tally = reader.tally(file);
                tally.leaveOut(SourceReader.count(content), RowRefused.notCarried(file));
                reports.add(tally.report());
            }
        });
        return reports;
    }
}
