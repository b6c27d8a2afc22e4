package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.factory.Item;
import org.throughline.planning.KitItem;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.SupplyKind;

/** Adds up one node of the requirements. Not thread-safe. */
final class RequirementCount {

    private final PlanIndex index;
    private final Item item;
    private BigDecimal stock = BigDecimal.ZERO;
    private BigDecimal supply = BigDecimal.ZERO;
    private BigDecimal net = BigDecimal.ZERO;
    private @Nullable LocalDate needed;
    private @Nullable LocalDate orderBy;
    private LocalDate possible;
    private boolean pastDue;
    private final Map<UUID, KitItem.Incoming> incoming = new LinkedHashMap<>();

    RequirementCount(PlanIndex index, UUID itemId) {
        this.index = index;
        this.item = index.snapshot().item(itemId);
        this.possible = index.snapshot().today();
    }

    void add(RequirementTree.Part part) {
        if (needed == null || part.needed().isBefore(needed)) {
            needed = part.needed();
        }
        var quantity = part.share().of(part.link().quantity());
        var order = index.order(part.link().supply());
        var piece = index.piece(part.link().supply());
        if (order != null) {
            net = net.add(quantity);
            orderBy = orderBy == null || order.start().isBefore(orderBy) ? order.start() : orderBy;
            possible = later(possible, order.due());
            pastDue |= order.lateDays() > 0;
        } else if (piece != null) {
            supply = supply.add(quantity);
            possible = later(possible, piece.supply().due());
            var open = piece.supply();
            incoming.merge(
                    open.id(),
                    new KitItem.Incoming(open.type(), open.id(), open.number(), item.quantity(quantity), open.due()),
                    (one, more) -> new KitItem.Incoming(
                            one.type(), one.id(), one.number(), one.quantity().plus(more.quantity()), one.due()));
        } else {
            stock = stock.add(quantity);
        }
    }

    private BigDecimal onHand() {
        var level = index.snapshot().levels().get(item.id());
        return level == null ? BigDecimal.ZERO : level.available().amount();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other.isAfter(one) ? other : one;
    }

    RequirementNode node(
            int level,
            @Nullable Integer operationSequence,
            @Nullable UUID suggestionId,
            List<RequirementNode> components) {
        var term = index.snapshot().terms().get(item.id());
        return new RequirementNode(
                item.id(),
                item.code(),
                item.name(),
                level,
                item.quantity(stock.add(supply).add(net)),
                item.quantity(stock),
                item.quantity(supply),
                item.quantity(net),
                item.quantity(onHand()),
                item.quantity(item.safetyStock()),
                item.quantity(index.snapshot().onOrder(item.id())),
                item.kind() == Item.Kind.BUY ? SupplyKind.BUY : SupplyKind.MAKE,
                needed == null ? index.snapshot().today() : needed,
                orderBy,
                possible,
                pastDue,
                net.signum() > 0 ? suggestionId : null,
                net.signum() > 0 && term != null ? term.supplierName() : null,
                operationSequence,
                incoming.values().stream()
                        .sorted(Comparator.comparing(KitItem.Incoming::due).thenComparing(KitItem.Incoming::number))
                        .toList(),
                components);
    }
}
