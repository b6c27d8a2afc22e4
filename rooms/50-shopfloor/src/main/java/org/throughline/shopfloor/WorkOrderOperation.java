package org.throughline.shopfloor;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * One step of a work order at one work centre. Immutable: each verb answers the next state or throws.
 *
 * <pre>
 * WAITING --pieces arrive--> READY --start--> RUNNING <--pause / resume--> PAUSED
 *                              '------------ report, finish ----------------> DONE
 * </pre>
 *
 * In the words of OPC 10031-4: NotAllowedToStart, AllowedToStart, Running, Interrupted, Ended.
 *
 * @param sequence     10, 20, 30 …
 * @param station      where it is done
 * @param standard     how long it should take
 * @param counts       what was reported, in the work order's unit
 * @param allowedExtra what a team leader allowed beyond the order
 * @param startedAt    when somebody first began; null: not yet
 * @param endedAt      when the last piece was reported; null: not yet
 */
public record WorkOrderOperation(
        UUID id,
        UUID workOrderId,
        int sequence,
        String name,
        Station station,
        Standard standard,
        Status status,
        Counts counts,
        Quantity allowedExtra,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int version) {

    /** Where an operation stands: 待派工, 已派工, 进行中, 暂停, 完工. */
    public enum Status {
        WAITING,
        READY,
        RUNNING,
        PAUSED,
        DONE
    }

    /**
     * Where an operation is done.
     *
     * @param machineId only on this one; null: on any of the work centre
     * @param runningOn the machine it runs or ran last on; null: not started, or by hand
     */
    public record Station(
            UUID workCentreId,
            @Nullable UUID machineId,
            @Nullable UUID runningOn) {}

    /**
     * How long an operation should take.
     *
     * @param setupMinutes once per lot
     * @param runMinutes   per piece, exact
     */
    public record Standard(BigDecimal setupMinutes, BigDecimal runMinutes) {

        /** Minutes of work for so many pieces, setup included. */
        public BigDecimal minutesFor(Quantity pieces) {
            return setupMinutes.add(runMinutes.multiply(pieces.amount()));
        }
    }

    /**
     * What was reported.
     *
     * @param rework pieces waiting to be repaired, now
     */
    public record Counts(Quantity good, Quantity scrap, Quantity rework) {

        /** Nothing yet. */
        public static Counts none(String unit) {
            return new Counts(Quantity.zero(unit), Quantity.zero(unit), Quantity.zero(unit));
        }

        /** Pieces that went through this operation, whatever became of them. */
        public Quantity taken() {
            return good.plus(scrap).plus(rework);
        }

        /** With what a report adds; repaired pieces leave the rework. */
        public Counts plus(ReportedQuantities reported) {
            var waiting = reported.fromRework()
                    ? rework.minus(reported.good()).minus(reported.scrap())
                    : rework.plus(reported.rework());
            return new Counts(good.plus(reported.good()), scrap.plus(reported.scrap()), waiting);
        }

        /** Without what a report added. */
        public Counts minus(ReportedQuantities reported) {
            var waiting = reported.fromRework()
                    ? rework.plus(reported.good()).plus(reported.scrap())
                    : rework.minus(reported.rework());
            return new Counts(good.minus(reported.good()), scrap.minus(reported.scrap()), waiting);
        }
    }

    /**
     * Somebody begins.
     *
     * @param machine where; null: by hand
     * @throws OperationRefused if it has ended or no piece has arrived
     */
    public WorkOrderOperation start(@Nullable UUID machine, Instant now) {
        return switch (status) {
            case WAITING -> throw OperationRefused.nothingArrived(name);
            case DONE -> throw OperationRefused.done(name);
            case READY, RUNNING, PAUSED ->
                new WorkOrderOperation(
                        id,
                        workOrderId,
                        sequence,
                        name,
                        new Station(station.workCentreId, station.machineId, machine),
                        standard,
                        Status.RUNNING,
                        counts,
                        allowedExtra,
                        startedAt == null ? now : startedAt,
                        endedAt,
                        version);
        };
    }

    /**
     * Nobody is at it any more, but it goes on later.
     *
     * @throws OperationRefused if it does not run
     */
    public WorkOrderOperation pause() {
        if (status != Status.RUNNING) {
            throw OperationRefused.notRunning(name, status);
        }
        return in(Status.PAUSED, endedAt);
    }

    /** The same operation with other counts; {@link OperationFlow} decides the state that follows. */
    public WorkOrderOperation with(Counts reported) {
        return new WorkOrderOperation(
                id,
                workOrderId,
                sequence,
                name,
                station,
                standard,
                status,
                reported,
                allowedExtra,
                startedAt,
                endedAt,
                version);
    }

    /** The same operation in another state. */
    public WorkOrderOperation in(Status next, @Nullable Instant ended) {
        return new WorkOrderOperation(
                id,
                workOrderId,
                sequence,
                name,
                station,
                standard,
                next,
                counts,
                allowedExtra,
                startedAt,
                ended,
                version);
    }

    /** The same operation with what a team leader allowed beyond the order. */
    public WorkOrderOperation allowing(Quantity extra) {
        return new WorkOrderOperation(
                id, workOrderId, sequence, name, station, standard, status, counts, extra, startedAt, endedAt, version);
    }
}
