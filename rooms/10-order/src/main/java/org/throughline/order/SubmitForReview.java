package org.throughline.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Identity;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;
import org.throughline.order.internal.OrderReviews;
import org.throughline.order.internal.PromiseQuestion;
import org.throughline.workflow.Notices;

/** Use case: sales asks the departments whether an order can be accepted, with the computed date beside the question. */
@Service
public class SubmitForReview {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final OrderReviews reviews;
    private final PromiseQuestion question;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubmitForReview(
            OrderHeads heads,
            OrderLines lines,
            OrderReviews reviews,
            PromiseQuestion question,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.reviews = reviews;
        this.question = question;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a review round: every line gets one page per department, with the earliest date computed now. Departments
     * that the policy of the order's class does not need are marked skipped; if it needs none, the order is reviewed.
     *
     * @throws OrderRefused if the order is past review or on hold
     */
    @Transactional
    @Verb(type = "sales-order", operation = "submit-review")
    public SalesOrder submit(UUID orderId) {
        var at = clock.instant();
        var order = heads.lock(orderId)
                .mustBe("submit-review", OrderStatus.INQUIRY, OrderStatus.QUOTED, OrderStatus.REVIEWED);
        if (order.onHold()) {
            throw OrderRefused.onHold(order.number(), String.valueOf(order.holdReason()));
        }
        var needs = reviews.needs(order.orderClass());
        var asked = lines.openOf(orderId);
        var answers = question.about(asked); // before anything is written, on the plan that everybody sees
        heads.startReview(order);
        boolean anybody = false;
        for (int i = 0; i < asked.size(); i++) {
            anybody |= ask(asked.get(i), answers.get(i), order.reviewRound() + 1, needs, at);
        }
        var ids = asked.stream().map(OrderLine::id).toList();
        events.publishEvent(new ReviewRequested(orderId, ids, at));
        if (anybody) {
            tell(order, needs);
        } else {
            heads.reviewed(heads.get(orderId), at);
            events.publishEvent(new OrderReviewed(orderId, ids, at));
        }
        return heads.get(orderId);
    }

    private boolean ask(
            OrderLine line, PromiseQuestion.Answer answer, int round, Map<Department, ReviewNeed> needs, Instant at) {
        lines.computed(line.id(), answer.earliest(), answer.reason());
        boolean anybody = false;
        for (var department : Department.values()) {
            boolean skipped = switch (needs.getOrDefault(department, ReviewNeed.ALWAYS)) {
                case ALWAYS -> false;
                case NEVER -> true;
                case UNLESS_PROMISE_MET -> answer.meetsWanted();
            };
            reviews.ask(
                    Identity.fresh(), line.id(), round, department, skipped, answer.earliest(), answer.reason(), at);
            anybody |= !skipped;
        }
        return anybody;
    }

    private void tell(SalesOrder order, Map<Department, ReviewNeed> needs) {
        for (var department : Department.values()) {
            if (needs.get(department) != ReviewNeed.NEVER) {
                var values = Map.of("number", order.number());
                var link = lines.pageOf(order.id()) + "?do=review";
                roles(department).forEach(role -> notices.tellRole(role, "sales.review-requested", values, link));
            }
        }
    }

    private static List<String> roles(Department department) {
        return switch (department) {
            case SALES -> List.of("sales");
            case ENGINEERING -> List.of("engineer");
            case PRODUCTION -> List.of("planner");
        };
    }
}
