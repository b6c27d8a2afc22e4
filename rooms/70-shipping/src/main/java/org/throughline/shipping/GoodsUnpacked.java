package org.throughline.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughline.order.ConcernsLines;

/** A package was taken apart again before it left. Heard by: insight. */
public record GoodsUnpacked(UUID packageId, String number, List<PackedLine> lines, Instant at)
        implements ConcernsLines {

    public GoodsUnpacked {
        lines = List.copyOf(lines);
    }

    @Override
    public List<UUID> lineIds() {
        return lines.stream().map(PackedLine::orderLineId).distinct().toList();
    }
}
