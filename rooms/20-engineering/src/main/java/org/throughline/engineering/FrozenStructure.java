package org.throughline.engineering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The revision an order line was released with. Later changes of the bill or routing do not reach it.
 *
 * @param bom null when the item is made without components
 */
public record FrozenStructure(
        UUID orderLineId, UUID itemId, @Nullable Bom bom, Routing routing, String revision, Instant frozenAt) {}
