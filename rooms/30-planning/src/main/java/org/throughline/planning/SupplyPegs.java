package org.throughline.planning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.throughline.kernel.Quantity;

/** For which order lines an order was made, when it serves more than one. */
public interface SupplyPegs {

    /**
     * The shares of these supplies; a supply that planning did not make is missing from the answer.
     *
     * @param type record type, e.g. {@code purchase-order-line}
     */
    Map<UUID, List<Share>> of(String type, Collection<UUID> supplyIds);

    /**
     * One order line's share, the most urgent line first.
     *
     * @param quantity as it was when the order was made, base unit
     */
    record Share(UUID orderLineId, Quantity quantity) {}
}
