package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stock that an item's substitutes have left after their own needs, offered to the item. */
final class Substitutes {

    static final Substitutes NONE = new Substitutes();

    private final List<Offer> offers = new ArrayList<>();

    /** One lot of stock and how much of it replaces one unit, for one parent or for {@link Need#NOBODY} in particular. */
    private record Offer(Supply stock, BigDecimal ratio, Alternate.Use use, int parent) {

        boolean isFor(Need need, @Nullable String peg) {
            return (parent == Need.NOBODY || parent == need.parent)
                    && (stock.peg == null || Objects.equals(stock.peg, peg));
        }
    }

    void offer(Alternate alternate, int parent, List<Supply> supplies) {
        for (var supply : supplies) {
            if (supply.ref.kind() == SupplyRef.Kind.STOCK && supply.left > 0) {
                offers.add(new Offer(supply, alternate.ratio(), alternate.use(), parent));
            }
        }
    }

    /** Covers what it can from substitutes of this use, in priority; only common stock and that of the group. */
    void cover(Need need, @Nullable String peg, Alternate.Use use) {
        for (var offer : offers) {
            if (offer.use == use && need.open() > 0 && offer.isFor(need, peg)) {
                take(offer, need);
            }
        }
    }

    private static void take(Offer offer, Need need) {
        var left = Scaled.toDecimal(offer.stock.left).divide(offer.ratio, Scaled.DECIMALS, RoundingMode.FLOOR);
        long amount = Math.min(need.open(), left.movePointRight(Scaled.DECIMALS).longValue());
        long own = Scaled.ceiling(Scaled.toDecimal(amount).multiply(offer.ratio), offer.stock.ref.id());
        offer.stock.take(need, amount, Math.min(own, offer.stock.left));
    }
}
