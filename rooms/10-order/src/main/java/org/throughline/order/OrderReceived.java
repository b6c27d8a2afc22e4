package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An inquiry or order was entered, imported or posted. */
public record OrderReceived(UUID orderId, List<UUID> lineIds, Instant at) implements ConcernsLines {}
