package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.throughline.engineering.Bom;
import org.throughline.engineering.Routing;
import org.throughline.factory.CalendarWindows;
import org.throughline.factory.Item;
import org.throughline.order.OrderLine;
import org.throughline.planning.DependentDemand;
import org.throughline.planning.OpenSupply;
import org.throughline.planning.PurchaseTerm;
import org.throughline.planning.SupplyPegs;
import org.throughline.stock.StockLevel;

/**
 * Everything a plan is made of, read at one moment. Immutable.
 *
 * @param lines     confirmed and open, by priority, then due date
 * @param items     every item of the organisation
 * @param boms      released and valid today or later, by parent, one after the other, with every alternative
 * @param routings  of made items; an item without one is missing
 * @param levels    of items that have stock
 * @param reserved  by order line
 * @param shares    for whom an open supply was made
 * @param materials what open work orders still consume
 * @param counted   units of which there are only whole ones: pieces, pairs, dozens
 */
record Snapshot(
        LocalDate today,
        Map<UUID, OrderLine> lines,
        Map<UUID, Item> items,
        Map<UUID, List<Bom>> boms,
        Map<UUID, Routing> routings,
        Map<UUID, PurchaseTerm> terms,
        Map<UUID, StockLevel> levels,
        List<Reserved> reserved,
        List<OpenSupply> supplies,
        Map<SupplyKey, List<SupplyPegs.Share>> shares,
        List<DependentDemand> materials,
        CalendarWindows plantDays,
        Set<String> counted,
        int deliveryDays) {

    /** Whether there are only whole pieces of an item. */
    boolean isCounted(Item item) {
        return counted.contains(item.unit());
    }

    Item item(UUID id) {
        var item = items.get(id);
        if (item == null) {
            throw new IllegalStateException("Item (%s) is referred to but does not exist.".formatted(id));
        }
        return item;
    }

    /** The bills of a made item from today on; empty if it has none. */
    List<Bom> bills(UUID itemId) {
        return boms.getOrDefault(itemId, List.of());
    }

    /** Of the item, what open orders still bring; in its base unit. */
    BigDecimal onOrder(UUID itemId) {
        return supplies.stream()
                .filter(supply -> supply.itemId().equals(itemId))
                .map(supply -> supply.open().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The day an order line's product must be finished so that it is delivered on its due day. */
    LocalDate finishedBy(OrderLine line) {
        return deliveryDays == 0 ? line.due() : plantDays.plusWorkingDays(line.due(), -deliveryDays);
    }

    /** The same with other open supplies. */
    Snapshot withSupplies(UnaryOperator<OpenSupply> change) {
        var changed = new ArrayList<OpenSupply>();
        for (var supply : supplies) {
            var after = change.apply(supply);
            if (after.open().isPositive()) {
                changed.add(after);
            }
        }
        return new Snapshot(
                today,
                lines,
                items,
                boms,
                routings,
                terms,
                levels,
                reserved,
                changed,
                shares,
                materials,
                plantDays,
                counted,
                deliveryDays);
    }

    /** The same with other shares of one open supply. */
    Snapshot withShares(
            SupplyKey supply, Function<@Nullable List<SupplyPegs.Share>, @Nullable List<SupplyPegs.Share>> change) {
        var after = change.apply(shares.get(supply));
        if (after == null) {
            return this;
        }
        var changed = new HashMap<>(shares);
        changed.put(supply, after);
        return new Snapshot(
                today,
                lines,
                items,
                boms,
                routings,
                terms,
                levels,
                reserved,
                supplies,
                changed,
                materials,
                plantDays,
                counted,
                deliveryDays);
    }

    /** The same with other needs of open work orders. */
    Snapshot withMaterials(UnaryOperator<DependentDemand> change) {
        var changed = materials.stream().map(change).toList();
        return new Snapshot(
                today,
                lines,
                items,
                boms,
                routings,
                terms,
                levels,
                reserved,
                supplies,
                shares,
                changed,
                plantDays,
                counted,
                deliveryDays);
    }
}
