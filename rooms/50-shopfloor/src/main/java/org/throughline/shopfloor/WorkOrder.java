package org.throughline.shopfloor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * An instruction to make one lot of one item. Immutable: each verb answers the next state or throws.
 *
 * <pre>
 * PLANNED --release--> RELEASED --start--> STARTED --complete--> COMPLETED --close--> CLOSED
 *    |                     |                  ^                      |
 *    |                     |                  '------- reopen -------'
 *    '------ cancel -------'-- cancel, while nothing was reported --> CANCELLED
 * </pre>
 *
 * @param number    what people read aloud, e.g. {@code WO-20261122-001}; unique in the organisation; also the lot's number
 * @param quantity  how much is to be made, in the item's base unit
 * @param purpose   whom it is made for
 * @param structure what was frozen when it was made
 * @param progress  what came of it so far
 * @param moments   when it passed which state
 * @param version   optimistic lock; the row's version when this was read
 */
public record WorkOrder(
        UUID id,
        String number,
        UUID itemId,
        Quantity quantity,
        Status status,
        LocalDate start,
        LocalDate due,
        Purpose purpose,
        Structure structure,
        Progress progress,
        Moments moments,
        int version) {

    /** Where a work order stands. The floor's words: 已下达计划, 已派工, 进行中, 完工, 关闭, 中止. */
    public enum Status {
        PLANNED,
        RELEASED,
        STARTED,
        COMPLETED,
        CLOSED,
        CANCELLED;

        /** Whether pieces may still come of it. */
        public boolean isOpen() {
            return switch (this) {
                case PLANNED, RELEASED, STARTED -> true;
                case COMPLETED, CLOSED, CANCELLED -> false;
            };
        }

        /** Whether the floor may work on it. */
        public boolean isOnTheFloor() {
            return switch (this) {
                case RELEASED, STARTED -> true;
                case PLANNED, COMPLETED, CLOSED, CANCELLED -> false;
            };
        }
    }

    /**
     * Whom a work order is made for.
     *
     * @param orderLineId the customer's order line; null: for stock
     * @param parentId    the work order whose component it makes; null: the product itself
     * @param reworkOf    the work order whose pieces it repairs; null: it makes new ones
     */
    public record Purpose(
            @Nullable UUID orderLineId,
            @Nullable UUID parentId,
            @Nullable UUID reworkOf) {

        /** A product for an order line, or for stock when there is none. */
        public static Purpose product(@Nullable UUID orderLineId) {
            return new Purpose(orderLineId, null, null);
        }
    }

    /**
     * What was frozen when the work order was made; later changes of the item do not touch it.
     *
     * @param bomId     null: nothing goes in
     * @param routingId null: the visible default operation
     * @param revision  of the item
     */
    public record Structure(
            @Nullable UUID bomId,
            @Nullable UUID routingId,
            @Nullable String revision) {

        /** Nothing goes in, the default operation makes it. */
        public static final Structure NONE = new Structure(null, null, null);
    }

    /**
     * What came of a work order so far, in its unit.
     *
     * @param good     reported good by the last operation
     * @param scrap    scrapped at any operation
     * @param received put into stock; never more than good
     */
    public record Progress(Quantity good, Quantity scrap, Quantity received) {

        /** Nothing yet. */
        public static Progress none(String unit) {
            return new Progress(Quantity.zero(unit), Quantity.zero(unit), Quantity.zero(unit));
        }
    }

    /** When a work order passed which state; null: not yet. */
    public record Moments(
            @Nullable Instant releasedAt,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable Instant closedAt) {

        /** Nothing happened yet. */
        public static final Moments NONE = new Moments(null, null, null, null);
    }

    /**
     * Hands the order to the floor. Whether its material is there is asked before, by the use case.
     *
     * @throws WorkOrderRefused if it is not planned
     */
    public WorkOrder release(Instant now) {
        if (status != Status.PLANNED) {
            throw WorkOrderRefused.notPlanned(number, status);
        }
        return with(Status.RELEASED, new Moments(now, null, null, null));
    }

    /**
     * Somebody works on it; once started it stays so.
     *
     * @throws WorkOrderRefused if it is not on the floor
     */
    public WorkOrder start(Instant now) {
        requireOnTheFloor();
        if (status == Status.STARTED) {
            return this;
        }
        return with(Status.STARTED, new Moments(moments.releasedAt, now, null, null));
    }

    /**
     * The last operation is done.
     *
     * @throws WorkOrderRefused if it is not on the floor
     */
    public WorkOrder complete(Instant now) {
        requireOnTheFloor();
        var startedAt = moments.startedAt == null ? now : moments.startedAt;
        return with(Status.COMPLETED, new Moments(moments.releasedAt, startedAt, now, null));
    }

    /**
     * A report was taken back, so that the order is not complete any more.
     *
     * @throws WorkOrderRefused if it is closed or cancelled
     */
    public WorkOrder reopen() {
        if (status != Status.COMPLETED) {
            throw WorkOrderRefused.notOnTheFloor(number, status);
        }
        return with(Status.STARTED, new Moments(moments.releasedAt, moments.startedAt, null, null));
    }

    /**
     * Nothing more will be booked on it.
     *
     * @throws WorkOrderRefused if it is not completed
     */
    public WorkOrder close(Instant now) {
        if (status != Status.COMPLETED) {
            throw WorkOrderRefused.notCompleted(number, status);
        }
        return with(Status.CLOSED, new Moments(moments.releasedAt, moments.startedAt, moments.completedAt, now));
    }

    /**
     * It will not be made.
     *
     * @throws WorkOrderRefused if it was started or has ended
     */
    public WorkOrder cancel() {
        return switch (status) {
            case PLANNED, RELEASED -> with(Status.CANCELLED, moments);
            case STARTED, COMPLETED, CLOSED, CANCELLED -> throw WorkOrderRefused.notCancellable(number, status);
        };
    }

    /**
     * The same order over another quantity.
     *
     * @param firstOperationTook what the first operation already took in: the new quantity cannot be less
     * @throws WorkOrderRefused if it has ended, or less is wanted than was begun
     */
    public WorkOrder changeQuantity(Quantity wanted, Quantity firstOperationTook) {
        if (!status.isOpen()) {
            throw WorkOrderRefused.ended(number, status);
        }
        if (!wanted.isPositive() || wanted.compareTo(firstOperationTook) < 0) {
            throw WorkOrderRefused.alreadyBegun(number, wanted, firstOperationTook);
        }
        return new WorkOrder(
                id, number, itemId, wanted, status, start, due, purpose, structure, progress, moments, version);
    }

    /**
     * The same order with other dates; the start goes along by the same number of days.
     *
     * @throws WorkOrderRefused if it has ended
     */
    public WorkOrder moveDue(LocalDate wanted) {
        if (!status.isOpen()) {
            throw WorkOrderRefused.ended(number, status);
        }
        var moved = start.plusDays(wanted.toEpochDay() - due.toEpochDay());
        return new WorkOrder(
                id, number, itemId, quantity, status, moved, wanted, purpose, structure, progress, moments, version);
    }

    /** The same order with what came of it. */
    public WorkOrder with(Progress reported) {
        return new WorkOrder(
                id, number, itemId, quantity, status, start, due, purpose, structure, reported, moments, version);
    }

    private WorkOrder with(Status next, Moments passed) {
        return new WorkOrder(
                id, number, itemId, quantity, next, start, due, purpose, structure, progress, passed, version);
    }

    private void requireOnTheFloor() {
        if (!status.isOnTheFloor()) {
            throw WorkOrderRefused.notOnTheFloor(number, status);
        }
    }
}
