package org.throughline.stock;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * Stock kept for order lines and documents. Consumption happens in {@link StockLedger#post}; nobody consumes by hand.
 */
public interface Reservations {

    /**
     * Keeps so much of what is free. A second wish of the same demand for the same item and lot adds to the first.
     *
     * @throws StockRefused if less is free; it says how much and who has the rest
     */
    Reservation reserve(Reservation.Wish wish);

    /** {@link #reserve(Reservation.Wish)} of any lot. */
    default Reservation reserve(
            UUID itemId, Quantity quantity, @Nullable UUID orderLineId, String demandType, UUID demandId) {
        return reserve(new Reservation.Wish(itemId, quantity, null, orderLineId, demandType, demandId));
    }

    /** Keeps as much of the wish as is free; empty when nothing is. */
    Optional<Reservation> reserveUpTo(Reservation.Wish wish);

    /** Gives back everything the document still keeps. Nothing happens when it keeps nothing. */
    void release(String demandType, UUID demandId);

    /** Gives back everything that is still kept for the order line, by whatever document. */
    void releaseLine(UUID orderLineId);

    /** Gives back part of what a reservation keeps; at most what is open. */
    Reservation reduce(UUID reservationId, Quantity by);

    /** @throws org.throughline.kernel.NotFound if there is none */
    Reservation get(UUID id);

    /** The open reservations of these order lines, by order line and time. */
    List<Reservation> of(Collection<UUID> orderLineIds);

    /** The open reservations of the item, oldest first. */
    List<Reservation> ofItem(UUID itemId);

    /** All reservations of the document, also closed ones, oldest first. */
    List<Reservation> ofDemand(String demandType, UUID demandId);
}
