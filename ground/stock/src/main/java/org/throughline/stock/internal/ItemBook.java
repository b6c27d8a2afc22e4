package org.throughline.stock.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throughline.stock.Reservation;
import org.throughline.stock.StockPlace;
import org.throughline.stock.StockStatus;

/**
 * What one item's book says: balances by place and what is reserved. Pure arithmetic, no database.
 *
 * <p>A reservation on a lot is kept first out of what of that lot still waits for inspection, then out of what is
 * available of it; a reservation without a lot is kept out of anything available. The book is sound while
 *
 * <ul>
 *   <li>no lot has more reserved than is there to be used or inspected, and
 *   <li>what is available covers all reservations that inspection does not.
 * </ul>
 */
final class ItemBook {

    private final String unit;
    private final Map<StockPlace, BigDecimal> balances;
    private final Map<UUID, Kept> kept;

    /** Open quantity of one reservation; {@code reservation} is as read. */
    record Kept(Reservation reservation, BigDecimal open) {}

    ItemBook(String unit, Map<StockPlace, BigDecimal> balances, List<Reservation> open) {
        this.unit = unit;
        this.balances = new LinkedHashMap<>(balances);
        this.kept = new LinkedHashMap<>();
        for (Reservation reservation : open) {
            kept.put(reservation.id(), new Kept(reservation, reservation.open().amount()));
        }
    }

    String unit() {
        return unit;
    }

    BigDecimal at(StockPlace place) {
        return balances.getOrDefault(place, BigDecimal.ZERO);
    }

    Map<StockPlace, BigDecimal> balances() {
        return balances;
    }

    void add(StockPlace place, BigDecimal quantity) {
        balances.merge(place, quantity, BigDecimal::add);
    }

    /** Open reservations that something still is kept by, oldest first. */
    List<Kept> kept() {
        return kept.values().stream().filter(one -> one.open().signum() > 0).toList();
    }

    void take(UUID reservationId, BigDecimal quantity) {
        kept.computeIfPresent(
                reservationId,
                (id, one) -> new Kept(one.reservation(), one.open().subtract(quantity)));
    }

    /** The same book without the reservations of one order line. */
    ItemBook without(@Nullable UUID orderLineId) {
        var others = new ItemBook(unit, balances, List.of());
        if (orderLineId == null) {
            others.kept.putAll(kept);
            return others;
        }
        kept.forEach((id, one) -> {
            if (!orderLineId.equals(one.reservation().orderLineId())) {
                others.kept.put(id, one);
            }
        });
        return others;
    }

    BigDecimal total(StockStatus status) {
        return sum(place -> place.status() == status);
    }

    BigDecimal ofLot(@Nullable UUID lotId, StockStatus status) {
        return sum(place -> place.status() == status && Objects.equals(place.lotId(), lotId));
    }

    /** Everything of the lot, whatever its status. */
    BigDecimal ofLot(UUID lotId) {
        return sum(place -> lotId.equals(place.lotId()));
    }

    BigDecimal reserved() {
        return kept.values().stream().map(Kept::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal reservedOfLot(UUID lotId) {
        return kept.values().stream()
                .filter(one -> lotId.equals(one.reservation().lotId()))
                .map(Kept::open)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Available and kept for nobody; negative when more is reserved than is there. */
    BigDecimal free() {
        BigDecimal taken = BigDecimal.ZERO;
        for (var lot : reservedByLot().entrySet()) {
            UUID lotId = lot.getKey();
            BigDecimal inspection = lotId == null ? BigDecimal.ZERO : ofLot(lotId, StockStatus.TO_INSPECT);
            taken = taken.add(lot.getValue().subtract(inspection).max(BigDecimal.ZERO));
        }
        return total(StockStatus.AVAILABLE).subtract(taken);
    }

    /** How much of the available goods of this lot is not kept by reservations on the lot. */
    BigDecimal freeOfLot(@Nullable UUID lotId) {
        BigDecimal available = ofLot(lotId, StockStatus.AVAILABLE);
        if (lotId == null) {
            return available;
        }
        BigDecimal taken = reservedOfLot(lotId)
                .subtract(ofLot(lotId, StockStatus.TO_INSPECT))
                .max(BigDecimal.ZERO);
        return available.subtract(taken);
    }

    /** How much more can be kept: of this lot, inspected or not, or of anything available. Never negative. */
    BigDecimal keepable(@Nullable UUID lotId) {
        BigDecimal free = free().max(BigDecimal.ZERO);
        if (lotId == null) {
            return free;
        }
        BigDecimal inspection = ofLot(lotId, StockStatus.TO_INSPECT);
        BigDecimal reserved = reservedOfLot(lotId);
        BigDecimal left = inspection
                .add(ofLot(lotId, StockStatus.AVAILABLE))
                .subtract(reserved)
                .max(BigDecimal.ZERO);
        return left.min(inspection.subtract(reserved).max(BigDecimal.ZERO).add(free));
    }

    /**
     * How much more is reserved than can be kept, for reservations on the lots and for all together; zero when the book
     * is sound.
     */
    BigDecimal excess() {
        return excessOfLots().values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .max(free().negate())
                .max(BigDecimal.ZERO);
    }

    /** By lot, how much more is reserved of it than is there; only lots where that is so. */
    Map<UUID, BigDecimal> excessOfLots() {
        var excess = new HashMap<UUID, BigDecimal>();
        for (UUID lotId : lotsReserved()) {
            BigDecimal there = ofLot(lotId, StockStatus.TO_INSPECT).add(ofLot(lotId, StockStatus.AVAILABLE));
            BigDecimal more = reservedOfLot(lotId).subtract(there.max(BigDecimal.ZERO));
            if (more.signum() > 0) {
                excess.put(lotId, more);
            }
        }
        return excess;
    }

    private Set<UUID> lotsReserved() {
        var lots = new HashSet<UUID>();
        for (Kept one : kept.values()) {
            UUID lotId = one.reservation().lotId();
            if (lotId != null) {
                lots.add(lotId);
            }
        }
        return lots;
    }

    private Map<@Nullable UUID, BigDecimal> reservedByLot() {
        var reserved = new HashMap<@Nullable UUID, BigDecimal>();
        for (Kept one : kept.values()) {
            reserved.merge(one.reservation().lotId(), one.open(), BigDecimal::add);
        }
        return reserved;
    }

    private BigDecimal sum(Predicate<StockPlace> which) {
        return balances.entrySet().stream()
                .filter(balance -> which.test(balance.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
