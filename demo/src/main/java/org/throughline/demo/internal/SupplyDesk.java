package org.throughline.demo.internal;

import static org.throughline.demo.internal.OrderDesk.as;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Money;
import org.throughline.kernel.RuleViolation;
import org.throughline.planning.ConvertSuggestions;
import org.throughline.planning.RunPlanning;
import org.throughline.purchasing.ConfirmPurchaseDate;
import org.throughline.purchasing.Delivery;
import org.throughline.purchasing.OrderPurchase;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrderLine;
import org.throughline.purchasing.PurchaseOrders;
import org.throughline.purchasing.ReceiveGoods;
import org.throughline.purchasing.VendorItem;
import org.throughline.purchasing.VendorItems;
import org.throughline.scheduling.PublishSchedule;
import org.throughline.scheduling.RunSchedule;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.Lots;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;

/** The demonstration's planner, buyer and suppliers: plans become orders, orders become goods, some of them late. */
@Component
class SupplyDesk {

    private static final int SLIP_PERCENT = 14;
    private static final int LONGEST_SLIP_DAYS = 6;
    private static final Duration SCHEDULE_BUDGET = Duration.ofSeconds(3);
    private static final BigDecimal STOCK_IN_SAFETIES = new BigDecimal("4");

    private final RunPlanning runPlanning;
    private final ConvertSuggestions convertSuggestions;
    private final OrderPurchase orderPurchase;
    private final ConfirmPurchaseDate confirmPurchaseDate;
    private final ReceiveGoods receiveGoods;
    private final PurchaseOrders purchaseOrders;
    private final VendorItems vendorItems;
    private final RunSchedule runSchedule;
    private final PublishSchedule publishSchedule;
    private final StockLedger ledger;
    private final Locations locations;
    private final Lots lots;

    /** Purchase orders under way, by identity, in the order they were made. */
    private final Map<UUID, PurchaseOrder> underWay = new LinkedHashMap<>();

    SupplyDesk(
            RunPlanning runPlanning,
            ConvertSuggestions convertSuggestions,
            OrderPurchase orderPurchase,
            ConfirmPurchaseDate confirmPurchaseDate,
            ReceiveGoods receiveGoods,
            PurchaseOrders purchaseOrders,
            VendorItems vendorItems,
            RunSchedule runSchedule,
            PublishSchedule publishSchedule,
            StockLedger ledger,
            Locations locations,
            Lots lots) {
        this.runPlanning = runPlanning;
        this.convertSuggestions = convertSuggestions;
        this.orderPurchase = orderPurchase;
        this.confirmPurchaseDate = confirmPurchaseDate;
        this.receiveGoods = receiveGoods;
        this.purchaseOrders = purchaseOrders;
        this.vendorItems = vendorItems;
        this.runSchedule = runSchedule;
        this.publishSchedule = publishSchedule;
        this.ledger = ledger;
        this.locations = locations;
        this.lots = lots;
    }

    /** Terms with the suppliers, and what lay on the shelves when the books were opened. */
    void openStock(ShopPlan plan, Shop shop) {
        var store = locations.usual(Location.Kind.STORE).id();
        for (var bought : plan.bought()) {
            var item = shop.item(bought.code());
            vendorItems.save(VendorItem.fresh(
                    shop.supplier(bought.supplier()),
                    item.id(),
                    item.unit(),
                    bought.leadDays(),
                    new Money(bought.price(), "CNY")));
            var quantity = item.quantity(bought.safety().multiply(STOCK_IN_SAFETIES));
            ledger.post(StockMovement.open(item.id(), quantity, place(item, store)));
        }
    }

    private StockPlace place(Item item, UUID store) {
        return item.tracking() == Item.Tracking.LOT
                ? StockPlace.available(
                        store,
                        lots.open(Lots.NewLot.of(item.id(), "OPEN-" + item.code()))
                                .id())
                : StockPlace.available(store);
    }

    void plan(Shop shop) {
        as(shop.actor("planner"), runPlanning::run);
    }

    void planAndConvert(Shop shop) {
        plan(shop);
        try {
            for (var made : as(shop.actor("planner"), () -> convertSuggestions.convertAll(null, null))) {
                if (made.type().equals("purchase-order-line")) {
                    var line = as(Actor.system(), () -> purchaseOrders.line(made.id()));
                    underWay.put(line.orderId(), as(Actor.system(), () -> purchaseOrders.get(line.orderId())));
                }
            }
        } catch (RuleViolation nothingToConvert) {
            // a day without suggestions
        }
    }

    /** The buyer sends the new orders; the suppliers confirm, some of them a later day. */
    void orderAndConfirm(Shop shop, Random random, LocalDate today) {
        var buyer = shop.actor("buyer");
        for (var order : List.copyOf(underWay.values())) {
            if (order.status() == PurchaseOrder.Status.DRAFT) {
                as(buyer, () -> orderPurchase.order(order.id()));
                for (var line : order.lines()) {
                    var due = line.due().isBefore(today) ? today.plusDays(1) : line.due();
                    boolean slips = random.nextInt(100) < SLIP_PERCENT;
                    var confirmed = slips ? due.plusDays(1 + random.nextInt(LONGEST_SLIP_DAYS)) : due;
                    as(buyer, () -> confirmPurchaseDate.confirm(line.id(), confirmed));
                }
                underWay.put(order.id(), as(Actor.system(), () -> purchaseOrders.get(order.id())));
            }
        }
    }

    /** What is expected today arrives. */
    void receive(Shop shop, Random random, LocalDate today) {
        var warehouse = shop.actor("warehouse");
        for (var order : List.copyOf(underWay.values())) {
            for (var line : order.lines()) {
                if (order.isUnderway() && line.isOpen() && !line.expected().isAfter(today)) {
                    receive(warehouse, line, random);
                }
            }
            var now = as(Actor.system(), () -> purchaseOrders.get(order.id()));
            if (now.isUnderway() || now.status() == PurchaseOrder.Status.DRAFT) {
                underWay.put(order.id(), now);
            } else {
                underWay.remove(order.id());
            }
        }
    }

    private void receive(Actor warehouse, PurchaseOrderLine line, Random random) {
        var quantity = line.open();
        var lot = "B%06d".formatted(random.nextInt(1_000_000));
        as(
                warehouse,
                () -> receiveGoods.receive(new Delivery(
                        line.id(), quantity, lot, lot, null, List.of(), null, "demo-" + line.id() + "-" + lot)));
    }

    /** The schedule of everything open, published to the floor. */
    void schedule(Shop shop) {
        var planner = shop.actor("planner");
        as(planner, () -> runSchedule.run(SCHEDULE_BUDGET));
        as(planner, publishSchedule::publish);
    }
}
