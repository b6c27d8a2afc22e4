package org.throughline.shopfloor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.internal.Crew;
import org.throughline.shopfloor.internal.FloorGate;
import org.throughline.shopfloor.internal.Operations;
import org.throughline.shopfloor.internal.Reports;
import org.throughline.shopfloor.internal.WorkOrders;
import org.throughline.shopfloor.internal.WorkSessions;

/** Use cases: an operator begins with an operation, pauses it and goes on. Repeating one with its key changes nothing. */
@Service
public class StartOperation {

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Reports reports;
    private final WorkSessions sessions;
    private final FloorGate gate;
    private final Crew crew;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StartOperation(
            WorkOrders workOrders,
            Operations operations,
            Reports reports,
            WorkSessions sessions,
            FloorGate gate,
            Crew crew,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.reports = reports;
        this.sessions = sessions;
        this.gate = gate;
        this.crew = crew;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The person begins, or goes on after a pause.
     *
     * @param personId  null: the person behind the account
     * @param machineId null: the operation's own machine, or by hand
     * @param key       one per tap
     * @throws OperationRefused if nothing has arrived, material was not issued, or it has ended
     * @throws WorkOrderRefused if the work order is not on the floor
     */
    @Verb(type = "work-order-operation", operation = "start")
    @Transactional
    public WorkOrderOperation start(UUID operationId, @Nullable UUID personId, @Nullable UUID machineId, String key) {
        var now = clock.instant();
        var order = workOrders.lock(operations.get(operationId).workOrderId());
        var flow = new OperationFlow(order.quantity(), operations.of(order.id()));
        int index = flow.indexOf(operationId);
        var before = flow.operations().get(index);
        if (reports.byKey(key).isPresent()) {
            return before;
        }
        var started = order.start(now);
        var machine = machineId == null ? before.station().machineId() : machineId;
        var running = before.start(machine, now);
        gate.pass(flow, index, machine);
        var person = crew.worker(personId);
        if (!sessions.begin(operationId, person, machine, now)) {
            return before;
        }
        operations.save(List.of(running));
        if (started.status() != order.status()) {
            workOrders.save(started);
        }
        var kind = before.startedAt() == null ? ReportKind.START : ReportKind.RESUME;
        reports.add(said(kind, running, person, machine, now, key));
        events.publishEvent(
                new OperationStarted(operationId, order.id(), order.purpose().orderLineId(), person, machine, now));
        return operations.get(operationId);
    }

    /**
     * The person stops for now; the operation pauses when nobody else works on it.
     *
     * @throws OperationRefused if it does not run
     */
    @Verb(type = "work-order-operation", operation = "pause")
    @Transactional
    public WorkOrderOperation pause(UUID operationId, @Nullable UUID personId, String key) {
        var now = clock.instant();
        var order = workOrders.lock(operations.get(operationId).workOrderId());
        var before = operations.get(operationId);
        if (reports.byKey(key).isPresent()) {
            return before;
        }
        if (before.status() != WorkOrderOperation.Status.RUNNING) {
            throw OperationRefused.notRunning(before.name(), before.status());
        }
        var person = crew.worker(personId);
        sessions.end(operationId, person, now);
        reports.add(said(ReportKind.PAUSE, before, person, before.station().runningOn(), now, key));
        if (sessions.openOn(List.of(operationId)).isEmpty()) {
            operations.save(List.of(before.pause()));
            events.publishEvent(
                    new OperationPaused(operationId, order.id(), order.purpose().orderLineId(), person, now));
        }
        return operations.get(operationId);
    }

    private static Report said(
            ReportKind kind,
            WorkOrderOperation operation,
            @Nullable UUID person,
            @Nullable UUID machine,
            Instant now,
            String key) {
        var none = Quantity.zero(operation.counts().good().unit());
        return new Report(
                Identity.fresh(),
                operation.id(),
                operation.workOrderId(),
                kind,
                ReportedQuantities.good(none),
                person,
                machine,
                null,
                now,
                0,
                now,
                Actor.current().user(),
                key,
                null,
                null,
                null,
                null);
    }
}
