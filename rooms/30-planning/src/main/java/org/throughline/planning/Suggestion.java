package org.throughline.planning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * A proposal to buy or make. It keeps its identity over planning runs as long as it means the same need.
 *
 * <pre>
 * PROPOSED --convert--> CONVERTED
 *     \------dismiss--> DISMISSED
 * </pre>
 *
 * @param quantity    to order or to start, base unit
 * @param receipt     what remains of it after the item's scrap
 * @param orderBy     order or start on this day; never before the day of the run
 * @param due         the day it is needed
 * @param possibleDue the day it can be there
 * @param pastDueDays calendar days by which it should have been ordered before the run; 0 if it is not past due
 * @param level       low-level code: 0 is nobody's component
 * @param orderLineId the order line that needs most of it; null for stock
 * @param version     optimistic lock
 */
public record Suggestion(
        UUID id,
        SupplyKind kind,
        UUID itemId,
        Quantity quantity,
        Quantity receipt,
        LocalDate orderBy,
        LocalDate due,
        LocalDate possibleDue,
        int pastDueDays,
        int level,
        @Nullable UUID supplierId,
        @Nullable UUID orderLineId,
        Status status,
        @Nullable String targetType,
        @Nullable UUID targetId,
        @Nullable String targetNumber,
        int version) {

    /** What became of it. */
    public enum Status {
        PROPOSED,
        CONVERTED,
        DISMISSED
    }
}
