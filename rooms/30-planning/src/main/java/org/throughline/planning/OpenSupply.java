package org.throughline.planning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * A quantity that is on its way: an open purchase order line, an open work order.
 *
 * @param type        record type: {@code work-order} or {@code purchase-order-line}
 * @param id          the record
 * @param number      what people read aloud, e.g. {@code WO-20261122-004} or {@code PO-20261122-001/2}
 * @param open        still to come, in the item's base unit; positive
 * @param due         when it is expected in stock
 * @param start       when work on it begins, or when it was ordered; null if unknown
 * @param firm        true once it can no longer be changed without asking (ordered, released)
 * @param orderLineId the order line it was made for; null for common stock
 */
public record OpenSupply(
        String type,
        UUID id,
        String number,
        UUID itemId,
        Quantity open,
        LocalDate due,
        @Nullable LocalDate start,
        boolean firm,
        @Nullable UUID orderLineId) {

    /** Type of what has left the house and is not signed for yet: it covers its order line and cannot be moved. */
    public static final String ON_THE_ROAD = "shipment-line";
}
