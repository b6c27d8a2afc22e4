package org.throughline.scheduling.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.SharedResource;

/**
 * People and tools in the engine's words. What nobody has does not hold anything up: a schedule that waits for people who
 * do not exist would help nobody.
 *
 * @param names as people read them, by resource
 */
record SideResources(List<SharedResource> resources, List<Use> uses, Map<String, String> names) {

    static final SideResources NONE = new SideResources(List.of(), List.of(), Map.of());

    /** @param operationName null: every operation of the work centre */
    record Use(UUID workCentreId, @Nullable String operationName, Operation.Use use) {

        private boolean isFor(UUID workCentre, String operation) {
            return workCentreId.equals(workCentre) && (operationName == null || operationName.equals(operation));
        }
    }

    /** The operation with what it takes, at most what there is. */
    Operation with(Operation built, UUID workCentre, String operation) {
        if (uses.isEmpty()) {
            return built;
        }
        var capacity = resources.stream().collect(Collectors.toMap(SharedResource::id, SharedResource::capacity));
        var taken = new LinkedHashMap<String, Integer>();
        uses.stream()
                .filter(one -> one.isFor(workCentre, operation))
                .forEach(one -> taken.merge(one.use().resource(), one.use().count(), Math::max));
        var using = built;
        for (var one : taken.entrySet()) {
            int there = capacity.getOrDefault(one.getKey(), 0);
            if (there > 0) {
                using = using.using(one.getKey(), Math.min(there, one.getValue()));
            }
        }
        return using;
    }

    String nameOf(String resource) {
        return names.getOrDefault(resource, resource);
    }
}
