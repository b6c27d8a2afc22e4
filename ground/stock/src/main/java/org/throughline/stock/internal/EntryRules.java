package org.throughline.stock.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.kernel.NotFound;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.Lot;
import org.throughline.stock.Lots;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockMovement.Entry;
import org.throughline.stock.StockRefused;
import org.throughline.stock.StockStatus;

/** What an entry must be like before any balance is looked at. */
@Component
class EntryRules {

    private final Locations locations;
    private final Lots lots;
    private final Names names;

    EntryRules(Locations locations, Lots lots, Names names) {
        this.locations = locations;
        this.lots = lots;
        this.names = names;
    }

    /** @param entries in base units */
    void check(StockMovement movement, List<Entry> entries, Map<UUID, Item> items) {
        var known = locations.all(
                entries.stream().map(entry -> entry.place().locationId()).toList());
        for (Entry entry : entries) {
            Item item = Objects.requireNonNull(items.get(entry.itemId()));
            Location location = known.get(entry.place().locationId());
            if (location == null) {
                throw new NotFound("location", entry.place().locationId());
            }
            boolean comesIn = entry.quantity().isPositive();
            if (!location.active() && comesIn) {
                throw StockRefused.locationInactive(location.code());
            }
            if (item.kind() == Item.Kind.PHANTOM && comesIn) {
                throw StockRefused.phantom(item.code());
            }
            checkUse(movement, entry, item);
            checkLot(entry, item);
        }
    }

    /** @param books with the entries already added */
    void checkSerials(List<Entry> entries, Map<UUID, Item> items, Map<UUID, ItemBook> books) {
        for (Entry entry : entries) {
            Item item = Objects.requireNonNull(items.get(entry.itemId()));
            UUID lotId = entry.place().lotId();
            if (item.tracking() != Item.Tracking.SERIAL || lotId == null) {
                continue;
            }
            ItemBook book = Objects.requireNonNull(books.get(entry.itemId()));
            if (book.ofLot(lotId).compareTo(BigDecimal.ONE) > 0) {
                var present = book.balances().keySet().stream()
                        .filter(place -> lotId.equals(place.lotId()))
                        .findFirst()
                        .orElseThrow();
                throw StockRefused.serialPresent(item.code(), lots.get(lotId).number(), names.where(present));
            }
        }
    }

    private static void checkUse(StockMovement movement, Entry entry, Item item) {
        boolean usable = entry.place().status() == StockStatus.AVAILABLE;
        switch (movement.kind()) {
            case ISSUE -> {
                if (!usable && movement.reason() == null) {
                    throw StockRefused.notUsable(item.code(), entry.place().status());
                }
            }
            case SHIPMENT -> {
                if (!usable) {
                    throw StockRefused.notUsable(item.code(), entry.place().status());
                }
            }
            case ADJUSTMENT -> {
                if (movement.reason() == null || movement.reason().isBlank()) {
                    throw StockRefused.reasonRequired(item.code());
                }
            }
            case RECEIPT, RETURN, TRANSFER, STATUS, COMPLETION, OPENING -> {}
        }
    }

    private void checkLot(Entry entry, Item item) {
        UUID lotId = entry.place().lotId();
        if (lotId == null) {
            if (item.tracking() != Item.Tracking.NONE) {
                throw StockRefused.lotRequired(item.code());
            }
            return;
        }
        Lot lot = lots.get(lotId);
        if (!lot.itemId().equals(item.id())) {
            throw StockRefused.lotOfOtherItem(item.code(), lot.number());
        }
        boolean onePiece = entry.quantity().amount().abs().compareTo(BigDecimal.ONE) == 0;
        if (item.tracking() == Item.Tracking.SERIAL && !onePiece) {
            throw StockRefused.serialIsOnePiece(item.code(), lot.number(), entry.quantity());
        }
    }
}
