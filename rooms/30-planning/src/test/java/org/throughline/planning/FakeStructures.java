package org.throughline.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.engineering.Bom;
import org.throughline.engineering.BomLine;
import org.throughline.engineering.Explosion;
import org.throughline.engineering.FrozenStructure;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.Routing;
import org.throughline.engineering.RoutingOperation;
import org.throughline.engineering.ScrapConvention;
import org.throughline.engineering.Structures;
import org.throughline.engineering.WhereUsed;
import org.throughline.factory.Item;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;

/** Bills and routings that a test writes down. */
final class FakeStructures implements Structures {

    private final Map<UUID, List<BomLine>> lines = new HashMap<>();
    private final Map<UUID, Routing> routings = new HashMap<>();

    void clear() {
        lines.clear();
        routings.clear();
    }

    /** {@code parent} consists of {@code quantity} of {@code component} (and what was said before). */
    void consists(Item parent, long quantity, Item component) {
        consists(parent, quantity, component, null, null);
    }

    /** The same on some days only: from the first until before the last. */
    void consists(Item parent, long quantity, Item component, @Nullable LocalDate from, @Nullable LocalDate before) {
        add(parent, quantity, component, from, before, null, 1);
    }

    /** One of several choices for the same place. */
    void mayConsist(Item parent, long quantity, Item component, int priority) {
        add(parent, quantity, component, null, null, "choice", priority);
    }

    private void add(
            Item parent,
            long quantity,
            Item component,
            @Nullable LocalDate from,
            @Nullable LocalDate before,
            @Nullable String group,
            int priority) {
        lines.computeIfAbsent(parent.id(), id -> new ArrayList<>())
                .add(new BomLine(
                        Identity.fresh(),
                        lines.size(),
                        component.id(),
                        Quantity.of(quantity, component.unit()),
                        BigDecimal.ZERO,
                        ScrapConvention.YIELD,
                        Quantity.zero(component.unit()),
                        from,
                        before,
                        null,
                        group,
                        priority,
                        null));
    }

    /** One operation of one minute a piece. */
    void madeByHand(Item item) {
        var operation = new RoutingOperation(
                null,
                10,
                "装配",
                Identity.fresh(),
                null,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                false,
                null,
                0,
                false,
                null,
                null,
                null);
        routings.put(item.id(), new Routing(null, item.id(), "A", RevisionStatus.RELEASED, false, List.of(operation)));
    }

    @Override
    public Map<UUID, List<Bom>> bomsFrom(LocalDate date) {
        var boms = new HashMap<UUID, List<Bom>>();
        lines.forEach((parent, ofParent) -> boms.put(
                parent,
                List.of(new Bom(
                        parent,
                        parent,
                        "A",
                        RevisionStatus.RELEASED,
                        Quantity.of(1, "C62"),
                        null,
                        null,
                        ofParent,
                        List.of()))));
        return boms;
    }

    @Override
    public Map<UUID, Routing> routingsOf(Collection<UUID> itemIds) {
        var known = new HashMap<>(routings);
        known.keySet().retainAll(itemIds);
        return known;
    }

    @Override
    public Optional<Bom> bomOf(UUID itemId, LocalDate date) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, Bom> bomsOf(Collection<UUID> itemIds, LocalDate date) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Explosion explode(UUID itemId, Quantity quantity, LocalDate date) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<WhereUsed> whereUsed(UUID itemId, LocalDate date) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, Integer> lowLevelCodes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, Integer> lowLevelCodes(LocalDate date) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Routing routingOf(UUID itemId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FrozenStructure freeze(UUID orderLineId, UUID itemId, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<FrozenStructure> frozenFor(UUID orderLineId, UUID itemId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FrozenStructure> frozenFor(UUID orderLineId) {
        throw new UnsupportedOperationException();
    }
}
