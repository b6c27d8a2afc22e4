package org.throughline.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
            var dates = new HashMap<String, LocalDate>();
            for (var need : index.componentsOf(order)) {
                dates.merge(need.component(), need.date(), RequirementTree::earlier);
            }
            for (var further : index.servedBy(consumer)) {
                var date = dates.getOrDefault(further.item(), order.start());
                of(components, further).add(new Part(further, share, date));
            }
        } else if (piece != null) {
            var share =
                    part.share().times(link.quantity(), piece.supply().open().amount());
            for (var need : index.materialsOf(piece.supply().id())) {
                var consumer = new RequirementRef(RequirementRef.Kind.DEMAND, EngineInput.MATERIAL + need.id());
                index.servedBy(consumer)
                        .forEach(further -> of(components, further).add(new Part(further, share, need.needed())));
            }
        }
        return components;
    }

    /** By what really serves: of a substitute it is the substitute's node that says how much. */
    private static List<Part> of(Map<UUID, List<Part>> components, PegLink link) {
        return components.computeIfAbsent(UUID.fromString(link.item()), id -> new ArrayList<>());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other.isBefore(one) ? other : one;
    }

    private @Nullable Integer operationOf(@Nullable UUID parent, UUID component) {
        if (parent == null) {
            return null;
        }
        return index.snapshot().bills(parent).stream()
                .flatMap(bom -> bom.lines().stream())
                .filter(line -> line.componentId().equals(component))
                .findFirst()
                .map(line -> line.operationSequence())
                .orElse(null);
    }
}
