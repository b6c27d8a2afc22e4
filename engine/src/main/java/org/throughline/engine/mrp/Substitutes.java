package org.throughline.engine.mrp;

import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stock that an item's substitutes have left after their own needs, offered to the item.
 *
 * <p>Cost: a lot that is used up is looked at once more; a whole replacement counts the lots that are left for each need.
 */
final class Substitutes {

    static final Substitutes NONE = new Substitutes(PegPolicy.FREE);

    private final PegPolicy policy;
    private final List<Offer> offers = new ArrayList<>();

    /** @param policy of the item to which the stock is offered */
    Substitutes(PegPolicy policy) {
        this.policy = policy;
    }

    /** The stock of one substitute by its tag, for one parent or for {@link Need#NOBODY} in particular. */
    private record Offer(Alternate alternate, int parent, Map<String, Deque<Supply>> stock) {

        boolean isFor(Need need, Alternate.Use use) {
            return alternate.use() == use
                    && (parent == Need.NOBODY || parent == need.parent)
                    && alternate.isValid(need.day);
        }

        Deque<Supply> tagged(@Nullable String peg) {
            return stock.getOrDefault(key(peg), new ArrayDeque<>(0));
        }

        /** So much of a need one lot can cover, but not more than {@code most}; both scaled, in units of the need. */
        long covers(Supply lot, long most) {
            var left = Scaled.toDecimal(lot.left).divide(alternate.ratio(), Scaled.DECIMALS, RoundingMode.FLOOR);
            return Scaled.of(left.min(Scaled.toDecimal(most)), lot.ref.id());
        }

        void take(Need need, Deque<Supply> lots) {
            while (need.open() > 0 && !lots.isEmpty()) {
                var lot = lots.getFirst();
                long amount = covers(lot, need.open());
                if (amount == 0) {
                    lots.removeFirst();
                } else {
                    var own = Scaled.toDecimal(amount).multiply(alternate.ratio());
                    lot.take(need, amount, Math.min(Scaled.ceiling(own, lot.ref.id()), lot.left));
                }
            }
        }
    }

    void offer(Alternate alternate, int parent, List<Supply> supplies) {
        var offer = new Offer(alternate, parent, new HashMap<>());
        for (var supply : supplies) {
            if (supply.ref.kind() == SupplyRef.Kind.STOCK && supply.left > 0) {
                offer.stock
                        .computeIfAbsent(key(supply.peg), tag -> new ArrayDeque<>())
                        .add(supply);
            }
        }
        offers.add(offer);
    }

    /** Covers what it can from substitutes of this use, in priority; of each the stock of the need's own group first. */
    void cover(Need need, Alternate.Use use) {
        for (var offer : offers) {
            if (need.open() > 0 && offer.isFor(need, use)) {
                var usable = usable(offer, need);
                if (!offer.alternate.whole() || coversWhole(offer, need, usable)) {
                    usable.forEach(lots -> offer.take(need, lots));
                }
            }
        }
    }

    private List<Deque<Supply>> usable(Offer offer, Need need) {
        var own = offer.tagged(need.peg);
        return need.peg == null || policy == PegPolicy.HARD ? List.of(own) : List.of(own, offer.tagged(null));
    }

    private static boolean coversWhole(Offer offer, Need need, List<Deque<Supply>> usable) {
        long missing = need.open();
        for (var lots : usable) {
            for (var lot : lots) {
                missing -= offer.covers(lot, missing);
                if (missing == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String key(@Nullable String peg) {
        return peg == null ? "" : peg;
    }
}
