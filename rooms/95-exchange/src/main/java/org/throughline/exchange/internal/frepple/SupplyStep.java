package org.throughline.exchange.internal.frepple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.internal.Outcome;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrders;
import org.throughline.purchasing.TakeOverPurchaseOrder;
import org.throughline.purchasing.VendorItem;
import org.throughline.purchasing.VendorItems;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;
import org.throughline.workflow.ProgressJobs.Progress;

/** Suppliers' terms, stock and purchase orders that are underway. */
@Component
class SupplyStep implements FreppleStep {

    private static final int PLACE = 60;

    private final RowSteps steps;
    private final FreppleKeys keys;
    private final Items items;
    private final VendorItems vendorItems;
    private final Locations locations;
    private final StockLedger ledger;
    private final PurchaseOrders orders;
    private final TakeOverPurchaseOrder takeOver;
    private final Clock clock;

    SupplyStep(
            RowSteps steps,
            FreppleKeys keys,
            Items items,
            VendorItems vendorItems,
            Locations locations,
            StockLedger ledger,
            PurchaseOrders orders,
            TakeOverPurchaseOrder takeOver,
            Clock clock) {
        this.steps = steps;
        this.keys = keys;
        this.items = items;
        this.vendorItems = vendorItems;
        this.locations = locations;
        this.ledger = ledger;
        this.orders = orders;
        this.takeOver = takeOver;
        this.clock = clock;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public void run(Dataset data, Progress progress) {
        var dates = new MovedDates(data, clock);
        steps.each(data, Model.ITEMSUPPLIER, progress, this::terms);
        steps.each(data, Model.BUFFER, progress, this::stock);
        steps.each(data, Model.PURCHASEORDER, progress, row -> purchase(row, dates));
        steps.each(data, Model.OPERATIONPLAN, progress, row -> {
            if (!row.text("type").orElse("").equals("PO")) {
                throw RowRefused.noCounterpart("plan of type", row.text("type").orElse("MO"));
            }
            return purchase(row, dates);
        });
    }

    private Outcome terms(FreppleRow row) {
        Item item = keys.item(row, "item");
        Partner supplier = keys.partner(row, "supplier");
        Optional<VendorItem> known = vendorItems.of(supplier.id(), item.id());
        var wanted = new VendorItem(
                known.map(VendorItem::id).orElseGet(Identity::fresh),
                supplier.id(),
                item.id(),
                known.map(VendorItem::supplierNumber).orElse(null),
                row.days("leadtime"),
                row.text("cost")
                        .map(cost -> new Money(row.number("cost", BigDecimal.ZERO), FreppleKeys.CURRENCY))
                        .orElse(null),
                item.unit(),
                bound(item, row, "sizeminimum"),
                bound(item, row, "sizemaximum"),
                bound(item, row, "sizemultiple"),
                row.number("priority", BigDecimal.ONE).max(BigDecimal.ONE).intValue(),
                true,
                FreppleKeys.key("item-supplier", item.code() + ":" + supplier.code()),
                known.map(VendorItem::version).orElse(0));
        if (known.isPresent() && known.get().equals(wanted)) {
            return Outcome.UNCHANGED;
        }
        vendorItems.save(wanted);
        return known.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    }

    private static @Nullable Quantity bound(Item item, FreppleRow row, String column) {
        BigDecimal bound = row.number(column, BigDecimal.ZERO);
        return bound.signum() > 0 ? item.quantity(bound) : null;
    }

    private Outcome stock(FreppleRow row) {
        Item item = keys.item(row, "item");
        String place = row.need("location");
        Location location = locations.byCode(place).orElseThrow(() -> RowRefused.unknown("location", place));
        Outcome safety = safety(item, row);
        Quantity quantity = item.quantity(row.number("onhand", BigDecimal.ZERO));
        if (!quantity.isPositive()) {
            if (safety == Outcome.UNCHANGED
                    && row.number("minimum", BigDecimal.ZERO).signum() == 0) {
                throw RowRefused.nothingThere();
            }
            return safety;
        }
        String key = FreppleKeys.key(
                "buffer", item.code() + "@" + place + "@" + row.text("batch").orElse(""));
        var posted = ledger.posted(key);
        if (!posted.isEmpty()) {
            if (posted.getFirst().quantity().equals(quantity)) {
                return safety;
            }
            throw RowRefused.alreadyDifferent(key);
        }
        ledger.post(StockMovement.open(item.id(), quantity, StockPlace.available(location.id()))
                .because(row.text("batch").orElse(null))
                .key(key));
        return Outcome.INSERTED;
    }

    /** The smallest stock a buffer should have is the item's safety stock. */
    private Outcome safety(Item item, FreppleRow row) {
        BigDecimal minimum = row.number("minimum", BigDecimal.ZERO);
        if (minimum.signum() <= 0 || item.safetyStock().compareTo(minimum) >= 0) {
            return Outcome.UNCHANGED;
        }
        items.change(item.change().safetyStock(minimum).done());
        return Outcome.UPDATED;
    }

    private Outcome purchase(FreppleRow row, MovedDates dates) {
        String status = row.text("status").orElse("proposed");
        if (!status.equals("confirmed") && !status.equals("approved")) {
            throw RowRefused.noCounterpart("purchase order with status", status);
        }
        String reference = row.need("reference");
        String key = FreppleKeys.key("purchase-order", row.file() + ":" + reference);
        if (orders.byExternalId(key).isPresent()) {
            return Outcome.UNCHANGED;
        }
        Item item = keys.item(row, "item");
        Partner supplier = keys.partner(row, "supplier");
        LocalDate due = dates.moved(row.date("enddate")
                .or(() -> row.date("startdate"))
                .orElseThrow(() -> RowRefused.malformed("enddate", "")));
        takeOver.takeOver(new TakeOverPurchaseOrder.Known(
                supplier.id(),
                orders.byNumber(reference).isPresent() ? reference + " " + row.file() : reference,
                key,
                PurchaseOrder.Status.ORDERED,
                clock.instant(),
                List.of(new TakeOverPurchaseOrder.Line(
                        item.id(),
                        item.quantity(row.number("quantity", BigDecimal.ZERO)),
                        item.standardCost(),
                        due,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO))));
        return Outcome.INSERTED;
    }
}
