package org.throughline.planning;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.throughline.order.ConcernsLines;

/** Suggestions became purchase orders and work orders. Heard by: insight. */
public record SuggestionsConverted(List<MadeSupply> made, Set<UUID> lineIds, Instant at) implements ConcernsLines {

    public SuggestionsConverted {
        made = List.copyOf(made);
        lineIds = Set.copyOf(lineIds);
    }
}
