package org.throughline.stock.internal;

import static org.throughline.stock.internal.Rows.id;
import static org.throughline.stock.internal.Rows.idOrNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.factory.Item;
import org.throughline.kernel.Identity;
import org.throughline.stock.Reservation;
import org.throughline.stock.StockPlace;
import org.throughline.stock.StockStatus;

/** {@code stock.item_account} and {@code stock.balance}: locks items, reads and writes their books. */
@Repository
class BookTable {

    private final JdbcClient jdbc;
    private final ReservationTable reservations;

    BookTable(JdbcClient jdbc, ReservationTable reservations) {
        this.jdbc = jdbc;
        this.reservations = reservations;
    }

    /** Holds these items until the transaction ends, in the order of their identity, so that nobody waits in a circle. */
    void lock(Collection<UUID> itemIds) {
        var wanted = Set.copyOf(itemIds);
        if (held(wanted) < wanted.size()) {
            open(wanted);
            held(wanted);
        }
    }

    private int held(Set<UUID> itemIds) {
        return jdbc.sql("""
                        SELECT item_id
                          FROM stock.item_account
                         WHERE item_id = ANY (string_to_array(:items, ',')::uuid[])
                         ORDER BY item_id
                           FOR UPDATE
                        """)
                .param("items", Rows.joined(itemIds))
                .query(UUID.class)
                .list()
                .size();
    }

    private void open(Set<UUID> itemIds) {
        jdbc.sql("""
                INSERT INTO stock.item_account (item_id)
                SELECT wanted
                  FROM unnest(string_to_array(:items, ',')::uuid[]) AS wanted
                 ORDER BY wanted
                    ON CONFLICT (item_id) DO NOTHING
                """).param("items", Rows.joined(itemIds)).update();
    }

    /** The books of these items; an item without stock has an empty one. */
    Map<UUID, ItemBook> books(Map<UUID, Item> items) {
        var balances = new HashMap<UUID, Map<StockPlace, BigDecimal>>();
        jdbc.sql("""
                SELECT item_id, lot_id, location_id, status, quantity
                  FROM stock.balance
                 WHERE item_id = ANY (string_to_array(:items, ',')::uuid[])
                   AND quantity <> 0
                 ORDER BY item_id, lot_id, location_id, status
                """).param("items", Rows.joined(items.keySet())).query(row -> {
            balances.computeIfAbsent(id(row, "item_id"), unseen -> new LinkedHashMap<>())
                    .put(
                            new StockPlace(
                                    id(row, "location_id"),
                                    idOrNull(row, "lot_id"),
                                    StockStatus.valueOf(row.getString("status"))),
                            row.getBigDecimal("quantity"));
        });
        var open = new HashMap<UUID, List<Reservation>>();
        for (Reservation reservation : reservations.openOfItems(items.keySet())) {
            open.computeIfAbsent(reservation.itemId(), unseen -> new ArrayList<>())
                    .add(reservation);
        }
        var books = new LinkedHashMap<UUID, ItemBook>();
        items.forEach((itemId, item) -> books.put(
                itemId,
                new ItemBook(
                        item.unit(), balances.getOrDefault(itemId, Map.of()), open.getOrDefault(itemId, List.of()))));
        return books;
    }

    /** Writes the balance as it is now; the item's row is held. */
    void write(UUID itemId, StockPlace place, BigDecimal quantity, String unit) {
        jdbc.sql("""
                INSERT INTO stock.balance (id, item_id, lot_id, location_id, status, quantity, unit)
                VALUES (:id, :item, :lot, :location, :status, :quantity, :unit)
                ON CONFLICT (item_id, lot_id, location_id, status) DO UPDATE
                   SET quantity = excluded.quantity
                """)
                .param("id", Identity.fresh())
                .param("item", itemId)
                .param("lot", place.lotId())
                .param("location", place.locationId())
                .param("status", place.status().name())
                .param("quantity", quantity)
                .param("unit", unit)
                .update();
    }
}
