package org.throughline.order;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.throughline.kernel.Quantity;

/** Asked before a line is cancelled or reduced: what of it is packed or has left. Answered by shipping. */
public interface GoodsUnderway {

    /** By line; a line of which nothing was packed is missing. */
    Map<UUID, Underway> of(Collection<UUID> lineIds);

    /**
     * What of one line is on its way, in the item's base unit.
     *
     * @param packed all that was packed, what has left included
     * @param shipped all that has left, what the customer signed for included
     */
    record Underway(Quantity packed, Quantity shipped) {}
}
