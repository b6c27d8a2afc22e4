package org.throughline.stock;

import java.util.UUID;
import org.throughline.kernel.Quantity;

/**
 * How much of an item there is, over all locations, in its base unit.
 *
 * @param reserved what order lines and documents have reserved and not yet used
 * @param free     available and reserved for nobody; a reservation on a lot that waits for inspection takes nothing
 *                 from it
 */
public record StockLevel(
        UUID itemId, Quantity available, Quantity toInspect, Quantity blocked, Quantity reserved, Quantity free) {

    /** Everything on hand, whatever its status. */
    public Quantity onHand() {
        return available.plus(toInspect).plus(blocked);
    }
}
