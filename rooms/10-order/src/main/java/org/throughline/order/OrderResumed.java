package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The order goes on. */
public record OrderResumed(UUID orderId, List<UUID> lineIds, Instant at) implements ConcernsLines {}
