package org.throughline.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * A suggestion that the planner turned into an order.
 *
 * @param suggestionId        where it comes from
 * @param quantity            to order or to start, base unit
 * @param start               order by, or start of work; never before today
 * @param due                 when it can be there: the day of the need, or later if it is past due
 * @param supplierId          from whom; null for MAKE
 * @param orderLineId         the order line that needs most of it; null for stock
 * @param parentSuggestionIds suggestions of the same batch that consume it; always earlier in the list
 * @param parentWorkOrderIds  existing work orders that consume it
 */
public record SuggestionToMake(
        UUID suggestionId,
        SupplyKind kind,
        UUID itemId,
        Quantity quantity,
        LocalDate start,
        LocalDate due,
        @Nullable UUID supplierId,
        @Nullable UUID orderLineId,
        List<UUID> parentSuggestionIds,
        List<UUID> parentWorkOrderIds) {

    public SuggestionToMake {
        parentSuggestionIds = List.copyOf(parentSuggestionIds);
        parentWorkOrderIds = List.copyOf(parentWorkOrderIds);
    }
}
