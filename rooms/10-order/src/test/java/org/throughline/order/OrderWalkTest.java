package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.As;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.factory.FactoryGround;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.factory.Ratio;
import org.throughline.factory.Units;
import org.throughline.identity.IdentityGround;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.WebGround;

@SpringJUnitConfig({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    FactoryGround.class,
    OrderRoom.class,
    HouseForOrders.class
})
@ExtendWith(SystemActs.class)
class OrderWalkTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate WANTED = LocalDate.of(2026, 12, 20);

    @Autowired
    CreateOrder createOrder;

    @Autowired
    QuoteOrder quoteOrder;

    @Autowired
    EditOrder editOrder;

    @Autowired
    SubmitForReview submitForReview;

    @Autowired
    AnswerReview answerReview;

    @Autowired
    RequestApproval requestApproval;

    @Autowired
    ConfirmOrder confirmOrder;

    @Autowired
    ChangeLine changeLine;

    @Autowired
    CancelLine cancelLine;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    HoldOrder holdOrder;

    @Autowired
    ResumeOrder resumeOrder;

    @Autowired
    MoveLatestPromise moveLatestPromise;

    @Autowired
    RecordDelivery recordDelivery;

    @Autowired
    CopyOrder copyOrder;

    @Autowired
    SalesOrders orders;

    @Autowired
    OrderChanges changes;

    @Autowired
    Items items;

    @Autowired
    Units units;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Partners partners;

    @Autowired
    HouseForOrders.Heard heard;

    @Autowired
    HouseForOrders.FakeApprovals approvals;

    @Autowired
    HouseForOrders.FakePromises promises;

    @Autowired
    HouseForOrders.FakeAcknowledgements acknowledgements;

    private Item flange = Item.fresh(Item.Kind.MAKE, "", "", "C62");
    private Partner customer = Partner.customer("", "");

    @BeforeEach
    void a_customer_and_an_item() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        flange = items.add(Item.fresh(Item.Kind.MAKE, "FL-" + mark, "法兰", "C62"));
        customer = partners.save(Partner.customer("C-" + mark, "华东阀门"));
        promises.earliest = null;
        heard.forget();
        acknowledgements.asked.clear();
    }

    @Test
    void an_order_goes_from_inquiry_to_confirmation_and_keeps_its_three_dates() {
        var order = inquiry(300);
        promises.earliest = LocalDate.of(2026, 12, 28);
        quoteOrder.quote(order.id());
        submitForReview.submit(order.id());
        review(order, Department.SALES, Department.ENGINEERING, Department.PRODUCTION);

        assertThat(orders.get(order.id()).status()).isEqualTo(OrderStatus.REVIEWED);
        var confirmed = confirmOrder.confirm(order.id(), Map.of(), null);

        assertThat(confirmed.status()).isEqualTo(OrderStatus.CONFIRMED);
        var line = line(order);
        assertThat(line.requestedDate()).isEqualTo(WANTED);
        assertThat(line.firstPromise())
                .as("the computed earliest, later than requested")
                .isEqualTo(LocalDate.of(2026, 12, 28));
        moveLatestPromise.move(line.id(), LocalDate.of(2027, 1, 5), "材料晚到");
        assertThat(line(order).firstPromise()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(line(order).latestPromise()).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(heard.of(OrderConfirmed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.lines())
                        .singleElement()
                        .extracting(OrderLine::latestPromise)
                        .isEqualTo(LocalDate.of(2026, 12, 28)));
        assertThat(orders.openLines()).extracting(OrderLine::id).contains(line.id());
    }

    @Test
    void each_department_sees_the_computed_date_beside_its_question() {
        var order = inquiry(10);
        promises.earliest = LocalDate.of(2026, 12, 28);
        submitForReview.submit(order.id());

        assertThat(orders.reviewsOf(List.of(line(order).id())))
                .hasSize(3)
                .allSatisfy(page -> assertThat(page.computedEarliest()).isEqualTo(LocalDate.of(2026, 12, 28)));
    }

    @Test
    void a_stable_order_that_fits_skips_the_departments_of_the_policy_a_rush_order_does_not() {
        var stable = inquiry(10);
        submitForReview.submit(stable.id());
        review(stable, Department.SALES, Department.PRODUCTION);
        assertThat(orders.get(stable.id()).status()).isEqualTo(OrderStatus.REVIEWED);

        var rush = createOrder.create(NewOrder.of(
                customer.id(), OrderClass.RUSH, NewOrder.Line.of(flange.id(), Quantity.of(1, "C62"), WANTED)));
        submitForReview.submit(rush.id());
        review(rush, Department.SALES, Department.PRODUCTION);
        assertThat(orders.get(rush.id()).status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(line(rush).priority()).isEqualTo(10);
    }

    @Test
    void a_no_sends_the_order_back_with_its_reason_and_a_second_round_begins_anew() {
        var order = inquiry(10);
        submitForReview.submit(order.id());
        refused("sales.answer-without-reason", () -> answer(order, Department.PRODUCTION, ReviewAnswer.NO, " "));
        answer(order, Department.PRODUCTION, ReviewAnswer.NO, "没有五轴");

        var back = orders.get(order.id());
        assertThat(back.status()).isEqualTo(OrderStatus.INQUIRY);
        assertThat(back.returnReason()).contains("没有五轴");
        submitForReview.submit(order.id());
        assertThat(orders.reviewsOf(List.of(line(order).id())))
                .hasSize(3)
                .allSatisfy(page -> assertThat(page.answer()).isNull());
    }

    @Test
    void a_department_is_answered_by_its_own_people() throws Exception {
        var order = inquiry(10);
        submitForReview.submit(order.id());
        var engineer =
                new Actor(Identity.fresh(), "李工", Actor.FIRST_ORGANISATION, null, Set.of("engineer"), "web", "zh");
        As.by(engineer, () -> {
            refused("sales.not-your-department", () -> answer(order, Department.PRODUCTION, ReviewAnswer.YES, null));
            answer(order, Department.ENGINEERING, ReviewAnswer.YES, null);
            return null;
        });
    }

    @Test
    void a_large_order_waits_for_its_approval_and_an_unreviewed_one_cannot_be_confirmed() {
        var order = reviewed(priced(300, "1000"));
        var waiting = confirmOrder.confirm(order.id(), Map.of(), null);

        assertThat(waiting.status()).isEqualTo(OrderStatus.APPROVING);
        refused("sales.approval-waiting", () -> confirmOrder.confirm(order.id(), Map.of(), null));
        approvals.grant(order.id());
        assertThat(confirmOrder.confirm(order.id(), Map.of(), null).status()).isEqualTo(OrderStatus.CONFIRMED);

        var fresh = inquiry(1);
        refused("sales.wrong-status", () -> confirmOrder.confirm(fresh.id(), Map.of(), null));
        submitForReview.submit(fresh.id());
        refused("sales.not-reviewed", () -> confirmOrder.confirm(fresh.id(), Map.of(), null));
    }

    @Test
    void a_refused_approval_sends_the_order_back() {
        var order = reviewed(priced(300, "1000"));
        requestApproval.request(order.id(), Map.of(line(order).id(), WANTED));
        approvals.refuse(order.id(), "毛利太低");

        assertThat(orders.get(order.id()))
                .extracting(SalesOrder::status, SalesOrder::returnReason)
                .containsExactly(OrderStatus.INQUIRY, "毛利太低");
    }

    @Test
    void of_two_browsers_that_confirm_at_once_one_is_told_clearly() throws Exception {
        var order = reviewed(inquiry(5));
        try (var browsers = Executors.newFixedThreadPool(2)) {
            Callable<String> confirm = () -> Actor.system().call(() -> {
                try {
                    return confirmOrder
                            .confirm(order.id(), Map.of(), null)
                            .status()
                            .name();
                } catch (RuleViolation refusal) {
                    return refusal.code();
                }
            });
            var answers = browsers.invokeAll(List.of(confirm, confirm));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder("CONFIRMED", "sales.already-confirmed");
        }
        assertThat(heard.of(OrderConfirmed.class)).hasSize(1);
    }

    @Test
    void the_promise_is_the_users_and_never_in_the_past() {
        var order = reviewed(inquiry(5));
        var line = line(order).id();
        refused("sales.date-in-past", () -> confirmOrder.confirm(order.id(), Map.of(line, TODAY.minusDays(1)), null));
        confirmOrder.confirm(order.id(), Map.of(line, TODAY.plusDays(3)), null);

        assertThat(line(order).firstPromise()).isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void impossible_lines_are_refused_with_their_code() {
        refused("sales.quantity-not-positive", () -> inquiry(0));
        refused("sales.quantity-not-positive", () -> inquiry(-3));
        refused("quantity.too-precise", () -> Quantity.of("0.0000001", "C62"));
        refused("sales.unknown-item", () -> create(Identity.fresh(), Quantity.of(1, "C62"), WANTED));
        refused("factory.unit-not-convertible", () -> create(flange.id(), Quantity.of(1, "KGM"), WANTED));
        refused("sales.date-in-past", () -> create(flange.id(), Quantity.of(1, "C62"), TODAY.minusDays(1)));
        refused("sales.bad-price", () -> priced(1, "1.0000001"));
        refused("sales.without-lines", () -> createOrder.create(NewOrder.of(customer.id(), OrderClass.STABLE)));
        var supplier = partners.save(Partner.supplier("S-" + customer.code(), "钢厂"));
        refused(
                "sales.not-a-customer",
                () -> createOrder.create(NewOrder.of(
                        supplier.id(),
                        OrderClass.STABLE,
                        NewOrder.Line.of(flange.id(), Quantity.of(1, "C62"), WANTED))));
        assertThat(heard.of(OrderReceived.class)).isEmpty();
    }

    @Test
    void a_line_in_kilograms_is_planned_in_pieces() {
        units.define(flange.id(), "KGM", Ratio.of(1, 2)); // 1 kg is half a piece
        var order = create(flange.id(), Quantity.of(5, "KGM"), WANTED);

        assertThat(line(order).ordered()).isEqualTo(Quantity.of(5, "KGM"));
        assertThat(line(order).quantity()).isEqualTo(Quantity.of("2.5", "C62"));
    }

    @Test
    void the_same_external_key_makes_one_order() {
        var first = keyed("CRM-" + flange.code());
        refused("sales.duplicate-key", () -> keyed("CRM-" + flange.code()));
        assertThat(orders.byExternalKey("CRM-" + flange.code()))
                .map(SalesOrder::id)
                .contains(first.id());
    }

    @Test
    void a_change_after_confirmation_is_kept_told_and_acknowledged() throws Exception {
        var owner = new Actor(Identity.fresh(), "陈悦", Actor.FIRST_ORGANISATION, null, Set.of("sales"), "web", "zh");
        var order = As.by(owner, () -> inquiry(300));
        confirmOrder.confirm(reviewed(order).id(), Map.of(), null);
        var line = line(order);
        refused("sales.nothing-changed", () -> change(line, Quantity.of(300, "C62"), null));
        refused("sales.date-in-past", () -> change(line, null, TODAY.minusDays(1)));
        refused(
                "sales.without-reason",
                () -> changeLine.change(line.id(), new LineChange(Quantity.of(1, "C62"), null, null, " "), null));
        var change = change(line, Quantity.of(200, "C62"), WANTED.plusDays(10));

        assertThat(change.kind()).isEqualTo(ChangeKind.QUANTITY_AND_DATE);
        assertThat(change.status()).isEqualTo(OrderChange.Status.OPEN);
        assertThat(line(order).quantity()).isEqualTo(Quantity.of(200, "C62"));
        assertThat(line(order).latestPromise()).isEqualTo(WANTED.plusDays(10));
        assertThat(line(order).firstPromise()).isEqualTo(WANTED);
        assertThat(heard.of(OrderLineChanged.class)).singleElement().satisfies(event -> {
            assertThat(event.before().quantity()).isEqualTo(Quantity.of(300, "C62"));
            assertThat(event.after().quantity()).isEqualTo(Quantity.of(200, "C62"));
        });
        assertThat(acknowledgements.asked).contains(owner.user());
        changes.settle(change.id(), OrderChange.Status.APPLIED);
        assertThat(orders.changesOf(List.of(line.id())))
                .extracting(OrderChange::status)
                .containsExactly(OrderChange.Status.APPLIED);
    }

    @Test
    void a_stale_page_is_refused() {
        var order = inquiry(5);
        quoteOrder.quote(order.id());
        var edit = new OrderEdit("PO-1", null, null, null, null, null, null, null);
        refused("record.changed-meanwhile", () -> editOrder.head(order.id(), edit, order.version()));
    }

    @Test
    void editing_a_line_in_review_asks_for_a_new_review() {
        var order = reviewed(inquiry(5));
        editOrder.line(line(order).id(), NewOrder.Line.of(flange.id(), Quantity.of(6, "C62"), WANTED), null);

        assertThat(orders.get(order.id()).status()).isEqualTo(OrderStatus.INQUIRY);
        assertThat(line(order).quantity()).isEqualTo(Quantity.of(6, "C62"));
        refused("sales.last-line", () -> editOrder.remove(line(order).id()));
    }

    @Test
    void a_cancelled_line_ends_the_order_and_is_told() {
        var order = confirmed(inquiry(5));
        cancelLine.cancel(line(order).id(), "客户取消");

        assertThat(orders.get(order.id()).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(heard.of(OrderLineCancelled.class)).hasSize(1);
        refused("sales.wrong-status", () -> cancelLine.cancel(line(order).id(), "再次"));
    }

    @Test
    void a_confirmed_order_is_cancelled_line_by_line() {
        var order = confirmed(inquiry(5));
        cancelOrder.cancel(order.id(), "客户破产");

        assertThat(orders.get(order.id()).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(heard.of(OrderLineCancelled.class)).hasSize(1);
    }

    @Test
    void deliveries_complete_line_and_order() {
        var order = confirmed(inquiry(300));
        recordDelivery.record(line(order).id(), Quantity.of(100, "C62"));
        assertThat(line(order).open()).isEqualTo(Quantity.of(200, "C62"));
        recordDelivery.record(line(order).id(), Quantity.of(200, "C62"));

        assertThat(orders.get(order.id()).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(line(order).status()).isEqualTo(LineStatus.COMPLETED);
        assertThat(heard.of(OrderCompleted.class)).hasSize(1);
    }

    @Test
    void planning_hears_of_confirmed_lines_and_their_changes_and_is_left_alone_by_reviews() {
        var order = inquiry(10);
        var asked = orders.planningMark();
        quoteOrder.quote(order.id());
        submitForReview.submit(order.id());
        assertThat(orders.planningMark()).isEqualTo(asked);

        review(order, Department.SALES, Department.ENGINEERING, Department.PRODUCTION);
        confirmOrder.confirm(order.id(), Map.of(), null);
        var confirmed = orders.planningMark();
        assertThat(confirmed).isNotEqualTo(asked);

        change(line(order), Quantity.of(12, "C62"), null);
        var changed = orders.planningMark();
        assertThat(changed).isNotEqualTo(confirmed);
        holdOrder.hold(order.id(), "客户通知暂停");
        assertThat(orders.planningMark()).isNotEqualTo(changed);
    }

    @Test
    void a_mark_for_planning_never_comes_back_after_a_change_was_taken_back() {
        var order = confirmed(reviewed(inquiry(10)));
        var before = orders.planningMark();
        var taken = transaction.execute(status -> {
            change(line(order), Quantity.of(12, "C62"), null);
            status.setRollbackOnly();
            return orders.planningMark();
        });
        assertThat(orders.planningMark()).isEqualTo(before);

        change(line(order), Quantity.of(13, "C62"), null);
        assertThat(orders.planningMark()).isNotEqualTo(before).isNotEqualTo(taken);
    }

    @Test
    void a_held_order_is_not_confirmed_before_it_is_resumed() {
        var order = reviewed(inquiry(5));
        holdOrder.hold(order.id(), "客户未付定金");
        refused("sales.on-hold", () -> confirmOrder.confirm(order.id(), Map.of(), null));
        resumeOrder.resume(order.id());

        assertThat(confirmOrder.confirm(order.id(), Map.of(), null).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void a_copy_asks_for_the_same_again() {
        var order = confirmed(priced(5, "12.5"));
        var copy = copyOrder.copy(order.id());

        assertThat(copy.status()).isEqualTo(OrderStatus.INQUIRY);
        assertThat(copy.number()).isNotEqualTo(order.number());
        assertThat(orders.pricesOf(List.of(line(copy).id())).values())
                .singleElement()
                .satisfies(price -> assertThat(price.net()).isEqualByComparingTo("62.50"));
        assertThat(line(copy).requestedDate()).isEqualTo(WANTED);
    }

    @Test
    void totals_are_the_sums_of_the_lines_in_both_price_views() {
        var line = new NewOrder.Line(
                flange.id(), Quantity.of(3, "C62"), WANTED, new BigDecimal("11.3"), null, null, null, null);
        var order = createOrder.create(new NewOrder(
                customer.id(),
                null,
                OrderClass.STABLE,
                "CNY",
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                List.of(line, line)));

        var prices = orders.pricesOf(
                orders.lines(order.id()).stream().map(OrderLine::id).toList());
        assertThat(prices.values()).allSatisfy(price -> {
            assertThat(price.gross()).isEqualByComparingTo("33.90");
            assertThat(price.net()).isEqualByComparingTo("30.00");
        });
    }

    private SalesOrder inquiry(long quantity) {
        return create(flange.id(), Quantity.of(quantity, "C62"), WANTED);
    }

    private SalesOrder create(UUID item, Quantity quantity, LocalDate date) {
        return createOrder.create(
                NewOrder.of(customer.id(), OrderClass.STABLE, NewOrder.Line.of(item, quantity, date)));
    }

    private SalesOrder priced(long quantity, String price) {
        var line = new NewOrder.Line(
                flange.id(), Quantity.of(quantity, "C62"), WANTED, new BigDecimal(price), null, null, null, null);
        return createOrder.create(NewOrder.of(customer.id(), OrderClass.STABLE, line));
    }

    private SalesOrder keyed(String key) {
        return createOrder.create(new NewOrder(
                customer.id(),
                null,
                OrderClass.STABLE,
                null,
                null,
                false,
                null,
                null,
                null,
                key,
                null,
                List.of(NewOrder.Line.of(flange.id(), Quantity.of(1, "C62"), WANTED))));
    }

    private SalesOrder reviewed(SalesOrder order) {
        submitForReview.submit(order.id());
        review(order, Department.SALES, Department.ENGINEERING, Department.PRODUCTION);
        return orders.get(order.id());
    }

    private SalesOrder confirmed(SalesOrder order) {
        return confirmOrder.confirm(reviewed(order).id(), Map.of(), null);
    }

    private void review(SalesOrder order, Department... departments) {
        for (var department : departments) {
            answer(order, department, ReviewAnswer.YES, null);
        }
    }

    private OrderReview answer(SalesOrder order, Department department, ReviewAnswer answer, @Nullable String remark) {
        return answerReview.answer(line(order).id(), new ReviewReply(department, answer, null, null, null, remark));
    }

    private OrderChange change(OrderLine line, @Nullable Quantity quantity, @Nullable LocalDate date) {
        return changeLine.change(line.id(), new LineChange(quantity, date, null, "客户改单"), null);
    }

    private OrderLine line(SalesOrder order) {
        return orders.lines(order.id()).getFirst();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
