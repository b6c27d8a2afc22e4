package org.throughline.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** The latest promise of a confirmed line moved; the first promise stays. */
public record PromiseMoved(UUID lineId, LocalDate before, LocalDate after, String reason, Instant at)
        implements BusinessEvent {}
