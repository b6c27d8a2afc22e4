package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.mrp.SupplyRef;
import org.throughline.kernel.Quantity;
import org.throughline.planning.OpenSupply;
import org.throughline.planning.SupplyPegs;

/**
 * Stock and open supply cut into pieces, each for one order line or for everybody, with the names under which the engine
 * knows them.
 */
final class Pieces {

    /** Record type under which goods that wait for the inspector appear among the open supply. */
    static final String INSPECTION = "inspection";

    private static final Set<String> FIXED = Set.of(INSPECTION, OpenSupply.ON_THE_ROAD);

    /** A part of an open supply, for one order line or for everybody. */
    record SupplyPiece(
            String id, OpenSupply supply, @Nullable UUID orderLineId, BigDecimal quantity) {}

    /** A part of the stock, for one order line or for everybody. */
    record StockPiece(String id, UUID itemId, @Nullable UUID orderLineId, BigDecimal quantity) {}

    private final Map<String, SupplyPiece> supplies = new LinkedHashMap<>();
    private final Map<String, StockPiece> stocks = new LinkedHashMap<>();

    private Pieces() {}

    /** What waits for the inspector or is on the road to the customer: nobody can make it come earlier, later or less. */
    static boolean isFixed(OpenSupply supply) {
        return FIXED.contains(supply.type());
    }

    /**
     * Cuts the snapshot's stock and supply.
     *
     * @param alsoKept order lines that are not open but whose goods and orders stay theirs for now
     */
    static Pieces of(Snapshot snapshot, Set<UUID> alsoKept) {
        var pieces = new Pieces();
        pieces.cutStock(snapshot, alsoKept);
        for (var supply : snapshot.supplies()) {
            pieces.cutSupply(supply, snapshot, alsoKept);
        }
        return pieces;
    }

    /**
     * What the plan leaves over.
     *
     * @param snapshot may know more items than the plan
     * @param lineId   an order line whose own pieces are free for it; null for nobody's
     * @param taken    what else is gone, by piece
     */
    static Pieces unused(Snapshot snapshot, PlanIndex index, @Nullable UUID lineId, Map<SupplyRef, BigDecimal> taken) {
        var all = of(snapshot, Set.of());
        var unused = new Pieces();
        all.stocks.forEach((id, piece) -> {
            var supply = new SupplyRef(SupplyRef.Kind.STOCK, id);
            var left = left(index, supply, piece.quantity(), piece.orderLineId(), lineId)
                    .subtract(taken.getOrDefault(supply, BigDecimal.ZERO));
            if (left.signum() > 0) {
                unused.stocks.put(id, new StockPiece(id, piece.itemId(), piece.orderLineId(), left));
            }
        });
        all.supplies.forEach((id, piece) -> {
            var supply = new SupplyRef(SupplyRef.Kind.OPEN, id);
            var left = left(index, supply, piece.quantity(), piece.orderLineId(), lineId)
                    .subtract(taken.getOrDefault(supply, BigDecimal.ZERO));
            if (left.signum() > 0) {
                unused.supplies.put(id, new SupplyPiece(id, piece.supply(), piece.orderLineId(), left));
            }
        });
        return unused;
    }

    private static BigDecimal left(
            PlanIndex index, SupplyRef supply, BigDecimal quantity, @Nullable UUID keptFor, @Nullable UUID lineId) {
        if (keptFor != null && !keptFor.equals(lineId)) {
            return BigDecimal.ZERO;
        }
        var own = lineId == null ? BigDecimal.ZERO : index.linesOf(supply).getOrDefault(lineId, BigDecimal.ZERO);
        return index.unused(supply, quantity).add(own).min(quantity).setScale(Quantity.SCALE, RoundingMode.DOWN);
    }

    Map<String, SupplyPiece> supplies() {
        return supplies;
    }

    Map<String, StockPiece> stocks() {
        return stocks;
    }

    /** What is reserved comes out of the available stock first, then out of what waits for the inspector. */
    private void cutStock(Snapshot snapshot, Set<UUID> alsoKept) {
        var reservedOf = new HashMap<UUID, List<Reserved>>();
        for (var kept : snapshot.reserved()) {
            reservedOf.computeIfAbsent(kept.itemId(), id -> new ArrayList<>()).add(kept);
        }
        for (var level : snapshot.levels().values()) {
            var free = level.free().amount().max(BigDecimal.ZERO);
            addStock(level.itemId(), null, free);
            var taken = level.available().amount().subtract(free).max(BigDecimal.ZERO);
            var waiting = level.toInspect().amount().max(BigDecimal.ZERO);
            for (var kept : inOrder(reservedOf.getOrDefault(level.itemId(), List.of()))) {
                var line = isOpen(kept.orderLineId(), snapshot, alsoKept) ? kept.orderLineId() : null;
                var here = kept.open().min(taken);
                taken = taken.subtract(here);
                addStock(level.itemId(), line, here);
                var there = kept.open().subtract(here).min(waiting);
                waiting = waiting.subtract(there);
                addInspection(snapshot, level.itemId(), line, there);
            }
            addInspection(snapshot, level.itemId(), null, waiting);
        }
    }

    /** Those on no particular lot first: a lot may still wait for the inspector. */
    private static List<Reserved> inOrder(List<Reserved> reserved) {
        var sorted = new ArrayList<>(reserved);
        sorted.sort((one, other) -> Boolean.compare(one.lotId() != null, other.lotId() != null));
        return sorted;
    }

    private void addStock(UUID itemId, @Nullable UUID orderLineId, BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            return;
        }
        var id = "stock:" + itemId + "@" + (orderLineId == null ? "" : orderLineId);
        stocks.merge(
                id,
                new StockPiece(id, itemId, orderLineId, quantity),
                (one, other) ->
                        new StockPiece(id, itemId, orderLineId, one.quantity().add(other.quantity())));
    }

    private void addInspection(Snapshot snapshot, UUID itemId, @Nullable UUID orderLineId, BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            return;
        }
        var supply = new OpenSupply(
                INSPECTION,
                itemId,
                "",
                itemId,
                new Quantity(quantity, snapshot.item(itemId).unit()),
                snapshot.today(),
                snapshot.today(),
                true,
                orderLineId);
        addPiece(supply, orderLineId, quantity);
    }

    /** What has come in already went to the first shares; the rest of the supply serves the later ones. */
    private void cutSupply(OpenSupply supply, Snapshot snapshot, Set<UUID> alsoKept) {
        var shares = sharesOf(supply, snapshot);
        var rest = supply.open().amount();
        var cameIn = shares.stream()
                .map(share -> share.quantity().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(rest)
                .max(BigDecimal.ZERO);
        for (var share : shares) {
            var got = share.quantity().amount().min(cameIn);
            cameIn = cameIn.subtract(got);
            var part = share.quantity().amount().subtract(got).min(rest);
            if (part.signum() > 0 && isOpen(share.orderLineId(), snapshot, alsoKept)) {
                addPiece(supply, share.orderLineId(), part);
                rest = rest.subtract(part);
            }
        }
        if (rest.signum() > 0) {
            addPiece(supply, null, rest);
        }
    }

    private static List<SupplyPegs.Share> sharesOf(OpenSupply supply, Snapshot snapshot) {
        var shares = snapshot.shares().get(SupplyKey.of(supply));
        if (shares != null) {
            return shares;
        }
        var line = supply.orderLineId();
        return line == null ? List.of() : List.of(new SupplyPegs.Share(line, supply.open()));
    }

    private void addPiece(OpenSupply supply, @Nullable UUID orderLineId, BigDecimal quantity) {
        var id = supply.type() + ":" + supply.id() + "@" + (orderLineId == null ? "" : orderLineId);
        supplies.merge(
                id,
                new SupplyPiece(id, supply, orderLineId, quantity),
                (one, other) ->
                        new SupplyPiece(id, supply, orderLineId, one.quantity().add(other.quantity())));
    }

    private static boolean isOpen(UUID orderLineId, Snapshot snapshot, Set<UUID> alsoKept) {
        return snapshot.lines().containsKey(orderLineId) || alsoKept.contains(orderLineId);
    }
}
