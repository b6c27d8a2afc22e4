package org.throughline.engineering.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.engineering.Bom;
import org.throughline.engineering.BomLine;
import org.throughline.engineering.Explosion;
import org.throughline.engineering.FrozenStructure;
import org.throughline.engineering.Routing;
import org.throughline.engineering.StructureRefused;
import org.throughline.engineering.Structures;
import org.throughline.engineering.WhereUsed;
import org.throughline.engineering.internal.StructureTables.BomRow;
import org.throughline.engineering.internal.StructureTables.LineRow;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Units;
import org.throughline.kernel.Quantity;

/** Answers from the room's own tables; each question reads whole levels at a time. */
@Component
@Transactional(readOnly = true)
class StoredStructures implements Structures {

    private final StructureTables tables;
    private final Routings routings;
    private final FrozenStructures frozen;
    private final Items items;
    private final Units units;
    private final Clock clock;

    StoredStructures(
            StructureTables tables, Routings routings, FrozenStructures frozen, Items items, Units units, Clock clock) {
        this.tables = tables;
        this.routings = routings;
        this.frozen = frozen;
        this.items = items;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<Bom> bomOf(UUID itemId, LocalDate date) {
        return Optional.ofNullable(bomsOf(List.of(itemId), date).get(itemId));
    }

    @Override
    public Map<UUID, Bom> bomsOf(Collection<UUID> itemIds, LocalDate date) {
        if (itemIds.isEmpty()) {
            return Map.of();
        }
        return assemble(tables.boms(itemIds, date), tables.lines(itemIds, date));
    }

    @Override
    public Map<UUID, List<Bom>> bomsFrom(LocalDate date) {
        var lines = tables.linesFrom(date);
        var known = items.all(lines.stream()
                .flatMap(line -> Stream.of(line.itemId(), line.componentId()))
                .collect(Collectors.toSet()));
        var byBom = lines.stream().collect(Collectors.groupingBy(LineRow::bomId));
        var byItem = tables.bomsFrom(date).stream()
                .collect(Collectors.groupingBy(BomRow::itemId, LinkedHashMap::new, Collectors.toList()));
        var result = new LinkedHashMap<UUID, List<Bom>>();
        byItem.forEach((item, heads) -> result.put(
                item,
                Succession.of(heads, date).stream()
                        .map(head -> whole(head, byBom.getOrDefault(head.id(), List.of()), known))
                        .toList()));
        return result;
    }

    /** With every choice among its lines. */
    private Bom whole(BomRow head, List<LineRow> rows, Map<UUID, Item> known) {
        var lines = rows.stream()
                .map(row -> line(row, known.get(row.componentId())))
                .toList();
        return bom(head, known, lines, List.of());
    }

    private Map<UUID, Bom> assemble(List<BomRow> heads, List<LineRow> lines) {
        var involved = new HashSet<UUID>();
        heads.forEach(head -> involved.add(head.itemId()));
        lines.forEach(line -> involved.add(line.componentId()));
        var known = items.all(involved);
        var byBom = new HashMap<UUID, List<LineRow>>();
        lines.forEach(line ->
                byBom.computeIfAbsent(line.bomId(), bom -> new ArrayList<>()).add(line));
        var boms = new LinkedHashMap<UUID, Bom>();
        for (var head : heads) {
            boms.put(head.itemId(), bom(head, byBom.getOrDefault(head.id(), List.of()), known));
        }
        return boms;
    }

    private Bom bom(BomRow head, List<LineRow> rows, Map<UUID, Item> known) {
        var chosen = new ArrayList<BomLine>();
        var alternatives = new ArrayList<BomLine>();
        var best = new HashMap<String, Integer>();
        for (var row : rows) {
            if (row.alternateGroup() != null) {
                best.merge(row.alternateGroup(), row.alternatePriority(), Math::min);
            }
        }
        var taken = new HashSet<String>();
        for (var row : rows) {
            var group = row.alternateGroup();
            boolean first = group == null
                    || (row.alternatePriority() == best.getOrDefault(group, row.alternatePriority())
                            && taken.add(group));
            (first ? chosen : alternatives).add(line(row, known.get(row.componentId())));
        }
        return bom(head, known, chosen, alternatives);
    }

    private static Bom bom(BomRow head, Map<UUID, Item> known, List<BomLine> lines, List<BomLine> alternatives) {
        var parent = known.get(head.itemId());
        return new Bom(
                head.id(),
                head.itemId(),
                head.revision(),
                head.status(),
                new Quantity(head.baseQuantity(), parent == null ? "C62" : parent.unit()),
                head.validFrom(),
                head.validTo(),
                lines,
                alternatives);
    }

    private BomLine line(LineRow row, @Nullable Item component) {
        var unit = component == null ? row.unit() : component.unit();
        return new BomLine(
                row.id(),
                row.position(),
                row.componentId(),
                inBase(row, row.quantityPer(), unit),
                row.scrapRate(),
                row.scrapConvention(),
                inBase(row, row.fixedLoss(), unit),
                row.validFrom(),
                row.validTo(),
                row.operationSequence(),
                row.alternateGroup(),
                row.alternatePriority(),
                row.note());
    }

    private Quantity inBase(LineRow row, BigDecimal amount, String unit) {
        var written = new Quantity(amount, row.unit());
        return row.unit().equals(unit) || amount.signum() == 0
                ? new Quantity(amount, unit)
                : units.convert(row.componentId(), written, unit, RoundingMode.UP);
    }

    @Override
    public Explosion explode(UUID itemId, Quantity quantity, LocalDate date) {
        var boms = below(itemId, date);
        var path = new LinkedHashSet<UUID>();
        return new Explosion(date, node(itemId, 0, quantity, null, boms, path));
    }

    /** The bills of the item and of everything below it: one statement pair per level. */
    private Map<UUID, Bom> below(UUID itemId, LocalDate date) {
        var boms = new HashMap<UUID, Bom>();
        var asked = new HashSet<UUID>();
        Set<UUID> level = Set.of(itemId);
        while (!level.isEmpty()) {
            asked.addAll(level);
            var found = bomsOf(level, date);
            boms.putAll(found);
            var next = new LinkedHashSet<UUID>();
            found.values().forEach(bom -> bom.lines().forEach(line -> next.add(line.componentId())));
            next.removeAll(asked);
            level = next;
        }
        return boms;
    }

    private Explosion.Node node(
            UUID itemId,
            int level,
            Quantity quantity,
            @Nullable BomLine line,
            Map<UUID, Bom> boms,
            SequencedSet<UUID> path) {
        if (!path.add(itemId)) {
            throw containsItself(path, itemId);
        }
        var bom = boms.get(itemId);
        var components = new ArrayList<Explosion.Node>();
        if (bom != null) {
            for (var each : bom.lines()) {
                components.add(node(each.componentId(), level + 1, bom.required(each, quantity), each, boms, path));
            }
        }
        path.remove(itemId);
        return new Explosion.Node(itemId, level, quantity, line, bom == null ? null : bom.revision(), components);
    }

    private StructureRefused containsItself(SequencedSet<UUID> path, UUID again) {
        var ids = new ArrayList<>(path);
        var cycle = new ArrayList<>(ids.subList(ids.indexOf(again), ids.size()));
        cycle.add(again);
        return StructureRefused.containsItself(codes(cycle));
    }

    @Override
    public List<WhereUsed> whereUsed(UUID itemId, LocalDate date) {
        var parents = above(itemId, date);
        var known = items.all(parents.keySet());
        var found = new ArrayList<WhereUsed>();
        var level = new ArrayList<WhereUsed>();
        for (var line : parents.getOrDefault(itemId, List.of())) {
            level.add(new WhereUsed(line.itemId(), 1, List.of(line.itemId()), per(line, known), false));
        }
        while (!level.isEmpty()) {
            var next = new ArrayList<WhereUsed>();
            for (var use : level) {
                var further = parents.getOrDefault(use.parentId(), List.of());
                found.add(new WhereUsed(use.parentId(), use.level(), use.path(), use.quantityPer(), further.isEmpty()));
                further.forEach(line -> next.add(higher(use, line, known)));
            }
            level = next;
        }
        return List.copyOf(found);
    }

    private WhereUsed higher(WhereUsed use, LineRow line, Map<UUID, Item> known) {
        var path = new ArrayList<>(use.path());
        path.add(line.itemId());
        if (use.path().contains(line.itemId())) {
            throw StructureRefused.containsItself(codes(path));
        }
        var per = use.quantityPer().amount().multiply(per(line, known).amount());
        var quantity = new Quantity(
                per.setScale(Quantity.SCALE, RoundingMode.HALF_UP),
                use.quantityPer().unit());
        return new WhereUsed(line.itemId(), use.level() + 1, path, quantity, false);
    }

    /** Net of the component in one base unit of the parent. */
    private Quantity per(LineRow line, Map<UUID, Item> known) {
        var component = known.get(line.componentId());
        var base = inBase(line, line.quantityPer(), component == null ? line.unit() : component.unit());
        var one = base.amount().divide(line.baseQuantity(), MathContext.DECIMAL128);
        return new Quantity(one.setScale(Quantity.SCALE, RoundingMode.HALF_UP), base.unit());
    }

    /** The lines that name the item or anything above it, by component: one statement per level. */
    private Map<UUID, List<LineRow>> above(UUID itemId, LocalDate date) {
        var parents = new HashMap<UUID, List<LineRow>>();
        var asked = new HashSet<UUID>();
        Set<UUID> level = Set.of(itemId);
        while (!level.isEmpty()) {
            asked.addAll(level);
            var next = new LinkedHashSet<UUID>();
            for (var line : tables.linesNaming(level, date)) {
                parents.computeIfAbsent(line.componentId(), id -> new ArrayList<>())
                        .add(line);
                next.add(line.itemId());
            }
            next.removeAll(asked);
            level = next;
        }
        return parents;
    }

    @Override
    public Map<UUID, Integer> lowLevelCodes() {
        return lowLevelCodes(LocalDate.now(clock));
    }

    @Override
    public Map<UUID, Integer> lowLevelCodes(LocalDate date) {
        var codes = new LevelCodes(tables.edges(date));
        var cycle = codes.cycle();
        if (!cycle.isEmpty()) {
            throw StructureRefused.containsItself(codes(cycle));
        }
        return codes.levels();
    }

    @Override
    public Routing routingOf(UUID itemId) {
        var routing = routingsOf(List.of(itemId)).get(itemId);
        if (routing == null) {
            throw StructureRefused.withoutRouting(items.get(itemId).code());
        }
        return routing;
    }

    @Override
    public Map<UUID, Routing> routingsOf(Collection<UUID> itemIds) {
        return routings.of(itemIds);
    }

    @Override
    @Transactional
    public FrozenStructure freeze(UUID orderLineId, UUID itemId, Instant at) {
        var known = frozen.find(orderLineId, itemId);
        if (known.isPresent()) {
            return known.get();
        }
        var bom = bomOf(itemId, LocalDate.ofInstant(at, clock.getZone())).orElse(null);
        var routing = routingOf(itemId);
        var revision = bom == null ? routing.revision() : bom.revision();
        return frozen.insert(new FrozenStructure(orderLineId, itemId, bom, routing, revision, at));
    }

    @Override
    public Optional<FrozenStructure> frozenFor(UUID orderLineId, UUID itemId) {
        return frozen.find(orderLineId, itemId);
    }

    @Override
    public List<FrozenStructure> frozenFor(UUID orderLineId) {
        return frozen.ofLine(orderLineId);
    }

    private List<String> codes(List<UUID> ids) {
        var known = items.all(ids);
        return ids.stream()
                .map(id -> Optional.ofNullable(known.get(id)).map(Item::code).orElse(id.toString()))
                .toList();
    }
}
