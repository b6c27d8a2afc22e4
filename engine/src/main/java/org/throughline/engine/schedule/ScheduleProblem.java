package org.throughline.engine.schedule;

import java.util.List;

/**
 * What is to be scheduled. All times are minutes on one axis ({@link org.throughline.engine.calendar.TimeAxis}).
 *
 * @param now nothing that is not locked starts before it
 * @param people by name, for operations that need a skill of a grade
 * @param arcs waits beside the order of operations inside sequential jobs
 */
public record ScheduleProblem(
        long now,
        List<Machine> machines,
        List<SetupMatrix> setups,
        List<SharedResource> resources,
        List<Job> jobs,
        List<Arc> arcs,
        List<Person> people) {

    /** Nobody by name. */
    public ScheduleProblem(
            long now,
            List<Machine> machines,
            List<SetupMatrix> setups,
            List<SharedResource> resources,
            List<Job> jobs,
            List<Arc> arcs) {
        this(now, machines, setups, resources, jobs, arcs, List.of());
    }

    public ScheduleProblem {
        machines = List.copyOf(machines);
        setups = List.copyOf(setups);
        resources = List.copyOf(resources);
        jobs = List.copyOf(jobs);
        arcs = List.copyOf(arcs);
        people = List.copyOf(people);
    }

    public ScheduleProblem withPeople(List<Person> others) {
        return new ScheduleProblem(now, machines, setups, resources, jobs, arcs, others);
    }
}
