package org.throughline.order;

import java.time.Instant;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** A confirmed line was cancelled; {@code line} is as it stood before. */
public record OrderLineCancelled(UUID changeId, OrderLine line, String reason, Instant at) implements BusinessEvent {}
