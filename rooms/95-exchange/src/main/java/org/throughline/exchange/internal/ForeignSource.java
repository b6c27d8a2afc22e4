package org.throughline.exchange.internal;

import org.throughline.exchange.ImportReport;
import org.throughline.exchange.SourceFiles;
import org.throughline.workflow.ProgressJobs.Progress;

/** An importer of one foreign system. */
public interface ForeignSource {

    /** As in the address and on the command line, e.g. {@code adventureworks}. */
    String name();

    /** Imports what it knows of these files. */
    ImportReport run(SourceFiles files, Progress progress);
}
