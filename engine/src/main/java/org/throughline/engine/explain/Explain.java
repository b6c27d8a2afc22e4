package org.throughline.engine.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Predecessors;
import org.throughline.engine.schedule.Schedule;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.ScheduledOperation;

/** A schedule prepared to be asked for reasons. Immutable. */
public final class Explain {

    private final Map<String, Job> jobs = new HashMap<>();
    private final Predecessors predecessors;
    private final long now;

    private Explain(ScheduleProblem problem, Schedule schedule) {
        now = problem.now();
        problem.jobs().forEach(job -> jobs.put(job.id(), job));
        predecessors = new Predecessors(problem.jobs(), problem.arcs(), schedule.operations());
    }

    /** Cost: O(operations). */
    public static Explain of(ScheduleProblem problem, Schedule schedule) {
        return new Explain(problem, schedule);
    }

    /**
     * The way of a job from its last operation back to where it could have begun: every minute is either work of one of
     * its operations (or of what they waited for) or a wait with its cause.
     *
     * @throws EngineRefusal {@code schedule.unknown} if the job has no operation in the schedule
     */
    public OrderStory story(String jobId) {
        var job = jobs.get(jobId);
        var last = job == null ? null : last(job);
        if (job == null || last == null) {
            throw new EngineRefusal(
                    "schedule.unknown",
                    "The job (%s) has no operation in the schedule.".formatted(jobId),
                    Map.of("what", "job", "id", jobId, "namedBy", "explain"));
        }
        var shares = new ArrayList<Share>();
        var seen = new HashSet<String>();
        @Nullable ScheduledOperation at = last;
        long upTo = last.end();
        while (at != null && seen.add(at.operation())) {
            long workFrom = Math.min(at.start(), upTo);
            add(shares, at, true, workFrom, Math.min(at.end(), upTo));
            var previous = predecessors.latestBefore(at);
            long waitFrom = previous == null ? begin(at) : Math.min(previous.end(), workFrom);
            add(shares, at, false, Math.min(waitFrom, workFrom), workFrom);
            upTo = Math.min(waitFrom, workFrom);
            at = previous;
        }
        Collections.reverse(shares);
        var due = job.due();
        return new OrderStory(jobId, last.end(), due == null ? 0 : Math.max(0, last.end() - due), shares);
    }

    private static void add(List<Share> shares, ScheduledOperation slot, boolean working, long from, long to) {
        if (to > from) {
            shares.add(new Share(slot.operation(), slot.machine(), working ? null : slot.cause(), from, to));
        }
    }

    private long begin(ScheduledOperation slot) {
        var job = jobs.get(slot.job());
        return Math.min(slot.start(), job == null ? now : Math.max(now, job.release()));
    }

    private @Nullable ScheduledOperation last(Job job) {
        @Nullable ScheduledOperation last = null;
        for (var operation : job.operations()) {
            var slot = predecessors.placed(operation.id());
            if (slot != null && (last == null || slot.end() >= last.end())) {
                last = slot;
            }
        }
        return last;
    }
}
