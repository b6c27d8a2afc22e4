package org.throughline.engine.schedule;

import java.util.Map;
import org.throughline.engine.EngineRefusal;

/** Refuses numbers with which nothing can be computed: durations below 0, and minutes so far away that sums overflow. */
final class PlausibleNumbers {

    /** Two thousand million years; some thousands of them can be added up. */
    private static final long FARTHEST = 1L << 50;

    private PlausibleNumbers() {}

    /** @throws EngineRefusal {@code schedule.never-fits} with what the number belongs to */
    static void require(ScheduleProblem problem) {
        requireMinute(problem.now(), "the plan's start");
        problem.setups().forEach(PlausibleNumbers::requireSetups);
        for (var resource : problem.resources()) {
            for (var absence : resource.absences()) {
                requireMinute(absence.window().start(), resource.id());
                requireMinute(absence.window().end(), resource.id());
            }
        }
        for (var journey : problem.journeys()) {
            requireMinute(journey.minutes(), "the journey from " + journey.from());
        }
        requireJobs(problem);
    }

    /** The same for jobs and arcs alone, where the rest is known already. */
    static void requireJobs(ScheduleProblem problem) {
        problem.jobs().forEach(PlausibleNumbers::requireJob);
        problem.arcs().forEach(PlausibleNumbers::requireArc);
    }

    private static void requireSetups(SetupMatrix matrix) {
        requireDuration(matrix.otherwise(), matrix.id());
        for (var time : matrix.times()) {
            requireDuration(time.minutes(), matrix.id());
        }
    }

    private static void requireJob(Job job) {
        requireNotTooLate(job.release(), job.id());
        var due = job.due();
        requireMinute(due == null ? 0 : due, job.id());
        for (var operation : job.operations()) {
            requireNotTooLate(operation.materialReady(), operation.id());
            for (var alternative : operation.alternatives()) {
                requireDuration(alternative.minutes(), operation.id());
            }
            var lock = operation.lock();
            if (lock != null) {
                requireMinute(lock.start(), operation.id());
                requireDuration(lock.minutes(), operation.id());
            }
        }
    }

    private static void requireArc(Arc arc) {
        var what = "the wait of " + arc.after();
        requireMinute(arc.lag(), what);
        var most = arc.most();
        requireMinute(most == null ? 0 : most, what);
        var overlap = arc.overlap();
        if (overlap != null) {
            requireDuration(overlap.firstBatch(), what);
            requireDuration(overlap.lastBatch(), what);
        }
    }

    private static void requireDuration(long minutes, String what) {
        if (minutes < 0) {
            throw refusal(what, minutes, "its minutes are negative");
        }
        requireNotTooLate(minutes, what);
    }

    private static void requireMinute(long minute, String what) {
        if (minute < -FARTHEST) {
            throw refusal(what, minute, "that lies too far in the past");
        }
        requireNotTooLate(minute, what);
    }

    /** As early as can be is a way to say that something does not matter. */
    private static void requireNotTooLate(long minute, String what) {
        if (minute > FARTHEST) {
            throw refusal(what, minute, "that is later than can be computed with");
        }
    }

    private static EngineRefusal refusal(String what, long minutes, String why) {
        return new EngineRefusal(
                "schedule.never-fits",
                "With the minutes (%d) of (%s) there is no schedule: %s.".formatted(minutes, what, why),
                Map.of("subject", what, "minutes", Long.toString(minutes), "why", why));
    }
}
