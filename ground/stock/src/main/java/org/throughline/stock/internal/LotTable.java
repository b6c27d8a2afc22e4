package org.throughline.stock.internal;

import static org.throughline.stock.internal.Rows.id;
import static org.throughline.stock.internal.Rows.idOrNull;
import static org.throughline.stock.internal.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.stock.Lot;
import org.throughline.stock.Lots;

/** {@code stock.lot}. */
@Repository
class LotTable implements Lots {

    private static final String COLUMNS = """
            SELECT id, item_id, number, supplier_lot, received_at, expires_on, origin_type, origin_id
              FROM stock.lot
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LotTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Lot get(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE id = :id ORDER BY id")
                .param("id", id)
                .query(LotTable::map)
                .optional()
                .orElseThrow(() -> new NotFound("lot", id));
    }

    @Override
    public Optional<Lot> find(UUID itemId, String number) {
        return jdbc.sql(COLUMNS + " WHERE item_id = :item AND number = :number ORDER BY id")
                .param("item", itemId)
                .param("number", number)
                .query(LotTable::map)
                .optional();
    }

    @Override
    public Map<UUID, Lot> all(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + """
                 WHERE id = ANY (string_to_array(:ids, ',')::uuid[])
                 ORDER BY number, id
                """).param("ids", Rows.joined(ids)).query(LotTable::map).list().stream()
                .collect(Collectors.toMap(Lot::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    @Override
    @Transactional
    public Lot open(NewLot lot) {
        jdbc.sql("""
                INSERT INTO stock.lot (id, item_id, number, supplier_lot, received_at, expires_on, origin_type, origin_id)
                VALUES (:id, :item, :number, :supplierLot, :at, :expires, :originType, :origin)
                ON CONFLICT (item_id, number) DO NOTHING
                """)
                .param("id", Identity.fresh())
                .param("item", lot.itemId())
                .param("number", lot.number())
                .param("supplierLot", lot.supplierLot())
                .param("at", Rows.time(clock.instant()))
                .param("expires", lot.expiresOn())
                .param("originType", lot.originType())
                .param("origin", lot.originId())
                .update();
        return find(lot.itemId(), lot.number()).orElseThrow(() -> new NotFound("lot", lot.number()));
    }

    private static Lot map(ResultSet row, int index) throws SQLException {
        return new Lot(
                id(row, "id"),
                id(row, "item_id"),
                row.getString("number"),
                row.getString("supplier_lot"),
                instant(row, "received_at"),
                row.getObject("expires_on", LocalDate.class),
                row.getString("origin_type"),
                idOrNull(row, "origin_id"));
    }
}
