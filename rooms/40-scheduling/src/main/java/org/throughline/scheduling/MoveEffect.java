package org.throughline.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What follows if an operation is moved.
 *
 * @param start   when it would run there
 * @param frozen  true if it leaves or enters the hours that the floor relies on: a reason is needed
 * @param moved   operations that change their time or machine, itself included
 * @param orders  work orders that end earlier or later, the greatest change first
 */
public record MoveEffect(
        UUID operationId,
        UUID machineId,
        Instant start,
        Instant end,
        boolean frozen,
        Figures before,
        Figures after,
        int moved,
        List<MovedOrder> orders) {

    public MoveEffect {
        orders = List.copyOf(orders);
    }

    /** @param lateOrders work orders that end after their due date */
    public record Figures(int lateOrders, long lateMinutes, long setupMinutes) {}

    /**
     * A work order whose end moves.
     *
     * @param minutes elapsed minutes; negative: earlier
     * @param late    true if it then ends after its due date
     */
    public record MovedOrder(
            UUID workOrderId,
            String workOrder,
            @Nullable UUID orderLineId,
            @Nullable String order,
            Instant before,
            Instant after,
            long minutes,
            @Nullable LocalDate due,
            boolean late) {}
}
