package org.throughline.scheduling.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.engine.schedule.JobOutcome;
import org.throughline.engine.schedule.Schedule;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.scheduling.MoveEffect;
import org.throughline.scheduling.OperationToSchedule;

/** Compares two schedules by the ends of their work orders. */
@Component
class MovedOrders {

    private final SalesOrders orders;
    private final Clock clock;

    MovedOrders(SalesOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    List<MoveEffect.MovedOrder> of(ScheduleDesk.Prepared prepared, Schedule before, Schedule after) {
        var was = new HashMap<String, JobOutcome>();
        before.jobs().forEach(job -> was.put(job.job(), job));
        var ofOrder = new HashMap<String, OperationToSchedule>();
        prepared.open().forEach(one -> ofOrder.putIfAbsent(one.workOrderId().toString(), one));
        var moved = after.jobs().stream()
                .filter(job -> was.containsKey(job.job()) && was.get(job.job()).end() != job.end())
                .toList();
        var labels = labels(moved, ofOrder);
        var rows = new ArrayList<MoveEffect.MovedOrder>();
        for (var job : moved) {
            var work = ofOrder.get(job.job());
            var old = was.get(job.job());
            if (work != null && old != null) {
                rows.add(row(prepared, work, old, job, labels));
            }
        }
        rows.sort(Comparator.<MoveEffect.MovedOrder>comparingLong(row -> -Math.abs(row.minutes()))
                .thenComparing(MoveEffect.MovedOrder::workOrder));
        return rows;
    }

    private Map<UUID, String> labels(List<JobOutcome> moved, Map<String, OperationToSchedule> ofOrder) {
        var ids = new HashSet<UUID>();
        for (var job : moved) {
            var work = ofOrder.get(job.job());
            if (work != null && work.orderLineId() != null) {
                ids.add(work.orderLineId());
            }
        }
        var labels = new HashMap<UUID, String>();
        for (OrderLine line : orders.linesOf(ids)) {
            labels.put(line.id(), line.label());
        }
        return labels;
    }

    private MoveEffect.MovedOrder row(
            ScheduleDesk.Prepared prepared,
            OperationToSchedule work,
            JobOutcome before,
            JobOutcome after,
            Map<UUID, String> labels) {
        var ends = prepared.axis().instantOf(after.end());
        var due = work.due();
        return new MoveEffect.MovedOrder(
                work.workOrderId(),
                work.workOrderNumber(),
                work.orderLineId(),
                work.orderLineId() == null ? null : labels.get(work.orderLineId()),
                prepared.axis().instantOf(before.end()),
                ends,
                after.end() - before.end(),
                due,
                due != null && LocalDate.ofInstant(ends, clock.getZone()).isAfter(due));
    }
}
