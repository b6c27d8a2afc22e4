package org.throughline.shipping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.records.Numbers;
import org.throughline.shipping.internal.Packages;
import org.throughline.shipping.internal.Shipments;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;

/** Use cases: packages of one customer become a shipment, and it leaves the house. */
@Service
public class ShipGoods {

    private final Packages packages;
    private final Shipments shipments;
    private final SalesOrders salesOrders;
    private final StockLedger ledger;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShipGoods(
            Packages packages,
            Shipments shipments,
            SalesOrders salesOrders,
            StockLedger ledger,
            Numbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.packages = packages;
        this.shipments = shipments;
        this.salesOrders = salesOrders;
        this.ledger = ledger;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts packages together.
     *
     * @param deliveryAddress null: the order's
     * @throws ShipmentRefused if there is none, the customers differ, or one is taken
     */
    @Verb(type = "shipment", operation = "create")
    @Transactional
    public Shipment create(List<UUID> packageIds, @Nullable String deliveryAddress) {
        if (packageIds.isEmpty()) {
            throw ShipmentRefused.empty();
        }
        var packed = packages.lock(packageIds.stream().distinct().toList());
        var first = packed.getFirst();
        for (var one : packed) {
            if (one.status() != Parcel.Status.PACKED || one.shipmentId() != null) {
                throw ShipmentRefused.packageTaken(one.number());
            }
            if (!one.customerId().equals(first.customerId())) {
                throw ShipmentRefused.differentCustomers(first.number(), one.number());
            }
        }
        var shipment = new Shipment(
                Identity.fresh(),
                numbers.next("shipment"),
                first.customerId(),
                Shipment.Status.PACKED,
                deliveryAddress,
                null,
                null,
                0);
        shipments.add(shipment);
        packages.assign(packed.stream().map(Parcel::id).toList(), shipment.id());
        return shipment;
    }

    /**
     * It leaves the house: the goods leave the stock, and what was kept for their lines is used.
     *
     * @param agreed the customer agreed that it comes earlier than his window allows
     * @throws ShipmentRefused if it has left, nobody carries it, an order is on hold, or it would come too early
     */
    @Verb(type = "shipment", operation = "ship")
    @Transactional
    public Shipment ship(UUID id, String carrier, @Nullable String tracking, boolean agreed) {
        var now = clock.instant();
        var open = shipments.lock(id);
        var shipped = open.ship(
                new Shipment.Transport(carrier, tracking, now, Actor.current().user()));
        var packed = packages.ofShipments(List.of(id));
        var lines = packed.stream().flatMap(one -> one.lines().stream()).toList();
        requireWanted(open.customerId(), lines, agreed);
        for (var ofLine : lines.stream()
                .collect(Collectors.groupingBy(Parcel.Line::orderLineId))
                .entrySet()) {
            ledger.post(ofLine.getValue().stream()
                    .map(line -> StockMovement.ship(
                            line.itemId(), line.quantity(), StockPlace.available(line.locationId(), line.lotId())))
                    .reduce(StockMovement::and)
                    .orElseThrow()
                    .reference("shipment", id)
                    .forOrderLine(ofLine.getKey())
                    .because(open.number())
                    .key("shipment-%s-%s".formatted(id, ofLine.getKey())));
        }
        var left = packed.stream().flatMap(one -> one.packedLines().stream()).toList();
        shipments.left(id, left);
        shipments.save(shipped);
        packages.become(packed.stream().map(Parcel::id).toList(), Parcel.Status.SHIPPED);
        events.publishEvent(new GoodsShipped(id, open.number(), left, now));
        return shipments.get(id);
    }

    private void requireWanted(UUID customerId, List<Parcel.Line> lines, boolean agreed) {
        var early = shipments.daysEarly(customerId);
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var ids = lines.stream().map(Parcel.Line::orderLineId).distinct().toList();
        for (OrderLine line : salesOrders.linesOf(ids)) {
            if (line.onHold()) {
                throw ShipmentRefused.onHold(line.label());
            }
            if (early.isPresent() && !agreed) {
                var earliest = line.requestedDate().minusDays(early.get());
                if (today.isBefore(earliest)) {
                    throw ShipmentRefused.tooEarly(line.label(), line.requestedDate(), earliest);
                }
            }
        }
    }

    /**
     * A shipment that has not left is taken apart; its packages wait again.
     *
     * @throws ShipmentRefused if it has left
     */
    @Verb(type = "shipment", operation = "cancel")
    @Transactional
    public Shipment cancel(UUID id) {
        var cancelled = shipments.lock(id).cancel();
        packages.assign(
                packages.ofShipments(List.of(id)).stream().map(Parcel::id).toList(), null);
        shipments.save(cancelled);
        return shipments.get(id);
    }
}
