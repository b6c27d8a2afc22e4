package org.throughline.order;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * What a customer wants of one item by one date, with what downstream rooms need of the order's head.
 *
 * @param position      1, 2, 3 … within the order
 * @param quantity      in the item's base unit: what planning, the floor and the warehouse work with
 * @param ordered       as the customer wrote it, perhaps in another unit of the item
 * @param delivered     in the item's base unit
 * @param requestedDate the day the customer wants it, plant zone
 * @param firstPromise  the day first promised; null before confirmation; never changes afterwards
 * @param latestPromise the day promised now; null before confirmation
 * @param priority      10 is served before 50; rush lines start at 10, stable ones at 50
 * @param ownerUserId   the salesperson; null when the order came from a machine nobody owns
 */
public record OrderLine(
        UUID id,
        UUID orderId,
        String orderNumber,
        int position,
        UUID customerId,
        UUID itemId,
        Quantity quantity,
        Quantity ordered,
        Quantity delivered,
        LocalDate requestedDate,
        @Nullable LocalDate firstPromise,
        @Nullable LocalDate latestPromise,
        OrderClass orderClass,
        int priority,
        LineStatus status,
        OrderStatus orderStatus,
        boolean onHold,
        @Nullable UUID ownerUserId,
        int version) {

    /** Still to deliver, in the item's base unit; zero when more than ordered was delivered. */
    public Quantity open() {
        var open = quantity.minus(delivered);
        return open.isNegative() ? Quantity.zero(quantity.unit()) : open;
    }

    /** The day everybody plans for: the latest promise, before confirmation the requested date. */
    public LocalDate due() {
        return latestPromise == null ? requestedDate : latestPromise;
    }

    /** As people say it: {@code SO-20261122-001/2}. */
    public String label() {
        return orderNumber + "/" + position;
    }
}
