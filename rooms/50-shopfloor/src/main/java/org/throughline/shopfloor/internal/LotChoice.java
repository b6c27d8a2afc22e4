package org.throughline.shopfloor.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderMaterial;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockBook;
import org.throughline.stock.StockPlace;
import org.throughline.stock.StockPosition;
import org.throughline.stock.StockStatus;

/** Which lots to take for a work order: those kept for its order first, then first in, first out; never another's. */
@Component
public class LotChoice {

    private final StockBook book;
    private final Reservations reservations;
    private final MaterialCover cover;

    LotChoice(StockBook book, Reservations reservations, MaterialCover cover) {
        this.book = book;
        this.reservations = reservations;
        this.cover = cover;
    }

    /**
     * Take so much from there.
     *
     * @param own the lot is kept for this order
     */
    public record Pick(
            UUID componentId,
            StockPlace place,
            @Nullable String lotNumber,
            String locationCode,
            Quantity quantity,
            boolean own) {}

    /** What to take for everything that is still open; less where less may be taken. */
    public List<Pick> picks(WorkOrder order, List<WorkOrderMaterial> materials) {
        var open = new HashMap<UUID, Quantity>();
        var sequence = new ArrayList<UUID>();
        for (var material : materials) {
            if (material.open().isPositive() && !open.containsKey(material.componentId())) {
                sequence.add(material.componentId());
            }
            open.merge(material.componentId(), material.open(), Quantity::plus);
        }
        var takeable = cover.takeable(order, sequence);
        var picks = new ArrayList<Pick>();
        for (var component : sequence) {
            var needed = Objects.requireNonNull(open.get(component));
            var wanted = needed.min(takeable.getOrDefault(component, needed));
            picks.addAll(take(order, component, wanted, null, null));
        }
        return picks;
    }

    /** What to take of one component, of this lot or at this place when named; less where less may be taken. */
    public List<Pick> pick(
            WorkOrder order, UUID componentId, Quantity wanted, @Nullable String lotNumber, @Nullable UUID locationId) {
        var takeable = cover.takeable(order, List.of(componentId)).getOrDefault(componentId, wanted);
        return take(order, componentId, wanted.min(takeable), lotNumber, locationId);
    }

    private List<Pick> take(
            WorkOrder order, UUID componentId, Quantity wanted, @Nullable String lotNumber, @Nullable UUID locationId) {
        var kept = keptLots(componentId);
        var left = wanted;
        var picks = new ArrayList<Pick>();
        for (var own : new boolean[] {true, false}) {
            for (var position : book.lots(componentId)) {
                if (!fits(position, lotNumber, locationId) || isOwn(position, order, kept) != own) {
                    continue;
                }
                var part = left.min(mayTake(position, order, kept));
                if (part.isPositive()) {
                    picks.add(new Pick(
                            componentId, position.place(), position.lotNumber(), position.locationCode(), part, own));
                    left = left.minus(part);
                }
            }
        }
        return picks;
    }

    private static boolean fits(StockPosition position, @Nullable String lotNumber, @Nullable UUID locationId) {
        return position.status() == StockStatus.AVAILABLE
                && (lotNumber == null || lotNumber.equalsIgnoreCase(position.lotNumber()))
                && (locationId == null || locationId.equals(position.locationId()));
    }

    private Map<UUID, List<Reservation>> keptLots(UUID componentId) {
        var byLot = new HashMap<UUID, List<Reservation>>();
        for (var reservation : reservations.ofItem(componentId)) {
            var lot = reservation.lotId();
            if (lot != null) {
                byLot.computeIfAbsent(lot, key -> new ArrayList<>()).add(reservation);
            }
        }
        return byLot;
    }

    private static boolean isOwn(StockPosition position, WorkOrder order, Map<UUID, List<Reservation>> kept) {
        var lot = position.lotId();
        return lot != null
                && kept.getOrDefault(lot, List.of()).stream().anyMatch(reservation -> serves(reservation, order));
    }

    private static Quantity mayTake(StockPosition position, WorkOrder order, Map<UUID, List<Reservation>> kept) {
        var lot = position.lotId();
        if (lot == null) {
            return position.quantity();
        }
        var others = kept.getOrDefault(lot, List.of()).stream()
                .filter(reservation -> !serves(reservation, order))
                .map(Reservation::open)
                .reduce(Quantity.zero(position.quantity().unit()), Quantity::plus);
        var mine = position.quantity().minus(others);
        return mine.isNegative() ? Quantity.zero(mine.unit()) : mine;
    }

    private static boolean serves(Reservation reservation, WorkOrder order) {
        if (reservation.demandType().equals("work-order")) {
            return reservation.demandId().equals(order.id());
        }
        return reservation.orderLineId() != null
                && reservation.orderLineId().equals(order.purpose().orderLineId());
    }
}
