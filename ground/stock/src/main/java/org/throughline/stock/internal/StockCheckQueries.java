package org.throughline.stock.internal;

import static org.throughline.stock.internal.Rows.id;
import static org.throughline.stock.internal.Rows.idOrNull;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.kernel.Quantity;
import org.throughline.stock.StockCheck;

/** Derives the books again, in one snapshot, so that it can run while people work. */
@Repository
class StockCheckQueries implements StockCheck {

    private final JdbcClient jdbc;
    private final Items items;
    private final BookTable books;

    StockCheckQueries(JdbcClient jdbc, Items items, BookTable books) {
        this.jdbc = jdbc;
        this.items = items;
        this.books = books;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Difference> differences() {
        var found = new ArrayList<Found>();
        found.addAll(balances());
        found.addAll(negatives());
        found.addAll(unbalancedMovements());
        found.addAll(reservations());
        found.addAll(serials());
        var known = items.all(found.stream().map(Found::itemId).distinct().toList());
        return found.stream()
                .map(one -> one.named(known.get(one.itemId())))
                .sorted(Comparator.comparing(Difference::kind).thenComparing(Difference::subject))
                .toList();
    }

    private List<Found> balances() {
        return jdbc.sql("""
                SELECT coalesce(b.item_id, d.item_id) AS item_id, coalesce(b.lot_id, d.lot_id) AS lot_id,
                       concat_ws(' / ', p.code, l.number, coalesce(b.status, d.status)) AS place,
                       coalesce(b.quantity, 0) AS recorded, coalesce(d.quantity, 0) AS derived
                  FROM stock.balance b
                  FULL JOIN (SELECT item_id, coalesce(lot_id, item_id) AS lot_key, lot_id, location_id, status,
                                    sum(quantity) AS quantity
                               FROM stock.ledger_entry
                              GROUP BY item_id, lot_id, location_id, status) d
                    ON b.item_id = d.item_id
                   AND coalesce(b.lot_id, b.item_id) = d.lot_key
                   AND b.location_id = d.location_id
                   AND b.status = d.status
                  LEFT JOIN stock.location p ON p.id = coalesce(b.location_id, d.location_id)
                  LEFT JOIN stock.lot l ON l.id = coalesce(b.lot_id, d.lot_id)
                 WHERE coalesce(b.quantity, 0) <> coalesce(d.quantity, 0)
                 ORDER BY item_id, place
                """).query((row, index) -> found(Kind.BALANCE, row)).list();
    }

    private List<Found> negatives() {
        return jdbc.sql("""
                SELECT b.item_id, b.lot_id, concat_ws(' / ', p.code, l.number, b.status) AS place,
                       b.quantity AS recorded, 0 AS derived
                  FROM stock.balance b
                  JOIN stock.location p ON p.id = b.location_id
                  LEFT JOIN stock.lot l ON l.id = b.lot_id
                 WHERE b.quantity < 0
                   AND NOT p.may_go_negative
                 ORDER BY b.item_id, place
                """).query((row, index) -> found(Kind.NEGATIVE, row)).list();
    }

    private List<Found> unbalancedMovements() {
        return jdbc.sql("""
                SELECT e.item_id, e.lot_id, m.kind || ' ' || m.id AS place, sum(e.quantity) AS recorded, 0 AS derived
                  FROM stock.movement m
                  JOIN stock.ledger_entry e ON e.movement_id = m.id
                 WHERE m.kind IN ('TRANSFER', 'STATUS')
                 GROUP BY e.item_id, e.lot_id, m.kind, m.id
                HAVING sum(e.quantity) <> 0
                 ORDER BY e.item_id, place
                """)
                .query((row, index) -> found(Kind.UNBALANCED_MOVEMENT, row))
                .list();
    }

    private List<Found> serials() {
        var serialItems = items.all().stream()
                .filter(item -> item.tracking() == Item.Tracking.SERIAL)
                .map(Item::id)
                .toList();
        return jdbc.sql("""
                SELECT b.item_id, b.lot_id, l.number AS place, sum(b.quantity) AS recorded, 1 AS derived
                  FROM stock.balance b
                  JOIN stock.lot l ON l.id = b.lot_id
                 WHERE b.item_id = ANY (string_to_array(:items, ',')::uuid[])
                 GROUP BY b.item_id, b.lot_id, l.number
                HAVING sum(b.quantity) > 1
                 ORDER BY b.item_id, place
                """)
                .param("items", Rows.joined(serialItems))
                .query((row, index) -> found(Kind.SERIAL, row))
                .list();
    }

    private List<Found> reservations() {
        var found = new ArrayList<Found>(jdbc.sql("""
                SELECT item_id, lot_id, demand_type || ' ' || demand_id AS place, consumed AS recorded,
                       quantity AS derived
                  FROM stock.reservation
                 WHERE consumed > quantity
                 ORDER BY item_id, place
                """)
                .query((row, index) -> found(Kind.OVER_CONSUMED, row))
                .list());
        var reserved = new HashMap<UUID, Item>();
        var itemIds = jdbc.sql("""
                SELECT DISTINCT item_id
                  FROM stock.reservation
                 WHERE status = 'OPEN'
                 ORDER BY item_id
                """).query((row, index) -> id(row, "item_id")).list();
        reserved.putAll(items.all(itemIds));
        for (Map.Entry<UUID, ItemBook> entry : books.books(reserved).entrySet()) {
            ItemBook book = entry.getValue();
            if (book.excess().signum() > 0) {
                BigDecimal keepable = book.reserved().subtract(book.excess());
                found.add(new Found(Kind.OVER_RESERVED, entry.getKey(), null, "", book.reserved(), keepable));
            }
        }
        return found;
    }

    private static Found found(Kind kind, ResultSet row) throws SQLException {
        return new Found(
                kind,
                id(row, "item_id"),
                idOrNull(row, "lot_id"),
                row.getString("place"),
                row.getBigDecimal("recorded"),
                row.getBigDecimal("derived"));
    }

    private record Found(
            Kind kind, UUID itemId, @Nullable UUID lotId, String place, BigDecimal recorded, BigDecimal derived) {

        Difference named(@Nullable Item item) {
            String code = item == null ? itemId.toString() : item.code();
            String unit = item == null ? "?" : item.unit();
            return new Difference(
                    kind,
                    itemId,
                    lotId,
                    place.isEmpty() ? code : code + " / " + place,
                    Objects.toString(new Quantity(recorded, unit)),
                    Objects.toString(new Quantity(derived, unit)));
        }
    }
}
