package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Everything the customer ordered was delivered or cancelled. */
public record OrderCompleted(UUID orderId, List<UUID> lineIds, Instant at) implements ConcernsLines {}
