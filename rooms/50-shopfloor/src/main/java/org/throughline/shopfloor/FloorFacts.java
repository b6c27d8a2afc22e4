package org.throughline.shopfloor;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/** What the floor knows about order lines, for those downstream. */
public interface FloorFacts {

    /**
     * The facts of these lines, in a fixed number of statements whatever their number. A line without any work order that
     * counts (cancelled ones do not) is missing.
     */
    Map<UUID, LineOnFloor> of(Collection<UUID> orderLineIds);

    /** Those of the operations that the house does itself, as they stood at a moment; by work order and sequence. */
    List<OperationThen> ownAt(Collection<UUID> operationIds, Instant moment);

    /**
     * An operation at a moment.
     *
     * @param orderLineId for whom it is made; null: for stock
     * @param planned     what the work order wants of it
     * @param good        of that, reported by then; never more than planned
     * @param endedAt     null: it has not ended to this day
     */
    record OperationThen(
            UUID operationId,
            String workOrder,
            @Nullable UUID orderLineId,
            int sequence,
            String name,
            Quantity planned,
            Quantity good,
            @Nullable Instant endedAt) {}

    /** Reports of pieces that were bad, for this line and not taken back, oldest first: pictures of them hang here. */
    List<UUID> badReportsOf(UUID orderLineId);

    /**
     * One order line on the floor.
     *
     * @param percent     by standard minutes over all its work orders, 0 to 100 with one digit
     * @param releasedAt  when the first work order was handed to the floor; null: not yet
     * @param startedAt   when the first operation began; null: not yet
     * @param completedAt when the last work order was completed; null: some are open
     * @param current     what is being worked on, or is next; null: nothing is left to do
     * @param workOrders  the product first, then by start and number; cancelled ones left out
     */
    record LineOnFloor(
            UUID orderLineId,
            BigDecimal percent,
            @Nullable Instant releasedAt,
            @Nullable UUID releasedBy,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable OperationOnFloor current,
            List<WorkOrderOnFloor> workOrders) {

        public LineOnFloor {
            workOrders = List.copyOf(workOrders);
        }
    }

    /**
     * One work order.
     *
     * @param parentId          the work order whose component it makes; null: the product itself
     * @param percent           by standard minutes, 0 to 100 with one digit
     * @param materialLines     how many components it needs
     * @param materialLinesOpen how many of them are not fully issued
     */
    record WorkOrderOnFloor(
            UUID id,
            String number,
            UUID itemId,
            Quantity quantity,
            Quantity good,
            Quantity scrap,
            Quantity received,
            WorkOrder.Status status,
            @Nullable UUID parentId,
            LocalDate start,
            LocalDate due,
            BigDecimal percent,
            int materialLines,
            int materialLinesOpen,
            @Nullable Instant releasedAt,
            @Nullable UUID releasedBy,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            List<OperationOnFloor> operations) {

        public WorkOrderOnFloor {
            operations = List.copyOf(operations);
        }
    }

    /**
     * One operation.
     *
     * @param machineId       where it runs or ran, else where it is planned; null: not planned
     * @param plannedStart    from the published schedule; null: not scheduled
     * @param plannedEnd      from the published schedule; null: not scheduled
     * @param available       arrived and not reported yet
     * @param remaining       still to report
     * @param rework          waiting to be repaired
     * @param standardMinutes for the work order's quantity, setup included
     * @param personId        who works on it now or reported last; null: nobody yet
     */
    record OperationOnFloor(
            UUID id,
            UUID workOrderId,
            String workOrderNumber,
            int sequence,
            String name,
            UUID workCentreId,
            @Nullable UUID machineId,
            WorkOrderOperation.Status status,
            Quantity good,
            Quantity scrap,
            Quantity rework,
            Quantity available,
            Quantity remaining,
            BigDecimal standardMinutes,
            @Nullable Instant plannedStart,
            @Nullable Instant plannedEnd,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable UUID personId) {}
}
