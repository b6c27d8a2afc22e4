package org.throughline.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * What planning knows about an order line.
 *
 * @param plannedAt       the last run that saw the line; null if none did
 * @param openSuggestions proposals for this line that nobody turned into orders yet
 * @param orderBy         the earliest day on which one of them should be ordered or begun, or should have been; null if
 *     there are none
 * @param pastDue         true if one of them should have been ordered before today
 * @param possibleDate    when everything for the line can be there if all is ordered today; null if unknown
 * @param openChanges     plan changes that wait for a decision
 * @param materialReady   when the last missing component is expected; null if nothing is missing
 * @param shortages       components that nothing covers in time, worst first
 */
public record PlanningFact(
        UUID orderLineId,
        @Nullable Instant plannedAt,
        int openSuggestions,
        @Nullable LocalDate orderBy,
        boolean pastDue,
        @Nullable LocalDate possibleDate,
        int openChanges,
        @Nullable LocalDate materialReady,
        List<Shortage> shortages) {

    public PlanningFact {
        shortages = List.copyOf(shortages);
    }

    /**
     * A component that is late or not ordered.
     *
     * @param missing   not covered in time, base unit
     * @param needed    when it is wanted
     * @param expected  when it comes; null if nothing is ordered
     * @param document  the late order, e.g. {@code PO-20261122-001/2}; null if nothing is ordered
     */
    public record Shortage(
            UUID itemId,
            String itemCode,
            String itemName,
            Quantity missing,
            LocalDate needed,
            @Nullable LocalDate expected,
            @Nullable String document) {}
}
