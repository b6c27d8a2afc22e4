package org.throughline.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * Stock that is kept for an order line (hard peg) or for one document.
 *
 * @param lotId       only goods of this lot; null = any lot
 * @param orderLineId whose goods they are; null for documents that belong to no order line
 * @param demandType  record type of the document that will use it, e.g. {@code work-order}, {@code sales-order-line}
 * @param quantity    as reserved, in the item's base unit
 * @param consumed    issued or shipped against it
 */
public record Reservation(
        UUID id,
        UUID itemId,
        @Nullable UUID lotId,
        @Nullable UUID orderLineId,
        String demandType,
        UUID demandId,
        Quantity quantity,
        Quantity consumed,
        Status status,
        Instant at) {

    public enum Status {
        OPEN,
        /** Consumed or released. */
        CLOSED
    }

    /** What is still kept; zero when closed. */
    public Quantity open() {
        return status == Status.CLOSED ? Quantity.zero(quantity.unit()) : quantity.minus(consumed);
    }

    /**
     * Wish for a reservation.
     *
     * @param lotId only goods of this lot, which may still wait for inspection; null = any available goods
     */
    public record Wish(
            UUID itemId,
            Quantity quantity,
            @Nullable UUID lotId,
            @Nullable UUID orderLineId,
            String demandType,
            UUID demandId) {}
}
