package org.throughline.shipping;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.LineStatus;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;
import org.throughline.order.SalesOrders;
import org.throughline.records.Numbers;
import org.throughline.shipping.internal.Packages;
import org.throughline.shipping.internal.ReadyGoods;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockBook;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;

/** Use cases: the warehouse packs goods for order lines of one customer, and takes a package apart again. */
@Service
public class PackGoods {

    private final SalesOrders salesOrders;
    private final Packages packages;
    private final ReadyGoods readyGoods;
    private final StockBook book;
    private final StockLedger ledger;
    private final Reservations reservations;
    private final Locations locations;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PackGoods(
            SalesOrders salesOrders,
            Packages packages,
            ReadyGoods readyGoods,
            StockBook book,
            StockLedger ledger,
            Reservations reservations,
            Locations locations,
            Numbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.salesOrders = salesOrders;
        this.packages = packages;
        this.readyGoods = readyGoods;
        this.book = book;
        this.ledger = ledger;
        this.reservations = reservations;
        this.locations = locations;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /** @param quantity in the item's base unit; null: all that is ready */
    public record Portion(UUID orderLineId, @Nullable Quantity quantity) {}

    /**
     * Packs goods; they then lie at the shipping place, still kept for their line.
     *
     * @throws ShipmentRefused if nothing is to be packed, the customers differ, a line is not confirmed, on hold or
     *     finished, more is packed than ordered or than is there, or it waits for inspection
     */
    @Verb(type = "package", operation = "create")
    @Transactional
    public Parcel pack(List<Portion> portions, @Nullable String note) {
        if (portions.isEmpty()) {
            throw ShipmentRefused.empty();
        }
        var now = clock.instant();
        packages.lockLines(portions.stream().map(Portion::orderLineId).toList());
        var lines = new ArrayList<Parcel.Line>();
        @Nullable OrderLine first = null;
        for (var portion : portions) {
            var line = salesOrders.line(portion.orderLineId());
            if (first != null && !first.customerId().equals(line.customerId())) {
                throw ShipmentRefused.differentCustomers(first.label(), line.label());
            }
            first = line;
            lines.addAll(pack(line, portion));
        }
        var packed = new Parcel(
                Identity.fresh(),
                numbers.next("package"),
                Objects.requireNonNull(first).customerId(),
                null,
                Parcel.Status.PACKED,
                now,
                Actor.current().user(),
                lines);
        packages.add(packed, note);
        events.publishEvent(new GoodsPacked(packed.id(), packed.number(), packed.packedLines(), now));
        return packed;
    }

    private List<Parcel.Line> pack(OrderLine line, Portion portion) {
        requireShippable(line);
        var ready = Objects.requireNonNull(readyGoods.of(List.of(line)).get(line.id()));
        var wanted = portion.quantity() == null ? ready.ready() : portion.quantity();
        if (!wanted.isPositive()) {
            throw ready.held().isPositive()
                    ? ShipmentRefused.waitsForInspection(line.label(), ready.open(), ready.held())
                    : ShipmentRefused.notReady(line.label(), ready.open(), wanted);
        }
        if (wanted.compareTo(ready.open()) > 0) {
            throw ShipmentRefused.moreThanOrdered(line.label(), wanted, ready.open());
        }
        keepMissing(line, wanted.minus(ready.kept().min(wanted)));
        var picks = readyGoods.picks(line, wanted);
        var found = picks.stream().map(ReadyGoods.Pick::quantity).reduce(Quantity.zero(wanted.unit()), Quantity::plus);
        if (found.compareTo(wanted) < 0) {
            throw ready.held().isPositive()
                    ? ShipmentRefused.waitsForInspection(line.label(), wanted, ready.held())
                    : ShipmentRefused.notReady(line.label(), wanted, found);
        }
        return move(line, picks);
    }

    private static void requireShippable(OrderLine line) {
        if (line.status() != LineStatus.OPEN) {
            throw ShipmentRefused.lineNotOpen(line.label(), line.status().name());
        }
        if (line.orderStatus() != OrderStatus.CONFIRMED) {
            throw ShipmentRefused.lineNotOpen(line.label(), line.orderStatus().name());
        }
        if (line.onHold()) {
            throw ShipmentRefused.onHold(line.label());
        }
    }

    /** Keeps free goods for the line when less is kept than is to be packed. */
    private void keepMissing(OrderLine line, Quantity missing) {
        if (!missing.isPositive()) {
            return;
        }
        var free = book.available(List.of(line.itemId())).getOrDefault(line.itemId(), Quantity.zero(missing.unit()));
        if (free.compareTo(missing) < 0) {
            var ready = Objects.requireNonNull(readyGoods.of(List.of(line)).get(line.id()));
            throw ready.held().isPositive()
                    ? ShipmentRefused.waitsForInspection(line.label(), missing.plus(ready.kept()), ready.held())
                    : ShipmentRefused.notReady(line.label(), missing.plus(ready.kept()), free.plus(ready.kept()));
        }
        reservations.reserve(
                new Reservation.Wish(line.itemId(), missing, null, line.id(), "sales-order-line", line.id()));
    }

    private List<Parcel.Line> move(OrderLine line, List<ReadyGoods.Pick> picks) {
        var place = locations.usual(Location.Kind.SHIPPING).id();
        ledger.post(picks.stream()
                .map(pick -> StockMovement.transfer(
                        line.itemId(), pick.quantity(), pick.position().place(), place))
                .reduce(StockMovement::and)
                .orElseThrow()
                .reference("sales-order-line", line.id())
                .forOrderLine(line.id())
                .because("packed"));
        return picks.stream()
                .map(pick -> new Parcel.Line(
                        line.id(), line.itemId(), pick.position().lotId(), place, pick.quantity()))
                .toList();
    }

    /**
     * Takes a package apart; the goods go back to the store, still kept for their line.
     *
     * @throws ShipmentRefused if it has left or is in a shipment
     */
    @Verb(type = "package", operation = "cancel")
    @Transactional
    public Parcel unpack(UUID packageId) {
        var packed = packages.lock(List.of(packageId)).getFirst();
        if (packed.status() != Parcel.Status.PACKED || packed.shipmentId() != null) {
            throw ShipmentRefused.packageTaken(packed.number());
        }
        var store = locations.usual(Location.Kind.STORE).id();
        ledger.post(packed.lines().stream()
                .map(line -> StockMovement.transfer(
                        line.itemId(), line.quantity(), StockPlace.available(line.locationId(), line.lotId()), store))
                .reduce(StockMovement::and)
                .orElseThrow()
                .reference("package", packageId)
                .because("unpacked"));
        packages.become(List.of(packageId), Parcel.Status.CANCELLED);
        events.publishEvent(new GoodsUnpacked(packageId, packed.number(), packed.packedLines(), clock.instant()));
        return packages.lock(List.of(packageId)).getFirst();
    }
}
