package org.throughline.engine.schedule;

/**
 * What makes one schedule better than another: the smaller sum of weights times figures; of equal sums less setup, then less
 * flow time. All weights at least 0.
 *
 * @param tardiness of a minute late times the weight of the job
 * @param lateJob of a job that is late at all
 * @param setup of a minute of setup
 * @param flow of a minute between a job's release (or the plan's start) and its end
 * @param stability of a minute between an operation's start and its start in the published schedule; another machine counts
 *     like {@value #MACHINE_CHANGE} minutes
 */
public record Objective(double tardiness, double lateJob, double setup, double flow, double stability) {

    /** What another machine counts for stability, in minutes. */
    public static final int MACHINE_CHANGE = 480;

    public Objective {
        if (Math.min(Math.min(tardiness, lateJob), Math.min(Math.min(setup, flow), stability)) < 0) {
            throw new IllegalArgumentException("A weight of the objective is negative.");
        }
    }

    /** Weighted tardiness alone. */
    public static Objective byTardiness() {
        return new Objective(1, 0, 0, 0, 0);
    }

    public Objective withLateJob(double weight) {
        return new Objective(tardiness, weight, setup, flow, stability);
    }

    public Objective withSetup(double weight) {
        return new Objective(tardiness, lateJob, weight, flow, stability);
    }

    public Objective withFlow(double weight) {
        return new Objective(tardiness, lateJob, setup, weight, stability);
    }

    public Objective withStability(double weight) {
        return new Objective(tardiness, lateJob, setup, flow, weight);
    }
}
