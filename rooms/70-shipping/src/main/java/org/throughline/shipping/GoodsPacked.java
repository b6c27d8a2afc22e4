package org.throughline.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** Goods for order lines lie packed. Heard by: insight. */
public record GoodsPacked(UUID packageId, String number, List<PackedLine> lines, Instant at) implements BusinessEvent {

    public GoodsPacked {
        lines = List.copyOf(lines);
    }
}
