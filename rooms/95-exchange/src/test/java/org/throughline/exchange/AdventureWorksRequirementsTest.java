package org.throughline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.As;
import org.throughline.database.SystemActs;
import org.throughline.database.TestClock;
import org.throughline.factory.Calendars;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.kernel.Quantity;
import org.throughline.order.CreateOrder;
import org.throughline.order.NewOrder;
import org.throughline.order.OrderClass;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.Requirements;
import org.throughline.planning.RunPlanning;

/** An order for 300 Road-150 bicycles in an otherwise idle AdventureWorks, against the files themselves. */
@SpringJUnitConfig(HouseForImports.class)
@ExtendWith(SystemActs.class)
class AdventureWorksRequirementsTest {

    private static final String ROAD_BIKE = "749";
    private static final BigDecimal THREE_HUNDRED = new BigDecimal(300);
    private static final LocalDate DUE = LocalDate.of(2027, 3, 1);

    @Autowired
    ImportForeignData importForeignData;

    @Autowired
    CreateOrder createOrder;

    @Autowired
    Requirements requirements;

    @Autowired
    RunPlanning runPlanning;

    @Autowired
    Items items;

    @Autowired
    Calendars calendars;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Map<UUID, String> products = Map.of();

    @BeforeTransaction
    void imported() {
        HouseForImports.ONCE.adventureWorks(() -> As.system(() -> importForeignData.run(
                "adventureworks", SourceFiles.at(SharedData.folder("adventureworks")), (done, total, message) -> {})));
    }

    @BeforeEach
    void known() {
        products = items.all().stream()
                .filter(item -> item.externalId() != null)
                .collect(Collectors.toMap(Item::id, AdventureWorksRequirementsTest::productId));
    }

    /** Of many bicycles even the smallest parts must be ordered. */
    @ParameterizedTest
    @ValueSource(longs = {300, 30_000})
    @Transactional
    void the_requirements_of_the_order_are_gross_stock_open_orders_and_net_of_the_files(long quantity)
            throws Exception {
        jdbc.sql("UPDATE factory.item SET safety_stock = 0 WHERE safety_stock > 0")
                .update();
        var line = confirmedOrder(BigDecimal.valueOf(quantity));

        var found = new TreeMap<String, Sum>();
        add(requirements.ofLine(line), found);

        var expected = new TreeMap<String, Sum>();
        netting(false, BigDecimal.valueOf(quantity)).forEach((id, result) -> {
            if (result.gross.signum() > 0) {
                expected.put(id, Sum.of(result.gross, result.stock, result.supply, result.net, result.orderBy()));
            }
        });
        assertThat(found).hasSizeGreaterThan(20).isEqualTo(expected);
    }

    @Test
    @Transactional
    void with_safety_stocks_and_smallest_orders_the_plan_proposes_what_the_files_ask_for() throws Exception {
        confirmedOrder(THREE_HUNDRED);
        runPlanning.run();

        var found = new TreeMap<String, Map<LocalDate, BigDecimal>>();
        jdbc.sql("""
                SELECT item_id, order_by, sum(quantity) AS quantity
                  FROM planning.suggestion
                 WHERE status = 'PROPOSED'
                 GROUP BY item_id, order_by
                 ORDER BY item_id, order_by
                """)
                .query((row, number) -> found.computeIfAbsent(
                                products.getOrDefault(row.getObject("item_id", UUID.class), "?"), id -> new TreeMap<>())
                        .put(row.getObject("order_by", LocalDate.class), plain(row.getBigDecimal("quantity"))))
                .list();

        var expected = new TreeMap<String, Map<LocalDate, BigDecimal>>();
        netting(true, THREE_HUNDRED).forEach((id, result) -> {
            if (!result.orders.isEmpty()) {
                var orders = new TreeMap<LocalDate, BigDecimal>();
                result.orders.forEach((day, quantity) -> orders.put(day, plain(quantity)));
                expected.put(id, orders);
            }
        });
        assertThat(found).hasSizeGreaterThan(60).isEqualTo(expected);
    }

    private Map<String, RawNetting.Result> netting(boolean withSafetyStock, BigDecimal quantity) throws Exception {
        var plant = calendars.standard();
        var raw = new RawTables(SharedData.folder("adventureworks"));
        return new RawNetting(
                        raw,
                        LocalDate.now(clock),
                        withSafetyStock,
                        (day, workingDays) -> plant.plusWorkingDays(day, -workingDays))
                .of(ROAD_BIKE, quantity, DUE);
    }

    /** What all nodes of one product say together. */
    private record Sum(
            BigDecimal gross,
            BigDecimal stock,
            BigDecimal supply,
            BigDecimal net,
            @Nullable LocalDate orderBy) {

        static Sum of(
                BigDecimal gross, BigDecimal stock, BigDecimal supply, BigDecimal net, @Nullable LocalDate orderBy) {
            return new Sum(plain(gross), plain(stock), plain(supply), plain(net), orderBy);
        }

        Sum plus(Sum other) {
            var first = orderBy == null || (other.orderBy != null && other.orderBy.isBefore(orderBy))
                    ? other.orderBy
                    : orderBy;
            return of(
                    gross.add(other.gross),
                    stock.add(other.stock),
                    supply.add(other.supply),
                    net.add(other.net),
                    first);
        }
    }

    private void add(RequirementNode node, Map<String, Sum> sums) {
        sums.merge(
                products.getOrDefault(node.itemId(), "?"),
                Sum.of(
                        node.gross().amount(),
                        node.stock().amount(),
                        node.supply().amount(),
                        node.net().amount(),
                        node.orderBy()),
                Sum::plus);
        node.components().forEach(component -> add(component, sums));
    }

    private UUID confirmedOrder(BigDecimal quantity) {
        var bike = items.byExternalId("adventureworks:" + ROAD_BIKE).orElseThrow();
        var customer = jdbc.sql("SELECT id FROM factory.partner WHERE is_customer AND active ORDER BY code LIMIT 1")
                .query(UUID.class)
                .single();
        var order = createOrder.create(NewOrder.of(
                customer, OrderClass.STABLE, NewOrder.Line.of(bike.id(), new Quantity(quantity, "EA"), DUE)));
        jdbc.sql("UPDATE sales.sales_order SET status = 'CONFIRMED', confirmed_at = now() WHERE id = :id")
                .param("id", order.id())
                .update();
        return jdbc.sql("SELECT id FROM sales.sales_order_line WHERE order_id = :id")
                .param("id", order.id())
                .query(UUID.class)
                .single();
    }

    private static String productId(Item item) {
        return String.valueOf(item.externalId()).substring("adventureworks:".length());
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(amount.stripTrailingZeros().toPlainString());
    }
}
