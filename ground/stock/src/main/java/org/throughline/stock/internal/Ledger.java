package org.throughline.stock.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Units;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.stock.LedgerLine;
import org.throughline.stock.Locations;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMoved;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockMovement.Entry;
import org.throughline.stock.StockPlace;
import org.throughline.stock.StockRefused;

/** Posts movements: lock, check, write the ledger, write the balances, settle the reservations, tell. */
@Service
class Ledger implements StockLedger {

    private final Items items;
    private final Units units;
    private final Locations locations;
    private final EntryRules rules;
    private final BookTable books;
    private final MovementTable movements;
    private final Settlement settlement;
    private final Names names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ledger(
            Items items,
            Units units,
            Locations locations,
            EntryRules rules,
            BookTable books,
            MovementTable movements,
            Settlement settlement,
            Names names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.units = units;
        this.locations = locations;
        this.rules = rules;
        this.books = books;
        this.movements = movements;
        this.settlement = settlement;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID post(StockMovement movement) {
        if (movement.entries().isEmpty()) {
            throw StockRefused.empty();
        }
        var itemIds =
                new TreeSet<>(movement.entries().stream().map(Entry::itemId).toList());
        var itemsById = items.all(itemIds);
        var based = movement.entries().stream()
                .map(entry -> toBase(entry, itemsById))
                .toList();
        books.lock(itemIds);
        var earlier = movements.byKey(movement);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        rules.check(movement, based, itemsById);
        var booksByItem = books.books(itemsById);
        var before = apply(based, booksByItem);
        for (Item item : itemsById.values()) {
            refuseNegative(item, known(booksByItem, item), known(before, item), movement);
        }
        rules.checkSerials(based, itemsById, booksByItem);

        Instant at = clock.instant();
        UUID movementId = Identity.fresh();
        movements.insert(movementId, at, movement, based);
        for (Item item : itemsById.values()) {
            ItemBook book = known(booksByItem, item);
            known(before, item).keySet().forEach(place -> books.write(item.id(), place, book.at(place), item.unit()));
            settlement.settle(movement, based, item, book, at);
        }
        events.publishEvent(new StockMoved(movementId, movement.kind(), itemIds, movement.orderLineId(), at));
        return movementId;
    }

    @Override
    public List<LedgerLine> posted(String key) {
        return movements.byKey(key);
    }

    private Entry toBase(Entry entry, Map<UUID, Item> itemsById) {
        Item item = itemsById.get(entry.itemId());
        if (item == null) {
            throw new NotFound("item", entry.itemId());
        }
        if (entry.quantity().isZero()) {
            throw StockRefused.zero(item.code());
        }
        return new Entry(entry.itemId(), entry.place(), units.convert(item.id(), entry.quantity(), item.unit()));
    }

    /** Adds the entries to the books and answers, by item and place, how much was there before. */
    private static Map<UUID, Map<StockPlace, BigDecimal>> apply(List<Entry> entries, Map<UUID, ItemBook> booksByItem) {
        var before = new LinkedHashMap<UUID, Map<StockPlace, BigDecimal>>();
        for (Entry entry : entries) {
            ItemBook book = booksByItem.get(entry.itemId());
            if (book == null) {
                throw new NotFound("item", entry.itemId());
            }
            before.computeIfAbsent(entry.itemId(), unseen -> new LinkedHashMap<>())
                    .putIfAbsent(entry.place(), book.at(entry.place()));
            book.add(entry.place(), entry.quantity().amount());
        }
        return before;
    }

    private void refuseNegative(Item item, ItemBook book, Map<StockPlace, BigDecimal> before, StockMovement movement) {
        for (var entry : before.entrySet()) {
            StockPlace place = entry.getKey();
            BigDecimal have = entry.getValue();
            BigDecimal need = have.subtract(book.at(place));
            boolean wouldBeNegative = book.at(place).signum() < 0 && need.signum() > 0;
            if (wouldBeNegative && !locations.get(place.locationId()).mayGoNegative()) {
                throw StockRefused.notEnough(
                        item.code(),
                        new Quantity(have, item.unit()),
                        new Quantity(need, item.unit()),
                        names.where(place),
                        names.reservedForOthers(book, movement.orderLineId()));
            }
        }
    }

    private static <T> T known(Map<UUID, T> byItem, Item item) {
        T found = byItem.get(item.id());
        if (found == null) {
            throw new IllegalStateException("Item (%s) has no book.".formatted(item.code()));
        }
        return found;
    }
}
