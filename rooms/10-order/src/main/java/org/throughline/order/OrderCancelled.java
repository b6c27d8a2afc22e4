package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The whole order was given up; confirmed lines were told one by one before. */
public record OrderCancelled(UUID orderId, List<UUID> lineIds, String reason, Instant at) implements ConcernsLines {}
