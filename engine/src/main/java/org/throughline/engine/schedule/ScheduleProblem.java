package org.throughline.engine.schedule;

import java.util.List;

/**
 * What is to be scheduled. All times are minutes on one axis ({@link org.throughline.engine.calendar.TimeAxis}).
 *
 * @param now nothing that is not locked starts before it
 * @param people by name, for operations that need a skill of a grade
 * @param journeys between plants
 * @param arcs waits beside the order of operations inside sequential jobs
 */
public record ScheduleProblem(
        long now,
        List<Machine> machines,
        List<SetupMatrix> setups,
        List<SharedResource> resources,
        List<Job> jobs,
        List<Arc> arcs,
        List<Person> people,
        List<Journey> journeys) {

    /** One plant. */
    public ScheduleProblem(
            long now,
            List<Machine> machines,
            List<SetupMatrix> setups,
            List<SharedResource> resources,
            List<Job> jobs,
            List<Arc> arcs,
            List<Person> people) {
        this(now, machines, setups, resources, jobs, arcs, people, List.of());
    }

    /** One plant, and nobody by name. */
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
        journeys = List.copyOf(journeys);
    }

    public ScheduleProblem withPeople(List<Person> others) {
        return new ScheduleProblem(now, machines, setups, resources, jobs, arcs, others, journeys);
    }

    public ScheduleProblem withJourneys(List<Journey> others) {
        return new ScheduleProblem(now, machines, setups, resources, jobs, arcs, people, others);
    }

    ScheduleProblem withMachines(List<Machine> others) {
        return new ScheduleProblem(now, others, setups, resources, jobs, arcs, people, journeys);
    }

    ScheduleProblem withJobs(List<Job> others, List<Arc> waits) {
        return new ScheduleProblem(now, machines, setups, resources, others, waits, people, journeys);
    }
}
