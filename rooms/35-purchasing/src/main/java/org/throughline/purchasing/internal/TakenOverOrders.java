package org.throughline.purchasing.internal;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.factory.Partners;
import org.throughline.kernel.Identity;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrderLine;
import org.throughline.purchasing.PurchaseRefused;
import org.throughline.purchasing.TakeOverPurchaseOrder.Known;
import org.throughline.purchasing.TakeOverPurchaseOrder.Line;

/** Writes orders of other systems as they stand. */
@Repository
public class TakenOverOrders {

    private final JdbcClient jdbc;
    private final Partners partners;
    private final Clock clock;

    TakenOverOrders(JdbcClient jdbc, Partners partners, Clock clock) {
        this.jdbc = jdbc;
        this.partners = partners;
        this.clock = clock;
    }

    /** Answers the new order's identity. */
    public UUID insert(Known order) {
        var supplier = partners.get(order.supplierId());
        if (!supplier.isSupplier()) {
            throw PurchaseRefused.notASupplier(supplier.shownName());
        }
        if (order.lines().isEmpty()) {
            throw PurchaseRefused.empty(order.number());
        }
        var id = Identity.fresh();
        jdbc.sql("""
                INSERT INTO purchasing.purchase_order
                       (id, number, supplier_id, status, currency, total, created_at, ordered_at, external_id)
                VALUES (:id, :number, :supplier, :status, :currency, :total, :now, :ordered, :external)
                """)
                .param("id", id)
                .param("number", order.number())
                .param("supplier", order.supplierId())
                .param("status", order.status().name())
                .param("currency", order.lines().getFirst().price().currency())
                .param(
                        "total",
                        order.lines().stream()
                                .map(line -> line.price().times(line.quantity()).amount())
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .param("now", Timestamp.from(clock.instant()))
                .param("ordered", Timestamp.from(order.orderedAt()))
                .param("external", order.externalId())
                .update();
        int position = 1;
        for (Line line : order.lines()) {
            insert(id, order, position, line);
            position++;
        }
        return id;
    }

    private void insert(UUID orderId, Known order, int position, Line line) {
        jdbc.sql("""
                INSERT INTO purchasing.purchase_order_line
                       (id, order_id, position, number, item_id, quantity, unit, base_quantity, base_unit, received,
                        rejected, price, due, status)
                VALUES (:id, :order, :position, :number, :item, :quantity, :unit, :quantity, :unit, :received,
                        :rejected, :price, :due, :status)
                """)
                .param("id", Identity.fresh())
                .param("order", orderId)
                .param("position", position)
                .param("number", order.number() + "/" + position)
                .param("item", line.itemId())
                .param("quantity", line.quantity().amount())
                .param("unit", line.quantity().unit())
                .param("received", line.received())
                .param("rejected", line.rejected())
                .param("price", line.price().amount())
                .param("due", line.due())
                .param("status", status(order.status(), line).name())
                .update();
    }

    private static PurchaseOrderLine.Status status(PurchaseOrder.Status order, Line line) {
        boolean complete = line.received().compareTo(line.quantity().amount()) >= 0;
        return switch (order) {
            case CANCELLED -> PurchaseOrderLine.Status.CANCELLED;
            case RECEIVED, CLOSED -> complete ? PurchaseOrderLine.Status.RECEIVED : PurchaseOrderLine.Status.CLOSED;
            case DRAFT, ORDERED, CONFIRMED, PARTIAL -> {
                if (complete) {
                    yield PurchaseOrderLine.Status.RECEIVED;
                }
                yield line.received().signum() > 0 ? PurchaseOrderLine.Status.PARTIAL : PurchaseOrderLine.Status.OPEN;
            }
        };
    }
}
