package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.factory.ScrapReasons;
import org.throughline.factory.Units;
import org.throughline.identity.Permissions;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.ReportCommand;
import org.throughline.shopfloor.ReportKind;
import org.throughline.shopfloor.ReportOperation;
import org.throughline.shopfloor.Reported;
import org.throughline.shopfloor.ReportedQuantities;
import org.throughline.shopfloor.ReportedQuantities.Cause;
import org.throughline.shopfloor.ReportedQuantities.Fate;
import org.throughline.shopfloor.ReportedQuantities.ReasonCount;
import org.throughline.shopfloor.StartOperation;
import org.throughline.shopfloor.UndoReport;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderOperation;

/** {@code /api/floor}, {@code /api/operations}, {@code /api/reports}: what the operator's phone asks and says. */
@RestController
class FloorController {

    private final FloorTasks tasks;
    private final FloorScan scan;
    private final StartOperation startOperation;
    private final ReportOperation reportOperation;
    private final UndoReport undoReport;
    private final Operations operations;
    private final WorkOrders workOrders;
    private final ScrapReasons reasons;
    private final Units units;
    private final Permissions permissions;

    FloorController(
            FloorTasks tasks,
            FloorScan scan,
            StartOperation startOperation,
            ReportOperation reportOperation,
            UndoReport undoReport,
            Operations operations,
            WorkOrders workOrders,
            ScrapReasons reasons,
            Units units,
            Permissions permissions) {
        this.tasks = tasks;
        this.scan = scan;
        this.startOperation = startOperation;
        this.reportOperation = reportOperation;
        this.undoReport = undoReport;
        this.operations = operations;
        this.workOrders = workOrders;
        this.reasons = reasons;
        this.units = units;
        this.permissions = permissions;
    }

    /** The jobs of a machine or work centre (identity or code), what runs first, then by planned start. */
    @GetMapping("/api/floor/tasks")
    FloorTasks.TasksView tasks(
            @RequestParam(required = false) @Nullable String machine,
            @RequestParam(required = false) @Nullable String workCentre,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "30") int size) {
        permissions.require("work-order-operation", "read");
        return tasks.of(machine, workCentre, person, size);
    }

    /** One job as its card shows it. */
    @GetMapping("/api/operations/{id}")
    TaskView operation(@PathVariable UUID id) {
        permissions.require("work-order-operation", "read");
        return tasks.one(id);
    }

    /** What a scanned code means: a work order, an operation ({@code number/sequence}) or a lot. */
    @GetMapping("/api/floor/scan")
    FloorScan.ScanView scan(@RequestParam String code) {
        permissions.require("work-order", "read");
        return scan.resolve(code);
    }

    record StartRequest(
            @Nullable UUID personId,
            @Nullable UUID machineId,
            @Nullable String key) {}

    /** Begins, or goes on after a pause. */
    @PostMapping({"/api/operations/{id}/start", "/api/operations/{id}/resume"})
    TaskView start(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable StartRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String header) {
        var wanted = request == null ? new StartRequest(null, null, null) : request;
        startOperation.start(id, wanted.personId, wanted.machineId, key(wanted.key, header));
        return tasks.one(id);
    }

    /** Stops for now. */
    @PostMapping("/api/operations/{id}/pause")
    TaskView pause(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable StartRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String header) {
        var wanted = request == null ? new StartRequest(null, null, null) : request;
        startOperation.pause(id, wanted.personId, key(wanted.key, header));
        return tasks.one(id);
    }

    /** @param cause null: the reason's own */
    record ReasonRequest(Fate fate, UUID reasonId, @Nullable Cause cause, BigDecimal quantity) {}

    /**
     * @param unit     of the quantities; null: the item's base unit
     * @param reasons  for scrap and rework; null together with {@code reasonId}: that one for all of them
     */
    record ReportRequest(
            @Nullable BigDecimal good,
            @Nullable BigDecimal scrap,
            @Nullable BigDecimal rework,
            @Nullable String unit,
            @Nullable Boolean fromRework,
            @Nullable Boolean finish,
            @Nullable List<ReasonRequest> reasons,
            @Nullable UUID reasonId,
            @Nullable Cause cause,
            @Nullable UUID personId,
            @Nullable UUID machineId,
            @Nullable Instant occurredAt,
            @Nullable String key,
            @Nullable String note) {}

    /** What was booked and where things stand now. */
    record ReportedView(
            UUID reportId,
            UUID operationId,
            UUID workOrderId,
            ReportKind kind,
            BigDecimal good,
            BigDecimal scrap,
            BigDecimal rework,
            String unit,
            long seconds,
            @Nullable Instant startedAt,
            Instant endedAt,
            WorkOrderOperation.Status operationStatus,
            BigDecimal remaining,
            WorkOrder.Status workOrderStatus,
            BigDecimal received,
            Instant undoUntil,
            boolean repeated) {

        static ReportedView of(Reported reported) {
            var report = reported.report();
            var quantities = report.quantities();
            return new ReportedView(
                    report.id(),
                    report.operationId(),
                    report.workOrderId(),
                    report.kind(),
                    quantities.good().amount(),
                    quantities.scrap().amount(),
                    quantities.rework().amount(),
                    quantities.good().unit(),
                    report.seconds(),
                    report.startedAt(),
                    report.endedAt(),
                    reported.operationStatus(),
                    reported.remaining().amount(),
                    reported.workOrderStatus(),
                    reported.received().amount(),
                    reported.undoUntil(),
                    reported.repeated());
        }
    }

    /** Books pieces, once per key. */
    @PostMapping("/api/operations/{id}/reports")
    ReportedView report(
            @PathVariable UUID id,
            @RequestBody ReportRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String header) {
        var order = workOrders.get(operations.get(id).workOrderId());
        var command = new ReportCommand(
                id,
                quantities(request, order),
                Boolean.TRUE.equals(request.finish),
                request.personId,
                request.machineId,
                request.occurredAt,
                key(request.key, header),
                request.note);
        return ReportedView.of(reportOperation.report(command));
    }

    /** Takes a report back. */
    @PostMapping("/api/reports/{id}/undo")
    TaskView undo(@PathVariable UUID id) {
        return tasks.one(undoReport.undo(id).id());
    }

    private ReportedQuantities quantities(ReportRequest request, WorkOrder order) {
        var scrap = base(request.scrap, request.unit, order);
        var rework = base(request.rework, request.unit, order);
        var counted = new ArrayList<ReasonCount>();
        if (request.reasons != null) {
            request.reasons.forEach(reason -> counted.add(new ReasonCount(
                    reason.fate,
                    reason.reasonId,
                    cause(reason.cause, reason.reasonId),
                    base(reason.quantity, request.unit, order))));
        } else if (request.reasonId != null) {
            var cause = cause(request.cause, request.reasonId);
            if (scrap.isPositive()) {
                counted.add(new ReasonCount(Fate.SCRAP, request.reasonId, cause, scrap));
            }
            if (rework.isPositive()) {
                counted.add(new ReasonCount(Fate.REWORK, request.reasonId, cause, rework));
            }
        }
        return new ReportedQuantities(
                base(request.good, request.unit, order),
                scrap,
                rework,
                Boolean.TRUE.equals(request.fromRework),
                counted);
    }

    private Cause cause(@Nullable Cause said, UUID reasonId) {
        if (said != null) {
            return said;
        }
        return switch (reasons.get(reasonId).cause()) {
            case PROCESS -> Cause.PROCESS;
            case MATERIAL -> Cause.MATERIAL;
        };
    }

    private Quantity base(@Nullable BigDecimal amount, @Nullable String unit, WorkOrder order) {
        var own = order.quantity().unit();
        if (amount == null) {
            return Quantity.zero(own);
        }
        var said = new Quantity(amount, unit == null ? own : unit);
        return units.toBase(order.itemId(), said);
    }

    private static String key(@Nullable String inBody, @Nullable String inHeader) {
        if (inBody != null && !inBody.isBlank()) {
            return inBody;
        }
        return inHeader == null || inHeader.isBlank() ? Identity.fresh().toString() : inHeader;
    }
}
