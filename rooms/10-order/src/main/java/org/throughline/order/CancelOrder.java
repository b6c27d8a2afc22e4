package org.throughline.order;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approvals;

/** Use case: the whole order is given up. */
@Service
public class CancelOrder {

    private final OrderHeads heads;
    private final OrderLines lines;
    private final CancelLine cancelLine;
    private final Approvals approvals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CancelOrder(
            OrderHeads heads,
            OrderLines lines,
            CancelLine cancelLine,
            Approvals approvals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.cancelLine = cancelLine;
        this.approvals = approvals;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Cancels every open line. What was delivered stays delivered; such an order is completed instead.
     *
     * @throws OrderRefused if it is finished already, an approval still waits, or the reason is blank
     */
    @Transactional
    @Verb(type = "sales-order", operation = "cancel")
    public SalesOrder cancel(UUID orderId, String reason) {
        if (reason.isBlank()) {
            throw OrderRefused.withoutReason("cancel");
        }
        var order = heads.lock(orderId)
                .mustBe(
                        "cancel",
                        OrderStatus.INQUIRY,
                        OrderStatus.QUOTED,
                        OrderStatus.IN_REVIEW,
                        OrderStatus.REVIEWED,
                        OrderStatus.APPROVING,
                        OrderStatus.CONFIRMED);
        refuseWhileApproving(order);
        var open = lines.openOf(orderId);
        if (order.status() == OrderStatus.CONFIRMED) {
            for (var line : open) {
                cancelLine.cancel(line.id(), reason);
            }
            return heads.get(orderId);
        }
        open.forEach(line -> lines.close(line, LineStatus.CANCELLED));
        heads.cancelled(order, reason);
        heads.sum(orderId);
        var ids = open.stream().map(OrderLine::id).toList();
        events.publishEvent(new OrderCancelled(orderId, ids, reason, clock.instant()));
        return heads.get(orderId);
    }

    private void refuseWhileApproving(SalesOrder order) {
        var waiting = approvals.of("sales-order", List.of(order.id())).getOrDefault(order.id(), List.of()).stream()
                .flatMap(approval -> approval.waitingTasks().stream())
                .map(Approval.Task::userName)
                .distinct()
                .toList();
        if (!waiting.isEmpty()) {
            throw OrderRefused.approvalWaiting(order.number(), waiting);
        }
    }
}
