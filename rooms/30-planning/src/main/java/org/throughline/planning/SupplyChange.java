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
 * @param newOpen     what is still to come of the target afterwards ({@link OpenSupply#open()}), base unit; zero to
 *                    cancel; null leaves it
 * @param newDue      null leaves it
 * @param orderLineId the order line that asks
 * @param reason      as given by whoever changed the order
 */
public record SupplyChange(
        String type,
        UUID id,
        Action action,
        @Nullable Quantity newOpen,
        @Nullable LocalDate newDue,
        UUID orderLineId,
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
        /** It is kept as it is, but no longer for this order line: it becomes common stock. */
        RELEASE
    }
}
