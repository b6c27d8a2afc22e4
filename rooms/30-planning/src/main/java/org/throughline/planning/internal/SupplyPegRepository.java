package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.planning.SupplyPegs;

/** Table {@code planning.supply_peg}: for which order lines an order was made. */
@Repository
class SupplyPegRepository implements SupplyPegs {

    private final JdbcClient jdbc;

    SupplyPegRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, List<Share>> of(String type, Collection<UUID> supplyIds) {
        var shares = new HashMap<UUID, List<Share>>();
        jdbc.sql("""
                SELECT supply_id, order_line_id, quantity, unit
                  FROM planning.supply_peg
                 WHERE supply_type = :type
                   AND supply_id = ANY (:ids)
                 ORDER BY supply_id, position, order_line_id
                """)
                .param("type", type)
                .param("ids", supplyIds.toArray(UUID[]::new))
                .query(row -> {
                    var share = new Share(
                            row.getObject("order_line_id", UUID.class),
                            new Quantity(row.getBigDecimal("quantity"), row.getString("unit")));
                    shares.computeIfAbsent(row.getObject("supply_id", UUID.class), id -> new ArrayList<>())
                            .add(share);
                });
        return shares;
    }

    /** Writes the share of one more order line. */
    void add(SupplyKey supply, UUID orderLineId, Quantity quantity, int position) {
        jdbc.sql("""
                INSERT INTO planning.supply_peg (id, supply_type, supply_id, order_line_id, quantity, unit, position)
                VALUES (:id, :type, :supply, :line, :quantity, :unit, :position)
                """)
                .param("id", Identity.fresh())
                .param("type", supply.type())
                .param("supply", supply.id())
                .param("line", orderLineId)
                .param("quantity", quantity.amount())
                .param("unit", quantity.unit())
                .param("position", position)
                .update();
    }

    /** The order line's share becomes {@code quantity}; nothing is left of it at zero. */
    void share(SupplyKey supply, UUID orderLineId, BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            jdbc.sql("""
                    DELETE FROM planning.supply_peg
                     WHERE supply_type = :type AND supply_id = :supply AND order_line_id = :line
                    """)
                    .param("type", supply.type())
                    .param("supply", supply.id())
                    .param("line", orderLineId)
                    .update();
            return;
        }
        jdbc.sql("""
                UPDATE planning.supply_peg
                   SET quantity = :quantity, version = version + 1
                 WHERE supply_type = :type AND supply_id = :supply AND order_line_id = :line
                """)
                .param("quantity", quantity)
                .param("type", supply.type())
                .param("supply", supply.id())
                .param("line", orderLineId)
                .update();
    }

    /** Order lines whose change still waits for the planner. */
    Set<UUID> linesWithOpenChanges() {
        return new HashSet<>(jdbc.sql("""
                SELECT DISTINCT order_line_id
                  FROM planning.plan_change
                 WHERE status = 'PROPOSED'
                 ORDER BY order_line_id
                """)
                .query((row, number) -> row.getObject("order_line_id", UUID.class))
                .list());
    }
}
