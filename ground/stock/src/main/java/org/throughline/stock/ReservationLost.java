package org.throughline.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.BusinessEvent;
import org.throughline.kernel.Quantity;

/** Reserved goods turned out not to be usable or not to be there; so much is no longer kept. */
public record ReservationLost(
        UUID reservationId,
        UUID itemId,
        @Nullable UUID orderLineId,
        String demandType,
        UUID demandId,
        Quantity quantity,
        Instant at)
        implements BusinessEvent {}
