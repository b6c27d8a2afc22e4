package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sales asks the departments whether the order can be accepted. */
public record ReviewRequested(UUID orderId, List<UUID> lineIds, Instant at) implements ConcernsLines {}
