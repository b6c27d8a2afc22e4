package org.throughline.shopfloor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.floortest.FloorScene.TODAY;
import static org.throughline.floortest.FloorScene.good;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.As;
import org.throughline.database.SystemActs;
import org.throughline.database.TestClock;
import org.throughline.floortest.FloorScene;
import org.throughline.floortest.HouseForFloor;
import org.throughline.floortest.HouseForFloor.Heard;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Quantity;
import org.throughline.planning.DependentDemandSource;
import org.throughline.planning.SuggestionToMake;
import org.throughline.planning.SupplyChange;
import org.throughline.planning.SupplyChanger;
import org.throughline.planning.SupplyKind;
import org.throughline.planning.SupplyMaker;
import org.throughline.planning.SupplySource;
import org.throughline.scheduling.WorkToSchedule;
import org.throughline.shopfloor.ReportedQuantities.Cause;
import org.throughline.shopfloor.ReportedQuantities.Fate;
import org.throughline.shopfloor.ReportedQuantities.ReasonCount;
import org.throughline.shopfloor.WorkOrderOperation.Status;
import org.throughline.shopfloor.internal.Materials;
import org.throughline.shopfloor.internal.TodayPieces;
import org.throughline.shopfloor.internal.WorkOrders;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockBook;
import org.throughline.stock.StockCheck;
import org.throughline.stock.StockStatus;

@SpringJUnitConfig(HouseForFloor.class)
@ExtendWith(SystemActs.class)
class FloorWalkTest {

    @Autowired
    FloorScene scene;

    @Autowired
    CreateWorkOrder createWorkOrder;

    @Autowired
    ReleaseWorkOrder releaseWorkOrder;

    @Autowired
    IssueMaterial issueMaterial;

    @Autowired
    StartOperation startOperation;

    @Autowired
    ReportOperation reportOperation;

    @Autowired
    UndoReport undoReport;

    @Autowired
    EndWorkOrder endWorkOrder;

    @Autowired
    TodayPieces todayPieces;

    @Autowired
    WorkOrders workOrders;

    @Autowired
    Materials materials;

    @Autowired
    SupplyMaker maker;

    @Autowired
    SupplyChanger changer;

    @Autowired
    SupplySource supply;

    @Autowired
    DependentDemandSource demand;

    @Autowired
    WorkToSchedule work;

    @Autowired
    FloorFacts facts;

    @Autowired
    StockBook book;

    @Autowired
    StockCheck check;

    @Autowired
    Reservations reservations;

    @Autowired
    Heard heard;

    @Autowired
    TestClock clock;

    @BeforeEach
    void morning() {
        clock.set(TestClock.MONDAY_8AM);
        heard.clear();
    }

    @Test
    void a_suggestion_becomes_a_work_order_with_its_structure_frozen() {
        var shop = scene.shop(false);
        var line = scene.orderLine(shop.panel(), 10);

        var order = made(shop, line.id(), 10);

        assertThat(order.status()).isEqualTo(WorkOrder.Status.PLANNED);
        assertThat(order.structure().bomId()).isNotNull();
        assertThat(materials.of(order.id()))
                .singleElement()
                .satisfies(material -> assertThat(material.required()).isEqualTo(Quantity.of(25, "KGM")));
        assertThat(scene.operations(order)).extracting(WorkOrderOperation::name).containsExactly("激光", "折弯");
        assertThat(supply.openSupply()).anyMatch(open -> open.id().equals(order.id()));
        assertThat(demand.dependentDemand()).anyMatch(open -> open.workOrderId().equals(order.id()));
        assertThat(work.open())
                .filteredOn(open -> open.workOrderId().equals(order.id()))
                .hasSize(2);
        assertThat(heard.of(WorkOrdersCreated.class)).hasSize(1);
    }

    @Test
    void a_work_order_short_of_material_is_not_released_unless_it_is_asked_for() {
        var shop = scene.shop(false);
        var order = made(shop, scene.orderLine(shop.panel(), 10).id(), 10);
        scene.stock(shop.steel(), "12.5", "H1");

        assertThatThrownBy(() -> releaseWorkOrder.release(order.id(), false))
                .isInstanceOfSatisfying(WorkOrderRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("shopfloor.material-short");
                    assertThat(refusal.values().get("shortages")).asString().contains("-12.5 KGM");
                });
        assertThat(releaseWorkOrder.release(order.id(), true).status()).isEqualTo(WorkOrder.Status.RELEASED);
        assertThat(reservations.ofDemand("work-order", order.id()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.open()).isEqualTo(Quantity.of("12.5", "KGM")));
    }

    @Test
    void material_kept_for_one_order_is_not_issued_to_another() {
        var shop = scene.shop(false);
        scene.stock(shop.steel(), "25", "H1");
        var mine = made(shop, scene.orderLine(shop.panel(), 10).id(), 10);
        var yours = made(shop, scene.orderLine(shop.panel(), 10).id(), 10);
        releaseWorkOrder.release(mine.id(), false);
        releaseWorkOrder.release(yours.id(), true);

        assertThatThrownBy(() -> issueMaterial.issue(yours.id(), List.of(), null, "k-" + yours.id()))
                .isInstanceOfSatisfying(
                        WorkOrderRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("shopfloor.nothing-to-issue"));
        issueMaterial.issue(mine.id(), List.of(), null, "k-" + mine.id());
        assertThat(materials.of(mine.id()).getFirst().open().isZero()).isTrue();
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void the_oldest_lot_is_issued_first() {
        var shop = scene.shop(false);
        scene.stock(shop.steel(), "20", "OLD");
        clock.pass(Duration.ofHours(1));
        scene.stock(shop.steel(), "20", "NEW");
        var order = released(made(shop, scene.orderLine(shop.panel(), 10).id(), 10));

        assertThat(issueMaterial.suggest(order.id()))
                .extracting(pick -> pick.lotNumber() + " " + pick.quantity())
                .containsExactly("OLD 20 KGM", "NEW 5 KGM");
    }

    @Test
    void nobody_starts_before_the_material_is_issued() {
        var shop = scene.shop(false);
        scene.stock(shop.steel(), "25", "H1");
        var order = released(made(shop, scene.orderLine(shop.panel(), 10).id(), 10));
        var cut = scene.operations(order).getFirst();

        assertThatThrownBy(() -> startOperation.start(cut.id(), null, null, "s-" + cut.id()))
                .isInstanceOfSatisfying(
                        OperationRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("shopfloor.material-not-issued"));
    }

    @Test
    void pieces_flow_on_are_received_and_are_kept_for_the_order() {
        var shop = scene.shop(true);
        var line = scene.orderLine(shop.panel(), 10);
        var order = onTheFloor(shop, line.id(), 10);
        var cut = scene.operations(order).getFirst();
        var bend = scene.operations(order).get(1);

        startOperation.start(cut.id(), shop.leader().id(), null, "a-" + cut.id());
        clock.pass(Duration.ofSeconds(601));
        var first = reportOperation.report(new ReportCommand(
                cut.id(),
                ReportedQuantities.good(pieces("5")),
                false,
                shop.leader().id(),
                null,
                null,
                "b-" + cut.id(),
                null));
        assertThat(first.report().seconds()).isEqualTo(601);
        assertThat(first.remaining()).isEqualTo(pieces("5"));
        reportOperation.report(good(bend, "5", "c-" + cut.id()));
        reportOperation.report(good(cut, "5", "d-" + cut.id()));
        var last = reportOperation.report(good(bend, "5", "e-" + cut.id()));

        assertThat(last.workOrderStatus()).isEqualTo(WorkOrder.Status.COMPLETED);
        assertThat(heard.of(ProductReceived.class))
                .hasSize(2)
                .allMatch(ProductReceived::toInspect)
                .allMatch(received -> line.id().equals(received.orderLineId()));
        assertThat(book.lots(shop.panel().id())).singleElement().satisfies(position -> {
            assertThat(position.lotNumber()).isEqualTo(order.number());
            assertThat(position.status()).isEqualTo(StockStatus.TO_INSPECT);
            assertThat(position.quantity()).isEqualTo(pieces("10"));
        });
        var kept = reservations.of(List.of(line.id())).stream()
                .filter(reservation -> reservation.itemId().equals(shop.panel().id()))
                .toList();
        assertThat(kept).allMatch(reservation -> reservation.demandType().equals("sales-order-line"));
        assertThat(kept.stream().map(Reservation::open).reduce(Quantity::plus)).contains(pieces("10"));
        assertThat(facts.of(List.of(line.id())))
                .hasEntrySatisfying(
                        line.id(), fact -> assertThat(fact.percent()).isEqualByComparingTo("100"));
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void an_operation_is_seen_as_it_stood_at_a_moment() {
        var shop = scene.shop(false);
        var order = onTheFloor(shop, null, 10);
        var cut = scene.operations(order).getFirst();
        reportOperation.report(good(cut, "4", "then-" + cut.id()));
        var evening = clock.instant();
        clock.pass(Duration.ofHours(16));
        reportOperation.report(good(cut, "6", "later-" + cut.id()));

        assertThat(facts.ownAt(List.of(cut.id()), evening)).singleElement().satisfies(then -> {
            assertThat(then.workOrder()).isEqualTo(order.number());
            assertThat(then.planned()).isEqualTo(pieces("10"));
            assertThat(then.good()).isEqualTo(pieces("4"));
            assertThat(then.endedAt()).isEqualTo(clock.instant());
        });
        assertThat(facts.ownAt(List.of(cut.id()), clock.instant()))
                .singleElement()
                .satisfies(now -> assertThat(now.good()).isEqualTo(pieces("10")));
    }

    @Test
    void the_same_key_is_booked_once() {
        var shop = scene.shop(false);
        var order = onTheFloor(shop, null, 10);
        var cut = scene.operations(order).getFirst();

        var first = reportOperation.report(good(cut, "4", "sheet-" + cut.id()));
        var again = reportOperation.report(good(cut, "4", "sheet-" + cut.id()));

        assertThat(again.repeated()).isTrue();
        assertThat(again.report().id()).isEqualTo(first.report().id());
        assertThat(scene.operations(order).getFirst().counts().good()).isEqualTo(pieces("4"));
        assertThatThrownBy(() -> reportOperation.report(good(cut, "5", "sheet-" + cut.id())))
                .hasMessageContaining("shopfloor.key-reused");
    }

    @Test
    void reports_of_bad_pieces_are_known_to_their_line_until_they_are_taken_back() {
        var shop = scene.shop(false);
        var line = scene.orderLine(shop.panel(), 10);
        var order = onTheFloor(shop, line.id(), 10);
        var cut = scene.operations(order).getFirst();
        var scratch = new ReasonCount(Fate.SCRAP, shop.scratch().id(), Cause.PROCESS, pieces("2"));
        reportOperation.report(good(cut, "4", "g-" + cut.id()));
        var bad = reportOperation.report(FloorScene.command(
                cut,
                new ReportedQuantities(pieces("0"), pieces("2"), pieces("0"), false, List.of(scratch)),
                "b-" + cut.id()));

        assertThat(facts.badReportsOf(line.id())).containsExactly(bad.report().id());
        undoReport.undo(bad.report().id());
        assertThat(facts.badReportsOf(line.id())).isEmpty();
    }

    @Test
    void an_account_behind_which_no_person_is_known_sees_what_it_reported_itself() {
        var order = onTheFloor(scene.shop(false), null, 10);
        var cut = scene.operations(order).getFirst();
        var morning = clock.instant();

        As.person("王建军", FloorScene.operator(), () -> reportOperation.report(good(cut, "4", "own-" + cut.id())));
        reportOperation.report(good(cut, "3", "other-" + cut.id()));

        var mine = As.person("王建军", FloorScene.operator(), () -> todayPieces.of(null, morning));
        assertThat(mine.pieces()).isEqualByComparingTo("4");
        assertThat(As.person("李强", FloorScene.operator(), () -> todayPieces.of(null, morning))
                        .pieces())
                .isZero();
    }

    @Test
    void two_operators_reporting_at_once_both_count_and_never_too_much() throws Exception {
        var shop = scene.shop(false);
        var order = onTheFloor(shop, null, 10);
        var cut = scene.operations(order).getFirst();

        var both = FloorScene.together(
                () -> As.system(() -> reportOperation.report(good(cut, "4", "one-" + cut.id()))),
                () -> As.system(() -> reportOperation.report(good(cut, "4", "two-" + cut.id()))));
        assertThat(both).isEmpty();
        assertThat(scene.operations(order).getFirst().counts().good()).isEqualTo(pieces("8"));

        var tooMany = FloorScene.together(
                () -> As.system(() -> reportOperation.report(good(cut, "2", "three-" + cut.id()))),
                () -> As.system(() -> reportOperation.report(good(cut, "2", "four-" + cut.id()))));
        assertThat(tooMany).hasSize(1).allMatch(ReportRefused.class::isInstance);
        assertThat(scene.operations(order).getFirst().counts().good()).isEqualTo(pieces("10"));
    }

    @Test
    void the_same_sheet_sent_twice_at_once_is_booked_once() throws Exception {
        var shop = scene.shop(false);
        var order = onTheFloor(shop, null, 10);
        var cut = scene.operations(order).getFirst();
        Runnable send = () -> As.system(() -> reportOperation.report(good(cut, "3", "same-" + cut.id())));

        assertThat(FloorScene.together(send, send)).isEmpty();
        assertThat(scene.operations(order).getFirst().counts().good()).isEqualTo(pieces("3"));
    }

    @Test
    void a_report_is_taken_back_by_oneself_for_five_minutes_then_by_the_leader() {
        var shop = scene.shop(false);
        var order = onTheFloor(shop, null, 10);
        var cut = scene.operations(order).getFirst();
        var bend = scene.operations(order).get(1);
        reportOperation.report(good(cut, "10", "u1-" + cut.id()));
        var report = As.person(
                "王建军", FloorScene.operator(), () -> reportOperation.report(good(bend, "10", "u2-" + cut.id())));
        assertThat(workOrders.get(order.id()).status()).isEqualTo(WorkOrder.Status.COMPLETED);

        clock.pass(Duration.ofMinutes(6));
        assertThatThrownBy(() -> As.person(
                        "王建军",
                        FloorScene.operator(),
                        () -> undoReport.undo(report.report().id())))
                .hasMessageContaining("shopfloor.too-late-to-undo");
        As.person(
                "刘强",
                Set.of("team-leader"),
                () -> undoReport.undo(report.report().id()));

        assertThat(workOrders.get(order.id()).status()).isEqualTo(WorkOrder.Status.STARTED);
        assertThat(book.lots(shop.panel().id())).isEmpty();
        assertThat(scene.operations(order).get(1).counts().good().isZero()).isTrue();
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void scrap_needs_a_reason_and_a_leader_may_allow_its_replacement() {
        var shop = scene.shop(false);
        var order = onTheFloor(shop, null, 10);
        var cut = scene.operations(order).getFirst();
        var scratch = new ReasonCount(Fate.SCRAP, shop.scratch().id(), Cause.PROCESS, pieces("2"));
        reportOperation.report(FloorScene.command(
                cut,
                new ReportedQuantities(pieces("8"), pieces("2"), pieces("0"), false, List.of(scratch)),
                "x-" + cut.id()));

        assertThatThrownBy(() -> reportOperation.report(good(cut, "2", "y-" + cut.id())))
                .isInstanceOfSatisfying(ReportRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("shopfloor.more-than-ordered");
                    assertThat(refusal.values()).containsEntry("leaders", "刘强");
                });
        endWorkOrder.allowMore(order.id(), pieces("2"));
        assertThat(reportOperation.report(good(cut, "2", "z-" + cut.id())).operationStatus())
                .isEqualTo(Status.DONE);
    }

    @Test
    void a_component_is_kept_for_the_work_order_that_takes_it() {
        var shop = scene.shop(false);
        var cabinet = scene.cabinet(shop);
        scene.stock(shop.steel(), "50", "H1");
        var line = scene.orderLine(cabinet, 10);
        var top = suggestion(cabinet.id(), 10, line.id(), List.of());
        var below = suggestion(shop.panel().id(), 20, line.id(), List.of(top.suggestionId()));
        var made = maker.make(List.of(top, below));
        var parent = workOrders.get(made.getFirst().id());
        var child = workOrders.get(made.getLast().id());
        assertThat(child.purpose().parentId()).isEqualTo(parent.id());
        assertThatThrownBy(() -> releaseWorkOrder.release(parent.id(), false)).hasMessageContaining(child.number());

        released(child);
        issueMaterial.issue(child.id(), List.of(), null, "issue-" + child.id());
        scene.operations(child)
                .forEach(step -> reportOperation.report(good(step, "20", step.sequence() + "-" + child.id())));
        assertThat(reservations.ofDemand("work-order", parent.id()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.open()).isEqualTo(pieces("20")));

        released(parent);
        assertThat(issueMaterial.suggest(parent.id())).singleElement().satisfies(pick -> {
            assertThat(pick.lotNumber()).isEqualTo(child.number());
            assertThat(pick.own()).isTrue();
        });
        issueMaterial.issue(parent.id(), List.of(), null, "sheet-" + parent.id());
        issueMaterial.issue(parent.id(), List.of(), null, "sheet-" + parent.id());
        assertThat(materials.of(parent.id()).getFirst().issued()).isEqualTo(pieces("20"));
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void a_reduced_order_makes_its_work_order_smaller_and_a_cancelled_one_ends_it() {
        var shop = scene.shop(false);
        var line = scene.orderLine(shop.panel(), 10);
        var order = made(shop, line.id(), 10);

        changer.apply(change(order, SupplyChange.Action.REDUCE, pieces("6"), line.id()));
        assertThat(workOrders.get(order.id()).quantity()).isEqualTo(pieces("6"));
        assertThat(materials.of(order.id()).getFirst().required()).isEqualTo(Quantity.of(15, "KGM"));

        var cancel = change(order, SupplyChange.Action.CANCEL, pieces("0"), line.id());
        assertThat(changer.preview(cancel).possible()).isTrue();
        changer.apply(cancel);
        assertThat(workOrders.get(order.id()).status()).isEqualTo(WorkOrder.Status.CANCELLED);
        assertThat(changer.preview(cancel).blockingCode()).isEqualTo("shopfloor.ended");
    }

    @Test
    void an_operator_may_not_release() {
        var shop = scene.shop(false);
        var order = made(shop, null, 10);

        assertThatThrownBy(
                        () -> As.person("王建军", FloorScene.operator(), () -> releaseWorkOrder.release(order.id(), true)))
                .hasMessageContaining("not-allowed");
        assertThat(Actor.current().name()).isEqualTo("system");
    }

    private WorkOrder made(FloorScene.Shop shop, @Nullable UUID lineId, int quantity) {
        var made = maker.make(List.of(suggestion(shop.panel().id(), quantity, lineId, List.of())));
        return workOrders.get(made.getFirst().id());
    }

    private static SuggestionToMake suggestion(UUID itemId, int quantity, @Nullable UUID lineId, List<UUID> parents) {
        return new SuggestionToMake(
                UUID.randomUUID(),
                SupplyKind.MAKE,
                itemId,
                Quantity.of(quantity, "C62"),
                TODAY,
                TODAY.plusDays(5),
                null,
                lineId,
                parents,
                List.of());
    }

    private WorkOrder released(WorkOrder order) {
        return releaseWorkOrder.release(order.id(), false);
    }

    private WorkOrder onTheFloor(FloorScene.Shop shop, @Nullable UUID lineId, int quantity) {
        scene.stock(
                shop.steel(),
                new BigDecimal("2.5").multiply(BigDecimal.valueOf(quantity)).toPlainString(),
                "H1");
        var order = released(made(shop, lineId, quantity));
        issueMaterial.issue(order.id(), List.of(), null, "issue-" + order.id());
        return order;
    }

    private static SupplyChange change(WorkOrder order, SupplyChange.Action action, Quantity open, UUID lineId) {
        return new SupplyChange("work-order", order.id(), action, open, null, lineId, "customer");
    }

    private static Quantity pieces(String amount) {
        return Quantity.of(amount, "C62");
    }
}
