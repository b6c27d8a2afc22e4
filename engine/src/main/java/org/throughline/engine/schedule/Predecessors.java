package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which placed operations each placed operation waited for, by the order inside its job and by arcs. Immutable. */
public final class Predecessors {

    private final Map<String, ScheduledOperation> placed = new HashMap<>();
    private final Map<String, List<String>> before = new HashMap<>();

    /** Cost: O(operations + arcs). Arcs and jobs may name operations that are not placed. */
    public Predecessors(Collection<Job> jobs, Collection<Arc> arcs, Collection<ScheduledOperation> placements) {
        placements.forEach(slot -> placed.put(slot.operation(), slot));
        for (var job : jobs) {
            for (int k = 1; k < job.operations().size() && job.sequential(); k++) {
                add(job.operations().get(k - 1).id(), job.operations().get(k).id());
            }
        }
        arcs.forEach(arc -> add(arc.before(), arc.after()));
    }

    private void add(String first, String then) {
        before.computeIfAbsent(then, key -> new ArrayList<>()).add(first);
    }

    /** Where an operation stands; null if it is not placed. */
    public @Nullable ScheduledOperation placed(String operation) {
        return placed.get(operation);
    }

    /** Of the operations that one waited for, that which ended last; null if there is none. */
    public @Nullable ScheduledOperation latestBefore(ScheduledOperation slot) {
        @Nullable ScheduledOperation latest = null;
        for (var id : before.getOrDefault(slot.operation(), List.of())) {
            var candidate = placed.get(id);
            if (candidate != null && (latest == null || candidate.end() > latest.end())) {
                latest = candidate;
            }
        }
        return latest;
    }
}
