package org.throughline.shopfloor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * The operations of one work order in their sequence, and how pieces flow from one to the next: an operation may report
 * what the one before reported good, without waiting for all of it. Immutable; a report answers the flow after it.
 *
 * @param ordered    what the work order is to make
 * @param operations in their sequence; not empty
 */
public record OperationFlow(Quantity ordered, List<WorkOrderOperation> operations) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** @throws IllegalArgumentException if there is no operation or the sequence does not ascend */
    public OperationFlow {
        operations = List.copyOf(operations);
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("A work order has at least one operation.");
        }
        for (int i = 1; i < operations.size(); i++) {
            if (operations.get(i).sequence() <= operations.get(i - 1).sequence()) {
                throw new IllegalArgumentException("Operation (%d) follows (%d)."
                        .formatted(
                                operations.get(i).sequence(),
                                operations.get(i - 1).sequence()));
            }
        }
    }

    /** Where the operation with this identity stands in the sequence, from 0; -1: not here. */
    public int indexOf(UUID operationId) {
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i).id().equals(operationId)) {
                return i;
            }
        }
        return -1;
    }

    /** What the operation before passed on; for the first one, what was ordered. */
    public Quantity arrived(int index) {
        return index == 0 ? ordered : operations.get(index - 1).counts().good();
    }

    /** What has arrived and was not reported yet; never negative. */
    public Quantity available(int index) {
        return notNegative(arrived(index).minus(operations.get(index).counts().taken()));
    }

    /** What will go through this operation in the end, if nothing more is scrapped. */
    public Quantity expected(int index) {
        if (index == 0) {
            return max(ordered, operations.getFirst().counts().taken());
        }
        var before = operations.get(index - 1);
        if (before.status() == WorkOrderOperation.Status.DONE) {
            return before.counts().good();
        }
        return max(
                before.counts().good(),
                expected(index - 1).minus(before.counts().scrap()));
    }

    /** What this operation still has to report; zero when it is done. */
    public Quantity remaining(int index) {
        var operation = operations.get(index);
        if (operation.status() == WorkOrderOperation.Status.DONE) {
            return Quantity.zero(ordered.unit());
        }
        return notNegative(expected(index).minus(operation.counts().taken()));
    }

    /**
     * The most that this operation may report now.
     *
     * @param percent how much more than ordered the first operation may report
     */
    public Quantity limit(int index, BigDecimal percent) {
        var operation = operations.get(index);
        if (index > 0) {
            return available(index);
        }
        var tolerance = ordered.amount().multiply(percent).divide(HUNDRED, Quantity.SCALE, RoundingMode.DOWN);
        var allowed = ordered.plus(new Quantity(tolerance, ordered.unit())).plus(operation.allowedExtra());
        return notNegative(allowed.minus(operation.counts().taken()));
    }

    /**
     * Whether these quantities may be reported now.
     *
     * @param percent how much more than ordered the first operation may report
     * @param leaders who may allow more, by name, for the refusal
     * @throws ReportRefused if it is more than arrived, more than ordered, or more than waits to be repaired
     */
    public void requireReportable(int index, ReportedQuantities reported, BigDecimal percent, String leaders) {
        var operation = operations.get(index);
        if (reported.fromRework()) {
            if (reported.total().compareTo(operation.counts().rework()) > 0) {
                throw ReportRefused.moreThanInRework(
                        operation.name(), reported.total(), operation.counts().rework());
            }
            return;
        }
        var limit = limit(index, percent);
        if (reported.total().compareTo(limit) <= 0) {
            return;
        }
        if (index == 0) {
            throw ReportRefused.moreThanOrdered(operation.name(), reported.total(), limit, percent, leaders);
        }
        throw ReportRefused.moreThanArrived(
                operation.name(),
                reported.total(),
                limit,
                operations.get(index - 1).name());
    }

    /**
     * The flow after a report.
     *
     * @param finish no more will come of this operation
     * @throws OperationRefused if it is to be finished while the one before goes on, or pieces wait to be repaired
     */
    public OperationFlow report(int index, ReportedQuantities reported, boolean finish, Instant at) {
        var before = operations.get(index);
        var after = new WorkOrderOperation(
                before.id(),
                before.workOrderId(),
                before.sequence(),
                before.name(),
                before.station(),
                before.standard(),
                before.status(),
                before.counts().plus(reported),
                before.allowedExtra(),
                before.startedAt() == null ? at : before.startedAt(),
                before.endedAt(),
                before.version());
        if (finish) {
            requireFinishable(index, after);
            return replace(index, after.in(WorkOrderOperation.Status.DONE, at)).settle(index + 1, at);
        }
        return replace(index, after).settle(index, at);
    }

    /**
     * The flow as if the report had not been made.
     *
     * @throws ReportRefused if the next operation has already taken the pieces
     */
    public OperationFlow undo(int index, ReportedQuantities reported, Instant at) {
        var before = operations.get(index);
        var counts = before.counts().minus(reported);
        if (index + 1 < operations.size()) {
            var next = operations.get(index + 1);
            if (next.counts().taken().compareTo(counts.good()) > 0) {
                throw ReportRefused.passedOn(
                        before.name(), next.name(), next.counts().taken());
            }
        }
        var status =
                before.status() == WorkOrderOperation.Status.DONE ? WorkOrderOperation.Status.PAUSED : before.status();
        return replace(index, before.with(counts).in(status, null)).settle(index + 1, at);
    }

    /**
     * The flow over another quantity.
     *
     * @param planned the floor does not have it yet, so that no state follows
     */
    public OperationFlow resized(Quantity wanted, boolean planned, Instant at) {
        var flow = new OperationFlow(wanted, operations);
        return planned ? flow : flow.settle(0, at);
    }

    /** Whether no more pieces can come. */
    public boolean isDone() {
        return operations.getLast().status() == WorkOrderOperation.Status.DONE;
    }

    /** Pieces that the last operation reported good. */
    public Quantity good() {
        return operations.getLast().counts().good();
    }

    /** Pieces scrapped at any operation. */
    public Quantity scrap() {
        var sum = Quantity.zero(ordered.unit());
        for (var operation : operations) {
            sum = sum.plus(operation.counts().scrap());
        }
        return sum;
    }

    /** Standard minutes of all operations over the ordered quantity. */
    public BigDecimal standardMinutes() {
        return operations.stream()
                .map(operation -> operation.standard().minutesFor(ordered))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Standard minutes of what was reported; never more than {@link #standardMinutes()}. */
    public BigDecimal earnedMinutes() {
        var sum = BigDecimal.ZERO;
        for (var operation : operations) {
            sum = sum.add(earnedBy(operation));
        }
        return sum;
    }

    private BigDecimal earnedBy(WorkOrderOperation operation) {
        var whole = operation.standard().minutesFor(ordered);
        if (operation.status() == WorkOrderOperation.Status.DONE) {
            return whole;
        }
        var processed = operation.counts().good().plus(operation.counts().scrap());
        return processed.isZero()
                ? BigDecimal.ZERO
                : operation.standard().minutesFor(processed).min(whole);
    }

    /** The flow with the states that follow from the counts, from this operation on. */
    private OperationFlow settle(int from, Instant at) {
        var settled = new ArrayList<>(operations);
        for (int i = from; i < settled.size(); i++) {
            var flow = new OperationFlow(ordered, settled);
            settled.set(i, flow.settled(i, at));
        }
        return new OperationFlow(ordered, settled);
    }

    private WorkOrderOperation settled(int index, Instant at) {
        var operation = operations.get(index);
        var next = following(index, operation);
        if (next == operation.status()) {
            return operation;
        }
        return operation.in(next, next == WorkOrderOperation.Status.DONE ? at : null);
    }

    private WorkOrderOperation.Status following(int index, WorkOrderOperation operation) {
        var sourceDone = index == 0 || operations.get(index - 1).status() == WorkOrderOperation.Status.DONE;
        var nothingLeft = arrived(index).compareTo(operation.counts().taken()) <= 0;
        if (sourceDone && nothingLeft && operation.counts().rework().isZero()) {
            return WorkOrderOperation.Status.DONE;
        }
        return switch (operation.status()) {
            case WAITING, READY ->
                arrived(index).isPositive() ? WorkOrderOperation.Status.READY : WorkOrderOperation.Status.WAITING;
            case RUNNING -> WorkOrderOperation.Status.RUNNING;
            case PAUSED -> WorkOrderOperation.Status.PAUSED;
            case DONE ->
                operation.startedAt() == null ? WorkOrderOperation.Status.WAITING : WorkOrderOperation.Status.PAUSED;
        };
    }

    private void requireFinishable(int index, WorkOrderOperation operation) {
        if (operation.counts().rework().isPositive()) {
            throw OperationRefused.reworkOpen(
                    operation.name(), operation.counts().rework());
        }
        if (index > 0 && operations.get(index - 1).status() != WorkOrderOperation.Status.DONE) {
            throw OperationRefused.previousNotDone(
                    operation.name(), operations.get(index - 1).name());
        }
    }

    private OperationFlow replace(int index, WorkOrderOperation operation) {
        var changed = new ArrayList<>(operations);
        changed.set(index, operation);
        return new OperationFlow(ordered, changed);
    }

    /** The operation with this identity, or null. */
    public @Nullable WorkOrderOperation find(UUID operationId) {
        int index = indexOf(operationId);
        return index < 0 ? null : operations.get(index);
    }

    private static Quantity notNegative(Quantity quantity) {
        return quantity.isNegative() ? Quantity.zero(quantity.unit()) : quantity;
    }

    private static Quantity max(Quantity one, Quantity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
