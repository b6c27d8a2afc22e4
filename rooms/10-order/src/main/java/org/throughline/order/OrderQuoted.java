package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** The customer has our offer. */
public record OrderQuoted(UUID orderId, List<UUID> lineIds, Instant at) implements BusinessEvent {}
