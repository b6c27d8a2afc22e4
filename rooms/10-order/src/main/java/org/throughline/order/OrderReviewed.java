package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Every department needed has said yes; the order may be approved and confirmed. */
public record OrderReviewed(UUID orderId, List<UUID> lineIds, Instant at) implements ConcernsLines {}
