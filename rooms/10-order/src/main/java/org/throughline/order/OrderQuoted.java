package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The customer has our offer. */
public record OrderQuoted(UUID orderId, List<UUID> lineIds, Instant at) implements ConcernsLines {}
