package org.throughline.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** The customer has a shipment, and we know who signed. Heard by: insight. */
public record DeliveryProven(UUID shipmentId, String number, List<PackedLine> lines, Instant at)
        implements BusinessEvent {

    public DeliveryProven {
        lines = List.copyOf(lines);
    }
}
