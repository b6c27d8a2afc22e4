package org.throughline.insight.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughline.factory.Calendars;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;
import org.throughline.order.OrderReview;
import org.throughline.order.OrderStatus;
import org.throughline.order.SalesOrder;
import org.throughline.order.SalesOrders;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approvals;

/** What the order room knows: received, reviewed, confirmed; reviews and approvals that wait. */
@Component
@Order(10)
class OrderSource implements LineSource {

    private final SalesOrders orders;
    private final Approvals approvals;
    private final Calendars calendars;
    private final Clock clock;

    OrderSource(SalesOrders orders, Approvals approvals, Calendars calendars, Clock clock) {
        this.orders = orders;
        this.approvals = approvals;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void contribute(Map<UUID, LineFactsBuilder> lines) {
        var heads = orders.all(
                lines.values().stream().map(builder -> builder.line().orderId()).collect(Collectors.toSet()));
        var reviews = orders.reviewsOf(lines.keySet()).stream().collect(Collectors.groupingBy(OrderReview::lineId));
        var waiting = approvals.of("sales-order", heads.keySet());
        for (var builder : lines.values()) {
            var head = heads.get(builder.line().orderId());
            if (head != null) {
                contribute(
                        builder,
                        head,
                        reviews.getOrDefault(builder.line().id(), List.of()),
                        waiting.getOrDefault(head.id(), List.of()));
            }
        }
    }

    private void contribute(
            LineFactsBuilder builder, SalesOrder head, List<OrderReview> reviews, List<Approval> approvalsOfOrder) {
        builder.passed(MilestoneKind.RECEIVED, head.receivedAt(), "sales-order", head.id());
        builder.passed(MilestoneKind.REVIEWED, head.reviewedAt(), "sales-order", head.id());
        builder.passed(MilestoneKind.CONFIRMED, head.confirmedAt(), "sales-order", head.id());
        for (var kind : List.of(MilestoneKind.RECEIVED, MilestoneKind.CONFIRMED, MilestoneKind.ACCEPTED)) {
            builder.owner(kind, head.ownerUserId());
        }
        var firstAnswer = reviews.stream()
                .map(OrderReview::answeredAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        var asked = reviews.stream()
                .map(OrderReview::requestedAt)
                .min(Instant::compareTo)
                .orElse(null);
        builder.handover(MilestoneKind.RECEIVED, head.receivedAt(), asked);
        builder.handover(MilestoneKind.REVIEWED, asked, firstAnswer);
        builder.handover(MilestoneKind.CONFIRMED, head.reviewedAt(), head.confirmedAt());
        if (head.status() == OrderStatus.IN_REVIEW) {
            reviewsWaiting(builder, reviews);
        }
        if (head.status() == OrderStatus.APPROVING) {
            approvalWaiting(builder, approvalsOfOrder);
        }
    }

    private void reviewsWaiting(LineFactsBuilder builder, List<OrderReview> reviews) {
        for (var review : reviews) {
            if (review.answer() == null && !review.skipped()) {
                builder.trouble(new Trouble(
                        Trouble.Kind.REVIEW_WAITING,
                        MilestoneKind.REVIEWED,
                        "order-review",
                        review.id(),
                        0,
                        Map.of(
                                "department",
                                "@department." + review.department(),
                                "hours",
                                hoursSince(review.requestedAt())),
                        null,
                        answerDue(review.requestedAt())));
            }
        }
    }

    private void approvalWaiting(LineFactsBuilder builder, List<Approval> approvalsOfOrder) {
        for (var approval : approvalsOfOrder) {
            var tasks = approval.waitingTasks();
            if (!tasks.isEmpty()) {
                builder.trouble(new Trouble(
                        Trouble.Kind.APPROVAL_WAITING,
                        MilestoneKind.CONFIRMED,
                        "approval",
                        approval.id(),
                        0,
                        Map.of(
                                "approver",
                                        tasks.stream()
                                                .map(Approval.Task::userName)
                                                .collect(Collectors.joining("、")),
                                "hours", hoursSince(approval.submittedAt())),
                        tasks.getFirst().user(),
                        approval.steps().get(approval.step()).dueAt()));
            }
        }
    }

    /** A department has until the evening of the next working day. */
    private Instant answerDue(Instant asked) {
        var day = LocalDate.ofInstant(asked, clock.getZone());
        return DayEnd.of(calendars.standard().plusWorkingDays(day, 1), clock.getZone());
    }

    private String hoursSince(Instant since) {
        return String.valueOf(Duration.between(since, clock.instant()).toHours());
    }
}
