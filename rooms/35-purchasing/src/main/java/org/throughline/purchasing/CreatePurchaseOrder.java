package org.throughline.purchasing;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.purchasing.internal.OrderDesk;

/** Use case: the buyer writes a purchase order. */
@Service
public class CreatePurchaseOrder {

    private final OrderDesk desk;

    CreatePurchaseOrder(OrderDesk desk) {
        this.desk = desk;
    }

    /**
     * Writes a draft.
     *
     * @throws PurchaseRefused if the partner is no supplier, there are no lines, or a quantity is not positive
     * @throws org.throughline.factory.UnitRefused if a unit does not convert
     */
    @Verb(type = "purchase-order", operation = "create")
    @Transactional
    public PurchaseOrder create(NewPurchaseOrder wanted) {
        return desk.create(wanted);
    }
}
