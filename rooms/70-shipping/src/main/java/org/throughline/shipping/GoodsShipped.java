package org.throughline.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** A shipment left the house. Heard by: insight. */
public record GoodsShipped(UUID shipmentId, String number, List<PackedLine> lines, Instant at)
        implements BusinessEvent {

    public GoodsShipped {
        lines = List.copyOf(lines);
    }
}
