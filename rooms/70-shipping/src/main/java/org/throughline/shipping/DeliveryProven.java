package org.throughline.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughline.order.ConcernsLines;

/** The customer has a shipment, and we know who signed. Heard by: insight. */
public record DeliveryProven(UUID shipmentId, String number, List<PackedLine> lines, Instant at)
        implements ConcernsLines {

    public DeliveryProven {
        lines = List.copyOf(lines);
    }

    @Override
    public List<UUID> lineIds() {
        return lines.stream().map(PackedLine::orderLineId).distinct().toList();
    }
}
