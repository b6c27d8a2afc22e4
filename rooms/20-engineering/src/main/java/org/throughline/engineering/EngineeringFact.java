package org.throughline.engineering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far engineering is with an order line.
 *
 * @param needsEngineering the item is made here; what is bought needs neither bill nor routing
 * @param hasRouting       own or default
 * @param routingDefaulted the routing is the group's default operation
 * @param hasDrawing       a drawing exists, confirmed or not
 * @param engineeredAt     when everything needed was there; null while something is missing
 * @param ownerUserId      the engineer who acts; null when nobody is named
 */
public record EngineeringFact(
        boolean needsEngineering,
        boolean hasBom,
        boolean hasRouting,
        boolean routingDefaulted,
        boolean hasDrawing,
        boolean drawingConfirmed,
        @Nullable Instant engineeredAt,
        @Nullable UUID ownerUserId) {}
