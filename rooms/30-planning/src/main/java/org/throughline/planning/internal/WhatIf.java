package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.mrp.ActionMessage;
import org.throughline.engine.mrp.Damping;
import org.throughline.kernel.Quantity;
import org.throughline.planning.DependentDemand;
import org.throughline.planning.OpenSupply;
import org.throughline.planning.SupplyPegs;

/**
 * What a changed order line means for everything made for it. A work order that would shrink or move needs less of its
 * components or needs them on another day, so the plan is asked again, level by level, until it has nothing more to say.
 */
final class WhatIf {

    /** More levels than any structure has; the loop ends long before. */
    private static final int DEEPEST = 30;

    /** How an open supply should stand. */
    record Wish(OpenSupply supply, BigDecimal open, LocalDate due) {

        boolean isChange() {
            return open.compareTo(supply.open().amount()) != 0 || !due.equals(supply.due());
        }
    }

    private final UUID orderLineId;
    private final Map<SupplyKey, OpenSupply> before = new HashMap<>();
    private final Map<SupplyKey, Wish> wishes = new LinkedHashMap<>();
    private final Set<UUID> alsoKept;
    private Snapshot snapshot;
    private PlanIndex index;

    private WhatIf(Snapshot snapshot, UUID orderLineId) {
        this.orderLineId = orderLineId;
        this.snapshot = snapshot;
        this.alsoKept = Set.of(orderLineId);
        snapshot.supplies().forEach(supply -> before.put(SupplyKey.of(supply), supply));
        this.index = PlanIndex.of(snapshot, Damping.none(), alsoKept);
    }

    /** Asks the plan until it is content. */
    static WhatIf of(Snapshot snapshot, UUID orderLineId) {
        var whatIf = new WhatIf(snapshot, orderLineId);
        for (int level = 0; level < DEEPEST && whatIf.step(); level++) {
            whatIf.index = PlanIndex.of(whatIf.snapshot, Damping.none(), whatIf.alsoKept);
        }
        return whatIf;
    }

    /** The supplies that should change. */
    List<Wish> wishes() {
        return wishes.values().stream().filter(Wish::isChange).toList();
    }

    /** The plan after all wishes were fulfilled. */
    PlanIndex index() {
        return index;
    }

    private boolean step() {
        var round = new LinkedHashMap<SupplyKey, Wish>();
        for (var message : index.plan().messages()) {
            var piece = index.piece(message.supply());
            if (piece != null && orderLineId.equals(piece.orderLineId()) && !Pieces.isFixed(piece.supply())) {
                var key = SupplyKey.of(piece.supply());
                var known = round.getOrDefault(
                        key,
                        new Wish(
                                piece.supply(),
                                piece.supply().open().amount(),
                                piece.supply().due()));
                round.put(key, with(known, message));
            }
        }
        round.values().removeIf(wish -> !wish.isChange());
        round.forEach((key, wish) -> {
            var original = before.get(key);
            if (original != null) {
                wishes.put(key, new Wish(original, wish.open(), wish.due()));
                fulfil(key, wish);
            }
        });
        return !round.isEmpty();
    }

    private static Wish with(Wish wish, ActionMessage message) {
        var to = message.to();
        return switch (message.kind()) {
            case EXPEDITE, DEFER -> to == null ? wish : new Wish(wish.supply(), wish.open(), to);
            case CANCEL, REDUCE, INCREASE ->
                new Wish(
                        wish.supply(),
                        wish.open()
                                .subtract(message.quantity())
                                .add(message.proposed())
                                .max(BigDecimal.ZERO),
                        wish.due());
            case NEW, PAST_DUE -> wish;
        };
    }

    private void fulfil(SupplyKey key, Wish wish) {
        var was = wish.supply();
        var less = was.open().amount().subtract(wish.open());
        var unit = was.open().unit();
        snapshot = snapshot.withSupplies(supply -> SupplyKey.of(supply).equals(key) ? changed(supply, wish) : supply)
                .withShares(key, shares -> less(shares, less, unit))
                .withMaterials(material -> material.workOrderId().equals(was.id()) ? moved(material, wish) : material);
    }

    private static OpenSupply changed(OpenSupply supply, Wish wish) {
        return new OpenSupply(
                supply.type(),
                supply.id(),
                supply.number(),
                supply.itemId(),
                new Quantity(wish.open(), supply.open().unit()),
                wish.due(),
                supply.start(),
                supply.firm(),
                supply.orderLineId());
    }

    private @Nullable List<SupplyPegs.Share> less(
            @Nullable List<SupplyPegs.Share> shares, BigDecimal less, String unit) {
        if (shares == null) {
            return null;
        }
        var changed = new ArrayList<SupplyPegs.Share>();
        for (var share : shares) {
            var own = share.orderLineId().equals(orderLineId);
            var quantity = own
                    ? share.quantity().amount().subtract(less)
                    : share.quantity().amount();
            changed.add(new SupplyPegs.Share(share.orderLineId(), new Quantity(quantity.max(BigDecimal.ZERO), unit)));
        }
        return changed;
    }

    /** A smaller work order needs less, a moved one needs it on another day; what is issued stays issued. */
    private static DependentDemand moved(DependentDemand material, Wish wish) {
        var part = new Scaling(wish.open(), wish.supply().open().amount());
        var open = part.of(material.open().amount());
        long days = ChronoUnit.DAYS.between(wish.supply().due(), wish.due());
        return new DependentDemand(
                material.id(),
                material.workOrderId(),
                material.workOrderNumber(),
                material.itemId(),
                material.required(),
                new Quantity(open, material.open().unit()),
                material.needed().plusDays(days),
                material.orderLineId(),
                material.released());
    }
}
