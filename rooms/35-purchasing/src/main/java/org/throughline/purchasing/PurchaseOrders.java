package org.throughline.purchasing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Purchase orders, for the rooms downstream and for importers. */
public interface PurchaseOrders {

    /** @throws org.throughline.kernel.NotFound if there is none */
    PurchaseOrder get(UUID id);

    /** @throws org.throughline.kernel.NotFound if there is none */
    PurchaseOrderLine line(UUID lineId);

    Optional<PurchaseOrder> byNumber(String number);

    /** What this supplier was sent: what is underway first, then the newest; at most {@code limit}. */
    List<PurchaseOrder> sentTo(UUID supplierId, int limit);

    Optional<PurchaseOrder> byExternalId(String externalId);
}
