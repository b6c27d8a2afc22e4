package org.throughline.exchange.internal.adventureworks;

import java.util.List;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.SourceFiles;
import org.throughline.workflow.ProgressJobs.Progress;

/** Imports one table, or two that belong together. */
interface TableImport {

    /** Where in the order: what others refer to comes first. */
    int place();

    /** The tables it imports. */
    List<SourceTable> tables();

    /** Nothing when the files are missing. */
    List<ImportReport.Table> run(SourceFiles files, Progress progress);
}
