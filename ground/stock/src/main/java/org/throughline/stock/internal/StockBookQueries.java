package org.throughline.stock.internal;

import static org.throughline.stock.internal.Rows.id;
import static org.throughline.stock.internal.Rows.idOrNull;
import static org.throughline.stock.internal.Rows.instantOrNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Units;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.stock.LedgerLine;
import org.throughline.stock.StockBook;
import org.throughline.stock.StockLevel;
import org.throughline.stock.StockPosition;
import org.throughline.stock.StockStatus;
import org.throughline.stock.StockValue;

/** Reads the book. */
@Repository
@Transactional(readOnly = true)
class StockBookQueries implements StockBook {

    private static final int AMOUNT_SCALE = 2;

    private final JdbcClient jdbc;
    private final Items items;
    private final Units units;
    private final BookTable books;
    private final MovementTable movements;

    StockBookQueries(JdbcClient jdbc, Items items, Units units, BookTable books, MovementTable movements) {
        this.jdbc = jdbc;
        this.items = items;
        this.units = units;
        this.books = books;
        this.movements = movements;
    }

    @Override
    public Map<UUID, StockLevel> levels(Collection<UUID> itemIds) {
        var levels = new LinkedHashMap<UUID, StockLevel>();
        books.books(items.all(itemIds)).forEach((itemId, book) -> {
            String unit = book.unit();
            levels.put(
                    itemId,
                    new StockLevel(
                            itemId,
                            new Quantity(book.total(StockStatus.AVAILABLE), unit),
                            new Quantity(book.total(StockStatus.TO_INSPECT), unit),
                            new Quantity(book.total(StockStatus.BLOCKED), unit),
                            new Quantity(book.reserved(), unit),
                            new Quantity(book.free().max(BigDecimal.ZERO), unit)));
        });
        return levels;
    }

    @Override
    public Map<UUID, Quantity> onHand(Collection<UUID> itemIds) {
        var onHand = new LinkedHashMap<UUID, Quantity>();
        levels(itemIds).forEach((itemId, level) -> onHand.put(itemId, level.onHand()));
        return onHand;
    }

    @Override
    public Map<UUID, Quantity> available(Collection<UUID> itemIds) {
        return freeWithout(null, itemIds);
    }

    @Override
    public Map<UUID, Quantity> availableTo(UUID orderLineId, Collection<UUID> itemIds) {
        return freeWithout(orderLineId, itemIds);
    }

    @Override
    public List<StockPosition> lots(UUID itemId) {
        return jdbc.sql("""
                SELECT b.item_id, b.lot_id, l.number, l.received_at, l.expires_on, b.location_id, p.code, b.status,
                       b.quantity, b.unit
                  FROM stock.balance b
                  JOIN stock.location p ON p.id = b.location_id
                  LEFT JOIN stock.lot l ON l.id = b.lot_id
                 WHERE b.item_id = :item
                   AND b.quantity <> 0
                 ORDER BY l.expires_on NULLS LAST, l.received_at NULLS FIRST, l.number, p.code, b.status
                """)
                .param("item", itemId)
                .query(StockBookQueries::position)
                .list();
    }

    @Override
    public List<Pick> suggest(UUID itemId, Quantity quantity, @Nullable UUID orderLineId) {
        Item item = items.get(itemId);
        ItemBook book = books.books(Map.of(itemId, item)).values().iterator().next();
        ItemBook others = book.without(orderLineId);
        BigDecimal left = units.convert(itemId, quantity, item.unit())
                .amount()
                .min(others.free().max(BigDecimal.ZERO));
        var lotLeft = new LinkedHashMap<@Nullable UUID, BigDecimal>();
        var picks = new ArrayList<Pick>();
        for (StockPosition position : inPickingOrder(lots(itemId), book, others)) {
            BigDecimal ofLot = lotLeft.computeIfAbsent(position.lotId(), others::freeOfLot);
            BigDecimal part = position.quantity().amount().min(ofLot).min(left);
            if (part.signum() > 0) {
                picks.add(
                        new Pick(position.place(), position.lotNumber(), position.locationCode(), item.quantity(part)));
                lotLeft.put(position.lotId(), ofLot.subtract(part));
                left = left.subtract(part);
            }
        }
        return picks;
    }

    @Override
    public List<LedgerLine> movements(UUID itemId, int limit) {
        return movements.latest(itemId, limit);
    }

    @Override
    public List<StockValue> value() {
        var quantities = new LinkedHashMap<UUID, BigDecimal>();
        jdbc.sql("""
                SELECT item_id, sum(quantity) AS quantity
                  FROM stock.balance
                 GROUP BY item_id
                HAVING sum(quantity) <> 0
                 ORDER BY item_id
                """).query(row -> {
            quantities.put(id(row, "item_id"), row.getBigDecimal("quantity"));
        });
        var byCurrency = new TreeMap<String, List<StockValue.ItemValue>>();
        items.all(quantities.keySet()).forEach((itemId, item) -> {
            BigDecimal quantity = quantities.getOrDefault(itemId, BigDecimal.ZERO);
            Money cost = item.standardCost();
            byCurrency
                    .computeIfAbsent(cost.currency(), unseen -> new ArrayList<>())
                    .add(new StockValue.ItemValue(
                            itemId, item.code(), item.quantity(quantity), cost, quantity.multiply(cost.amount())));
        });
        return byCurrency.entrySet().stream()
                .map(entry -> value(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Map<UUID, Quantity> freeWithout(@Nullable UUID orderLineId, Collection<UUID> itemIds) {
        var free = new LinkedHashMap<UUID, Quantity>();
        books.books(items.all(itemIds))
                .forEach((itemId, book) -> free.put(
                        itemId, new Quantity(book.without(orderLineId).free().max(BigDecimal.ZERO), book.unit())));
        return free;
    }

    /** Usable goods: lots that are kept for the asker first, then first in first out. */
    private static List<StockPosition> inPickingOrder(List<StockPosition> positions, ItemBook book, ItemBook others) {
        return positions.stream()
                .filter(position -> position.status() == StockStatus.AVAILABLE
                        && position.quantity().isPositive())
                .sorted(Comparator.comparing(position -> {
                    UUID lotId = position.lotId();
                    return lotId == null || book.reservedOfLot(lotId).compareTo(others.reservedOfLot(lotId)) == 0;
                }))
                .toList();
    }

    private static StockValue value(String currency, List<StockValue.ItemValue> values) {
        var sorted = values.stream()
                .sorted(Comparator.comparing(StockValue.ItemValue::itemCode))
                .toList();
        BigDecimal exact = sorted.stream().map(StockValue.ItemValue::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
        var total = new Money(exact.setScale(AMOUNT_SCALE, RoundingMode.HALF_UP), currency);
        return new StockValue(currency, exact, total, sorted);
    }

    private static StockPosition position(ResultSet row, int index) throws SQLException {
        return new StockPosition(
                id(row, "item_id"),
                idOrNull(row, "lot_id"),
                row.getString("number"),
                instantOrNull(row, "received_at"),
                row.getObject("expires_on", LocalDate.class),
                id(row, "location_id"),
                row.getString("code"),
                StockStatus.valueOf(row.getString("status")),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")));
    }
}
