package org.throughline.engine.schedule;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;

/** Which placed operations each placed operation waited for, by the order inside its job and by arcs. Immutable. */
public final class Predecessors {

    private final Map<String, ScheduledOperation> placed = new HashMap<>();
    /** By waiting operation: the arcs by the operation waited for. */
    private final Map<String, Map<String, Arc>> before = new HashMap<>();

    private final Map<String, Operation> operations = new HashMap<>();
    private final List<Machine> machines;
    private final Map<String, Integer> machineNumbers = new HashMap<>();
    private final Journeys journeys;

    /**
     * Cost: O(machines + operations + arcs). Arcs and jobs may name operations that are not placed.
     *
     * @param problem says where the machines stand and when they work
     */
    public Predecessors(
            ScheduleProblem problem,
            Collection<Job> jobs,
            Collection<Arc> arcs,
            Collection<ScheduledOperation> placements) {
        machines = problem.machines();
        machines.forEach(machine -> machineNumbers.put(machine.id(), machineNumbers.size()));
        journeys = new Journeys(problem);
        placements.forEach(slot -> placed.put(slot.operation(), slot));
        for (var job : jobs) {
            job.operations().forEach(operation -> operations.put(operation.id(), operation));
            for (int k = 1; k < job.operations().size() && job.sequential(); k++) {
                var neighbour = Arc.of(
                        job.operations().get(k - 1).id(),
                        job.operations().get(k).id());
                before(neighbour).put(neighbour.before(), neighbour);
            }
        }
        // A given arc replaces the one between neighbours of a job; of several given ones all hold.
        arcs.forEach(arc -> before(arc).remove(arc.before()));
        arcs.forEach(arc -> before(arc).merge(arc.before(), arc, Arc::and));
    }

    private Map<String, Arc> before(Arc arc) {
        return before.computeIfAbsent(arc.after(), key -> new LinkedHashMap<>());
    }

    /** Where an operation stands; null if it is not placed. */
    public @Nullable ScheduledOperation placed(String operation) {
        return placed.get(operation);
    }

    /** What each of the operations that one waited for allowed: the earliest start after its end, lag and journey. */
    public List<Cause> waits(ScheduledOperation slot) {
        return before.getOrDefault(slot.operation(), Map.of()).values().stream()
                .filter(arc -> placed.containsKey(arc.before()))
                .map(arc -> new Cause(Cause.Kind.PREDECESSOR, arc.before(), bound(arc, slot)))
                .toList();
    }

    /** Of the operations that one waited for, that which kept it waiting longest; null if there is none. */
    public @Nullable ScheduledOperation latestBefore(ScheduledOperation slot) {
        var latest = latestWait(slot);
        return latest == null ? null : placed.get(latest.subject());
    }

    /** The last of {@link #waits}; null if there is none. */
    public @Nullable Cause latestWait(ScheduledOperation slot) {
        @Nullable Cause latest = null;
        for (var wait : waits(slot)) {
            latest = latest == null || wait.minute() >= latest.minute() ? wait : latest;
        }
        return latest;
    }

    private long bound(Arc arc, ScheduledOperation slot) {
        var first = placed.get(arc.before());
        if (first == null) {
            return Long.MIN_VALUE;
        }
        long lag = arc.lag() + journey(first.machine(), slot.machine());
        var overlap = arc.overlap();
        return overlap == null
                ? first.end() + lag
                : overlap.earliestStart(
                        first.start(),
                        first.end(),
                        calendar(first.machine()),
                        lag,
                        calendar(slot.machine()),
                        minutes(slot));
    }

    private long minutes(ScheduledOperation slot) {
        var operation = operations.get(slot.operation());
        return operation == null
                ? 0
                : operation.alternatives().stream()
                        .filter(alternative -> alternative.machine().equals(slot.machine()))
                        .mapToLong(Operation.Alternative::minutes)
                        .findFirst()
                        .orElse(0);
    }

    private WorkingCalendar calendar(String machine) {
        var number = machineNumbers.get(machine);
        return number == null ? WorkingCalendar.always() : machines.get(number).calendar();
    }

    private long journey(String from, String to) {
        var first = machineNumbers.get(from);
        var second = machineNumbers.get(to);
        return first == null || second == null ? 0 : journeys.minutes(first, second);
    }
}
