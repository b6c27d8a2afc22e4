package org.throughline.stock.internal;

import static org.throughline.stock.internal.Rows.id;
import static org.throughline.stock.internal.Rows.idOrNull;
import static org.throughline.stock.internal.Rows.instant;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Quantity;
import org.throughline.stock.Reservation;

/** {@code stock.reservation}. Whoever writes here holds the item. */
@Repository
class ReservationTable {

    private static final String COLUMNS = """
            SELECT id, item_id, lot_id, order_line_id, demand_type, demand_id, quantity, consumed, unit, status, at
              FROM stock.reservation
            """;

    private final JdbcClient jdbc;

    ReservationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Reservation> find(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE id = :id ORDER BY id")
                .param("id", id)
                .query(ReservationTable::map)
                .optional();
    }

    List<Reservation> openOfItems(Collection<UUID> itemIds) {
        return openWhere("item_id", itemIds, "at, id");
    }

    List<Reservation> openOfLines(Collection<UUID> orderLineIds) {
        return openWhere("order_line_id", orderLineIds, "order_line_id, at, id");
    }

    List<Reservation> ofDemand(String demandType, UUID demandId) {
        return jdbc.sql(COLUMNS + """
                 WHERE demand_id = :demand
                   AND demand_type = :type
                 ORDER BY at, id
                """)
                .param("demand", demandId)
                .param("type", demandType)
                .query(ReservationTable::map)
                .list();
    }

    /** The open reservation that a further wish of the same kind adds to. */
    Optional<Reservation> same(Reservation.Wish wish) {
        return jdbc.sql(COLUMNS + """
                 WHERE status = 'OPEN'
                   AND item_id = :item
                   AND lot_id IS NOT DISTINCT FROM :lot::uuid
                   AND order_line_id IS NOT DISTINCT FROM :line::uuid
                   AND demand_type = :type
                   AND demand_id = :demand
                 ORDER BY at, id
                 LIMIT 1
                """)
                .param("item", wish.itemId())
                .param("lot", wish.lotId())
                .param("line", wish.orderLineId())
                .param("type", wish.demandType())
                .param("demand", wish.demandId())
                .query(ReservationTable::map)
                .optional();
    }

    void insert(Reservation reservation) {
        jdbc.sql("""
                INSERT INTO stock.reservation
                       (id, item_id, lot_id, order_line_id, demand_type, demand_id, quantity, unit, at)
                VALUES (:id, :item, :lot, :line, :type, :demand, :quantity, :unit, :at)
                """)
                .param("id", reservation.id())
                .param("item", reservation.itemId())
                .param("lot", reservation.lotId())
                .param("line", reservation.orderLineId())
                .param("type", reservation.demandType())
                .param("demand", reservation.demandId())
                .param("quantity", reservation.quantity().amount())
                .param("unit", reservation.quantity().unit())
                .param("at", Rows.time(reservation.at()))
                .update();
    }

    /** Reserves more, or less when negative; nothing left to keep closes it. */
    void change(UUID reservationId, BigDecimal difference) {
        jdbc.sql("""
                UPDATE stock.reservation
                   SET quantity = quantity + :difference,
                       status = CASE WHEN quantity + :difference <= consumed THEN 'CLOSED' ELSE 'OPEN' END,
                       version = version + 1
                 WHERE id = :id
                """).param("id", reservationId).param("difference", difference).update();
    }

    void consume(UUID reservationId, BigDecimal quantity) {
        jdbc.sql("""
                UPDATE stock.reservation
                   SET consumed = consumed + :quantity,
                       status = CASE WHEN consumed + :quantity >= quantity THEN 'CLOSED' ELSE 'OPEN' END,
                       version = version + 1
                 WHERE id = :id
                """).param("id", reservationId).param("quantity", quantity).update();
    }

    void close(Collection<UUID> reservationIds) {
        jdbc.sql("""
                UPDATE stock.reservation
                   SET status = 'CLOSED', version = version + 1
                 WHERE id = ANY (string_to_array(:ids, ',')::uuid[])
                   AND status = 'OPEN'
                """).param("ids", Rows.joined(reservationIds)).update();
    }

    private List<Reservation> openWhere(String column, Collection<UUID> ids, String order) {
        return jdbc.sql(COLUMNS + """
                 WHERE status = 'OPEN'
                   AND %s = ANY (string_to_array(:ids, ',')::uuid[])
                 ORDER BY %s
                """.formatted(column, order))
                .param("ids", Rows.joined(ids))
                .query(ReservationTable::map)
                .list();
    }

    private static Reservation map(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        return new Reservation(
                id(row, "id"),
                id(row, "item_id"),
                idOrNull(row, "lot_id"),
                idOrNull(row, "order_line_id"),
                row.getString("demand_type"),
                id(row, "demand_id"),
                new Quantity(row.getBigDecimal("quantity"), unit),
                new Quantity(row.getBigDecimal("consumed"), unit),
                Reservation.Status.valueOf(row.getString("status")),
                instant(row, "at"));
    }
}
