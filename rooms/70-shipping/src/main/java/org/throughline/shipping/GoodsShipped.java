package org.throughline.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughline.order.ConcernsLines;

/** A shipment left the house. Heard by: insight. */
public record GoodsShipped(UUID shipmentId, String number, List<PackedLine> lines, Instant at)
        implements ConcernsLines {

    public GoodsShipped {
        lines = List.copyOf(lines);
    }

    @Override
    public List<UUID> lineIds() {
        return lines.stream().map(PackedLine::orderLineId).distinct().toList();
    }
}
