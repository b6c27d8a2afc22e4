package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Nothing new may be started for the order until it is resumed. */
public record OrderHeld(UUID orderId, List<UUID> lineIds, String reason, Instant at) implements ConcernsLines {}
