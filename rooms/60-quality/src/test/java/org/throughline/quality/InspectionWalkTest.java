package org.throughline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.SystemActs;
import org.throughline.database.TestClock;
import org.throughline.floortest.FloorScene;
import org.throughline.floortest.FloorWork;
import org.throughline.floortest.HouseForFloor;
import org.throughline.floortest.HouseForFloor.Heard;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.OrderLine;
import org.throughline.purchasing.GoodsReceived;
import org.throughline.quality.internal.Inspections;
import org.throughline.quality.internal.Nonconformances;
import org.throughline.shopfloor.OperationRefused;
import org.throughline.shopfloor.ReportOperation;
import org.throughline.shopfloor.UndoReport;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.StockBook;
import org.throughline.stock.StockCheck;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;
import org.throughline.stock.StockStatus;

@SpringJUnitConfig({HouseForFloor.class, QualityRoom.class})
@ExtendWith(SystemActs.class)
class InspectionWalkTest {

    @Autowired
    FloorScene scene;

    @Autowired
    FloorWork floor;

    @Autowired
    ReportOperation reportOperation;

    @Autowired
    UndoReport undoReport;

    @Autowired
    DecideInspection decideInspection;

    @Autowired
    DecideNonconformance decideNonconformance;

    @Autowired
    Inspections inspections;

    @Autowired
    Nonconformances nonconformances;

    @Autowired
    QualityFacts facts;

    @Autowired
    StockBook book;

    @Autowired
    StockCheck check;

    @Autowired
    StockLedger ledger;

    @Autowired
    Locations locations;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Heard heard;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private FloorScene.@Nullable Shop made;

    @BeforeEach
    void a_shop_that_inspects_what_it_finished() {
        clock.set(TestClock.MONDAY_8AM);
        heard.clear();
        made = scene.shop(true);
    }

    @Test
    void finished_pieces_wait_and_may_be_used_once_they_passed() {
        var line = scene.orderLine(shop().panel(), 10);
        floor.finished(shop(), line, 10);
        var open = openOf(line);
        assertThat(open.kind()).isEqualTo(Inspection.Kind.FINAL);
        assertThat(open.goods().quantity()).isEqualTo(pieces(10));

        var decided = decideInspection.decide(open.id(), pieces(10), pieces(0), null, List.of());

        assertThat(decided.status()).isEqualTo(Inspection.Status.PASSED);
        assertThat(status()).isEqualTo(StockStatus.AVAILABLE);
        assertThat(floor.kept(shop(), line)).isEqualTo(pieces(10));
        assertThat(heard.of(InspectionPassed.class)).hasSize(1);
        assertThatThrownBy(() -> decideInspection.decide(open.id(), pieces(10), pieces(0), null, List.of()))
                .hasMessageContaining("quality.already-decided");
    }

    @Test
    void a_value_out_of_its_limits_is_judged_by_itself() {
        var line = scene.orderLine(shop().panel(), 10);
        var angle = characteristic("折弯角", "89.5", "90.5");
        floor.finished(shop(), line, 10);
        var open = openOf(line);

        assertThatThrownBy(() -> decideInspection.decide(open.id(), pieces(10), pieces(0), null, List.of()))
                .hasMessageContaining("quality.not-measured");
        assertThatThrownBy(() ->
                        decideInspection.decide(open.id(), pieces(10), pieces(0), null, List.of(value(angle, "91.2"))))
                .isInstanceOfSatisfying(InspectionRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("quality.out-of-limits");
                    assertThat(refusal.values().get("values")).isEqualTo(List.of("折弯角 91.2 (89.5 … 90.5 mm)"));
                });
        assertThat(decideInspection
                        .decide(open.id(), pieces(10), pieces(0), null, List.of(value(angle, "90.1")))
                        .status())
                .isEqualTo(Inspection.Status.PASSED);
    }

    @Test
    void rejected_pieces_are_blocked_and_no_longer_kept_for_the_order() {
        var line = scene.orderLine(shop().panel(), 10);
        floor.finished(shop(), line, 10);

        decideInspection.decide(openOf(line).id(), pieces(8), pieces(2), "折弯角超差", List.of());

        assertThat(floor.kept(shop(), line)).isEqualTo(pieces(8));
        assertThat(book.levels(List.of(shop().panel().id())).values())
                .singleElement()
                .satisfies(level -> {
                    assertThat(level.available()).isEqualTo(pieces(8));
                    assertThat(level.blocked()).isEqualTo(pieces(2));
                });
        assertThat(facts.of(List.of(line.id()))).hasEntrySatisfying(line.id(), fact -> {
            assertThat(fact.waiting()).isZero();
            assertThat(fact.failed()).isEqualTo(1);
        });
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void scrapped_pieces_leave_the_stock() {
        var line = scene.orderLine(shop().panel(), 10);
        floor.finished(shop(), line, 10);
        decideInspection.decide(openOf(line).id(), pieces(8), pieces(2), "划伤", List.of());

        decideNonconformance.decide(nonconformanceOf(line).id(), Nonconformance.Disposition.SCRAP, null);

        assertThat(book.onHand(List.of(shop().panel().id())).values()).containsExactly(pieces(8));
        assertThatThrownBy(() -> decideNonconformance.decide(
                        nonconformanceOf(line).id(), Nonconformance.Disposition.SCRAP, null))
                .hasMessageContaining("quality.nonconformance-decided");
    }

    @Test
    void conceded_pieces_are_available_and_kept_for_the_order_again() {
        var line = scene.orderLine(shop().panel(), 10);
        floor.finished(shop(), line, 10);
        decideInspection.decide(openOf(line).id(), pieces(8), pieces(2), "划伤", List.of());

        decideNonconformance.decide(nonconformanceOf(line).id(), Nonconformance.Disposition.CONCESSION, "客户王工同意");

        assertThat(floor.kept(shop(), line)).isEqualTo(pieces(10));
        assertThat(status()).isEqualTo(StockStatus.AVAILABLE);
    }

    @Test
    void pieces_to_repair_get_a_work_order_and_are_inspected_again() {
        var line = scene.orderLine(shop().panel(), 10);
        floor.finished(shop(), line, 10);
        decideInspection.decide(openOf(line).id(), pieces(8), pieces(2), "划伤", List.of());

        var decided = decideNonconformance.decide(nonconformanceOf(line).id(), Nonconformance.Disposition.REWORK, null);

        var repair = scene.order(Objects.requireNonNull(decided.workOrderId()));
        assertThat(repair.status()).isEqualTo(WorkOrder.Status.RELEASED);
        reportOperation.report(FloorScene.good(scene.operations(repair).getFirst(), "2", "fix-" + repair.id()));
        assertThat(scene.order(repair.id()).status()).isEqualTo(WorkOrder.Status.COMPLETED);
        var again = openOf(line);
        assertThat(again.goods().quantity()).isEqualTo(pieces(2));
        decideInspection.decide(again.id(), pieces(2), pieces(0), null, List.of());
        assertThat(floor.kept(shop(), line)).isEqualTo(pieces(10));
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void a_work_order_whose_pieces_all_failed_waits_for_the_decision() {
        var line = scene.orderLine(shop().panel(), 10);
        var order = floor.onTheFloor(shop(), line, 10);
        var steps = scene.operations(order);
        reportOperation.report(FloorScene.good(steps.getFirst(), "10", "h1-" + order.id()));
        reportOperation.report(FloorScene.good(steps.get(1), "1", "h2-" + order.id()));
        decideInspection.decide(openOf(line).id(), pieces(0), pieces(1), "折弯角 91.2", List.of());

        assertThatThrownBy(() -> reportOperation.report(FloorScene.good(steps.get(1), "9", "h3-" + order.id())))
                .isInstanceOfSatisfying(
                        OperationRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("shopfloor.held-by-quality"));
        decideNonconformance.decide(nonconformanceOf(line).id(), Nonconformance.Disposition.SCRAP, null);
        reportOperation.report(FloorScene.good(steps.get(1), "9", "h4-" + order.id()));
    }

    @Test
    void a_report_taken_back_takes_its_inspection_along() {
        var line = scene.orderLine(shop().panel(), 10);
        var order = floor.onTheFloor(shop(), line, 10);
        var steps = scene.operations(order);
        reportOperation.report(FloorScene.good(steps.getFirst(), "10", "t1-" + order.id()));
        var first = reportOperation.report(FloorScene.good(steps.get(1), "4", "t2-" + order.id()));
        reportOperation.report(FloorScene.good(steps.get(1), "3", "t3-" + order.id()));
        assertThat(openOf(line).goods().quantity()).isEqualTo(pieces(7));

        undoReport.undo(first.report().id());

        assertThat(openOf(line).goods().quantity()).isEqualTo(pieces(3));
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void received_goods_are_inspected_before_they_are_used() {
        var line = scene.orderLine(shop().panel(), 10);
        var lot = scene.stock(shop().steel(), "1", "IN-1");
        var place = locations.usual(Location.Kind.RECEIVING).id();
        ledger.post(
                StockMovement.receive(shop().steel().id(), Quantity.of(25, "KGM"), StockPlace.toInspect(place, lot)));
        events.publishEvent(new GoodsReceived(
                Identity.fresh(),
                "GR-1",
                Identity.fresh(),
                Identity.fresh(),
                shop().steel().id(),
                lot,
                place,
                Quantity.of(25, "KGM"),
                true,
                line.id(),
                Set.of(line.id()),
                clock.instant()));

        var open = openOf(line);
        assertThat(open.kind()).isEqualTo(Inspection.Kind.INCOMING);
        decideInspection.decide(open.id(), Quantity.of("24.5", "KGM"), Quantity.of("0.5", "KGM"), "锈蚀", List.of());
        assertThat(book.available(List.of(shop().steel().id())).values()).containsExactly(Quantity.of("25.5", "KGM"));
        assertThatThrownBy(() -> decideNonconformance.decide(
                        nonconformanceOf(line).id(), Nonconformance.Disposition.REWORK, null))
                .hasMessageContaining("quality.not-made-here");
    }

    private FloorScene.Shop shop() {
        return Objects.requireNonNull(made);
    }

    private Inspection openOf(OrderLine line) {
        return inspections.ofLines(List.of(line.id())).stream()
                .filter(inspection -> inspection.status() == Inspection.Status.OPEN)
                .findFirst()
                .orElseThrow();
    }

    private Nonconformance nonconformanceOf(OrderLine line) {
        return nonconformances.ofLines(List.of(line.id())).getFirst().nonconformance();
    }

    private StockStatus status() {
        return book.lots(shop().panel().id()).getFirst().status();
    }

    private UUID characteristic(String name, String lower, String upper) {
        var id = Identity.fresh();
        jdbc.sql("""
                INSERT INTO quality.inspection_characteristic (id, item_id, name, lower, upper, unit)
                VALUES (:id, :item, :name, :lower, :upper, 'mm')
                """)
                .param("id", id)
                .param("item", shop().panel().id())
                .param("name", name)
                .param("lower", new BigDecimal(lower))
                .param("upper", new BigDecimal(upper))
                .update();
        return id;
    }

    private static DecideInspection.Measurement value(UUID characteristic, String value) {
        return new DecideInspection.Measurement(characteristic, 1, new BigDecimal(value), null, null);
    }

    private static Quantity pieces(int amount) {
        return Quantity.of(amount, "C62");
    }
}
