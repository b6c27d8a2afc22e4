package org.throughline.planning;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** Suggestions became purchase orders and work orders. Heard by: insight. */
public record SuggestionsConverted(List<MadeSupply> made, Set<UUID> orderLineIds, Instant at) implements BusinessEvent {

    public SuggestionsConverted {
        made = List.copyOf(made);
        orderLineIds = Set.copyOf(orderLineIds);
    }
}
