package org.throughline.exchange.internal.frepple;

import org.throughline.workflow.ProgressJobs.Progress;

/** Imports some models of a data set. */
interface FreppleStep {

    /** Where in the order: what others refer to comes first. */
    int place();

    void run(Dataset data, Progress progress);
}
