package org.throughline.demo.internal;

import static org.throughline.demo.internal.OrderDesk.as;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Money;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.planning.ConvertSuggestions;
import org.throughline.planning.RunPlanning;
import org.throughline.planning.Suggestion;
import org.throughline.planning.Suggestions;
import org.throughline.planning.SupplyKind;
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

    private static final int SLIP_PERCENT = 6;
    private static final int LONGEST_SLIP_DAYS = 4;
    private static final int BIG_SLIPS = 8;
    private static final int SHORTEST_BIG_SLIP = 4;
    private static final int BUY_AHEAD_DAYS = 3;
    private static final int MAKE_AHEAD_DAYS = 5;
    private static final int FIRM_AHEAD_DAYS = 14;
    private static final BigDecimal STOCK_IN_SAFETIES = new BigDecimal("1.5");

    private final RunPlanning runPlanning;
    private final ConvertSuggestions convertSuggestions;
    private final Suggestions suggestions;
    private final SalesOrders orders;
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
            Suggestions suggestions,
            SalesOrders orders,
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
        this.suggestions = suggestions;
        this.orders = orders;
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

    /**
     * Requirements are computed; what must be ordered or begun in the next days becomes purchase and work orders, a line's
     * work orders together. What is further away stays a suggestion.
     */
    void planAndConvert(Shop shop, LocalDate today) {
        planAndConvert(shop, today, MAKE_AHEAD_DAYS, Set.of());
    }

    /** Before the week ends the work of the next two weeks is made firm, so that the board has something to show. */
    void firmNextWeeks(Shop shop, LocalDate today) {
        planAndConvert(shop, today, FIRM_AHEAD_DAYS, Set.of());
    }

    /** The planner has been through the list this morning, and has overlooked these lines. */
    void planWithout(Shop shop, LocalDate today, Set<UUID> overlooked) {
        planAndConvert(shop, today, MAKE_AHEAD_DAYS, overlooked);
    }

    private void planAndConvert(Shop shop, LocalDate today, int makeAheadDays, Set<UUID> overlooked) {
        plan(shop);
        var due = new ArrayList<Suggestion>();
        as(Actor.system(), () -> suggestions.proposed(SupplyKind.BUY)).stream()
                .filter(one -> !one.orderBy().isAfter(today.plusDays(BUY_AHEAD_DAYS)))
                .forEach(due::add);
        due.addAll(toBegin(today.plusDays(makeAheadDays)));
        due.removeIf(one -> one.orderLineId() != null && overlooked.contains(one.orderLineId()));
        var chosen = withoutHeld(due);
        if (chosen.isEmpty()) {
            return;
        }
        for (var made : as(shop.actor("planner"), () -> convertSuggestions.convert(chosen))) {
            if (made.type().equals("purchase-order-line")) {
                var line = as(Actor.system(), () -> purchaseOrders.line(made.id()));
                underWay.computeIfAbsent(line.orderId(), id -> as(Actor.system(), () -> purchaseOrders.get(id)));
            }
        }
    }

    /** The work of those lines whose first part must be begun until that day. */
    private List<Suggestion> toBegin(LocalDate until) {
        var ofLine = new LinkedHashMap<String, List<Suggestion>>();
        for (var one : as(Actor.system(), () -> suggestions.proposed(SupplyKind.MAKE))) {
            ofLine.computeIfAbsent(String.valueOf(one.orderLineId()), line -> new ArrayList<>())
                    .add(one);
        }
        return ofLine.values().stream()
                .filter(work -> !work.getFirst().orderBy().isAfter(until))
                .flatMap(List::stream)
                .toList();
    }

    private List<UUID> withoutHeld(List<Suggestion> chosen) {
        var lines = chosen.stream()
                .map(Suggestion::orderLineId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var held = as(Actor.system(), () -> orders.linesOf(lines)).stream()
                .filter(OrderLine::onHold)
                .map(OrderLine::id)
                .collect(Collectors.toSet());
        return chosen.stream()
                .filter(one -> one.orderLineId() == null || !held.contains(one.orderLineId()))
                .map(Suggestion::id)
                .toList();
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

    /** Some suppliers say that they cannot keep the day they confirmed. */
    void slip(Shop shop, LocalDate today) {
        var suppliers = new HashSet<UUID>();
        int days = SHORTEST_BIG_SLIP;
        for (var order : List.copyOf(underWay.values())) {
            var waiting = order.lines().stream()
                    .filter(line -> order.isUnderway()
                            && line.isOpen()
                            && line.expected().isAfter(today))
                    .filter(line -> line.orderLineId() != null)
                    .findFirst();
            if (waiting.isPresent() && suppliers.size() < BIG_SLIPS && suppliers.add(order.supplierId())) {
                var line = waiting.get();
                var later = line.expected().plusDays(days);
                as(shop.actor("buyer"), () -> confirmPurchaseDate.confirm(line.id(), later));
                keep(order.id());
                days++;
            }
        }
    }

    /** What is expected today arrives. */
    void receive(Shop shop, Random random, LocalDate today) {
        var warehouse = shop.actor("warehouse");
        for (var order : List.copyOf(underWay.values())) {
            boolean arrived = false;
            for (var line : order.lines()) {
                if (order.isUnderway() && line.isOpen() && !line.expected().isAfter(today)) {
                    receive(warehouse, line, random);
                    arrived = true;
                }
            }
            if (arrived) {
                keep(order.id());
            }
        }
    }

    private void keep(UUID orderId) {
        var now = as(Actor.system(), () -> purchaseOrders.get(orderId));
        if (now.isUnderway() || now.status() == PurchaseOrder.Status.DRAFT) {
            underWay.put(orderId, now);
        } else {
            underWay.remove(orderId);
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
        as(planner, () -> runSchedule.run(Duration.ZERO));
        as(planner, publishSchedule::publish);
    }
}
