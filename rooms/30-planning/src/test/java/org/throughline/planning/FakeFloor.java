package org.throughline.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;

/** Purchase orders and work orders in memory: makes them, shows them, changes them. */
final class FakeFloor implements SupplySource, DependentDemandSource, SupplyMaker, SupplyChanger, PurchaseTerms {

    final Map<UUID, OpenSupply> supplies = new LinkedHashMap<>();
    final List<DependentDemand> materials = new ArrayList<>();
    final List<SuggestionToMake> made = new ArrayList<>();
    final Map<UUID, PurchaseTerm> terms = new LinkedHashMap<>();
    final List<SupplyChange> applied = new ArrayList<>();
    private int number;

    void clear() {
        supplies.clear();
        materials.clear();
        made.clear();
        terms.clear();
        applied.clear();
        number = 0;
    }

    OpenSupply purchase(UUID item, Quantity quantity, LocalDate due, @Nullable UUID line) {
        return put("purchase-order-line", "PO-" + ++number, item, quantity, due, line);
    }

    OpenSupply workOrder(UUID item, Quantity quantity, LocalDate due, @Nullable UUID line) {
        return put("work-order", "WO-" + ++number, item, quantity, due, line);
    }

    /** The work order consumes so much of the component. */
    void consumes(OpenSupply workOrder, UUID component, Quantity quantity, LocalDate needed) {
        materials.add(new DependentDemand(
                Identity.fresh(),
                workOrder.id(),
                workOrder.number(),
                component,
                quantity,
                quantity,
                needed,
                workOrder.orderLineId(),
                false));
    }

    private OpenSupply put(String type, String name, UUID item, Quantity quantity, LocalDate due, @Nullable UUID line) {
        var supply = new OpenSupply(type, Identity.fresh(), name, item, quantity, due, null, false, line);
        supplies.put(supply.id(), supply);
        return supply;
    }

    @Override
    public List<OpenSupply> openSupply() {
        return List.copyOf(supplies.values());
    }

    @Override
    public List<DependentDemand> dependentDemand() {
        return List.copyOf(materials);
    }

    @Override
    public boolean makes(SupplyKind kind) {
        return true;
    }

    @Override
    public List<MadeSupply> make(List<SuggestionToMake> suggestions) {
        var answer = new ArrayList<MadeSupply>();
        for (var one : suggestions) {
            made.add(one);
            var supply = one.kind() == SupplyKind.BUY
                    ? purchase(one.itemId(), one.quantity(), one.due(), one.orderLineId())
                    : workOrder(one.itemId(), one.quantity(), one.due(), one.orderLineId());
            answer.add(new MadeSupply(one.suggestionId(), supply.type(), supply.id(), supply.number()));
        }
        return answer;
    }

    @Override
    public boolean changes(String type) {
        return type.equals("work-order") || type.equals("purchase-order-line");
    }

    @Override
    public ChangeEffect preview(SupplyChange change) {
        var supply = Objects.requireNonNull(supplies.get(change.id()));
        return new ChangeEffect(
                true, !supply.firm(), supply.number(), supply.open(), null, null, null, null, List.of());
    }

    @Override
    public void apply(SupplyChange change) {
        applied.add(change);
        var supply = Objects.requireNonNull(supplies.get(change.id()));
        var open = change.newOpen() == null ? supply.open() : change.newOpen();
        supplies.put(
                supply.id(),
                new OpenSupply(
                        supply.type(),
                        supply.id(),
                        supply.number(),
                        supply.itemId(),
                        open,
                        change.newDue() == null ? supply.due() : change.newDue(),
                        supply.start(),
                        supply.firm(),
                        change.action() == SupplyChange.Action.RELEASE ? null : supply.orderLineId()));
        if (!open.isPositive()) {
            supplies.remove(supply.id());
            materials.removeIf(material -> material.workOrderId().equals(supply.id()));
        }
    }

    @Override
    public Map<UUID, PurchaseTerm> firstChoice(java.util.Collection<UUID> itemIds) {
        var known = new LinkedHashMap<>(terms);
        known.keySet().retainAll(itemIds);
        return known;
    }
}
