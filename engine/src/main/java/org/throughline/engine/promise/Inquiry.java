package org.throughline.engine.promise;

import java.util.List;
import org.throughline.engine.schedule.Arc;
import org.throughline.engine.schedule.Job;

/**
 * What a customer asks for, as jobs that do not exist yet.
 *
 * @param jobs their ids must not occur in the schedule; material dates stand on the operations
 * @param arcs waits between them; may name booked operations as {@code before}
 * @param wanted minute by which all should be done
 */
public record Inquiry(List<Job> jobs, List<Arc> arcs, long wanted) {

    public Inquiry {
        jobs = List.copyOf(jobs);
        arcs = List.copyOf(arcs);
    }
}
