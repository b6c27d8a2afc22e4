package org.throughline.engineering.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.throughline.engineering.internal.StructureTables.Edge;

/** Low-level codes over a structure held in memory; O(edges). */
final class LevelCodes {

    private final Map<UUID, List<UUID>> components = new LinkedHashMap<>();
    private final Map<UUID, Integer> open = new HashMap<>();

    LevelCodes(Collection<Edge> edges) {
        for (var edge : edges) {
            components
                    .computeIfAbsent(edge.parentId(), parent -> new ArrayList<>())
                    .add(edge.componentId());
            open.putIfAbsent(edge.parentId(), 0);
            open.merge(edge.componentId(), 1, Integer::sum);
        }
    }

    /** The deepest level at which each item appears; items that contain themselves, and what is below, are missing. */
    Map<UUID, Integer> levels() {
        var levels = new HashMap<UUID, Integer>();
        var waiting = new HashMap<>(open);
        var ready = new ArrayDeque<UUID>();
        waiting.forEach((item, parents) -> {
            if (parents == 0) {
                ready.add(item);
                levels.put(item, 0);
            }
        });
        var done = new HashMap<UUID, Integer>();
        while (!ready.isEmpty()) {
            var item = ready.poll();
            int level = levels.getOrDefault(item, 0);
            done.put(item, level);
            for (var component : components.getOrDefault(item, List.of())) {
                levels.merge(component, level + 1, Math::max);
                if (waiting.merge(component, -1, Integer::sum) == 0) {
                    ready.add(component);
                }
            }
        }
        return done;
    }

    /** A path from an item back to itself, the first item again at the end; empty if there is none. */
    List<UUID> cycle() {
        var levelled = levels().keySet();
        var start = open.keySet().stream()
                .filter(item -> !levelled.contains(item) && components.containsKey(item))
                .min(Comparator.naturalOrder());
        return start.map(item -> walk(item, new HashSet<>(levelled))).orElse(List.of());
    }

    /** Every item left has a component left or hangs below the cycle: the walk steps back when it ends. */
    private List<UUID> walk(UUID start, Set<UUID> finished) {
        var path = new ArrayList<UUID>();
        path.add(start);
        while (!path.isEmpty()) {
            var item = path.getLast();
            var next = components.getOrDefault(item, List.of()).stream()
                    .filter(component -> !finished.contains(component))
                    .findFirst();
            if (next.isEmpty()) {
                finished.add(item);
                path.removeLast();
                continue;
            }
            int seen = path.indexOf(next.get());
            path.add(next.get());
            if (seen >= 0) {
                return List.copyOf(path.subList(seen, path.size()));
            }
        }
        return List.of();
    }
}
