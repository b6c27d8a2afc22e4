package org.throughline.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.mrp.PegLink;
import org.throughline.engine.mrp.RequirementRef;
import org.throughline.planning.RequirementNode;

/** Reads out of a plan what one demand needs, level by level. */
final class RequirementTree {

    private final PlanIndex index;
    private final Map<UUID, UUID> suggestions;

    /** @param suggestions open proposals for the demand's order line, by item */
    RequirementTree(PlanIndex index, Map<UUID, UUID> suggestions) {
        this.index = index;
        this.suggestions = suggestions;
    }

    /** A supply that serves a node, the demand's share of it, and when it is wanted. */
    record Part(PegLink link, Scaling share, LocalDate needed) {}

    RequirementNode of(String demand, UUID itemId, LocalDate needed) {
        var parts = index.servedBy(new RequirementRef(RequirementRef.Kind.DEMAND, demand)).stream()
                .map(link -> new Part(link, Scaling.ALL, needed))
                .toList();
        return node(itemId, null, 0, parts);
    }

    private RequirementNode node(UUID itemId, @Nullable UUID parent, int level, List<Part> parts) {
        var count = new RequirementCount(index, itemId);
        parts.forEach(count::add);
        var below = new LinkedHashMap<UUID, List<Part>>();
        for (var part : parts) {
            components(part)
                    .forEach((component, served) -> below.computeIfAbsent(component, id -> new ArrayList<>())
                            .addAll(served));
        }
        var components = below.entrySet().stream()
                .map(entry -> node(entry.getKey(), itemId, level + 1, entry.getValue()))
                .toList();
        return count.node(level, operationOf(parent, itemId), suggestions.get(itemId), components);
    }

    private Map<UUID, List<Part>> components(Part part) {
        var components = new LinkedHashMap<UUID, List<Part>>();
        var link = part.link();
        var order = index.order(link.supply());
        var piece = index.piece(link.supply());
        if (order != null) {
            var share = part.share().times(link.quantity(), order.quantity());
            var consumer = new RequirementRef(RequirementRef.Kind.PLANNED, order.id());
            for (var need : index.componentsOf(order)) {
                var served = components.computeIfAbsent(UUID.fromString(need.component()), id -> new ArrayList<>());
                index.servedBy(consumer, need.component())
                        .forEach(further -> served.add(new Part(further, share, need.date())));
            }
        } else if (piece != null) {
            var share =
                    part.share().times(link.quantity(), piece.supply().open().amount());
            for (var need : index.materialsOf(piece.supply().id())) {
                var consumer = new RequirementRef(RequirementRef.Kind.DEMAND, EngineInput.MATERIAL + need.id());
                var served = components.computeIfAbsent(need.itemId(), id -> new ArrayList<>());
                index.servedBy(consumer).forEach(further -> served.add(new Part(further, share, need.needed())));
            }
        }
        components.values().removeIf(List::isEmpty);
        return components;
    }

    private @Nullable Integer operationOf(@Nullable UUID parent, UUID component) {
        var bom = parent == null ? null : index.snapshot().boms().get(parent);
        if (bom == null) {
            return null;
        }
        return bom.lines().stream()
                .filter(line -> line.componentId().equals(component))
                .findFirst()
                .map(line -> line.operationSequence())
                .orElse(null);
    }
}
