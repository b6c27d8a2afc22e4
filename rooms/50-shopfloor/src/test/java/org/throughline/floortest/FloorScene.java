package org.throughline.floortest;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.engineering.BomDraft;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.RoutingDraft;
import org.throughline.engineering.RoutingOperation;
import org.throughline.engineering.SaveBoms;
import org.throughline.engineering.SaveRoutings;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.factory.People;
import org.throughline.factory.Person;
import org.throughline.factory.ScrapReason;
import org.throughline.factory.ScrapReasons;
import org.throughline.factory.Team;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.LineStatus;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;
import org.throughline.shopfloor.ReportCommand;
import org.throughline.shopfloor.ReportedQuantities;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderOperation;
import org.throughline.shopfloor.internal.Operations;
import org.throughline.shopfloor.internal.WorkOrders;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.Lots;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;

/** Sets a small sheet-metal shop up for a test, every time with fresh codes: one panel of steel, cut and bent. */
@Component
public class FloorScene {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Items items;
    private final WorkCentres workCentres;
    private final People people;
    private final Partners partners;
    private final ScrapReasons reasons;
    private final SaveBoms saveBoms;
    private final SaveRoutings saveRoutings;
    private final StockLedger ledger;
    private final Lots lots;
    private final Locations locations;
    private final ObjectProvider<FakeOrders> orders;
    private final Operations operations;
    private final WorkOrders workOrders;
    private final JdbcClient jdbc;

    FloorScene(
            Items items,
            WorkCentres workCentres,
            People people,
            Partners partners,
            ScrapReasons reasons,
            SaveBoms saveBoms,
            SaveRoutings saveRoutings,
            StockLedger ledger,
            Lots lots,
            Locations locations,
            ObjectProvider<FakeOrders> orders,
            Operations operations,
            WorkOrders workOrders,
            JdbcClient jdbc) {
        this.items = items;
        this.workCentres = workCentres;
        this.people = people;
        this.partners = partners;
        this.reasons = reasons;
        this.saveBoms = saveBoms;
        this.saveRoutings = saveRoutings;
        this.ledger = ledger;
        this.lots = lots;
        this.locations = locations;
        this.orders = orders;
        this.operations = operations;
        this.workOrders = workOrders;
        this.jdbc = jdbc;
    }

    /** Steel sheets by the kilogram, 2.5 kg of which go into one panel, which is cut and then bent. */
    public record Shop(
            Item panel, Item steel, WorkCentre cutting, WorkCentre bending, Person leader, ScrapReason scratch) {}

    public Shop shop(boolean inspectOnCompletion) {
        var mark = "%03d".formatted(COUNT.incrementAndGet());
        var steel = items.add(Item.fresh(Item.Kind.BUY, "STEEL-" + mark, "钢板", "KGM")
                .change()
                .tracking(Item.Tracking.LOT)
                .done());
        var panel = items.add(Item.fresh(Item.Kind.MAKE, "PANEL-" + mark, "左侧板", "C62")
                .change()
                .tracking(Item.Tracking.LOT)
                .inspection(false, inspectOnCompletion)
                .done());
        var cutting = workCentres.save(workCentre("CUT-" + mark, "激光"));
        var bending = workCentres.save(workCentre("BEND-" + mark, "折弯"));
        var leader = people.save(new Person(Identity.fresh(), "P-" + mark, "刘强", null, null, null, true, 0));
        people.save(new Team(Identity.fresh(), "T-" + mark, "钣金班", leader.id(), cutting.id(), 0));
        saveBoms.save(List.of(
                BomDraft.released(panel.id(), "A", BomDraft.Line.of(10, steel.id(), Quantity.of("2.5", "KGM")))));
        saveRoutings.save(List.of(new RoutingDraft(
                panel.id(), "A", RevisionStatus.RELEASED, List.of(step(10, "激光", cutting), step(20, "折弯", bending)))));
        var scratch = reasons.save(new ScrapReason(
                Identity.fresh(), "S-" + mark, "划伤", "Scratch", ScrapReason.Cause.PROCESS, true, null, 0));
        return new Shop(panel, steel, cutting, bending, leader, scratch);
    }

    /** A cabinet that takes two of the shop's panels and is put together where they are bent. */
    public Item cabinet(Shop shop) {
        var cabinet =
                items.add(Item.fresh(Item.Kind.MAKE, "CABINET-%03d".formatted(COUNT.incrementAndGet()), "电控柜", "C62"));
        saveBoms.save(List.of(BomDraft.released(
                cabinet.id(), "A", BomDraft.Line.of(10, shop.panel().id(), Quantity.of(2, "C62")))));
        saveRoutings.save(List.of(
                new RoutingDraft(cabinet.id(), "A", RevisionStatus.RELEASED, List.of(step(10, "装配", shop.bending())))));
        return cabinet;
    }

    /** Puts so much of an item into the store under this lot. */
    public UUID stock(Item item, String quantity, String lotNumber) {
        var lot = lots.open(Lots.NewLot.of(item.id(), lotNumber)).id();
        var store = locations.usual(Location.Kind.STORE).id();
        ledger.post(
                StockMovement.receive(item.id(), Quantity.of(quantity, item.unit()), StockPlace.available(store, lot)));
        return lot;
    }

    /** A confirmed order line over so many of the item. */
    public OrderLine orderLine(Item item, int quantity) {
        return orderLine(item, quantity, OrderStatus.CONFIRMED, false);
    }

    /** An order line over so many of the item, due in ten days. */
    public OrderLine orderLine(Item item, int quantity, OrderStatus status, boolean onHold) {
        var customer = partners.save(Partner.customer("C-%03d".formatted(COUNT.incrementAndGet()), "启恒"));
        var number = "SO-%03d".formatted(COUNT.incrementAndGet());
        var amount = Quantity.of(quantity, item.unit());
        var due = TODAY.plusDays(10);
        var line = new OrderLine(
                Identity.fresh(),
                Identity.fresh(),
                number,
                1,
                customer.id(),
                item.id(),
                amount,
                amount,
                Quantity.zero(item.unit()),
                due,
                due,
                due,
                OrderClass.STABLE,
                50,
                LineStatus.OPEN,
                status,
                onHold,
                null,
                0);
        keep(line);
        orders.ifAvailable(fake -> fake.put(line));
        return line;
    }

    /** The work order as it stands now. */
    public WorkOrder order(UUID id) {
        return workOrders.get(id);
    }

    /** The operations of a work order in their sequence. */
    public List<WorkOrderOperation> operations(WorkOrder order) {
        return operations.of(order.id());
    }

    /** A report of good pieces. */
    public static ReportCommand good(WorkOrderOperation operation, String quantity, String key) {
        return command(operation, ReportedQuantities.good(Quantity.of(quantity, "C62")), key);
    }

    /** A report of these pieces. */
    public static ReportCommand command(WorkOrderOperation operation, ReportedQuantities quantities, String key) {
        return new ReportCommand(operation.id(), quantities, false, null, null, null, key, null);
    }

    /** What an operator may do. */
    public static Set<String> operator() {
        return Set.of("operator");
    }

    private void keep(OrderLine line) {
        jdbc.sql("""
                INSERT INTO sales.sales_order
                       (id, number, customer_id, order_class, status, currency, tax_rate, price_includes_tax,
                        received_at, confirmed_at, on_hold, hold_reason)
                VALUES (:id, :number, :customer, 'STABLE', :status, 'CNY', 0.13, false, now(), now(), :onHold, :reason)
                """)
                .param("id", line.orderId())
                .param("number", line.orderNumber())
                .param("customer", line.customerId())
                .param("status", line.orderStatus().name())
                .param("onHold", line.onHold())
                .param("reason", line.onHold() ? "waits" : null, Types.VARCHAR)
                .update();
        jdbc.sql("""
                INSERT INTO sales.sales_order_line
                       (id, order_id, position, item_id, ordered_quantity, ordered_unit, quantity, unit, requested_date,
                        first_promise, latest_promise)
                VALUES (:id, :order, 1, :item, :quantity, :unit, :quantity, :unit, :due, :due, :due)
                """)
                .param("id", line.id())
                .param("order", line.orderId())
                .param("item", line.itemId())
                .param("quantity", line.quantity().amount())
                .param("unit", line.quantity().unit())
                .param("due", line.requestedDate())
                .update();
    }

    private static WorkCentre workCentre(String code, String name) {
        return new WorkCentre(
                Identity.fresh(),
                code,
                name,
                null,
                null,
                WorkCentre.Kind.LABOUR,
                1,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                1,
                true,
                null,
                0);
    }

    private static RoutingOperation step(int sequence, String name, WorkCentre workCentre) {
        return new RoutingOperation(
                null,
                sequence,
                name,
                workCentre.id(),
                null,
                BigDecimal.TEN,
                BigDecimal.TWO,
                false,
                null,
                0,
                false,
                null,
                null,
                null);
    }

    /** Runs both at the same time and answers what was thrown, in no order. */
    public static List<Throwable> together(Runnable one, Runnable other) throws InterruptedException {
        var thrown = new ArrayList<Throwable>();
        var first = Thread.ofVirtual().unstarted(() -> tryIt(one, thrown));
        var second = Thread.ofVirtual().unstarted(() -> tryIt(other, thrown));
        first.start();
        second.start();
        first.join();
        second.join();
        return thrown;
    }

    private static void tryIt(Runnable work, List<Throwable> thrown) {
        try {
            work.run();
        } catch (RuntimeException refused) {
            synchronized (thrown) {
                thrown.add(refused);
            }
        }
    }
}
