package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.factory.Items;
import org.throughline.factory.Units;
import org.throughline.identity.Permissions;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.ChangeWorkOrder;
import org.throughline.shopfloor.CreateWorkOrder;
import org.throughline.shopfloor.EndWorkOrder;
import org.throughline.shopfloor.IssueMaterial;
import org.throughline.shopfloor.ReleaseWorkOrder;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.Lots;
import org.throughline.stock.StockPlace;

/** {@code /api/work-orders}: translates HTTP to one use case and back. No rule lives here. */
@RestController
@RequestMapping("/api/work-orders")
class WorkOrderController {

    private final CreateWorkOrder createWorkOrder;
    private final ReleaseWorkOrder releaseWorkOrder;
    private final IssueMaterial issueMaterial;
    private final ChangeWorkOrder changeWorkOrder;
    private final EndWorkOrder endWorkOrder;
    private final WorkOrderPages pages;
    private final WorkOrders workOrders;
    private final Items items;
    private final Units units;
    private final Lots lots;
    private final Locations locations;
    private final Permissions permissions;

    WorkOrderController(
            CreateWorkOrder createWorkOrder,
            ReleaseWorkOrder releaseWorkOrder,
            IssueMaterial issueMaterial,
            ChangeWorkOrder changeWorkOrder,
            EndWorkOrder endWorkOrder,
            WorkOrderPages pages,
            WorkOrders workOrders,
            Items items,
            Units units,
            Lots lots,
            Locations locations,
            Permissions permissions) {
        this.createWorkOrder = createWorkOrder;
        this.releaseWorkOrder = releaseWorkOrder;
        this.issueMaterial = issueMaterial;
        this.changeWorkOrder = changeWorkOrder;
        this.endWorkOrder = endWorkOrder;
        this.pages = pages;
        this.workOrders = workOrders;
        this.items = items;
        this.units = units;
        this.lots = lots;
        this.locations = locations;
        this.permissions = permissions;
    }

    record CreateRequest(
            UUID itemId,
            BigDecimal quantity,
            @Nullable String unit,
            LocalDate due,
            @Nullable LocalDate start,
            @Nullable UUID orderLineId) {}

    /** A work order by hand. */
    @PostMapping
    WorkOrderPage create(@RequestBody CreateRequest request) {
        var unit = request.unit == null ? items.get(request.itemId).unit() : request.unit;
        var order = createWorkOrder.create(
                request.itemId, new Quantity(request.quantity, unit), request.due, request.start, request.orderLineId);
        return pages.of(order.id());
    }

    /** Everything about one work order. */
    @GetMapping("/{id}")
    WorkOrderPage get(@PathVariable UUID id) {
        permissions.require("work-order", "read");
        return pages.of(id);
    }

    record ChangeRequest(
            @Nullable BigDecimal quantity, @Nullable LocalDate due) {}

    /** Another quantity or due date. */
    @PatchMapping("/{id}")
    WorkOrderPage change(@PathVariable UUID id, @RequestBody ChangeRequest request) {
        var order = workOrders.get(id);
        var quantity = request.quantity == null
                ? null
                : new Quantity(request.quantity, order.quantity().unit());
        changeWorkOrder.change(id, quantity, request.due);
        return pages.of(id);
    }

    /** @param partial begin although material is missing */
    record ReleaseRequest(@Nullable Boolean partial) {}

    /** Hands it to the floor. */
    @PostMapping("/{id}/release")
    WorkOrderPage release(@PathVariable UUID id, @RequestBody(required = false) @Nullable ReleaseRequest request) {
        releaseWorkOrder.release(id, request != null && Boolean.TRUE.equals(request.partial));
        return pages.of(id);
    }

    /** What it lacks now, and when that comes. */
    @GetMapping("/{id}/shortages")
    List<WorkOrderPage.ShortageView> shortages(@PathVariable UUID id) {
        permissions.require("work-order", "read");
        return releaseWorkOrder.lacks(id).stream()
                .map(WorkOrderPage.ShortageView::of)
                .toList();
    }

    /** Which lots to take, first in, first out. */
    @GetMapping("/{id}/issue-suggestion")
    List<WorkOrderPage.PickView> suggestion(@PathVariable UUID id) {
        permissions.require("work-order", "read");
        return pages.picks(issueMaterial.suggest(id));
    }

    record IssueLine(
            UUID componentId,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable String lotNumber,
            @Nullable UUID locationId) {}

    /** @param lines null or empty: everything as suggested */
    record IssueRequest(
            @Nullable List<IssueLine> lines,
            @Nullable String reason,
            @Nullable String key) {}

    /** Hands material to it. */
    @PostMapping("/{id}/issue")
    WorkOrderPage issue(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable IssueRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String header) {
        var wanted = request == null ? new IssueRequest(null, null, null) : request;
        var portions = wanted.lines == null
                ? List.<IssueMaterial.Portion>of()
                : wanted.lines.stream().map(this::portion).toList();
        issueMaterial.issue(id, portions, wanted.reason, key(wanted.key, header));
        return pages.of(id);
    }

    record ReturnRequest(
            UUID componentId,
            BigDecimal quantity,
            @Nullable String lotNumber,
            @Nullable UUID locationId,
            @Nullable String key) {}

    /** Takes unused material back. */
    @PostMapping("/{id}/return")
    WorkOrderPage takeBack(
            @PathVariable UUID id,
            @RequestBody ReturnRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String header) {
        var item = items.get(request.componentId);
        var lot = request.lotNumber == null
                ? null
                : lots.open(Lots.NewLot.of(item.id(), request.lotNumber)).id();
        var location = request.locationId == null
                ? locations.usual(Location.Kind.STORE).id()
                : request.locationId;
        issueMaterial.takeBack(
                id,
                item.id(),
                item.quantity(request.quantity),
                StockPlace.available(location, lot),
                key(request.key, header));
        return pages.of(id);
    }

    /** Ends it with what was made. */
    @PostMapping("/{id}/complete")
    WorkOrderPage complete(@PathVariable UUID id) {
        endWorkOrder.completeShort(id);
        return pages.of(id);
    }

    /** Nothing more will be booked on it. */
    @PostMapping("/{id}/close")
    WorkOrderPage close(@PathVariable UUID id) {
        endWorkOrder.close(id);
        return pages.of(id);
    }

    /** It will not be made. */
    @PostMapping("/{id}/cancel")
    WorkOrderPage cancel(@PathVariable UUID id) {
        endWorkOrder.cancel(id);
        return pages.of(id);
    }

    record AllowRequest(BigDecimal quantity) {}

    /** A team leader lets the first operation report more. */
    @PostMapping("/{id}/allow-more")
    WorkOrderPage allowMore(@PathVariable UUID id, @RequestBody AllowRequest request) {
        var unit = workOrders.get(id).quantity().unit();
        endWorkOrder.allowMore(id, new Quantity(request.quantity, unit));
        return pages.of(id);
    }

    private IssueMaterial.Portion portion(IssueLine line) {
        var item = items.get(line.componentId);
        var quantity = line.quantity == null
                ? null
                : units.toBase(item.id(), new Quantity(line.quantity, line.unit == null ? item.unit() : line.unit));
        return new IssueMaterial.Portion(item.id(), quantity, line.lotNumber, line.locationId);
    }

    private static String key(@Nullable String inBody, @Nullable String inHeader) {
        if (inBody != null && !inBody.isBlank()) {
            return inBody;
        }
        return inHeader == null || inHeader.isBlank() ? Identity.fresh().toString() : inHeader;
    }
}
