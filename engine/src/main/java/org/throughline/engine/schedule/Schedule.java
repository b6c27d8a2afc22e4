package org.throughline.engine.schedule;

import java.util.List;

/**
 * A complete schedule.
 *
 * @param operations by machine, then start, then id
 * @param jobs in the order of the problem; jobs without operations are left out
 * @param weightedTardiness Σ weight × late minutes
 * @param evaluations schedules that were built and compared
 */
public record Schedule(
        List<ScheduledOperation> operations,
        List<JobOutcome> jobs,
        double weightedTardiness,
        int lateJobs,
        long setupMinutes,
        long makespan,
        long evaluations) {

    public Schedule {
        operations = List.copyOf(operations);
        jobs = List.copyOf(jobs);
    }
}
