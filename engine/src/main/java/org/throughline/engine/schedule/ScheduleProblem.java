package org.throughline.engine.schedule;

import java.util.List;

/**
 * What is to be scheduled. All times are minutes on one axis ({@link org.throughline.engine.calendar.TimeAxis}).
 *
 * @param now nothing that is not locked starts before it
 * @param arcs waits beside the order of operations inside sequential jobs
 */
public record ScheduleProblem(
        long now,
        List<Machine> machines,
        List<SetupMatrix> setups,
        List<SharedResource> resources,
        List<Job> jobs,
        List<Arc> arcs) {

    public ScheduleProblem {
        machines = List.copyOf(machines);
        setups = List.copyOf(setups);
        resources = List.copyOf(resources);
        jobs = List.copyOf(jobs);
        arcs = List.copyOf(arcs);
    }
}
