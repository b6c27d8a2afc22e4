package org.throughline.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughline.order.ConcernsLines;

/** Goods for order lines lie packed. Heard by: insight. */
public record GoodsPacked(UUID packageId, String number, List<PackedLine> lines, Instant at) implements ConcernsLines {

    public GoodsPacked {
        lines = List.copyOf(lines);
    }

    @Override
    public List<UUID> lineIds() {
        return lines.stream().map(PackedLine::orderLineId).distinct().toList();
    }
}
