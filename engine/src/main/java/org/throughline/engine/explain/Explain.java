package org.throughline.engine.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.schedule.Cause;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Machine;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.Predecessors;
import org.throughline.engine.schedule.Schedule;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.ScheduledOperation;

/** A schedule prepared to be asked for reasons. Immutable. */
public final class Explain {

    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, Machine> machines = new HashMap<>();
    /** By machine: what stands there by its end. */
    private final Map<String, TreeMap<Long, ScheduledOperation>> byEnd = new HashMap<>();

    private final Predecessors predecessors;
    private final long now;

    private Explain(ScheduleProblem problem, Schedule schedule) {
        now = problem.now();
        for (var job : problem.jobs()) {
            jobs.put(job.id(), job);
            job.operations().forEach(operation -> operations.put(operation.id(), operation));
        }
        problem.machines().forEach(machine -> machines.put(machine.id(), machine));
        for (var slot : schedule.operations()) {
            byEnd.computeIfAbsent(slot.machine(), key -> new TreeMap<>()).put(slot.end(), slot);
        }
        predecessors = new Predecessors(problem, problem.jobs(), problem.arcs(), schedule.operations());
    }

    /** Cost: O(operations log operations). */
    public static Explain of(ScheduleProblem problem, Schedule schedule) {
        return new Explain(problem, schedule);
    }

    /**
     * The way of a job from its last operation back to where it could have begun: every minute is either work of one of
     * its operations (or of what they waited for) or a wait with its cause. Of a wait for several things each has the time
     * by which it was over later than the ones before it.
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
            add(shares, at, null, workFrom, Math.min(at.end(), upTo));
            var previous = predecessors.latestBefore(at);
            long waitFrom = previous == null ? begin(at) : previous.end();
            upTo = Math.min(waitFrom, workFrom);
            addWaits(shares, at, upTo, workFrom);
            at = previous;
        }
        Collections.reverse(shares);
        var due = job.due();
        return new OrderStory(jobId, last.end(), due == null ? 0 : Math.max(0, last.end() - due), shares);
    }

    /** The wait in [from, to), cut where something that was waited for was over; the last part first. */
    private void addWaits(List<Share> shares, ScheduledOperation slot, long from, long to) {
        var cause = slot.cause();
        long upTo = to;
        for (var bound : boundsBefore(slot)) {
            if (bound.minute() > from && bound.minute() < upTo) {
                add(shares, slot, cause, bound.minute(), upTo);
                cause = bound;
                upTo = bound.minute();
            }
        }
        add(shares, slot, cause, from, upTo);
    }

    /** What was over before the cause of the start was; the last one first. */
    private List<Cause> boundsBefore(ScheduledOperation slot) {
        var bounds = new ArrayList<Cause>();
        var job = jobs.get(slot.job());
        var operation = operations.get(slot.operation());
        if (job != null && operation != null) {
            bounds.add(new Cause(Cause.Kind.RELEASE, job.id(), job.release()));
            bounds.add(new Cause(Cause.Kind.MATERIAL, operation.material(), operation.materialReady()));
        }
        var wait = predecessors.latestWait(slot);
        if (wait != null) {
            bounds.add(wait);
        }
        var machine = machineBound(slot);
        if (machine != null) {
            bounds.add(machine);
        }
        bounds.removeIf(bound -> bound.minute() >= slot.cause().minute());
        bounds.sort(Comparator.comparingLong(Cause::minute).reversed());
        return bounds;
    }

    /** When its machine had done what came before it and was set up; null if that is the cause itself, or there was nothing. */
    private @Nullable Cause machineBound(ScheduledOperation slot) {
        var machine = machines.get(slot.machine());
        var stands = byEnd.get(slot.machine());
        if (machine == null
                || stands == null
                || machine.unlimited()
                || slot.cause().kind() == Cause.Kind.MACHINE) {
            return null;
        }
        var before = stands.floorEntry(slot.start());
        if (before != null && before.getValue().operation().equals(slot.operation())) {
            before = stands.lowerEntry(slot.start());
        }
        return before == null
                ? null
                : new Cause(
                        Cause.Kind.MACHINE,
                        before.getValue().operation(),
                        machine.calendar().addWork(before.getKey(), slot.setupMinutes()));
    }

    /** @param cause null for work */
    private static void add(List<Share> shares, ScheduledOperation slot, @Nullable Cause cause, long from, long to) {
        if (to > from) {
            shares.add(new Share(slot.operation(), slot.machine(), cause, from, to));
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
