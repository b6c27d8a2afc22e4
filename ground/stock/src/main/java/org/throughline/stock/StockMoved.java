package org.throughline.stock;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;

/** Stock changed: balances and reservations are already written. */
public record StockMoved(
        UUID movementId,
        StockMovement.Kind kind,
        Set<UUID> itemIds,
        @Nullable UUID orderLineId,
        Instant at) implements BusinessEvent {}
