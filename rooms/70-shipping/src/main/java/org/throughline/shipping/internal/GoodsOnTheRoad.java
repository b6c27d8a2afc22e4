package org.throughline.shipping.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.kernel.Quantity;
import org.throughline.planning.OpenSupply;
import org.throughline.planning.SupplySource;

/**
 * What has left the house and is not signed for yet still covers its order line: the stock is gone, the order is open, and
 * nothing of it may be planned a second time.
 */
@Component
class GoodsOnTheRoad implements SupplySource {

    private final JdbcClient jdbc;
    private final Clock clock;

    GoodsOnTheRoad(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenSupply> openSupply() {
        return jdbc.sql("""
                SELECT l.id, s.number, l.item_id, l.quantity - l.delivered AS open, l.unit, s.shipped_at, l.order_line_id
                  FROM shipping.shipment_line l
                  JOIN shipping.shipment s ON s.id = l.shipment_id AND s.status = 'SHIPPED'
                 WHERE l.quantity > l.delivered
                 ORDER BY s.number, l.id
                """)
                .query((row, index) -> {
                    var shipped =
                            LocalDate.ofInstant(row.getTimestamp("shipped_at").toInstant(), clock.getZone());
                    return new OpenSupply(
                            OpenSupply.ON_THE_ROAD,
                            row.getObject("id", UUID.class),
                            row.getString("number"),
                            row.getObject("item_id", UUID.class),
                            new Quantity(row.getBigDecimal("open"), row.getString("unit")),
                            shipped,
                            shipped,
                            true,
                            row.getObject("order_line_id", UUID.class));
                })
                .list();
    }
}
