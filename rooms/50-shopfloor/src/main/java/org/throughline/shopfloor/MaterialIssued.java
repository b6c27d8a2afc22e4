package org.throughline.shopfloor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;
import org.throughline.order.ConcernsLines;

/**
 * Material went from the store to a work order. Heard by: insight, cost.
 *
 * @param complete everything the work order needs has been issued
 */
public record MaterialIssued(
        UUID workOrderId, @Nullable UUID orderLineId, List<Portion> portions, boolean complete, Instant at)
        implements ConcernsLines {

    /** @param lotId null where the item is not kept by lot */
    public record Portion(UUID componentId, @Nullable UUID lotId, Quantity quantity) {}

    public MaterialIssued {
        portions = List.copyOf(portions);
    }

    @Override
    public List<UUID> lineIds() {
        return orderLineId == null ? List.of() : List.of(orderLineId);
    }
}
