package org.throughline.shopfloor;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.shopfloor.internal.Crew;
import org.throughline.shopfloor.internal.Operations;
import org.throughline.shopfloor.internal.ProductReceipts;
import org.throughline.shopfloor.internal.Reports;
import org.throughline.shopfloor.internal.WorkOrders;
import org.throughline.shopfloor.internal.WorkSessions;

/** Use case: a report is taken back, by the one who sent it within five minutes, later by a team leader. */
@Service
public class UndoReport {

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Reports reports;
    private final WorkSessions sessions;
    private final Crew crew;
    private final ProductReceipts receipts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UndoReport(
            WorkOrders workOrders,
            Operations operations,
            Reports reports,
            WorkSessions sessions,
            Crew crew,
            ProductReceipts receipts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.reports = reports;
        this.sessions = sessions;
        this.crew = crew;
        this.receipts = receipts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes the report back; what it put into stock goes out again.
     *
     * @throws ReportRefused if it was taken back before, it is too late, or the next operation has the pieces
     * @throws WorkOrderRefused if the work order is closed
     * @throws org.throughline.stock.StockRefused if the pieces are no longer where they were put
     */
    @Verb(type = "report", operation = "undo")
    @Transactional
    public WorkOrderOperation undo(UUID reportId) {
        var now = clock.instant();
        var order = workOrders.lock(reports.get(reportId).workOrderId());
        var report = reports.get(reportId);
        var flow = new OperationFlow(order.quantity(), operations.of(order.id()));
        int index = flow.indexOf(report.operationId());
        requireUndoable(report, flow.operations().get(index), now);
        var open = order.status() == WorkOrder.Status.COMPLETED ? order.reopen() : order.start(now);
        var after = flow.undo(index, report.quantities(), now);
        operations.save(ReportOperation.changed(flow, after));
        reports.undo(reportId, Actor.current().user(), now);
        sessions.giveBack(reportId);
        workOrders.save(progress(open, after, report));
        events.publishEvent(new ReportUndone(
                reportId,
                report.operationId(),
                order.id(),
                order.purpose().orderLineId(),
                report.lotId(),
                report.locationId(),
                report.quantities().good(),
                now));
        return operations.get(report.operationId());
    }

    private void requireUndoable(Report report, WorkOrderOperation operation, Instant now) {
        if (report.undoneAt() != null) {
            throw ReportRefused.alreadyUndone();
        }
        if (report.kind() != ReportKind.QUANTITY && report.kind() != ReportKind.FINISH) {
            throw ReportRefused.notUndoable(report.kind());
        }
        var inTime = !now.isAfter(report.bookedAt().plus(ReportOperation.UNDO));
        var own = Objects.equals(report.userId(), Actor.current().user());
        if (!(inTime && own) && !crew.leads()) {
            throw ReportRefused.tooLateToUndo(
                    ReportOperation.UNDO.toMinutes(),
                    crew.leaderNames(operation.station().workCentreId()));
        }
    }

    private WorkOrder progress(WorkOrder order, OperationFlow after, Report report) {
        var received = order.progress().received();
        var good = report.quantities().good();
        var location = report.locationId();
        if (location != null && good.isPositive()) {
            received = received.minus(good);
            receipts.takeBack(order, report.id(), received, good, location);
        }
        return order.with(new WorkOrder.Progress(after.good(), after.scrap(), received));
    }
}
