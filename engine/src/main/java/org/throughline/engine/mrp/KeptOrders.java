package org.throughline.engine.mrp;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The orders that an item had in the last run. Where all needs of a day are as they were, and nothing is left that could cover
 * them, the order for them is that of the last run, with all that hangs on it.
 */
final class KeptOrders {

    static final KeptOrders NONE = new KeptOrders(List.of());

    private final List<Planned> orders;
    private final Slices wanted = new Slices();

    /** @param orders of the same rules, in the order of their numbers */
    KeptOrders(List<Planned> orders) {
        this.orders = orders;
    }

    /**
     * The order for the needs from {@code from} on that lie on its day.
     *
     * @param number of the order, from 0: it is part of its name
     */
    @Nullable
    Planned find(int number, List<Need> needs, int from, @Nullable String peg) {
        if (number >= orders.size()) {
            return null;
        }
        var kept = orders.get(number);
        int end = from + kept.supply.matches.size();
        boolean isPossible = kept.isAlone
                && Objects.equals(kept.supply.peg, peg)
                && end <= needs.size()
                && (end == needs.size() || needs.get(end).day != kept.need);
        return isPossible && isFor(kept, needs, from) ? kept : null;
    }

    private boolean isFor(Planned kept, List<Need> needs, int from) {
        wanted.clear();
        var matches = kept.supply.matches;
        for (int k = 0; k < matches.size(); k++) {
            var need = needs.get(from + k);
            var before = matches.get(k);
            if (need.covered > 0 || before.quantity() != need.quantity || !need.isLike(before.need())) {
                return false;
            }
            need.slices.copyRange(0, need.quantity, wanted);
        }
        return wanted.isLike(kept.supply.slices);
    }
}
