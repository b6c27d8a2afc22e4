package org.throughline.portal.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Quantity;
import org.throughline.purchasing.AnswerPurchase;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrderLine;
import org.throughline.purchasing.PurchaseOrders;
import org.throughline.purchasing.SupplierAnswer;

/** What a supplier does with the purchase orders that were sent to him. */
@Service
class SupplierDesk {

    private static final int MOST = 100;

    private final PurchaseOrders orders;
    private final AnswerPurchase answerPurchase;

    SupplierDesk(PurchaseOrders orders, AnswerPurchase answerPurchase) {
        this.orders = orders;
        this.answerPurchase = answerPurchase;
    }

    /** The supplier's own; nothing for an account without partner. */
    @Verb(type = "portal-purchase", operation = "read")
    @Transactional(readOnly = true)
    public List<PurchaseOrder> mine() {
        var partner = Actor.current().partner();
        return partner == null ? List.of() : orders.sentTo(partner, MOST);
    }

    Map<UUID, SupplierAnswer> answers(List<PurchaseOrder> mine) {
        return answerPurchase.latest(mine.stream()
                .flatMap(order -> order.lines().stream())
                .map(PurchaseOrderLine::id)
                .toList());
    }

    /**
     * Answers an own line. It is looked up as the supplier, who sees no foreign row; what follows from the answer in
     * purchasing and planning is done by the house, in the supplier's name.
     *
     * @throws org.throughline.kernel.NotFound if there is no such line, or it belongs to somebody else
     */
    @Verb(type = "portal-purchase", operation = "confirm")
    @Transactional(propagation = Propagation.NEVER)
    public void answer(UUID lineId, LocalDate date, @Nullable Quantity quantity, @Nullable String remark) {
        orders.line(lineId);
        house().run(() -> answerPurchase.answer(lineId, date, quantity, remark));
    }

    private static Actor house() {
        var supplier = Actor.current();
        return new Actor(
                supplier.user(),
                supplier.name(),
                supplier.organisation(),
                null,
                Set.of("buyer"),
                supplier.origin(),
                supplier.language());
    }
}
