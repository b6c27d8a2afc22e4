package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.mrp.ChainLink;
import org.throughline.engine.mrp.Damping;
import org.throughline.engine.mrp.DemandAnswer;
import org.throughline.engine.mrp.Mrp;
import org.throughline.engine.mrp.MrpInput;
import org.throughline.engine.mrp.MrpPlan;
import org.throughline.engine.mrp.PegLink;
import org.throughline.engine.mrp.PlannedOrder;
import org.throughline.engine.mrp.Requirement;
import org.throughline.engine.mrp.RequirementRef;
import org.throughline.engine.mrp.SupplyRef;
import org.throughline.planning.DependentDemand;
import org.throughline.planning.PlanningRefused;

/** A plan with everything that is looked up in it. Immutable after {@link #of}. */
final class PlanIndex {

    private final Snapshot snapshot;
    private final Pieces pieces;
    private final MrpPlan plan;
    private final Map<String, PlannedOrder> orders = new HashMap<>();
    private final Map<RequirementRef, List<PegLink>> byRequirement = new HashMap<>();
    private final Map<SupplyRef, List<PegLink>> bySupply = new HashMap<>();
    private final Map<RequirementRef, List<Requirement>> components = new HashMap<>();
    private final Map<SupplyRef, List<ChainLink>> chains = new HashMap<>();
    private final Map<String, DemandAnswer> answers = new HashMap<>();
    private final Map<String, DependentDemand> materials = new HashMap<>();
    private final Map<UUID, List<DependentDemand>> byWorkOrder = new HashMap<>();

    private PlanIndex(Snapshot snapshot, Pieces pieces, MrpPlan plan) {
        this.snapshot = snapshot;
        this.pieces = pieces;
        this.plan = plan;
        plan.orders().forEach(order -> orders.put(order.id(), order));
        for (var link : plan.links()) {
            byRequirement
                    .computeIfAbsent(link.requirement(), ref -> new ArrayList<>())
                    .add(link);
            bySupply.computeIfAbsent(link.supply(), ref -> new ArrayList<>()).add(link);
        }
        for (var requirement : plan.requirements()) {
            components
                    .computeIfAbsent(requirement.order(), ref -> new ArrayList<>())
                    .add(requirement);
        }
        for (var link : plan.chain()) {
            chains.computeIfAbsent(link.supply(), ref -> new ArrayList<>()).add(link);
        }
        plan.answers().forEach(answer -> answers.put(answer.demand(), answer));
        for (var material : snapshot.materials()) {
            materials.put(EngineInput.MATERIAL + material.id(), material);
            byWorkOrder
                    .computeIfAbsent(material.workOrderId(), id -> new ArrayList<>())
                    .add(material);
        }
    }

    /**
     * Plans the snapshot.
     *
     * @throws PlanningRefused if the engine cannot, with the item codes in its sentence
     */
    static PlanIndex of(Snapshot snapshot, Damping damping, Set<UUID> alsoKept) {
        var pieces = Pieces.of(snapshot, alsoKept);
        return of(snapshot, pieces, EngineInput.of(snapshot, pieces, damping));
    }

    static PlanIndex of(Snapshot snapshot, Pieces pieces, MrpInput input) {
        try {
            return new PlanIndex(snapshot, pieces, Mrp.plan(input));
        } catch (EngineRefusal refusal) {
            throw refused(refusal, snapshot);
        }
    }

    private static PlanningRefused refused(EngineRefusal refusal, Snapshot snapshot) {
        var values = refusal.values();
        var path = values.get("path");
        if ("mrp.cycle".equals(refusal.code()) && path != null) {
            return PlanningRefused.containsItself(withCodes(path, snapshot));
        }
        return PlanningRefused.impossible(withCodes(String.valueOf(refusal.getMessage()), snapshot), values);
    }

    /** People read item codes, the engine writes ids. */
    private static String withCodes(String text, Snapshot snapshot) {
        var shown = text;
        for (var item : snapshot.items().values()) {
            shown = shown.replace(item.id().toString(), item.code());
        }
        return shown;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Pieces pieces() {
        return pieces;
    }

    MrpPlan plan() {
        return plan;
    }

    @Nullable
    PlannedOrder order(SupplyRef supply) {
        return supply.kind() == SupplyRef.Kind.PLANNED ? orders.get(supply.id()) : null;
    }

    Pieces.@Nullable SupplyPiece piece(SupplyRef supply) {
        return supply.kind() == SupplyRef.Kind.OPEN ? pieces.supplies().get(supply.id()) : null;
    }

    /** What serves the requirement; several items if it is an order's. */
    List<PegLink> servedBy(RequirementRef requirement) {
        return byRequirement.getOrDefault(requirement, List.of());
    }

    /** Who uses the supply. */
    List<PegLink> usedBy(SupplyRef supply) {
        return bySupply.getOrDefault(supply, List.of());
    }

    /** What a planned order consumes. */
    List<Requirement> componentsOf(PlannedOrder order) {
        return components.getOrDefault(new RequirementRef(RequirementRef.Kind.PLANNED, order.id()), List.of());
    }

    /** What an open work order consumes. */
    List<DependentDemand> materialsOf(UUID workOrderId) {
        return byWorkOrder.getOrDefault(workOrderId, List.of());
    }

    @Nullable
    DemandAnswer answer(String demand) {
        return answers.get(demand);
    }

    @Nullable
    DependentDemand material(String demand) {
        return materials.get(demand);
    }

    /** For which order lines a supply is there, through all levels, the largest share first. */
    Map<UUID, BigDecimal> linesOf(SupplyRef supply) {
        var shares = new HashMap<UUID, BigDecimal>();
        for (var link : chains.getOrDefault(supply, List.of())) {
            var line = lineOf(link.demand());
            if (line != null && snapshot.lines().containsKey(line)) {
                shares.merge(line, link.quantity(), BigDecimal::add);
            }
        }
        return shares.entrySet().stream()
                .sorted(Map.Entry.<UUID, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** The order line behind a demand; null for work that is for stock. */
    @Nullable
    UUID lineOf(String demand) {
        if (demand.startsWith(EngineInput.LINE)) {
            return UUID.fromString(demand.substring(EngineInput.LINE.length()));
        }
        var material = materials.get(demand);
        return material == null ? null : material.orderLineId();
    }

    /** What is used of every piece of stock and of open supply. */
    Map<SupplyRef, BigDecimal> used() {
        var used = new HashMap<SupplyRef, BigDecimal>();
        for (var link : plan.links()) {
            if (link.supply().kind() != SupplyRef.Kind.PLANNED) {
                used.merge(link.supply(), link.quantity(), BigDecimal::add);
            }
        }
        return used;
    }

    /** Of a piece of stock or supply, what nobody uses. */
    BigDecimal unused(SupplyRef supply, BigDecimal quantity) {
        var used = usedBy(supply).stream().map(PegLink::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return quantity.subtract(used).max(BigDecimal.ZERO);
    }
}
