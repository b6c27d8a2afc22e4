package org.throughline.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * One balance: goods of one lot in one status at one location.
 *
 * @param quantity in the item's base unit, not zero
 */
public record StockPosition(
        UUID itemId,
        @Nullable UUID lotId,
        @Nullable String lotNumber,
        @Nullable Instant receivedAt,
        @Nullable LocalDate expiresOn,
        UUID locationId,
        String locationCode,
        StockStatus status,
        Quantity quantity) {

    /** Where it lies, as movements want it. */
    public StockPlace place() {
        return new StockPlace(locationId, lotId, status);
    }
}
