package org.throughline.shipping.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.identity.Permissions;
import org.throughline.kernel.Quantity;
import org.throughline.order.SalesOrders;
import org.throughline.shipping.PackGoods;
import org.throughline.shipping.ProveDelivery;
import org.throughline.shipping.ShipGoods;
import org.throughline.shipping.Shipment;
import org.throughline.shipping.internal.ShippingViews.PackageView;
import org.throughline.shipping.internal.ShippingViews.ReadyView;
import org.throughline.shipping.internal.ShippingViews.ShipmentView;

/** {@code /api/shipping}, {@code /api/packages}, {@code /api/shipments}: translates HTTP to one use case and back. */
@RestController
class ShippingController {

    private final PackGoods packGoods;
    private final ShipGoods shipGoods;
    private final ProveDelivery proveDelivery;
    private final SalesOrders salesOrders;
    private final Packages packages;
    private final Shipments shipments;
    private final ShippingViews views;
    private final Permissions permissions;

    ShippingController(
            PackGoods packGoods,
            ShipGoods shipGoods,
            ProveDelivery proveDelivery,
            SalesOrders salesOrders,
            Packages packages,
            Shipments shipments,
            ShippingViews views,
            Permissions permissions) {
        this.packGoods = packGoods;
        this.shipGoods = shipGoods;
        this.proveDelivery = proveDelivery;
        this.salesOrders = salesOrders;
        this.packages = packages;
        this.shipments = shipments;
        this.views = views;
        this.permissions = permissions;
    }

    /** Lines of confirmed orders of which something can be packed or lies packed, by due date. */
    @GetMapping("/api/shipping/ready")
    List<ReadyView> ready() {
        permissions.require("shipment", "read");
        return views.ready(salesOrders.openLines());
    }

    /** Packages that have not left, oldest first. */
    @GetMapping("/api/packages")
    List<PackageView> packages() {
        permissions.require("package", "read");
        return views.packages(packages.waiting());
    }

    /** @param quantity in the item's base unit; null: all that is ready */
    record PackLine(UUID orderLineId, @Nullable BigDecimal quantity) {}

    record PackRequest(List<PackLine> lines, @Nullable String note) {}

    /** Packs goods of one customer. */
    @PostMapping("/api/packages")
    PackageView pack(@RequestBody PackRequest request) {
        var portions = request.lines.stream().map(this::portion).toList();
        return views.packages(List.of(packGoods.pack(portions, request.note))).getFirst();
    }

    /** Takes a package apart. */
    @PostMapping("/api/packages/{id}/cancel")
    PackageView unpack(@PathVariable UUID id) {
        return views.packages(List.of(packGoods.unpack(id))).getFirst();
    }

    /** Shipments in this state, newest first. */
    @GetMapping("/api/shipments")
    List<ShipmentView> shipments(
            @RequestParam(required = false) Shipment.@Nullable Status status,
            @RequestParam(defaultValue = "200") int size) {
        permissions.require("shipment", "read");
        return views.shipments(shipments.in(status, size));
    }

    /** One shipment with its packages. */
    @GetMapping("/api/shipments/{id}")
    ShipmentView shipment(@PathVariable UUID id) {
        permissions.require("shipment", "read");
        return view(id);
    }

    record ShipmentRequest(List<UUID> packageIds, @Nullable String deliveryAddress) {}

    /** Puts packages together. */
    @PostMapping("/api/shipments")
    ShipmentView create(@RequestBody ShipmentRequest request) {
        return view(
                shipGoods.create(request.packageIds, request.deliveryAddress).id());
    }

    /** @param agreed the customer agreed that it comes earlier than his window allows */
    record ShipRequest(
            String carrier,
            @Nullable String tracking,
            @Nullable Boolean agreed) {}

    /** It leaves the house. */
    @PostMapping("/api/shipments/{id}/ship")
    ShipmentView ship(@PathVariable UUID id, @RequestBody ShipRequest request) {
        shipGoods.ship(id, request.carrier, request.tracking, Boolean.TRUE.equals(request.agreed));
        return view(id);
    }

    /** @param deliveredAt null: now */
    record DeliverRequest(
            String signedBy,
            @Nullable Instant deliveredAt,
            @Nullable UUID fileId) {}

    /** The customer signed. */
    @PostMapping("/api/shipments/{id}/deliver")
    ShipmentView deliver(@PathVariable UUID id, @RequestBody DeliverRequest request) {
        proveDelivery.prove(id, request.deliveredAt, request.signedBy, request.fileId);
        return view(id);
    }

    /** It is taken apart before it left. */
    @PostMapping("/api/shipments/{id}/cancel")
    ShipmentView cancel(@PathVariable UUID id) {
        shipGoods.cancel(id);
        return view(id);
    }

    private ShipmentView view(UUID id) {
        return views.shipments(List.of(shipments.get(id))).getFirst();
    }

    private PackGoods.Portion portion(PackLine line) {
        if (line.quantity == null) {
            return new PackGoods.Portion(line.orderLineId, null);
        }
        var unit = salesOrders.line(line.orderLineId).quantity().unit();
        return new PackGoods.Portion(line.orderLineId, new Quantity(line.quantity, unit));
    }
}
