package org.throughline.planning;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.factory.Items;
import org.throughline.kernel.Quantity;
import org.throughline.stock.LedgerLine;
import org.throughline.stock.StockBook;
import org.throughline.stock.StockLevel;
import org.throughline.stock.StockPosition;
import org.throughline.stock.StockValue;

/** Stock that a test writes down. */
final class FakeStock implements StockBook {

    private final Items items;
    private final FakeReservations reservations;
    final Map<UUID, BigDecimal> available = new HashMap<>();
    final Map<UUID, BigDecimal> toInspect = new HashMap<>();

    FakeStock(Items items, FakeReservations reservations) {
        this.items = items;
        this.reservations = reservations;
    }

    void clear() {
        available.clear();
        toInspect.clear();
    }

    @Override
    public Map<UUID, StockLevel> levels(Collection<UUID> itemIds) {
        var levels = new HashMap<UUID, StockLevel>();
        for (var id : itemIds) {
            var unit = items.get(id).unit();
            var here = available.getOrDefault(id, BigDecimal.ZERO);
            var waiting = toInspect.getOrDefault(id, BigDecimal.ZERO);
            var kept = reservations.open(id);
            levels.put(
                    id,
                    new StockLevel(
                            id,
                            new Quantity(here, unit),
                            new Quantity(waiting, unit),
                            Quantity.zero(unit),
                            new Quantity(kept, unit),
                            new Quantity(here.subtract(kept).max(BigDecimal.ZERO), unit)));
        }
        return levels;
    }

    @Override
    public Map<UUID, Quantity> onHand(Collection<UUID> itemIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, Quantity> available(Collection<UUID> itemIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, Quantity> availableTo(UUID orderLineId, Collection<UUID> itemIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StockPosition> lots(UUID itemId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Pick> suggest(UUID itemId, Quantity quantity, @Nullable UUID orderLineId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LedgerLine> movements(UUID itemId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StockValue> value() {
        throw new UnsupportedOperationException();
    }
}
