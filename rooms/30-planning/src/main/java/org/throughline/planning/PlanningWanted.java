package org.throughline.planning;

import java.time.Instant;
import org.throughline.kernel.BusinessEvent;

/**
 * Something changed that the plan should see soon. Any room may tell it; heard by planning, which runs after the commit
 * if automatic planning is on. Several within a moment lead to one run.
 *
 * @param because record type that changed, e.g. {@code purchase-order-line}
 */
public record PlanningWanted(String because, Instant at) implements BusinessEvent {}
