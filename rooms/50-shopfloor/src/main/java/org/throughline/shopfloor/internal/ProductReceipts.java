package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.ProductReceived;
import org.throughline.shopfloor.ReportRefused;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.Lots;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;

/** Puts what the last operation reported good into stock, for whom it was made; and takes it out again. */
@Component
public class ProductReceipts {

    private static final String WORK_ORDER = "work-order";

    private final Items items;
    private final Lots lots;
    private final Locations locations;
    private final StockLedger ledger;
    private final Reservations reservations;

    ProductReceipts(Items items, Lots lots, Locations locations, StockLedger ledger, Reservations reservations) {
        this.items = items;
        this.lots = lots;
        this.locations = locations;
        this.ledger = ledger;
        this.reservations = reservations;
    }

    /**
     * Receives good pieces under the work order's lot, or one lot a piece where every piece has its own number.
     *
     * @param before what the work order had received before
     * @return what to tell the other rooms, one for each lot
     */
    public List<ProductReceived> receive(WorkOrder order, UUID reportId, Quantity before, Quantity good, Instant now) {
        var item = items.get(order.itemId());
        var toInspect = item.inspectOnCompletion() || order.purpose().reworkOf() != null;
        var location = locations.usual(toInspect ? Location.Kind.INSPECTION : Location.Kind.STORE);
        var received = new ArrayList<ProductReceived>();
        for (var portion : portions(order, item, before, good)) {
            var lot = lots.open(Lots.NewLot.from(item.id(), portion.number(), WORK_ORDER, order.id()));
            var place = toInspect
                    ? StockPlace.toInspect(location.id(), lot.id())
                    : StockPlace.available(location.id(), lot.id());
            ledger.post(StockMovement.complete(item.id(), portion.quantity(), place)
                    .reference(WORK_ORDER, order.id())
                    .forOrderLine(order.purpose().orderLineId())
                    .key("report-%s-%s".formatted(reportId, portion.number())));
            reserve(order, portion.quantity(), lot.id());
            received.add(new ProductReceived(
                    reportId,
                    order.id(),
                    order.number(),
                    item.id(),
                    lot.id(),
                    location.id(),
                    portion.quantity(),
                    toInspect,
                    order.purpose().orderLineId(),
                    now));
        }
        return received;
    }

    /**
     * Takes out again what a report had put in; refused by the ledger when it has moved on.
     *
     * @param before what the work order had received with this report
     */
    public void takeBack(WorkOrder order, UUID reportId, Quantity before, Quantity good, UUID locationId) {
        var item = items.get(order.itemId());
        var toInspect = item.inspectOnCompletion() || order.purpose().reworkOf() != null;
        for (var portion : portions(order, item, before, good)) {
            var lot = lots.open(Lots.NewLot.from(item.id(), portion.number(), WORK_ORDER, order.id()));
            var place =
                    toInspect ? StockPlace.toInspect(locationId, lot.id()) : StockPlace.available(locationId, lot.id());
            ledger.post(StockMovement.adjust(item.id(), portion.quantity().negated(), place, "undo " + order.number())
                    .reference(WORK_ORDER, order.id())
                    .forOrderLine(order.purpose().orderLineId())
                    .key("undo-%s-%s".formatted(reportId, portion.number())));
        }
    }

    private void reserve(WorkOrder order, Quantity quantity, UUID lotId) {
        var purpose = order.purpose();
        var wish = wish(order, quantity, lotId, purpose.parentId(), purpose.orderLineId());
        if (wish != null) {
            reservations.reserveUpTo(wish);
        }
    }

    private static Reservation.@Nullable Wish wish(
            WorkOrder order, Quantity quantity, UUID lotId, @Nullable UUID parentId, @Nullable UUID lineId) {
        if (parentId != null) {
            return new Reservation.Wish(order.itemId(), quantity, lotId, lineId, WORK_ORDER, parentId);
        }
        return lineId == null
                ? null
                : new Reservation.Wish(order.itemId(), quantity, lotId, lineId, "sales-order-line", lineId);
    }

    private record Portion(String number, Quantity quantity) {}

    private static List<Portion> portions(WorkOrder order, Item item, Quantity before, Quantity good) {
        return switch (item.tracking()) {
            case NONE, LOT -> List.of(new Portion(order.number(), good));
            case SERIAL -> serials(order, before, good);
        };
    }

    private static List<Portion> serials(WorkOrder order, Quantity before, Quantity good) {
        if (good.amount().stripTrailingZeros().scale() > 0) {
            throw ReportRefused.notWholePieces(good);
        }
        int first = before.amount().intValueExact();
        int count = good.amount().intValueExact();
        var serials = new ArrayList<Portion>();
        for (int i = 1; i <= count; i++) {
            serials.add(new Portion(
                    "%s-%03d".formatted(order.number(), first + i), new Quantity(BigDecimal.ONE, good.unit())));
        }
        return serials;
    }
}
