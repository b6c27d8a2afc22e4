package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.throughline.engine.mrp.PegLink;
import org.throughline.engine.mrp.RequirementRef;
import org.throughline.factory.Item;
import org.throughline.order.OrderLine;
import org.throughline.planning.DependentDemand;
import org.throughline.planning.Kit;
import org.throughline.planning.KitItem;

/**
 * Collects from a plan what an order line or a work order consumes. Parts that are made are followed down to what they
 * are made of; what comes from stock or from a supplier is listed.
 */
final class KitBuilder {

    private final PlanIndex index;
    private final Map<UUID, KitCount> counts = new LinkedHashMap<>();

    private KitBuilder(PlanIndex index) {
        this.index = index;
    }

    /** Everything the line needs, through all levels. */
    static Kit ofLine(PlanIndex index, OrderLine line) {
        var builder = new KitBuilder(index);
        var demand = new RequirementRef(RequirementRef.Kind.DEMAND, EngineInput.LINE + line.id());
        for (var link : index.servedBy(demand)) {
            builder.follow(link, Scaling.ALL, line.due());
        }
        return builder.kit(line.id());
    }

    /** The direct components of the work order. */
    static Kit ofWorkOrder(PlanIndex index, UUID workOrderId) {
        var builder = new KitBuilder(index);
        for (var material : index.materialsOf(workOrderId)) {
            builder.count(material.itemId(), material.needed())
                    .require(material.required().amount(), issued(material));
            for (var link : builder.servedBy(material)) {
                builder.list(link, link.quantity(), material.needed());
            }
        }
        return builder.kit(workOrderId);
    }

    private static BigDecimal issued(DependentDemand material) {
        return material.required().minus(material.open()).amount();
    }

    private Iterable<PegLink> servedBy(DependentDemand material) {
        return index.servedBy(new RequirementRef(RequirementRef.Kind.DEMAND, EngineInput.MATERIAL + material.id()));
    }

    /** What is made is followed; everything else is listed as needed. */
    private void follow(PegLink link, Scaling share, LocalDate needed) {
        var order = index.order(link.supply());
        var piece = index.piece(link.supply());
        var item = index.snapshot().item(UUID.fromString(link.item()));
        if (order != null && item.kind() != Item.Kind.BUY) {
            var part = share.times(link.quantity(), order.quantity());
            var requirement = new RequirementRef(RequirementRef.Kind.PLANNED, order.id());
            for (var served : index.servedBy(requirement)) {
                follow(served, part, order.start());
            }
        } else if (piece != null && !index.materialsOf(piece.supply().id()).isEmpty()) {
            var part = share.times(link.quantity(), piece.supply().open().amount());
            for (var material : index.materialsOf(piece.supply().id())) {
                followMaterial(material, part);
            }
        } else {
            var quantity = share.of(link.quantity());
            count(item.id(), needed).require(quantity, BigDecimal.ZERO);
            list(link, quantity, needed);
        }
    }

    private void followMaterial(DependentDemand material, Scaling share) {
        var done = share.of(issued(material));
        if (done.signum() > 0) {
            count(material.itemId(), material.needed()).require(done, done);
        }
        for (var link : servedBy(material)) {
            follow(link, share, material.needed());
        }
    }

    private void list(PegLink link, BigDecimal quantity, LocalDate needed) {
        var count = count(UUID.fromString(link.item()), needed);
        var supply = link.supply();
        switch (supply.kind()) {
            case STOCK -> {
                var piece = index.pieces().stocks().get(supply.id());
                count.inStock(quantity, piece != null && piece.orderLineId() != null);
            }
            case OPEN -> {
                var piece = index.piece(supply);
                if (piece != null) {
                    var open = piece.supply();
                    count.comes(open.type(), open.id(), open.number(), quantity, open.due());
                }
            }
            case PLANNED -> {
                var order = index.order(supply);
                count.notOrdered(quantity, order == null ? needed : order.due());
            }
            case BY_PRODUCT -> count.comes("by-product", UUID.fromString(link.item()), "", quantity, needed);
        }
    }

    private KitCount count(UUID itemId, LocalDate needed) {
        return counts.computeIfAbsent(
                        itemId, id -> new KitCount(index.snapshot().item(id)))
                .neededBy(needed);
    }

    private Kit kit(UUID id) {
        var items = counts.values().stream()
                .map(KitCount::item)
                .sorted(Comparator.comparing(KitItem::state)
                        .reversed()
                        .thenComparing(KitItem::needed)
                        .thenComparing(KitItem::itemCode))
                .toList();
        int ready = (int) items.stream()
                .filter(item -> item.state() == KitItem.State.READY)
                .count();
        LocalDate allBy = null;
        for (var item : items) {
            var available = item.available();
            if (available != null && (allBy == null || available.isAfter(allBy))) {
                allBy = available;
            }
        }
        return new Kit(id, ready, items.size(), allBy, items);
    }
}
