package org.throughline.shopfloor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.As;
import org.throughline.database.SystemActs;
import org.throughline.database.TestClock;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.floortest.FloorScene;
import org.throughline.floortest.HouseForChanges;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.order.CancelLine;
import org.throughline.order.ChangeLine;
import org.throughline.order.LineChange;
import org.throughline.order.OrderLine;
import org.throughline.planning.ConvertSuggestions;
import org.throughline.planning.DecidePlanChange;
import org.throughline.planning.PlanningRefused;
import org.throughline.planning.RunPlanning;
import org.throughline.purchasing.Delivery;
import org.throughline.purchasing.OrderPurchase;
import org.throughline.purchasing.ReceiveGoods;
import org.throughline.purchasing.VendorItem;
import org.throughline.purchasing.VendorItems;
import org.throughline.stock.StockCheck;

/** A confirmed order is changed after its steel was bought and its panels were begun: every table tells the same. */
@SpringJUnitConfig(HouseForChanges.class)
@TestPropertySource(properties = "throughline.planning.automatic=false")
@ExtendWith(SystemActs.class)
class OrderChangeWalkTest {

    private static final LocalDate DUE = FloorScene.TODAY.plusDays(10);

    @Autowired
    FloorScene scene;

    @Autowired
    Partners partners;

    @Autowired
    VendorItems vendorItems;

    @Autowired
    RunPlanning runPlanning;

    @Autowired
    ConvertSuggestions convertSuggestions;

    @Autowired
    ChangeLine changeLine;

    @Autowired
    CancelLine cancelLine;

    @Autowired
    DecidePlanChange decide;

    @Autowired
    OrderPurchase orderPurchase;

    @Autowired
    ReceiveGoods receiveGoods;

    @Autowired
    ReleaseWorkOrder releaseWorkOrder;

    @Autowired
    IssueMaterial issueMaterial;

    @Autowired
    ReportOperation reportOperation;

    @Autowired
    StockCheck stockCheck;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private @Nullable OrderLine wanted;
    private FloorScene.@Nullable Shop underway;

    private OrderLine line() {
        return Objects.requireNonNull(wanted);
    }

    private FloorScene.Shop shop() {
        return Objects.requireNonNull(underway);
    }

    /** Ten panels are ordered; 25 kg of steel and a work order are on the way. */
    @BeforeEach
    void ten_panels_are_underway() {
        clock.set(TestClock.MONDAY_8AM);
        underway = scene.shop(false);
        var mill = partners.save(Partner.supplier("MILL-" + shop().steel().code(), "宏钢"));
        vendorItems.save(VendorItem.fresh(mill.id(), shop().steel().id(), "KGM", 3, new Money(BigDecimal.TEN, "CNY")));
        wanted = scene.orderLine(shop().panel(), 10);
        runPlanning.run();
        As.person("陈丽华", Set.of("buyer", "planner"), () -> convertSuggestions.convertAll(null, line().id()));
        assertThat(workOrder()).isEqualTo("10 PLANNED");
        assertThat(purchase()).isEqualTo("25 of 0");
    }

    @Test
    void less_is_wanted() {
        change("6", null);
        assertThat(proposed())
                .containsExactlyInAnyOrder("work-order REDUCE 10 -> 6", "purchase-order-line REDUCE 25 -> 15");

        decide.apply(open(), "");

        assertThat(workOrder()).isEqualTo("6 PLANNED");
        assertThat(purchase()).isEqualTo("15 of 0");
        assertThat(changeStatus()).isEqualTo("APPLIED");
        assertThat(runPlanning.run().suggestions()).isZero();
    }

    @Test
    void more_is_wanted() {
        change("14", null);
        decide.apply(open(), "");

        runPlanning.run();
        assertThat(madeOrSuggested(shop().panel().id())).isEqualByComparingTo("14");
        assertThat(madeOrSuggested(shop().steel().id())).isEqualByComparingTo("35");
    }

    @Test
    void it_is_wanted_later() {
        var before = dueOfPurchase();
        change(null, DUE.plusDays(14));
        assertThat(proposed())
                .containsExactlyInAnyOrder("work-order MOVE 10 -> 10", "purchase-order-line MOVE 25 -> 25");

        decide.apply(open(), "");

        assertThat(dueOfPurchase()).isAfter(before);
        assertThat(changeStatus()).isEqualTo("APPLIED");
    }

    @Test
    void it_is_wanted_earlier() {
        change(null, DUE.minusDays(3));
        assertThat(proposed()).contains("work-order MOVE 10 -> 10");

        decide.apply(open(), "");

        assertThat(changeStatus()).isEqualTo("APPLIED");
        assertThat(workOrder()).isEqualTo("10 PLANNED");
    }

    @Test
    void it_is_cancelled_when_part_of_the_steel_has_come() {
        steelComes("10");
        assertThat(purchase()).isEqualTo("25 of 10");
        assertThat(reserved(shop().steel().id())).isEqualByComparingTo("10");

        cancelLine.cancel(line().id(), "项目取消");
        assertThat(proposed())
                .containsExactlyInAnyOrder(
                        "work-order CANCEL 10 -> 0",
                        "purchase-order-line CANCEL 15 -> 0",
                        "reservation RELEASE 10 -> 0");

        decide.apply(open(), "");

        assertThat(workOrder()).isEqualTo("10 CANCELLED");
        assertThat(purchase()).isEqualTo("10 of 10");
        assertThat(reserved(shop().steel().id())).isZero();
        assertThat(changeStatus()).isEqualTo("APPLIED");
        assertThat(stockCheck.differences()).isEmpty();
        assertThat(runPlanning.run().suggestions()).isZero();
    }

    @Test
    void it_is_cancelled_when_the_panels_have_been_begun() {
        steelComes("25");
        begin("4");

        cancelLine.cancel(line().id(), "项目取消");
        var begun = ofType("work-order");
        assertThat(begun).hasSize(1);
        assertThat(jdbc.sql("SELECT possible FROM planning.plan_change WHERE id = :id")
                        .param("id", begun.getFirst())
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThatThrownBy(() -> decide.apply(begun, "")).isInstanceOf(PlanningRefused.class);
        assertThatThrownBy(() -> decide.refuse(begun, " ")).isInstanceOf(PlanningRefused.class);

        decide.refuse(begun, "已开工，做完入通用库存");
        decide.apply(open(), "");

        assertThat(workOrder()).startsWith("10 STARTED");
        assertThat(open()).isEmpty();
        assertThat(reserved(shop().steel().id())).isZero();
    }

    @Test
    void less_is_wanted_than_was_begun() {
        steelComes("25");
        begin("4");
        change("2", null);

        assertThat(proposed()).contains("work-order REDUCE 10 -> 2");
        var floor = ofType("work-order");
        assertThatThrownBy(() -> decide.apply(floor, "")).isInstanceOf(org.throughline.kernel.RuleViolation.class);
        decide.refuse(floor, "已投 4 件");

        assertThat(workOrder()).startsWith("10 ");
    }

    @Test
    void whoever_bought_it_acknowledges_what_was_changed() {
        jdbc.sql("""
                INSERT INTO identity.user_account (id, username, display_name, password_hash)
                VALUES (:id, 'chenlihua', '陈丽华', 'x')
                ON CONFLICT DO NOTHING
                """)
                .param("id", UUID.nameUUIDFromBytes("陈丽华".getBytes(StandardCharsets.UTF_8)))
                .update();
        ordered();
        change("6", null);
        decide.apply(open(), "");

        assertThat(jdbc.sql(
                                "SELECT text FROM workflow.acknowledgement WHERE record_type = 'purchase-order-line' ORDER BY text")
                        .query(String.class)
                        .list())
                .anySatisfy(
                        text -> assertThat(text).contains("25").contains("15").contains("客户改单"));
    }

    @Test
    void a_second_change_takes_the_place_of_the_first() {
        change("6", null);
        var first = open();
        change("8", null);

        assertThatThrownBy(() -> decide.apply(first, "")).isInstanceOf(PlanningRefused.class);
        assertThat(proposed()).contains("work-order REDUCE 10 -> 8");
    }

    private void change(@Nullable String quantity, @Nullable LocalDate date) {
        changeLine.change(
                line().id(),
                new LineChange(quantity == null ? null : Quantity.of(quantity, "C62"), date, null, "客户改单"),
                null);
    }

    private void steelComes(String kilograms) {
        receiveGoods.receive(Delivery.of(ordered(), Quantity.of(kilograms, "KGM")));
    }

    /** The purchase order goes to the mill. */
    private UUID ordered() {
        var order = jdbc.sql("SELECT id, order_id FROM purchasing.purchase_order_line WHERE item_id = :item")
                .param("item", shop().steel().id())
                .query((row, number) -> List.of(row.getObject("id", UUID.class), row.getObject("order_id", UUID.class)))
                .single();
        As.person("陈丽华", Set.of("buyer", "planner"), () -> orderPurchase.order(order.getLast()));
        return order.getFirst();
    }

    private void begin(String pieces) {
        var id = jdbc.sql("SELECT id FROM shopfloor.work_order WHERE item_id = :item")
                .param("item", shop().panel().id())
                .query(UUID.class)
                .single();
        var order = releaseWorkOrder.release(id, false);
        issueMaterial.issue(id, List.of(), null, "issue-" + id);
        reportOperation.report(FloorScene.good(scene.operations(order).getFirst(), pieces, "first-" + id));
    }

    private List<String> proposed() {
        return jdbc.sql("""
                SELECT target_type || ' ' || action || ' ' || trim_scale(old_quantity) || ' -> ' || trim_scale(new_quantity)
                       AS change
                  FROM planning.plan_change
                 WHERE order_line_id = :line AND status = 'PROPOSED'
                 ORDER BY 1
                """)
                .param("line", line().id())
                .query((row, number) -> row.getString("change"))
                .list();
    }

    private List<UUID> open() {
        return jdbc.sql("SELECT id FROM planning.plan_change WHERE order_line_id = :line AND status = 'PROPOSED'")
                .param("line", line().id())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private List<UUID> ofType(String type) {
        return jdbc.sql("""
                SELECT id
                  FROM planning.plan_change
                 WHERE order_line_id = :line AND status = 'PROPOSED' AND target_type = :type
                """)
                .param("line", line().id())
                .param("type", type)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private String changeStatus() {
        return jdbc.sql("SELECT status FROM sales.order_change WHERE line_id = :line ORDER BY at DESC LIMIT 1")
                .param("line", line().id())
                .query(String.class)
                .single();
    }

    private String workOrder() {
        return jdbc.sql("SELECT trim_scale(quantity) || ' ' || status FROM shopfloor.work_order WHERE item_id = :item")
                .param("item", shop().panel().id())
                .query(String.class)
                .single();
    }

    private String purchase() {
        return jdbc.sql("""
                SELECT trim_scale(base_quantity) || ' of ' || trim_scale(received)
                  FROM purchasing.purchase_order_line
                 WHERE item_id = :item
                """)
                .param("item", shop().steel().id())
                .query(String.class)
                .single();
    }

    private LocalDate dueOfPurchase() {
        return jdbc.sql("SELECT due FROM purchasing.purchase_order_line WHERE item_id = :item")
                .param("item", shop().steel().id())
                .query(LocalDate.class)
                .single();
    }

    private BigDecimal reserved(UUID item) {
        return jdbc.sql("""
                SELECT coalesce(sum(quantity - consumed), 0)
                  FROM stock.reservation
                 WHERE item_id = :item AND status = 'OPEN'
                """).param("item", item).query(BigDecimal.class).single();
    }

    private BigDecimal madeOrSuggested(UUID item) {
        return jdbc.sql("""
                SELECT coalesce((SELECT sum(quantity) FROM planning.suggestion
                                  WHERE item_id = :item AND status = 'PROPOSED'), 0)
                     + coalesce((SELECT sum(quantity) FROM shopfloor.work_order WHERE item_id = :item), 0)
                     + coalesce((SELECT sum(base_quantity) FROM purchasing.purchase_order_line
                                  WHERE item_id = :item), 0)
                """).param("item", item).query(BigDecimal.class).single();
    }
}
