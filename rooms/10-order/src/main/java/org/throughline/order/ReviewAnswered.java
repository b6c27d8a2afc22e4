package org.throughline.order;

import java.time.Instant;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** A department answered on a line. */
public record ReviewAnswered(UUID orderId, UUID lineId, Department department, ReviewAnswer answer, Instant at)
        implements BusinessEvent {}
