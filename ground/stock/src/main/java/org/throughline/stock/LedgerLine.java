package org.throughline.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * One line of the ledger, as it was written.
 *
 * @param quantity positive came in, negative went out; in the item's base unit
 * @param by       who posted it
 */
public record LedgerLine(
        UUID movementId,
        Instant at,
        StockMovement.Kind kind,
        UUID itemId,
        @Nullable String lotNumber,
        String locationCode,
        StockStatus status,
        Quantity quantity,
        @Nullable String referenceType,
        @Nullable UUID referenceId,
        @Nullable UUID orderLineId,
        @Nullable String reason,
        String by) {}
