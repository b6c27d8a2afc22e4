package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is still kept of an item for an order line; {@code lotId} null for any lot. */
record Reserved(UUID reservationId, UUID itemId, @Nullable UUID lotId, UUID orderLineId, BigDecimal open) {}
