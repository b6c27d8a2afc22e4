package org.throughline.stock.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.kernel.Quantity;
import org.throughline.stock.Reservation;
import org.throughline.stock.ReservationLost;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockMovement.Entry;
import org.throughline.stock.StockRefused;

/** After a movement: reservations are consumed by those they were made for, and defended against all others. */
@Component
class Settlement {

    private final ReservationTable table;
    private final Names names;
    private final ApplicationEventPublisher events;

    Settlement(ReservationTable table, Names names, ApplicationEventPublisher events) {
        this.table = table;
        this.names = names;
        this.events = events;
    }

    /**
     * @param entries in base units
     * @param book    of the item, with the entries already added
     * @throws StockRefused if an issue or shipment takes what is kept for others
     */
    void settle(StockMovement movement, List<Entry> entries, Item item, ItemBook book, Instant at) {
        if (book.kept().isEmpty()) {
            return;
        }
        switch (movement.kind()) {
            case ISSUE, SHIPMENT -> {
                BigDecimal taken = BigDecimal.ZERO;
                for (Entry entry : entries) {
                    if (entry.itemId().equals(item.id())) {
                        taken = taken.subtract(entry.quantity().amount());
                        consume(
                                movement,
                                entry.place().lotId(),
                                entry.quantity().amount().negate(),
                                book);
                    }
                }
                defend(movement, item, book, taken);
            }
            case STATUS, ADJUSTMENT -> give(item, book, at);
            case RECEIPT, RETURN, TRANSFER, COMPLETION, OPENING -> {}
        }
    }

    private void consume(StockMovement movement, @Nullable UUID lotId, BigDecimal issued, ItemBook book) {
        BigDecimal left = issued;
        var mine = book.kept().stream()
                .filter(kept -> isOwn(movement, kept.reservation()) || isLine(movement, kept.reservation()))
                .sorted(Comparator.comparing((ItemBook.Kept kept) -> !isOwn(movement, kept.reservation()))
                        .thenComparingInt(kept -> closeness(kept.reservation().lotId(), lotId)))
                .toList();
        for (ItemBook.Kept kept : mine) {
            BigDecimal part = kept.open().min(left);
            if (part.signum() > 0) {
                table.consume(kept.reservation().id(), part);
                book.take(kept.reservation().id(), part);
                left = left.subtract(part);
            }
        }
    }

    /** What is still missing may come from other documents of the same order line, never from other lines. */
    private void defend(StockMovement movement, Item item, ItemBook book, BigDecimal taken) {
        UUID lineId = movement.orderLineId();
        for (ItemBook.Kept kept : book.kept()) {
            boolean sameLine =
                    lineId != null && lineId.equals(kept.reservation().orderLineId());
            BigDecimal part = kept.open().min(book.excess());
            if (sameLine && part.signum() > 0) {
                table.consume(kept.reservation().id(), part);
                book.take(kept.reservation().id(), part);
            }
        }
        BigDecimal excess = book.excess();
        if (excess.signum() > 0) {
            throw StockRefused.reservedForOthers(
                    item.code(),
                    new Quantity(taken.subtract(excess).max(BigDecimal.ZERO), item.unit()),
                    new Quantity(taken, item.unit()),
                    names.reservedForOthers(book, lineId));
        }
    }

    /** A fact is a fact: what cannot be kept any more is given up, latest reservation first. */
    private void give(Item item, ItemBook book, Instant at) {
        for (Map.Entry<UUID, BigDecimal> lot : book.excessOfLots().entrySet()) {
            BigDecimal left = lot.getValue();
            for (ItemBook.Kept kept : book.kept().reversed()) {
                if (lot.getKey().equals(kept.reservation().lotId()) && left.signum() > 0) {
                    left = left.subtract(lose(item, book, kept, left, at));
                }
            }
        }
        for (ItemBook.Kept kept : book.kept().reversed()) {
            BigDecimal excess = book.free().negate();
            if (excess.signum() > 0) {
                lose(item, book, kept, excess, at);
            }
        }
    }

    private BigDecimal lose(Item item, ItemBook book, ItemBook.Kept kept, BigDecimal excess, Instant at) {
        Reservation reservation = kept.reservation();
        BigDecimal part = kept.open().min(excess);
        table.change(reservation.id(), part.negate());
        book.take(reservation.id(), part);
        events.publishEvent(new ReservationLost(
                reservation.id(),
                item.id(),
                reservation.orderLineId(),
                reservation.demandType(),
                reservation.demandId(),
                new Quantity(part, item.unit()),
                at));
        return part;
    }

    private static boolean isOwn(StockMovement movement, Reservation reservation) {
        return reservation.demandId().equals(movement.referenceId())
                && reservation.demandType().equals(movement.referenceType());
    }

    private static boolean isLine(StockMovement movement, Reservation reservation) {
        return movement.orderLineId() != null
                && movement.orderLineId().equals(reservation.orderLineId())
                && !reservation.demandType().equals(movement.referenceType());
    }

    /** 0 = reserved on this very lot, 1 = on any lot, 2 = on another lot. */
    private static int closeness(@Nullable UUID reserved, @Nullable UUID issued) {
        if (Objects.equals(reserved, issued)) {
            return 0;
        }
        return reserved == null ? 1 : 2;
    }
}
