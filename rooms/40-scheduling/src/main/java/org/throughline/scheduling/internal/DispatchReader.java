package org.throughline.scheduling.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.factory.Items;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.scheduling.OperationToSchedule;
import org.throughline.scheduling.Slot;
import org.throughline.scheduling.WorkToSchedule;

/** What a work centre does next: the published slots of operations that are still open, then open ones without a slot. */
@Component
class DispatchReader {

    private final ScheduleTable schedules;
    private final ObjectProvider<WorkToSchedule> work;
    private final Items items;
    private final Machines machines;
    private final WorkCentres workCentres;

    DispatchReader(
            ScheduleTable schedules,
            ObjectProvider<WorkToSchedule> work,
            Items items,
            Machines machines,
            WorkCentres workCentres) {
        this.schedules = schedules;
        this.work = work;
        this.items = items;
        this.machines = machines;
        this.workCentres = workCentres;
    }

    /** One operation on the list; {@code starts} null: it came after the last schedule; {@code startsBy}: it must begin by then. */
    record Row(
            UUID operationId,
            UUID workOrderId,
            String workOrder,
            int sequence,
            String operation,
            UUID itemId,
            String itemCode,
            String itemName,
            BigDecimal remaining,
            String unit,
            UUID workCentreId,
            String workCentre,
            @Nullable UUID machineId,
            @Nullable String machine,
            @Nullable Instant starts,
            @Nullable Instant ends,
            @Nullable Instant startsBy,
            @Nullable LocalDate due,
            int priority,
            OperationToSchedule.State state,
            boolean released) {}

    List<Row> list(@Nullable UUID workCentreId, @Nullable UUID machineId) {
        var slots = schedules.dispatchList(workCentreId, machineId).stream()
                .collect(Collectors.toMap(Slot::operationId, slot -> slot));
        var open = new ArrayList<OperationToSchedule>();
        work.orderedStream().forEach(source -> open.addAll(source.open()));
        var placed = schedules
                .of(open.stream().map(OperationToSchedule::operationId).toList())
                .keySet();
        var wanted = open.stream()
                .filter(one -> slots.containsKey(one.operationId())
                        || (!placed.contains(one.operationId())
                                && isUnplaced(one, machineId)
                                && (workCentreId == null || one.workCentreId().equals(workCentreId))))
                .toList();
        var known = items.all(wanted.stream().map(OperationToSchedule::itemId).collect(Collectors.toSet()));
        var names = machines.all().stream().collect(Collectors.toMap(Machine::id, Machine::code));
        var centres = workCentres.all().stream().collect(Collectors.toMap(WorkCentre::id, WorkCentre::name));
        return wanted.stream()
                .map(one -> {
                    var slot = slots.get(one.operationId());
                    var item = known.get(one.itemId());
                    var machine = slot == null ? one.machineId() : slot.machineId();
                    return new Row(
                            one.operationId(),
                            one.workOrderId(),
                            one.workOrderNumber(),
                            one.sequence(),
                            one.name(),
                            one.itemId(),
                            item == null ? "" : item.code(),
                            item == null ? "" : item.name(),
                            one.remaining().amount(),
                            one.remaining().unit(),
                            one.workCentreId(),
                            centres.getOrDefault(one.workCentreId(), ""),
                            machine,
                            machine == null ? null : names.get(machine),
                            slot == null ? null : slot.starts(),
                            slot == null ? null : slot.ends(),
                            slot == null ? null : slot.startsBy(),
                            one.due(),
                            one.priority(),
                            one.state(),
                            one.released());
                })
                .sorted(Comparator.comparing(Row::starts, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparingInt(Row::priority)
                        .thenComparing(Row::workOrder)
                        .thenComparingInt(Row::sequence))
                .toList();
    }

    /** Work without a slot is shown to its work centre, and on a machine only if it must run there. */
    private static boolean isUnplaced(OperationToSchedule operation, @Nullable UUID machineId) {
        return operation.released() && (machineId == null || machineId.equals(operation.machineId()));
    }
}
