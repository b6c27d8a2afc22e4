package org.throughline.shipping.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.kernel.Quantity;
import org.throughline.order.OrderLine;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockBook;
import org.throughline.stock.StockPosition;
import org.throughline.stock.StockStatus;

/** What may be packed for order lines: goods kept for them, available, and not packed already. */
@Component
public class ReadyGoods {

    private final Items items;
    private final StockBook book;
    private final Reservations reservations;
    private final Locations locations;
    private final Packages packages;

    ReadyGoods(Items items, StockBook book, Reservations reservations, Locations locations, Packages packages) {
        this.items = items;
        this.book = book;
        this.reservations = reservations;
        this.locations = locations;
        this.packages = packages;
    }

    /**
     * How it stands with one line.
     *
     * @param open    ordered and neither delivered, shipped nor packed
     * @param kept    kept for the line, available, not packed
     * @param held    kept for the line, waits for inspection or is blocked
     * @param packed  lies packed
     * @param free    kept for nobody; offered to the line unless its item is pegged to orders
     */
    public record Ready(Quantity open, Quantity kept, Quantity held, Quantity packed, Quantity free) {

        /** What can be packed now. */
        public Quantity ready() {
            return kept.plus(free).min(open);
        }
    }

    /** How it stands with each of these lines. */
    public Map<UUID, Ready> of(Collection<OrderLine> lines) {
        var ids = lines.stream().map(OrderLine::id).toList();
        var everPacked = packages.packed(ids);
        var waiting = packages.waiting(ids);
        var kept = reservations.of(ids).stream()
                .filter(reservation -> reservation.orderLineId() != null)
                .collect(Collectors.groupingBy(Reservation::orderLineId));
        var free = freeOf(lines);
        var ready = new HashMap<UUID, Ready>();
        for (var line : lines) {
            var unit = line.quantity().unit();
            var ever = amount(everPacked.get(line.id()), unit);
            var packed = amount(waiting.get(line.id()), unit);
            var own = kept.getOrDefault(line.id(), List.of()).stream()
                    .filter(reservation -> reservation.itemId().equals(line.itemId()))
                    .toList();
            var held = held(own, line);
            var all = own.stream().map(Reservation::open).reduce(Quantity.zero(unit), Quantity::plus);
            var open = notNegative(line.quantity().minus(ever));
            var keptHere = notNegative(all.minus(held).minus(packed));
            var lacking = notNegative(open.minus(keptHere).minus(held));
            var offered = lacking.min(free.getOrDefault(line.itemId(), Quantity.zero(unit)));
            free.computeIfPresent(line.itemId(), (item, rest) -> rest.minus(offered));
            ready.put(line.id(), new Ready(open, keptHere, held, packed, offered));
        }
        return ready;
    }

    /** What is kept for nobody, of items that are not pegged to orders: offered to one line after the other. */
    private Map<UUID, Quantity> freeOf(Collection<OrderLine> lines) {
        var ids = lines.stream().map(OrderLine::itemId).collect(Collectors.toSet());
        var common = items.all(ids).values().stream()
                .filter(item -> item.peg() == Item.Peg.FREE)
                .map(Item::id)
                .toList();
        return new HashMap<>(book.available(common));
    }

    /** Kept for the line by lot, but not available in that lot. */
    private Quantity held(List<Reservation> own, OrderLine line) {
        var held = Quantity.zero(line.quantity().unit());
        var byLot = own.stream()
                .filter(reservation -> reservation.lotId() != null)
                .collect(Collectors.groupingBy(
                        Reservation::lotId,
                        Collectors.reducing(Quantity.zero(held.unit()), Reservation::open, Quantity::plus)));
        if (byLot.isEmpty()) {
            return held;
        }
        var positions = book.lots(line.itemId());
        for (var lot : byLot.entrySet()) {
            var available = positions.stream()
                    .filter(position -> lot.getKey().equals(position.lotId()))
                    .filter(position -> position.status() == StockStatus.AVAILABLE)
                    .map(StockPosition::quantity)
                    .reduce(Quantity.zero(held.unit()), Quantity::plus);
            held = held.plus(notNegative(lot.getValue().minus(available)));
        }
        return held;
    }

    /** Take so much from there. */
    public record Pick(StockPosition position, Quantity quantity) {}

    /** Which goods to pack: lots kept for the line first, then first in, first out; less where less is there. */
    public List<Pick> picks(OrderLine line, Quantity wanted) {
        var shippingPlaces = locations.ofKind(Location.Kind.SHIPPING).stream()
                .map(Location::id)
                .toList();
        var lots = reservations.of(List.of(line.id())).stream()
                .filter(reservation -> reservation.itemId().equals(line.itemId()))
                .map(Reservation::lotId)
                .toList();
        var others = keptForOthers(line);
        var left = wanted;
        var picks = new ArrayList<Pick>();
        for (var own : new boolean[] {true, false}) {
            for (var position : book.lots(line.itemId())) {
                var lot = position.lotId();
                if (position.status() != StockStatus.AVAILABLE
                        || shippingPlaces.contains(position.locationId())
                        || (lot != null && lots.contains(lot)) != own) {
                    continue;
                }
                var theirs = lot == null ? null : others.get(lot);
                var mine = theirs == null
                        ? position.quantity()
                        : notNegative(position.quantity().minus(theirs));
                var part = left.min(mine);
                if (part.isPositive()) {
                    picks.add(new Pick(position, part));
                    left = left.minus(part);
                }
            }
        }
        return picks;
    }

    private Map<UUID, Quantity> keptForOthers(OrderLine line) {
        var others = new HashMap<UUID, Quantity>();
        for (var reservation : reservations.ofItem(line.itemId())) {
            var lot = reservation.lotId();
            if (lot != null && !line.id().equals(reservation.orderLineId())) {
                others.merge(lot, reservation.open(), Quantity::plus);
            }
        }
        return others;
    }

    private static Quantity amount(@Nullable BigDecimal amount, String unit) {
        return amount == null ? Quantity.zero(unit) : new Quantity(amount, unit);
    }

    private static Quantity notNegative(Quantity quantity) {
        return quantity.isNegative() ? Quantity.zero(quantity.unit()) : quantity;
    }
}
