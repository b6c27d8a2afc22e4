package org.throughline.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** A package was taken apart again before it left. Heard by: insight. */
public record GoodsUnpacked(UUID packageId, String number, List<PackedLine> lines, Instant at)
        implements BusinessEvent {

    public GoodsUnpacked {
        lines = List.copyOf(lines);
    }
}
