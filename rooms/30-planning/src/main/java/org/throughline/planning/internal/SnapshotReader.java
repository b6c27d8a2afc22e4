package org.throughline.planning.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.engineering.Bom;
import org.throughline.engineering.Structures;
import org.throughline.factory.Calendars;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Unit;
import org.throughline.factory.Units;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.planning.DependentDemand;
import org.throughline.planning.DependentDemandSource;
import org.throughline.planning.OpenSupply;
import org.throughline.planning.PurchaseTerm;
import org.throughline.planning.PurchaseTerms;
import org.throughline.planning.SupplyPegs;
import org.throughline.planning.SupplySource;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockBook;

/** Reads a {@link Snapshot} through the doors of the other rooms, with a fixed number of statements. */
@Component
class SnapshotReader {

    private static final String COUNT = "COUNT";

    private final SalesOrders orders;
    private final Items items;
    private final Units units;
    private final Structures structures;
    private final StockBook stock;
    private final Reservations reservations;
    private final Calendars calendars;
    private final SupplyPegRepository pegs;
    private final PlanningSettings settings;
    private final ObjectProvider<SupplySource> sources;
    private final ObjectProvider<DependentDemandSource> materials;
    private final ObjectProvider<PurchaseTerms> terms;
    private final Clock clock;

    SnapshotReader(
            SalesOrders orders,
            Items items,
            Units units,
            Structures structures,
            StockBook stock,
            Reservations reservations,
            Calendars calendars,
            SupplyPegRepository pegs,
            PlanningSettings settings,
            ObjectProvider<SupplySource> sources,
            ObjectProvider<DependentDemandSource> materials,
            ObjectProvider<PurchaseTerms> terms,
            Clock clock) {
        this.orders = orders;
        this.items = items;
        this.units = units;
        this.structures = structures;
        this.stock = stock;
        this.reservations = reservations;
        this.calendars = calendars;
        this.pegs = pegs;
        this.settings = settings;
        this.sources = sources;
        this.materials = materials;
        this.terms = terms;
        this.clock = clock;
    }

    /** Reads everything, in the caller's transaction if there is one. */
    Snapshot read() {
        return readWith(Set.of());
    }

    /** The same; what is kept for these order lines counts as theirs although they may have been cancelled just now. */
    Snapshot readWith(Set<UUID> alsoKept) {
        var today = LocalDate.now(clock);
        var lines = new LinkedHashMap<UUID, OrderLine>();
        orders.openLines().forEach(line -> lines.put(line.id(), line));
        var all = new LinkedHashMap<UUID, Item>(); // in one order, so that the same world gives the same plan
        items.all().forEach(item -> all.put(item.id(), item));
        var boms = structures.bomsFrom(today);
        var supplies = new ArrayList<OpenSupply>();
        sources.orderedStream().forEach(source -> supplies.addAll(source.openSupply()));
        var needs = new ArrayList<DependentDemand>();
        materials.orderedStream().forEach(source -> needs.addAll(source.dependentDemand()));
        var planned = planned(lines.values(), all, boms, supplies, needs);
        var made =
                planned.stream().filter(id -> kindOf(all, id) == Item.Kind.MAKE).toList();
        var bought =
                planned.stream().filter(id -> kindOf(all, id) == Item.Kind.BUY).toList();
        return new Snapshot(
                today,
                lines,
                all,
                boms,
                structures.routingsOf(made),
                termsOf(bought),
                stock.levels(planned),
                reserved(alsoKept),
                supplies,
                sharesOf(supplies),
                needs,
                calendars.standard(),
                counted(),
                settings.deliveryDays());
    }

    /** The same snapshot, knowing stock, routings and terms of these items too. */
    Snapshot complete(Snapshot snapshot, Set<UUID> wanted) {
        var missing =
                wanted.stream().filter(id -> !snapshot.levels().containsKey(id)).toList();
        if (missing.isEmpty()) {
            return snapshot;
        }
        var routings = new HashMap<>(snapshot.routings());
        routings.putAll(structures.routingsOf(missing));
        var more = new HashMap<>(snapshot.terms());
        more.putAll(termsOf(missing));
        var levels = new HashMap<>(snapshot.levels());
        levels.putAll(stock.levels(missing));
        return new Snapshot(
                snapshot.today(),
                snapshot.lines(),
                snapshot.items(),
                snapshot.boms(),
                routings,
                more,
                levels,
                snapshot.reserved(),
                snapshot.supplies(),
                snapshot.shares(),
                snapshot.materials(),
                snapshot.plantDays(),
                snapshot.counted(),
                snapshot.deliveryDays());
    }

    private Set<String> counted() {
        return units.all().stream()
                .filter(unit -> unit.dimension().equals(COUNT))
                .map(Unit::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Item.Kind kindOf(Map<UUID, Item> items, UUID id) {
        var item = items.get(id);
        return item == null ? Item.Kind.BUY : item.kind();
    }

    /** Items that something needs, brings or keeps a safety stock of, and everything below them. */
    private static Set<UUID> planned(
            Iterable<OrderLine> lines,
            Map<UUID, Item> items,
            Map<UUID, List<Bom>> boms,
            List<OpenSupply> supplies,
            List<DependentDemand> materials) {
        var planned = new LinkedHashSet<UUID>();
        lines.forEach(line -> addWithComponents(line.itemId(), boms, planned));
        supplies.forEach(supply -> addWithComponents(supply.itemId(), boms, planned));
        materials.forEach(material -> addWithComponents(material.itemId(), boms, planned));
        items.values().stream()
                .filter(item -> item.active() && item.safetyStock().signum() > 0)
                .forEach(item -> addWithComponents(item.id(), boms, planned));
        return planned;
    }

    static void addWithComponents(UUID item, Map<UUID, List<Bom>> boms, Set<UUID> planned) {
        if (planned.add(item)) {
            StructureInput.componentsOf(boms.getOrDefault(item, List.of()))
                    .forEach(component -> addWithComponents(component, boms, planned));
        }
    }

    private Map<UUID, PurchaseTerm> termsOf(List<UUID> bought) {
        var answer = terms.getIfAvailable();
        return answer == null ? Map.of() : answer.firstChoice(bought);
    }

    /** Of every live line: a cancelled one's goods are kept for it until somebody decides. */
    private List<Reserved> reserved(Set<UUID> alsoKept) {
        var lines = orders.liveLines().stream().map(OrderLine::id).collect(Collectors.toSet());
        lines.addAll(pegs.linesWithOpenChanges());
        lines.addAll(alsoKept);
        return reservations.of(lines).stream()
                .filter(kept -> kept.orderLineId() != null && kept.open().isPositive())
                .map(kept -> new Reserved(
                        kept.id(),
                        kept.itemId(),
                        kept.lotId(),
                        orderLineOf(kept.orderLineId()),
                        kept.open().amount()))
                .toList();
    }

    private static UUID orderLineOf(@org.jspecify.annotations.Nullable UUID orderLineId) {
        if (orderLineId == null) {
            throw new IllegalStateException("A reservation asked for by order line belongs to none.");
        }
        return orderLineId;
    }

    private Map<SupplyKey, List<SupplyPegs.Share>> sharesOf(List<OpenSupply> supplies) {
        var shares = new HashMap<SupplyKey, List<SupplyPegs.Share>>();
        supplies.stream()
                .collect(Collectors.groupingBy(OpenSupply::type))
                .forEach((type, ofType) -> pegs.of(
                                type, ofType.stream().map(OpenSupply::id).toList())
                        .forEach((id, ofSupply) -> shares.put(new SupplyKey(type, id), ofSupply)));
        return shares;
    }
}
