package org.throughline.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.factory.Calendars;
import org.throughline.factory.Item;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Quantity;
import org.throughline.order.AnswerReview;
import org.throughline.order.ChangeLine;
import org.throughline.order.ConfirmOrder;
import org.throughline.order.CreateOrder;
import org.throughline.order.HoldOrder;
import org.throughline.order.LineChange;
import org.throughline.order.NewOrder;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderReview;
import org.throughline.order.OrderStatus;
import org.throughline.order.QuoteOrder;
import org.throughline.order.RequestApproval;
import org.throughline.order.ResumeOrder;
import org.throughline.order.ReviewReply;
import org.throughline.order.SalesOrders;
import org.throughline.order.SubmitForReview;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approvals;

/** The demonstration's customers and salespeople: inquiries come, are reviewed, approved and confirmed. */
@Component
class OrderDesk {

    private static final int MOST_LINES = 3;
    private static final int SIMPLE_PERCENT = 68;
    private static final int RUSH_PERCENT = 8;

    /** Working days from the inquiry to the wished delivery. */
    private static final int RUSH_WISH = 16;

    private static final int HURRY_WISH = 15;
    private static final int SHORTEST_WISH = 25;
    private static final int WISHES_DIFFER = 12;

    /** Working days that sales adds to the computed day for inspection, packing and the road. */
    private static final int DELIVERY_DAYS = 5;

    private final CreateOrder createOrder;
    private final QuoteOrder quoteOrder;
    private final SubmitForReview submitForReview;
    private final AnswerReview answerReview;
    private final RequestApproval requestApproval;
    private final ConfirmOrder confirmOrder;
    private final ChangeLine changeLine;
    private final HoldOrder holdOrder;
    private final ResumeOrder resumeOrder;
    private final SalesOrders orders;
    private final Approvals approvals;
    private final Calendars calendars;

    OrderDesk(
            CreateOrder createOrder,
            QuoteOrder quoteOrder,
            SubmitForReview submitForReview,
            AnswerReview answerReview,
            RequestApproval requestApproval,
            ConfirmOrder confirmOrder,
            ChangeLine changeLine,
            HoldOrder holdOrder,
            ResumeOrder resumeOrder,
            SalesOrders orders,
            Approvals approvals,
            Calendars calendars) {
        this.createOrder = createOrder;
        this.quoteOrder = quoteOrder;
        this.submitForReview = submitForReview;
        this.answerReview = answerReview;
        this.requestApproval = requestApproval;
        this.confirmOrder = confirmOrder;
        this.changeLine = changeLine;
        this.holdOrder = holdOrder;
        this.resumeOrder = resumeOrder;
        this.orders = orders;
        this.approvals = approvals;
        this.calendars = calendars;
    }

    /** A customer asks; answers the order. */
    UUID inquire(Shop shop, Random random, LocalDate today) {
        var sales = pick(shop.actors("sales"), random);
        boolean rush = random.nextInt(100) < RUSH_PERCENT;
        var lines = new ArrayList<NewOrder.Line>();
        int count = 1 + random.nextInt(MOST_LINES);
        for (int i = 0; i < count; i++) {
            var item = pick(random.nextInt(100) < SIMPLE_PERCENT ? shop.simpleProducts : shop.products, random);
            int days = rush ? RUSH_WISH + random.nextInt(4) : SHORTEST_WISH + random.nextInt(WISHES_DIFFER);
            var wish = calendars.standard().plusWorkingDays(today, days);
            lines.add(NewOrder.Line.of(item.id(), Quantity.of(lotOf(item, random), item.unit()), wish));
        }
        var wanted = new NewOrder(
                shop.customers.get(random.nextInt(shop.customers.size())),
                "PO%d%02d%03d".formatted(today.getYear() % 100, today.getMonthValue(), random.nextInt(1000)),
                rush ? OrderClass.RUSH : OrderClass.STABLE,
                "CNY",
                null,
                false,
                null,
                null,
                null,
                null,
                sales.user(),
                lines);
        return as(sales, () -> createOrder.create(wanted).id());
    }

    /** The rush order that a newcomer is told to open: charging pile housings, wanted soon. */
    UUID inquireInAHurry(Shop shop, LocalDate today) {
        var item = shop.item("CZ-160");
        var wish = calendars.standard().plusWorkingDays(today, HURRY_WISH);
        var wanted = new NewOrder(
                shop.customers.getLast(),
                "PO-急-充电站二期",
                OrderClass.RUSH,
                "CNY",
                null,
                false,
                null,
                null,
                null,
                null,
                shop.actor("sales").user(),
                List.of(NewOrder.Line.of(item.id(), Quantity.of(8, item.unit()), wish)));
        return as(shop.actor("sales"), () -> createOrder.create(wanted).id());
    }

    /** Sales has given its word for the wished day, whatever was computed. */
    List<OrderLine> confirmAsWished(Shop shop, UUID order) {
        var wishes = as(Actor.system(), () -> orders.lines(order)).stream()
                .collect(Collectors.toMap(OrderLine::id, OrderLine::requestedDate));
        as(shop.actor("sales"), () -> requestApproval.request(order, wishes));
        approve(shop, order);
        as(shop.actor("sales"), () -> confirmOrder.confirm(order, wishes, null));
        return as(Actor.system(), () -> orders.lines(order));
    }

    /** Cheap parts are ordered by the dozen, large machines one by one. */
    private static int lotOf(Item item, Random random) {
        int price = item.listPrice().amount().intValue();
        if (price > 10_000) {
            return 2 + random.nextInt(5);
        }
        if (price > 3_000) {
            return 4 + random.nextInt(8);
        }
        if (price > 1_000) {
            return 6 + random.nextInt(13);
        }
        return 20 + 5 * random.nextInt(11);
    }

    void quote(Shop shop, UUID order) {
        as(shop.actor("sales"), () -> quoteOrder.quote(order));
    }

    void submit(Shop shop, UUID order) {
        as(shop.actor("sales"), () -> submitForReview.submit(order));
    }

    /** The departments answer all that is asked of them. */
    void answer(Shop shop, UUID order) {
        for (var review : openReviews(order)) {
            as(
                    departmentOf(shop, review),
                    () -> answerReview.answer(review.lineId(), ReviewReply.yes(review.department())));
        }
    }

    /** Only the first department answers: the review goes on waiting for the others. */
    void answerFirst(Shop shop, UUID order) {
        openReviews(order).stream()
                .findFirst()
                .ifPresent(review -> as(
                        departmentOf(shop, review),
                        () -> answerReview.answer(review.lineId(), ReviewReply.yes(review.department()))));
    }

    private List<OrderReview> openReviews(UUID order) {
        var lines = as(Actor.system(), () -> orders.lines(order)).stream()
                .map(OrderLine::id)
                .toList();
        return as(Actor.system(), () -> orders.reviewsOf(lines)).stream()
                .filter(review -> review.answer() == null && !review.skipped())
                .toList();
    }

    private static Actor departmentOf(Shop shop, OrderReview review) {
        return shop.actor(
                switch (review.department()) {
                    case SALES -> "sales";
                    case ENGINEERING -> "engineer";
                    case PRODUCTION -> "planner";
                });
    }

    /** The approvers agree as far as the rules ask them. */
    void approve(Shop shop, UUID order) {
        for (var waiting = waiting(order); !waiting.isEmpty(); waiting = waiting(order)) {
            var approval = waiting.getFirst();
            var approver = shop.actor(approval.waitingTasks().getFirst().user());
            as(approver, () -> approvals.approve(approval.id(), "同意"));
        }
    }

    boolean waitsForApproval(UUID order) {
        return !waiting(order).isEmpty();
    }

    /** Approval is asked for; what cannot be had by the wished day is promised for later. */
    void request(Shop shop, UUID order, LocalDate today) {
        as(shop.actor("sales"), () -> requestApproval.request(order, promises(order, today)));
    }

    private List<Approval> waiting(UUID order) {
        return as(Actor.system(), () -> approvals.of("sales-order", List.of(order))).values().stream()
                .flatMap(List::stream)
                .filter(approval -> approval.state() == Approval.State.WAITING)
                .toList();
    }

    /** The promise: the wish, or the computed day and the way to the customer where that is later. */
    private Map<UUID, LocalDate> promises(UUID order, LocalDate today) {
        var lines = as(Actor.system(), () -> orders.lines(order));
        var computed = new HashMap<UUID, LocalDate>();
        for (var review : as(
                Actor.system(),
                () -> orders.reviewsOf(lines.stream().map(OrderLine::id).toList()))) {
            if (review.computedEarliest() != null) {
                computed.merge(review.lineId(), review.computedEarliest(), OrderDesk::later);
            }
        }
        var soonest = calendars.standard().plusWorkingDays(today, RUSH_WISH);
        var promises = new HashMap<UUID, LocalDate>();
        for (var line : lines) {
            var made = computed.getOrDefault(line.id(), soonest);
            var there = calendars.standard().plusWorkingDays(made, DELIVERY_DAYS);
            var wish = line.requestedDate();
            promises.put(line.id(), wish.isBefore(today) ? later(there, soonest) : later(there, wish));
        }
        return promises;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other.isAfter(one) ? other : one;
    }

    /** Confirms if the order may be; answers its lines, none if not. */
    List<OrderLine> confirm(Shop shop, UUID order, LocalDate today) {
        var status = as(Actor.system(), () -> orders.get(order)).status();
        if (status != OrderStatus.REVIEWED && status != OrderStatus.APPROVING && status != OrderStatus.CONFIRMED) {
            return List.of();
        }
        if (status != OrderStatus.CONFIRMED) {
            as(shop.actor("sales"), () -> confirmOrder.confirm(order, promises(order, today), null));
        }
        return as(Actor.system(), () -> orders.lines(order));
    }

    void postpone(Shop shop, OrderLine line, int days, String reason) {
        as(
                shop.actor("sales"),
                () -> changeLine.change(
                        line.id(), new LineChange(null, line.requestedDate().plusDays(days), null, reason), null));
    }

    void reduce(Shop shop, OrderLine line, String reason) {
        var half = line.quantity().amount().intValue() / 2;
        if (half > 0) {
            as(
                    shop.actor("sales"),
                    () -> changeLine.change(
                            line.id(),
                            new LineChange(Quantity.of(half, line.quantity().unit()), null, null, reason),
                            null));
        }
    }

    void resume(Shop shop, UUID order) {
        as(shop.actor("sales"), () -> resumeOrder.resume(order));
    }

    void hold(Shop shop, UUID order, String reason) {
        as(shop.actor("sales"), () -> holdOrder.hold(order, reason));
    }

    /** These lines as they are now. */
    List<OrderLine> lines(Collection<UUID> lines) {
        return as(Actor.system(), () -> orders.linesOf(lines));
    }

    Optional<OrderLine> line(UUID line) {
        return as(Actor.system(), () -> orders.linesOf(List.of(line))).stream().findFirst();
    }

    static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Does {@code work} as {@code actor}. */
    static <T> T as(Actor actor, java.util.concurrent.Callable<T> work) {
        try {
            return actor.call(work);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
