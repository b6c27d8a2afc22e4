package org.throughline.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.purchasing.internal.TakenOverOrders;

/**
 * Use case: a purchase order of another system is taken over as it stands there, with what came in so far. Its receipts
 * are not booked again: the goods are part of the stock that is taken over beside it.
 */
@Service
public class TakeOverPurchaseOrder {

    private final TakenOverOrders orders;

    TakeOverPurchaseOrder(TakenOverOrders orders) {
        this.orders = orders;
    }

    /**
     * @param status    as mapped from the other system; an order that is underway waits for what is open of its lines
     * @param orderedAt when it went to the supplier
     */
    public record Known(
            UUID supplierId,
            String number,
            String externalId,
            PurchaseOrder.Status status,
            Instant orderedAt,
            List<Line> lines) {

        public Known {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param quantity in the item's base unit
     * @param received in the same unit; at most a little more than ordered
     * @param rejected of what was received
     */
    public record Line(
            UUID itemId, Quantity quantity, Money price, LocalDate due, BigDecimal received, BigDecimal rejected) {}

    /**
     * Writes the order and its lines. An external id that is known already is a programming error of the importer.
     *
     * @return its identity
     * @throws PurchaseRefused if the partner is no supplier or there are no lines
     */
    @Verb(type = "purchase-order", operation = "create")
    @Transactional
    public UUID takeOver(Known order) {
        return orders.insert(order);
    }
}
