package org.throughline.quality.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.factory.Items;
import org.throughline.identity.Permissions;
import org.throughline.kernel.Quantity;
import org.throughline.quality.DecideInspection;
import org.throughline.quality.DecideNonconformance;
import org.throughline.quality.Inspection;
import org.throughline.quality.Nonconformance;
import org.throughline.quality.RaiseNonconformance;
import org.throughline.quality.internal.QualityViews.InspectionView;
import org.throughline.quality.internal.QualityViews.NonconformanceView;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.Lots;
import org.throughline.stock.StockPlace;

/** {@code /api/inspections} and {@code /api/nonconformances}: translates HTTP to one use case and back. */
@RestController
class QualityController {

    private final QualityViews views;
    private final Inspections inspections;
    private final Nonconformances nonconformances;
    private final DecideInspection decideInspection;
    private final DecideNonconformance decideNonconformance;
    private final RaiseNonconformance raiseNonconformance;
    private final Items items;
    private final Lots lots;
    private final Locations locations;
    private final Permissions permissions;

    QualityController(
            QualityViews views,
            Inspections inspections,
            Nonconformances nonconformances,
            DecideInspection decideInspection,
            DecideNonconformance decideNonconformance,
            RaiseNonconformance raiseNonconformance,
            Items items,
            Lots lots,
            Locations locations,
            Permissions permissions) {
        this.views = views;
        this.inspections = inspections;
        this.nonconformances = nonconformances;
        this.decideInspection = decideInspection;
        this.decideNonconformance = decideNonconformance;
        this.raiseNonconformance = raiseNonconformance;
        this.items = items;
        this.lots = lots;
        this.locations = locations;
        this.permissions = permissions;
    }

    /** Inspections in this state, the longest waiting first. */
    @GetMapping("/api/inspections")
    List<InspectionView> inspections(
            @RequestParam(required = false) Inspection.@Nullable Status status,
            @RequestParam(defaultValue = "200") int size) {
        permissions.require("inspection", "read");
        return views.inspections(inspections.in(status, size));
    }

    /** One inspection with what is to be measured and what was. */
    @GetMapping("/api/inspections/{id}")
    InspectionView inspection(@PathVariable UUID id) {
        permissions.require("inspection", "read");
        return views.inspection(inspections.get(id));
    }

    /** @param rejected null: what is not accepted */
    record DecideRequest(
            BigDecimal accepted,
            @Nullable BigDecimal rejected,
            @Nullable String reason,
            @Nullable List<DecideInspection.Measurement> measurements) {}

    /** The inspector's word. */
    @PostMapping("/api/inspections/{id}/decide")
    InspectionView decide(@PathVariable UUID id, @RequestBody DecideRequest request) {
        var quantity = inspections.get(id).goods().quantity();
        var accepted = new Quantity(request.accepted, quantity.unit());
        var rejected =
                request.rejected == null ? quantity.minus(accepted) : new Quantity(request.rejected, quantity.unit());
        var measurements =
                request.measurements == null ? List.<DecideInspection.Measurement>of() : request.measurements;
        decideInspection.decide(id, accepted, rejected, request.reason, measurements);
        return views.inspection(inspections.get(id));
    }

    /** Nonconformances with this disposition, the longest waiting first. */
    @GetMapping("/api/nonconformances")
    List<NonconformanceView> nonconformances(
            @RequestParam(required = false) Nonconformance.@Nullable Disposition disposition,
            @RequestParam(defaultValue = "200") int size) {
        permissions.require("nonconformance", "read");
        return views.nonconformances(nonconformances.in(disposition, size));
    }

    record RaiseRequest(
            UUID itemId,
            BigDecimal quantity,
            @Nullable String lotNumber,
            @Nullable UUID locationId,
            String reason,
            @Nullable UUID orderLineId) {}

    /** Somebody found bad pieces. */
    @PostMapping("/api/nonconformances")
    NonconformanceView raise(@RequestBody RaiseRequest request) {
        var item = items.get(request.itemId);
        var lot = request.lotNumber == null
                ? null
                : lots.open(Lots.NewLot.of(item.id(), request.lotNumber)).id();
        var location = request.locationId == null
                ? locations.usual(Location.Kind.STORE).id()
                : request.locationId;
        return views.nonconformance(raiseNonconformance.raise(
                item.id(),
                item.quantity(request.quantity),
                StockPlace.available(location, lot),
                request.reason,
                request.orderLineId));
    }

    record DispositionRequest(
            Nonconformance.Disposition disposition,
            @Nullable String note) {}

    /** What becomes of the pieces. */
    @PostMapping("/api/nonconformances/{id}/decide")
    NonconformanceView decide(@PathVariable UUID id, @RequestBody DispositionRequest request) {
        return views.nonconformance(decideNonconformance.decide(id, request.disposition, request.note));
    }
}
