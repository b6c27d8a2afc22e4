package org.throughline.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.kernel.NotFound;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;
import org.throughline.order.internal.OrderReviews;
import org.throughline.records.Comments;
import org.throughline.workflow.Notices;

/** Use case: a department answers "can we, when, how much" on a line. */
@Service
public class AnswerReview {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final OrderReviews reviews;
    private final Comments comments;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnswerReview(
            OrderHeads heads,
            OrderLines lines,
            OrderReviews reviews,
            Comments comments,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.reviews = reviews;
        this.comments = comments;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the answer. The last one that was needed makes the order REVIEWED; a no sends it back to sales with the
     * reason. While the order is in review or just reviewed, a department may answer again or speak though it was skipped.
     *
     * @throws OrderRefused if the order is not in review, the department is not the actor's, or a reason is missing
     */
    @Transactional
    @Verb(type = "order-review", operation = "answer")
    public OrderReview answer(UUID lineId, ReviewReply reply) {
        var at = clock.instant();
        var order = heads.lockOfLine(lineId).mustBe("review", OrderStatus.IN_REVIEW, OrderStatus.REVIEWED);
        check(reply, lines.get(lineId));
        var review = reviews.find(lineId, reply.department()).orElseThrow(() -> new NotFound("order-review", lineId));
        reviews.answer(review.id(), reply, at);
        events.publishEvent(new ReviewAnswered(order.id(), lineId, reply.department(), reply.answer(), at));
        if (reply.answer() == ReviewAnswer.NO) {
            sendBack(order, lines.get(lineId), reply);
        } else if (order.status() == OrderStatus.IN_REVIEW) {
            closeIfComplete(order, at);
        }
        return reviews.find(lineId, reply.department()).orElseThrow();
    }

    private void check(ReviewReply reply, OrderLine line) {
        if (!reply.department().isAnsweredBy(Actor.current().roles())) {
            throw OrderRefused.notYourDepartment(reply.department());
        }
        var remark = Objects.requireNonNullElse(reply.remark(), "");
        if (reply.answer() != ReviewAnswer.YES && remark.isBlank()) {
            throw OrderRefused.answerWithoutReason(reply.answer());
        }
        var today = LocalDate.now(clock);
        var possible = reply.possibleDate();
        if (possible != null && possible.isBefore(today)) {
            throw OrderRefused.dateInPast(line.label(), possible, today);
        }
    }

    private void sendBack(SalesOrder order, OrderLine line, ReviewReply reply) {
        var reason = "%s · %s: %s".formatted(line.label(), reply.department(), reply.remark());
        heads.sendBack(order, reason);
        comments.add("sales-order", order.id(), reason);
        var owner = order.ownerUserId();
        if (owner != null) {
            var values = Map.of("number", order.number(), "reason", reason);
            notices.tell(List.of(owner), "sales.review-refused", values, "/orders/" + line.id());
        }
    }

    private void closeIfComplete(SalesOrder order, Instant at) {
        var pages = reviews.ofOrder(order.id());
        if (pages.stream().anyMatch(page -> page.answer() == null && !page.skipped())) {
            return;
        }
        heads.reviewed(order, at);
        var ids = pages.stream().map(OrderReview::lineId).distinct().toList();
        events.publishEvent(new OrderReviewed(order.id(), ids, at));
        var owner = order.ownerUserId();
        if (owner != null) {
            var link = lines.pageOf(order.id()) + "?do=confirm";
            notices.tell(List.of(owner), "sales.reviewed", Map.of("number", order.number()), link);
        }
    }
}
