package org.throughline.exchange.internal.frepple;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.SourceRefused;
import org.throughline.exchange.internal.ForeignSource;
import org.throughline.web.Sentences;
import org.throughline.workflow.ProgressJobs.Progress;

/** Fixtures and workbooks of frePPLe: items, operations, resources, calendars, suppliers, stock, demands. */
@Component
class FreppleImport implements ForeignSource {

    private final List<FreppleStep> steps;
    private final Sentences sentences;

    FreppleImport(List<FreppleStep> steps, Sentences sentences) {
        this.steps = steps.stream()
                .sorted(Comparator.comparingInt(FreppleStep::place))
                .toList();
        this.sentences = sentences;
    }

    @Override
    public String name() {
        return "frepple";
    }

    @Override
    public ImportReport run(SourceFiles files, Progress progress) {
        var data = new Dataset(FreppleReader.read(files), sentences);
        if (data.isEmpty()) {
            throw SourceRefused.nothingToImport(name(), "*.json, *.xlsx");
        }
        steps.forEach(step -> step.run(data, progress));
        return new ImportReport(name(), data.report());
    }
}
