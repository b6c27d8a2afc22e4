package org.throughline.engineering.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.engineering.StructureRefused;
import org.throughline.factory.Item;
import org.throughline.factory.Items;

/** Keeps structures free of cycles, and the items' low-level codes up to date. */
@Component
public class StructureGuard {

    private final StructureTables tables;
    private final Items items;

    StructureGuard(StructureTables tables, Items items) {
        this.tables = tables;
        this.items = items;
    }

    /** @throws StructureRefused if any item contains itself, on whatever day the lines are valid */
    public void refuseCycles() {
        var cycle = new LevelCodes(tables.edgesOfAnyDay()).cycle();
        if (!cycle.isEmpty()) {
            throw StructureRefused.containsItself(codes(cycle));
        }
    }

    /** @throws StructureRefused if the bill's item would contain itself through this component */
    void refuseCycle(UUID bomId, UUID componentId) {
        var item = tables.itemOf(bomId);
        if (tables.contains(componentId, item)) {
            var edges = new ArrayList<>(tables.edgesOfAnyDay());
            edges.add(new StructureTables.Edge(item, componentId));
            throw StructureRefused.containsItself(codes(new LevelCodes(edges).cycle()));
        }
    }

    /** Writes the codes on the items. */
    public void writeLevels(Map<UUID, Integer> levels) {
        items.lowLevelCodes(levels);
    }

    private List<String> codes(List<UUID> ids) {
        var known = items.all(ids);
        return ids.stream()
                .map(id -> Optional.ofNullable(known.get(id)).map(Item::code).orElse(id.toString()))
                .toList();
    }
}
