package org.throughline.order.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.order.OrderStatus;
import org.throughline.order.SalesOrder;
import org.throughline.records.Comments;
import org.throughline.workflow.ApprovalGranted;
import org.throughline.workflow.ApprovalRejected;
import org.throughline.workflow.ApprovalReturned;
import org.throughline.workflow.ApprovalWithdrawn;
import org.throughline.workflow.Notices;

/** Hears how the approval of an order ended. */
@Component
class ApprovalOutcome {

    private static final String TYPE = "sales-order";

    private final OrderHeads heads;
    private final OrderLines lines;
    private final Comments comments;
    private final Notices notices;

    ApprovalOutcome(OrderHeads heads, OrderLines lines, Comments comments, Notices notices) {
        this.heads = heads;
        this.lines = lines;
        this.comments = comments;
        this.notices = notices;
    }

    @EventListener
    void on(ApprovalGranted granted) {
        if (granted.recordType().equals(TYPE)) {
            var order = waiting(granted.recordId());
            heads.approved(order, granted.at());
            tell(order, "sales.approved", Map.of("number", order.number()), "?do=confirm");
        }
    }

    @EventListener
    void on(ApprovalRejected rejected) {
        if (rejected.recordType().equals(TYPE)) {
            var order = waiting(rejected.recordId());
            heads.sendBack(order, rejected.reason());
            comments.add(TYPE, order.id(), rejected.reason());
            tell(order, "sales.not-approved", Map.of("number", order.number(), "reason", rejected.reason()), "");
        }
    }

    @EventListener
    void on(ApprovalReturned returned) {
        if (returned.recordType().equals(TYPE)) {
            var order = waiting(returned.recordId());
            heads.sendBack(order, returned.reason());
            comments.add(TYPE, order.id(), returned.reason());
        }
    }

    @EventListener
    void on(ApprovalWithdrawn withdrawn) {
        if (withdrawn.recordType().equals(TYPE)) {
            heads.withdrawn(waiting(withdrawn.recordId()));
        }
    }

    private SalesOrder waiting(UUID orderId) {
        return heads.lock(orderId).mustBe("approve", OrderStatus.APPROVING);
    }

    private void tell(SalesOrder order, String code, Map<String, String> values, String step) {
        var owner = order.ownerUserId();
        if (owner != null) {
            notices.tell(List.of(owner), code, values, lines.pageOf(order.id()) + step);
        }
    }
}
