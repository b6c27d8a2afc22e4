package org.throughline.shopfloor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.WorkCentres;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.shopfloor.internal.Crew;
import org.throughline.shopfloor.internal.FloorGate;
import org.throughline.shopfloor.internal.Operations;
import org.throughline.shopfloor.internal.ProductReceipts;
import org.throughline.shopfloor.internal.Reports;
import org.throughline.shopfloor.internal.Tolerances;
import org.throughline.shopfloor.internal.WorkOrders;
import org.throughline.shopfloor.internal.WorkSessions;

/**
 * Use case: an operator says what came off an operation. Good pieces are there for the next operation at once; those of
 * the last one go into stock. Reports of one work order wait for each other, so that two at the same time both count.
 */
@Service
public class ReportOperation {

    /** How long the one who sent a report may take it back. */
    public static final Duration UNDO = Duration.ofMinutes(5);

    /** How far a phone's clock may be ahead of ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Reports reports;
    private final WorkSessions sessions;
    private final Tolerances tolerances;
    private final FloorGate gate;
    private final Crew crew;
    private final WorkCentres workCentres;
    private final ProductReceipts receipts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportOperation(
            WorkOrders workOrders,
            Operations operations,
            Reports reports,
            WorkSessions sessions,
            Tolerances tolerances,
            FloorGate gate,
            Crew crew,
            WorkCentres workCentres,
            ProductReceipts receipts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.reports = reports;
        this.sessions = sessions;
        this.tolerances = tolerances;
        this.gate = gate;
        this.crew = crew;
        this.workCentres = workCentres;
        this.receipts = receipts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Books the report, once per key.
     *
     * @throws ReportRefused if nothing is reported, or more than may be
     * @throws OperationRefused if the operation cannot be worked on or finished now
     * @throws WorkOrderRefused if the work order is not on the floor
     */
    @Verb(type = "report", operation = "create")
    @Transactional
    public Reported report(ReportCommand command) {
        var now = clock.instant();
        var order = workOrders.lock(operations.get(command.operationId()).workOrderId());
        var flow = new OperationFlow(order.quantity(), operations.of(order.id()));
        var earlier = reports.byKey(command.key());
        if (earlier.isPresent()) {
            return repeated(command, earlier.get(), order, flow);
        }
        var started = order.start(now);
        int index = flow.indexOf(command.operationId());
        requireReportable(command, order, flow, index);
        var after = flow.report(index, command.quantities(), command.finish(), now);
        operations.save(changed(flow, after));
        var report = book(command, order, after.operations().get(index), now);
        var saved = workOrders.save(progress(started, after, report, now));
        tell(saved, after, index, report, now);
        return answer(report, saved, after, index, false);
    }

    private void requireReportable(ReportCommand command, WorkOrder order, OperationFlow flow, int index) {
        var operation = flow.operations().get(index);
        if (command.quantities().total().isZero() && !command.finish()) {
            throw ReportRefused.nothing();
        }
        gate.requireWhole(order.itemId(), command.quantities());
        var workCentreId = operation.station().workCentreId();
        flow.requireReportable(
                index,
                command.quantities(),
                tolerances
                        .table()
                        .percentFor(
                                order.itemId(), workCentres.get(workCentreId).siteId()),
                crew.leaderNames(workCentreId));
        if (command.quantities().total().isPositive()) {
            gate.pass(flow, index, command.machineId());
        }
    }

    private Report book(ReportCommand command, WorkOrder order, WorkOrderOperation operation, Instant now) {
        var person = crew.worker(command.personId());
        var endedAt = occurredAt(command.occurredAt(), now);
        var open = sessions.openOn(List.of(operation.id())).getOrDefault(operation.id(), List.of());
        var worksOn = open.stream().anyMatch(session -> Objects.equals(session.personId(), person));
        sessions.end(operation.id(), person, endedAt);
        var worked = sessions.unreported(operation.id(), person);
        var machine = machine(command, operation);
        var report = new Report(
                Identity.fresh(),
                operation.id(),
                order.id(),
                command.finish() ? ReportKind.FINISH : ReportKind.QUANTITY,
                command.quantities(),
                person,
                machine,
                worked.startedAt(),
                endedAt,
                worked.seconds(),
                now,
                Actor.current().user(),
                command.key(),
                null,
                null,
                command.note(),
                null);
        reports.add(report);
        sessions.take(operation.id(), person, report.id());
        if (operation.status() == WorkOrderOperation.Status.DONE) {
            sessions.endAll(operation.id(), endedAt);
        } else if (worksOn) {
            sessions.begin(operation.id(), person, machine, endedAt);
        }
        return report;
    }

    private WorkOrder progress(WorkOrder order, OperationFlow after, Report report, Instant now) {
        var last = after.operations().getLast();
        var good = report.quantities().good();
        var received = order.progress().received();
        if (last.id().equals(report.operationId()) && good.isPositive()) {
            var lots = receipts.receive(order, report.id(), received, good, now);
            received = received.plus(good);
            reports.receivedInto(
                    report.id(), lots.getFirst().lotId(), lots.getFirst().locationId());
            lots.forEach(events::publishEvent);
        }
        var reported = order.with(new WorkOrder.Progress(after.good(), after.scrap(), received));
        return after.isDone() ? reported.complete(now) : reported;
    }

    private void tell(WorkOrder order, OperationFlow after, int index, Report report, Instant now) {
        var operation = after.operations().get(index);
        var quantities = report.quantities();
        events.publishEvent(new OperationReported(
                report.id(),
                operation.id(),
                order.id(),
                order.purpose().orderLineId(),
                report.personId(),
                report.machineId(),
                quantities.good(),
                quantities.scrap(),
                quantities.rework(),
                index == after.operations().size() - 1,
                operation.status() == WorkOrderOperation.Status.DONE,
                now));
        if (order.status() == WorkOrder.Status.COMPLETED) {
            events.publishEvent(new WorkOrderCompleted(
                    order.id(),
                    order.number(),
                    order.purpose().orderLineId(),
                    order.progress().good(),
                    order.progress().scrap(),
                    now));
        }
    }

    private static Reported repeated(ReportCommand command, Report earlier, WorkOrder order, OperationFlow flow) {
        var same = earlier.operationId().equals(command.operationId())
                && earlier.quantities().total().equals(command.quantities().total())
                && earlier.quantities().good().equals(command.quantities().good());
        if (!same) {
            throw ReportRefused.keyReused(command.key());
        }
        return answer(earlier, order, flow, flow.indexOf(command.operationId()), true);
    }

    private static Reported answer(Report report, WorkOrder order, OperationFlow flow, int index, boolean repeated) {
        return new Reported(
                report,
                flow.operations().get(index).status(),
                flow.remaining(index),
                order.status(),
                order.progress().received(),
                report.bookedAt().plus(UNDO),
                repeated);
    }

    /** The operations of {@code after} that differ from {@code before}. */
    static List<WorkOrderOperation> changed(OperationFlow before, OperationFlow after) {
        return after.operations().stream()
                .filter(operation -> !operation.equals(before.find(operation.id())))
                .toList();
    }

    private static Instant occurredAt(@Nullable Instant said, Instant now) {
        if (said == null) {
            return now;
        }
        if (said.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw ReportRefused.inTheFuture(said, now);
        }
        return said.isAfter(now) ? now : said;
    }

    private static @Nullable UUID machine(ReportCommand command, WorkOrderOperation operation) {
        if (command.machineId() != null) {
            return command.machineId();
        }
        var station = operation.station();
        return station.runningOn() == null ? station.machineId() : station.runningOn();
    }
}
