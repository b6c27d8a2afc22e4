package org.throughline.quality;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.quality.internal.Inspections;
import org.throughline.quality.internal.Nonconformances;
import org.throughline.shopfloor.CreateWorkOrder;
import org.throughline.shopfloor.IssueMaterial;
import org.throughline.shopfloor.ReleaseWorkOrder;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;
import org.throughline.stock.StockStatus;

/**
 * Use case: somebody decides what becomes of nonconforming pieces, and it is done at once: repaired pieces go to a work
 * order of their own, scrapped ones leave the stock, conceded ones may be used.
 */
@Service
public class DecideNonconformance {

    private final Nonconformances nonconformances;
    private final Inspections inspections;
    private final Items items;
    private final StockLedger ledger;
    private final Locations locations;
    private final Reservations reservations;
    private final CreateWorkOrder createWorkOrder;
    private final IssueMaterial issueMaterial;
    private final ReleaseWorkOrder releaseWorkOrder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecideNonconformance(
            Nonconformances nonconformances,
            Inspections inspections,
            Items items,
            StockLedger ledger,
            Locations locations,
            Reservations reservations,
            CreateWorkOrder createWorkOrder,
            IssueMaterial issueMaterial,
            ReleaseWorkOrder releaseWorkOrder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.nonconformances = nonconformances;
        this.inspections = inspections;
        this.items = items;
        this.ledger = ledger;
        this.locations = locations;
        this.reservations = reservations;
        this.createWorkOrder = createWorkOrder;
        this.issueMaterial = issueMaterial;
        this.releaseWorkOrder = releaseWorkOrder;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Decides and does it.
     *
     * @param note why, or who at the customer agreed; null: nothing to say
     * @throws NonconformanceRefused if it was decided before, or the item is to be reworked but is not made here
     */
    @Verb(type = "nonconformance", operation = "decide")
    @Transactional
    public Nonconformance decide(UUID id, Nonconformance.Disposition disposition, @Nullable String note) {
        var now = clock.instant();
        var open = nonconformances.lock(id);
        var checked = open.decide(disposition, null, now);
        var workOrderId = carryOut(checked);
        var decided = open.decide(disposition, workOrderId, now);
        nonconformances.decided(decided, Actor.current().user(), note);
        events.publishEvent(new NonconformanceDecided(
                id, open.number(), open.itemId(), open.quantity(), disposition, workOrderId, open.orderLineId(), now));
        return nonconformances.get(id);
    }

    private @Nullable UUID carryOut(Nonconformance one) {
        var from = StockPlace.blocked(Objects.requireNonNull(one.locationId()), one.lotId());
        return switch (one.disposition()) {
            case OPEN -> throw NonconformanceRefused.undecided(one.number());
            case REWORK -> rework(one, from);
            case SCRAP -> {
                post(one, StockMovement.adjust(one.itemId(), one.quantity().negated(), from, one.number()));
                yield null;
            }
            case CONCESSION -> {
                concede(one, from);
                yield null;
            }
        };
    }

    private UUID rework(Nonconformance one, StockPlace from) {
        var item = items.get(one.itemId());
        if (item.kind() != Item.Kind.MAKE) {
            throw NonconformanceRefused.notMadeHere(one.number(), item.code());
        }
        var order = createWorkOrder.createRework(one.itemId(), one.quantity(), one.orderLineId(), source(one));
        issueMaterial.issueForRework(order.id(), from);
        releaseWorkOrder.release(order.id(), false);
        return order.id();
    }

    private @Nullable UUID source(Nonconformance one) {
        if (one.inspectionId() == null) {
            return null;
        }
        var source = inspections.get(one.inspectionId()).source();
        return source.type().equals("work-order") ? source.id() : null;
    }

    private void concede(Nonconformance one, StockPlace from) {
        var store = locations.usual(Location.Kind.STORE).id();
        post(one, StockMovement.changeStatus(one.itemId(), one.quantity(), from, StockStatus.AVAILABLE, store));
        var line = one.orderLineId();
        if (line != null) {
            reservations.reserveUpTo(
                    new Reservation.Wish(one.itemId(), one.quantity(), one.lotId(), line, "sales-order-line", line));
        }
    }

    private void post(Nonconformance one, StockMovement movement) {
        ledger.post(movement.reference("nonconformance", one.id())
                .forOrderLine(one.orderLineId())
                .because(one.number())
                .key("nonconformance-" + one.id()));
    }
}
