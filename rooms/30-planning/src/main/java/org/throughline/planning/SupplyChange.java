package org.throughline.planning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * A change that an order's change asks of something made for it.
 *
 * @param type        record type of the target: {@code work-order}, {@code purchase-order-line}
 * @param id          the target
 * @param newQuantity total quantity of the target afterwards, base unit; null leaves it
 * @param newDue      null leaves it
 * @param reason      as given by whoever changed the order
 */
public record SupplyChange(
        String type,
        UUID id,
        Action action,
        @Nullable Quantity newQuantity,
        @Nullable LocalDate newDue,
        String reason) {

    /** What is done to the target. */
    public enum Action {
        /** Less of it. */
        REDUCE,
        /** More of it. */
        INCREASE,
        /** Another date. */
        MOVE,
        /** None of it. */
        CANCEL,
        /** It is kept, but no longer for this order line. */
        RELEASE
    }
}
