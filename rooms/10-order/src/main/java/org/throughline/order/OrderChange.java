package org.throughline.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * The customer changed a confirmed line. The line already says the new; the change stays OPEN until planning has decided
 * what happens to everything made for it.
 *
 * @param oldQuantity in the item's base unit
 * @param newQuantity in the item's base unit; zero for a cancellation
 * @param oldDate     the requested date before
 */
public record OrderChange(
        UUID id,
        UUID lineId,
        ChangeKind kind,
        Quantity oldQuantity,
        Quantity newQuantity,
        LocalDate oldDate,
        LocalDate newDate,
        String reason,
        @Nullable UUID requestedBy,
        String requestedByName,
        Instant at,
        Status status) {

    /** What became of it. */
    public enum Status {
        OPEN,
        APPLIED,
        REFUSED
    }
}
