package org.throughline.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;
import org.throughline.order.internal.OrderReviews;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approvals;

/** Use case: the customer gets our word, with a date for every line. */
@Service
public class ConfirmOrder {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final OrderReviews reviews;
    private final RequestApproval requestApproval;
    private final Approvals approvals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmOrder(
            OrderHeads heads,
            OrderLines lines,
            OrderReviews reviews,
            RequestApproval requestApproval,
            Approvals approvals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.reviews = reviews;
        this.requestApproval = requestApproval;
        this.approvals = approvals;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Confirms an approved order. A reviewed one is sent for approval first; if nobody has to approve, it is confirmed in
     * the same step, otherwise it is answered as APPROVING.
     *
     * @param promises the promised date by line; a line without one is promised for the date proposed for approval, else
     *     for the requested date or the computed earliest, whichever is later
     * @param version  the version the caller saw; null: whatever it is now
     * @throws OrderRefused if it is confirmed already, not reviewed, on hold, waits for approval, or a promise lies in the
     *     past
     */
    @Transactional
    @Verb(type = "sales-order", operation = "confirm")
    public SalesOrder confirm(UUID orderId, Map<UUID, LocalDate> promises, @Nullable Integer version) {
        var order = confirmable(heads.lock(orderId));
        order.mustBeAt(version);
        if (order.status() == OrderStatus.REVIEWED) {
            order = requestApproval.request(orderId, promises);
            if (order.approvedAt() == null) {
                return order;
            }
        }
        if (order.approvedAt() == null) {
            throw OrderRefused.approvalWaiting(order.number(), approvers(orderId));
        }
        var at = clock.instant();
        var open = lines.openOf(orderId);
        promise(orderId, open, promises);
        heads.confirmed(order, at, Actor.current().name());
        var confirmed = lines.openOf(orderId);
        events.publishEvent(new OrderConfirmed(orderId, confirmed, at));
        return heads.get(orderId);
    }

    private SalesOrder confirmable(SalesOrder order) {
        var confirmedAt = order.confirmedAt();
        if (confirmedAt != null && order.status() != OrderStatus.CANCELLED) {
            throw OrderRefused.alreadyConfirmed(
                    order.number(), Objects.requireNonNullElse(order.confirmedByName(), ""), confirmedAt);
        }
        if (order.onHold()) {
            throw OrderRefused.onHold(order.number(), Objects.requireNonNullElse(order.holdReason(), ""));
        }
        if (order.status() == OrderStatus.IN_REVIEW) {
            var missing = reviews.ofOrder(order.id()).stream()
                    .filter(page -> page.answer() == null && !page.skipped())
                    .map(page -> page.department().name())
                    .distinct()
                    .toList();
            throw OrderRefused.notReviewed(order.number(), missing);
        }
        return order.mustBe("confirm", OrderStatus.REVIEWED, OrderStatus.APPROVING);
    }

    private void promise(UUID orderId, List<OrderLine> open, Map<UUID, LocalDate> promises) {
        var today = LocalDate.now(clock);
        var dates = lines.dates(orderId);
        for (var line : open) {
            var promise = promises.get(line.id());
            if (promise == null) {
                promise = usual(line, dates.get(line.id()), today);
            } else if (promise.isBefore(today)) {
                throw OrderRefused.dateInPast(line.label(), promise, today);
            }
            lines.promise(line.id(), promise);
        }
    }

    private static LocalDate usual(OrderLine line, OrderLines.@Nullable Dates dates, LocalDate today) {
        var promise = line.requestedDate();
        if (dates != null && dates.proposed() != null) {
            promise = dates.proposed();
        } else if (dates != null && dates.earliest() != null && dates.earliest().isAfter(promise)) {
            promise = dates.earliest();
        }
        return promise.isBefore(today) ? today : promise;
    }

    private List<String> approvers(UUID orderId) {
        return approvals.of("sales-order", List.of(orderId)).getOrDefault(orderId, List.of()).stream()
                .flatMap(approval -> approval.waitingTasks().stream())
                .map(Approval.Task::userName)
                .distinct()
                .toList();
    }
}
