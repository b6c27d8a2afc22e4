package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Head or lines were edited before confirmation. */
public record OrderEdited(UUID orderId, List<UUID> lineIds, Instant at) implements ConcernsLines {}
