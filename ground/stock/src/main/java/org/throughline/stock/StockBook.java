package org.throughline.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/** What is there. All quantities are in the items' base units. */
public interface StockBook {

    /** Levels of these items; an item without stock has a level of zeros. */
    Map<UUID, StockLevel> levels(Collection<UUID> itemIds);

    /** Everything on hand in any status, by item. */
    Map<UUID, Quantity> onHand(Collection<UUID> itemIds);

    /** What anybody may still take: available and not reserved, by item. */
    Map<UUID, Quantity> available(Collection<UUID> itemIds);

    /** What this order line may take: what is free, and what is reserved for the line itself. */
    Map<UUID, Quantity> availableTo(UUID orderLineId, Collection<UUID> itemIds);

    /** Every balance of the item, first in first out: by expiry, receipt, lot number, location. */
    List<StockPosition> lots(UUID itemId);

    /**
     * Which goods to take for an issue, first expired or first received first: what is reserved for the line, then what
     * is free. Less than asked for when less may be taken.
     */
    List<Pick> suggest(UUID itemId, Quantity quantity, @Nullable UUID orderLineId);

    /** The last movements of the item, latest first. */
    List<LedgerLine> movements(UUID itemId, int limit);

    /** Value of everything on hand at standard cost, one answer for each currency, by currency. */
    List<StockValue> value();

    /** Take so much from there. */
    record Pick(StockPlace place, @Nullable String lotNumber, String locationCode, Quantity quantity) {}
}
