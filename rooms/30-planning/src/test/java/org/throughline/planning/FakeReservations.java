package org.throughline.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;

/** Reservations that a test writes down. */
final class FakeReservations implements Reservations {

    final List<Reservation> all = new ArrayList<>();

    /** So much of the item is kept for the line. */
    Reservation keep(UUID item, Quantity quantity, UUID line) {
        var kept = new Reservation(
                Identity.fresh(),
                item,
                null,
                line,
                "sales-order-line",
                line,
                quantity,
                Quantity.zero(quantity.unit()),
                Reservation.Status.OPEN,
                Instant.EPOCH);
        all.add(kept);
        return kept;
    }

    BigDecimal open(UUID item) {
        return all.stream()
                .filter(kept -> kept.itemId().equals(item))
                .map(kept -> kept.open().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public Reservation get(UUID reservationId) {
        return all.stream()
                .filter(kept -> kept.id().equals(reservationId))
                .findFirst()
                .orElseThrow(() -> new NotFound("reservation", reservationId));
    }

    @Override
    public List<Reservation> of(Collection<UUID> orderLineIds) {
        return all.stream()
                .filter(kept -> kept.orderLineId() != null && orderLineIds.contains(kept.orderLineId()))
                .toList();
    }

    @Override
    public Reservation reduce(UUID reservationId, Quantity by) {
        for (int i = 0; i < all.size(); i++) {
            var kept = all.get(i);
            if (kept.id().equals(reservationId)) {
                var less = new Reservation(
                        kept.id(),
                        kept.itemId(),
                        kept.lotId(),
                        kept.orderLineId(),
                        kept.demandType(),
                        kept.demandId(),
                        kept.quantity().minus(by),
                        kept.consumed(),
                        kept.status(),
                        kept.at());
                all.set(i, less);
                return less;
            }
        }
        throw new IllegalStateException("No reservation (%s).".formatted(reservationId));
    }

    @Override
    public Reservation reserve(Reservation.Wish wish) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Reservation> reserveUpTo(Reservation.Wish wish) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(String demandType, UUID demandId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void releaseLine(UUID orderLineId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Reservation> ofItem(UUID itemId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Reservation> ofDemand(String demandType, UUID demandId) {
        throw new UnsupportedOperationException();
    }
}
