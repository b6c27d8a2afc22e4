package org.throughline.scheduling;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * An operation that is not done yet.
 *
 * @param sequence              position in the routing, e.g. 10, 20
 * @param machineId             the machine it must run on; null: any machine of the work centre
 * @param setupMinutes          once per run; zero if it is set up already
 * @param runMinutesPerUnit     exact minutes for one base unit
 * @param total                 of the work order, base unit
 * @param remaining             still to do here, base unit; positive
 * @param startedAt             null until started
 * @param runningMachineId      the machine it runs on; null unless running or paused on one
 * @param materialReady         the first day all its material is there; null if it is
 * @param due                   of the work order; null if nobody waits
 * @param priority              1 is served first; 50 is normal
 * @param previousOperationIds  must have ended (or, with a transfer quantity, handed on pieces) before this one starts
 * @param predecessorWorkOrders work orders whose product it consumes; their last operations end before it starts
 * @param transferQuantity      pieces that the previous operation hands on at a time; null: the whole lot
 * @param setupFamily           no setup between two operations of a family; null for none
 * @param subcontractDays       working days outside; zero if it runs in the plant
 * @param released              true once the floor has the work order
 */
public record OperationToSchedule(
        UUID operationId,
        UUID workOrderId,
        String workOrderNumber,
        UUID itemId,
        @Nullable UUID orderLineId,
        int sequence,
        String name,
        UUID workCentreId,
        @Nullable UUID machineId,
        BigDecimal setupMinutes,
        BigDecimal runMinutesPerUnit,
        Quantity total,
        Quantity remaining,
        State state,
        @Nullable Instant startedAt,
        @Nullable UUID runningMachineId,
        @Nullable LocalDate materialReady,
        @Nullable LocalDate due,
        int priority,
        List<UUID> previousOperationIds,
        List<UUID> predecessorWorkOrders,
        @Nullable Quantity transferQuantity,
        @Nullable String setupFamily,
        int subcontractDays,
        boolean released) {

    /** Where an operation stands that is not done. */
    public enum State {
        WAITING,
        READY,
        RUNNING,
        PAUSED
    }

    public OperationToSchedule {
        previousOperationIds = List.copyOf(previousOperationIds);
        predecessorWorkOrders = List.copyOf(predecessorWorkOrders);
    }
}
