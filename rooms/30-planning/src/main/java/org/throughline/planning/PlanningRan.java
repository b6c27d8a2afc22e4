package org.throughline.planning;

import java.time.Instant;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/**
 * Requirements were computed anew. Heard by: insight (shortages of the lines).
 *
 * @param demands     how many were planned
 * @param suggestions how many are proposed now
 */
public record PlanningRan(UUID runId, int demands, int suggestions, Instant at) implements BusinessEvent {}
