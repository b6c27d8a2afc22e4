package org.throughline.shipping.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.shipping.Parcel;
import org.throughline.shipping.Shipment;
import org.throughline.stock.Lot;
import org.throughline.stock.Lots;

/** Gathers what shipping's pages show. */
@Component
class ShippingViews {

    private final ReadyGoods readyGoods;
    private final Packages packages;
    private final Items items;
    private final Partners partners;
    private final Lots lots;
    private final SalesOrders salesOrders;

    ShippingViews(
            ReadyGoods readyGoods,
            Packages packages,
            Items items,
            Partners partners,
            Lots lots,
            SalesOrders salesOrders) {
        this.readyGoods = readyGoods;
        this.packages = packages;
        this.items = items;
        this.partners = partners;
        this.lots = lots;
        this.salesOrders = salesOrders;
    }

    /**
     * One order line for the packer; quantities in {@code unit}.
     *
     * @param open   still to pack
     * @param ready  can be packed now
     * @param held   waits for inspection or is blocked
     * @param packed lies packed
     */
    record ReadyView(
            UUID orderLineId,
            UUID orderId,
            String order,
            UUID customerId,
            String customer,
            UUID itemId,
            String itemCode,
            String itemName,
            BigDecimal quantity,
            BigDecimal open,
            BigDecimal ready,
            BigDecimal held,
            BigDecimal packed,
            BigDecimal delivered,
            String unit,
            LocalDate due,
            boolean onHold) {}

    record PackageLineView(
            UUID orderLineId,
            String order,
            UUID itemId,
            String itemCode,
            String itemName,
            @Nullable String lotNumber,
            BigDecimal quantity,
            String unit) {}

    record PackageView(
            UUID id,
            String number,
            UUID customerId,
            String customer,
            Parcel.Status status,
            @Nullable UUID shipmentId,
            Instant packedAt,
            List<PackageLineView> lines) {}

    record ShipmentView(
            UUID id,
            String number,
            UUID customerId,
            String customer,
            Shipment.Status status,
            @Nullable String deliveryAddress,
            @Nullable String carrier,
            @Nullable String tracking,
            @Nullable Instant shippedAt,
            @Nullable Instant deliveredAt,
            @Nullable String signedBy,
            @Nullable UUID proofFileId,
            List<PackageView> packages) {}

    List<ReadyView> ready(List<OrderLine> lines) {
        var states = readyGoods.of(lines);
        var known = items.all(lines.stream().map(OrderLine::itemId).distinct().toList());
        var customers = partners.all(
                lines.stream().map(OrderLine::customerId).distinct().toList());
        var views = new ArrayList<ReadyView>();
        for (var line : lines) {
            var state = Objects.requireNonNull(states.get(line.id()));
            if (state.ready().isPositive()
                    || state.packed().isPositive()
                    || state.held().isPositive()) {
                views.add(view(line, state, known, customers));
            }
        }
        views.sort(Comparator.comparing(ReadyView::due).thenComparing(ReadyView::order));
        return views;
    }

    private static ReadyView view(
            OrderLine line, ReadyGoods.Ready state, Map<UUID, Item> known, Map<UUID, Partner> customers) {
        var item = Objects.requireNonNull(known.get(line.itemId()));
        return new ReadyView(
                line.id(),
                line.orderId(),
                line.label(),
                line.customerId(),
                name(customers.get(line.customerId())),
                item.id(),
                item.code(),
                item.name(),
                line.quantity().amount(),
                state.open().amount(),
                state.ready().amount(),
                state.held().amount(),
                state.packed().amount(),
                line.delivered().amount(),
                line.quantity().unit(),
                line.due(),
                line.onHold());
    }

    List<PackageView> packages(List<Parcel> all) {
        var lines = all.stream().flatMap(one -> one.lines().stream()).toList();
        var known = items.all(lines.stream().map(Parcel.Line::itemId).distinct().toList());
        var batches = lots.all(lines.stream()
                .map(Parcel.Line::lotId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var customers =
                partners.all(all.stream().map(Parcel::customerId).distinct().toList());
        var orders = salesOrders
                .linesOf(lines.stream().map(Parcel.Line::orderLineId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(OrderLine::id, line -> line));
        return all.stream()
                .map(one -> new PackageView(
                        one.id(),
                        one.number(),
                        one.customerId(),
                        name(customers.get(one.customerId())),
                        one.status(),
                        one.shipmentId(),
                        one.packedAt(),
                        one.lines().stream()
                                .map(line -> line(line, known, batches, orders))
                                .toList()))
                .toList();
    }

    private static PackageLineView line(
            Parcel.Line line, Map<UUID, Item> known, Map<UUID, Lot> batches, Map<UUID, OrderLine> orders) {
        var item = Objects.requireNonNull(known.get(line.itemId()));
        var order = orders.get(line.orderLineId());
        var lot = line.lotId() == null ? null : batches.get(line.lotId());
        return new PackageLineView(
                line.orderLineId(),
                order == null ? "" : order.label(),
                item.id(),
                item.code(),
                item.name(),
                lot == null ? null : lot.number(),
                line.quantity().amount(),
                line.quantity().unit());
    }

    List<ShipmentView> shipments(List<Shipment> all) {
        var ids = all.stream().map(Shipment::id).toList();
        var inside = packages(packages.ofShipments(ids)).stream()
                .filter(one -> one.shipmentId() != null)
                .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.shipmentId())));
        var customers =
                partners.all(all.stream().map(Shipment::customerId).distinct().toList());
        return all.stream()
                .map(shipment -> view(
                        shipment,
                        name(customers.get(shipment.customerId())),
                        inside.getOrDefault(shipment.id(), List.of())))
                .toList();
    }

    private static ShipmentView view(Shipment shipment, String customer, List<PackageView> inside) {
        var transport = shipment.transport();
        var proof = shipment.proof();
        return new ShipmentView(
                shipment.id(),
                shipment.number(),
                shipment.customerId(),
                customer,
                shipment.status(),
                shipment.deliveryAddress(),
                transport == null ? null : transport.carrier(),
                transport == null ? null : transport.tracking(),
                transport == null ? null : transport.shippedAt(),
                proof == null ? null : proof.deliveredAt(),
                proof == null ? null : proof.signedBy(),
                proof == null ? null : proof.fileId(),
                inside);
    }

    private static String name(@Nullable Partner partner) {
        return partner == null ? "" : partner.name();
    }
}
