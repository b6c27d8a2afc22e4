package org.throughline.scheduling;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.factory.Item;
import org.throughline.factory.Machine;
import org.throughline.factory.WorkCentre;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;

/** An operation that could begin now, on one piece: what a test does not say is plain. */
final class ReadyOperation {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);

    private final String workOrder;
    private final Item item;
    private final WorkCentre centre;
    private UUID workOrderId = Identity.fresh();
    private int sequence = 10;
    private int priority = 50;
    private long minutes = 240;

    private @Nullable Machine machine;
    private @Nullable UUID orderLineId;
    private @Nullable LocalDate material;
    private List<UUID> previous = List.of();

    ReadyOperation(String workOrder, Item item, WorkCentre centre) {
        this.workOrder = workOrder;
        this.item = item;
        this.centre = centre;
    }

    /** The next operation of a work order that is known. */
    ReadyOperation of(OperationToSchedule known) {
        workOrderId = known.workOrderId();
        sequence = 20;
        return this;
    }

    /** 1 is served first. */
    ReadyOperation priority(int value) {
        priority = value;
        return this;
    }

    ReadyOperation minutes(long value) {
        minutes = value;
        return this;
    }

    ReadyOperation on(@Nullable Machine value) {
        machine = value;
        return this;
    }

    ReadyOperation forLine(UUID value) {
        orderLineId = value;
        return this;
    }

    ReadyOperation material(@Nullable LocalDate value) {
        material = value;
        return this;
    }

    ReadyOperation after(List<UUID> operations) {
        previous = operations;
        return this;
    }

    OperationToSchedule done() {
        return new OperationToSchedule(
                Identity.fresh(),
                workOrderId,
                workOrder,
                item.id(),
                orderLineId,
                sequence,
                "车",
                centre.id(),
                machine == null ? null : machine.id(),
                BigDecimal.ZERO,
                BigDecimal.valueOf(minutes),
                Quantity.of(1, "C62"),
                Quantity.of(1, "C62"),
                OperationToSchedule.State.READY,
                null,
                null,
                material,
                SATURDAY,
                priority,
                previous,
                List.of(),
                null,
                null,
                0,
                true);
    }
}
