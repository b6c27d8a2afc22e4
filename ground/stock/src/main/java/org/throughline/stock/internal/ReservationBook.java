package org.throughline.stock.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Units;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockRefused;

/** Keeps stock for those who will need it. */
@Service
class ReservationBook implements Reservations {

    private final Items items;
    private final Units units;
    private final BookTable books;
    private final ReservationTable table;
    private final Names names;
    private final Clock clock;

    ReservationBook(Items items, Units units, BookTable books, ReservationTable table, Names names, Clock clock) {
        this.items = items;
        this.units = units;
        this.books = books;
        this.table = table;
        this.names = names;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Reservation reserve(Reservation.Wish wish) {
        Item item = items.get(wish.itemId());
        Quantity wanted = wanted(wish, item);
        ItemBook book = lockedBook(item);
        BigDecimal keepable = book.keepable(wish.lotId());
        if (keepable.compareTo(wanted.amount()) < 0) {
            throw StockRefused.cannotReserve(
                    item.code(), item.quantity(keepable), wanted, names.reservedForOthers(book, null));
        }
        return keep(wish, wanted);
    }

    @Override
    @Transactional
    public Optional<Reservation> reserveUpTo(Reservation.Wish wish) {
        Item item = items.get(wish.itemId());
        Quantity wanted = wanted(wish, item);
        Quantity keepable =
                item.quantity(lockedBook(item).keepable(wish.lotId())).min(wanted);
        return keepable.isPositive() ? Optional.of(keep(wish, keepable)) : Optional.empty();
    }

    @Override
    @Transactional
    public void release(String demandType, UUID demandId) {
        close(table.ofDemand(demandType, demandId).stream()
                .filter(reservation -> reservation.status() == Reservation.Status.OPEN)
                .toList());
    }

    @Override
    @Transactional
    public void releaseLine(UUID orderLineId) {
        close(table.openOfLines(List.of(orderLineId)));
    }

    @Override
    @Transactional
    public Reservation reduce(UUID reservationId, Quantity by) {
        Reservation known = get(reservationId);
        books.lock(List.of(known.itemId()));
        Reservation reservation = get(reservationId);
        BigDecimal part = by.min(reservation.open()).amount();
        if (part.signum() > 0) {
            table.change(reservationId, part.negate());
        }
        return get(reservationId);
    }

    @Override
    public Reservation get(UUID id) {
        return table.find(id).orElseThrow(() -> new NotFound("reservation", id));
    }

    @Override
    public List<Reservation> of(Collection<UUID> orderLineIds) {
        return table.openOfLines(orderLineIds);
    }

    @Override
    public List<Reservation> ofItem(UUID itemId) {
        return table.openOfItems(List.of(itemId));
    }

    @Override
    public List<Reservation> ofDemand(String demandType, UUID demandId) {
        return table.ofDemand(demandType, demandId);
    }

    private Quantity wanted(Reservation.Wish wish, Item item) {
        if (!wish.quantity().isPositive()) {
            throw StockRefused.notPositive(wish.quantity());
        }
        return units.convert(item.id(), wish.quantity(), item.unit());
    }

    private ItemBook lockedBook(Item item) {
        books.lock(List.of(item.id()));
        return books.books(Map.of(item.id(), item)).values().iterator().next();
    }

    private Reservation keep(Reservation.Wish wish, Quantity quantity) {
        Optional<Reservation> same = table.same(wish);
        if (same.isPresent()) {
            table.change(same.get().id(), quantity.amount());
            return get(same.get().id());
        }
        var reservation = new Reservation(
                Identity.fresh(),
                wish.itemId(),
                wish.lotId(),
                wish.orderLineId(),
                wish.demandType(),
                wish.demandId(),
                quantity,
                Quantity.zero(quantity.unit()),
                Reservation.Status.OPEN,
                clock.instant());
        table.insert(reservation);
        return reservation;
    }

    private void close(List<Reservation> open) {
        if (open.isEmpty()) {
            return;
        }
        books.lock(new TreeSet<>(open.stream().map(Reservation::itemId).toList()));
        table.close(open.stream().map(Reservation::id).toList());
    }
}
