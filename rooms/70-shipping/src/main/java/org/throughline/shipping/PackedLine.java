package org.throughline.shipping;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * So much for one order line in a package or shipment.
 *
 * @param lotId null where the item is not kept by lot
 */
public record PackedLine(
        UUID orderLineId, UUID itemId, @Nullable UUID lotId, Quantity quantity) {}
