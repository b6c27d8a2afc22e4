package org.throughline.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Items;
import org.throughline.factory.Partners;
import org.throughline.identity.Verb;
import org.throughline.kernel.Money;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderLines;
import org.throughline.workflow.ApprovalRequest;
import org.throughline.workflow.Approvals;

/** Use case: a reviewed order goes through the approval chain that its amount, class and customer call for. */
@Service
public class RequestApproval {

    private static final int SHOWN_LINES = 5;

    private final OrderHeads heads;
    private final OrderLines lines;
    private final SalesOrders orders;
    private final Partners partners;
    private final Items items;
    private final Approvals approvals;
    private final Clock clock;

    RequestApproval(
            OrderHeads heads,
            OrderLines lines,
            SalesOrders orders,
            Partners partners,
            Items items,
            Approvals approvals,
            Clock clock) {
        this.heads = heads;
        this.lines = lines;
        this.orders = orders;
        this.partners = partners;
        this.items = items;
        this.approvals = approvals;
        this.clock = clock;
    }

    /**
     * Starts the chain. Where no rule asks for approval, it is granted at once.
     *
     * @param promises the dates that will be promised, by line; missing ones are decided at confirmation
     * @throws OrderRefused if the order is not reviewed, or a promise lies in the past
     */
    @Transactional
    @Verb(type = "sales-order", operation = "request-approval")
    public SalesOrder request(UUID orderId, Map<UUID, LocalDate> promises) {
        var order = heads.lock(orderId).mustBe("request-approval", OrderStatus.REVIEWED);
        var today = LocalDate.now(clock);
        var open = lines.openOf(orderId);
        for (var line : open) {
            var promise = promises.get(line.id());
            if (promise != null && promise.isBefore(today)) {
                throw OrderRefused.dateInPast(line.label(), promise, today);
            }
            if (promise != null) {
                lines.propose(line.id(), promise);
            }
        }
        heads.startApproval(order);
        approvals.submit(approval(order, open));
        return heads.get(orderId);
    }

    private ApprovalRequest approval(SalesOrder order, List<OrderLine> open) {
        var customer = partners.get(order.customerId());
        var prices = orders.pricesOf(open.stream().map(OrderLine::id).toList()).values();
        var gross = prices.stream().map(LinePrice::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
        var net = prices.stream().map(LinePrice::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        var dates = lines.dates(order.id());
        boolean late = open.stream().anyMatch(line -> {
            var known = dates.get(line.id());
            return known != null && known.earliest() != null && known.earliest().isAfter(line.requestedDate());
        });
        var facts = new HashMap<String, Object>();
        facts.put("amount", new Money(gross, order.currency()));
        facts.put("amount_net", new Money(net, order.currency()));
        facts.put("currency", order.currency());
        facts.put("order_class", order.orderClass().name());
        facts.put("customer", customer.shownName());
        facts.put("items", items(open));
        facts.put("lines", BigDecimal.valueOf(open.size()));
        facts.put("late", late ? "yes" : "no");
        open.stream()
                .map(OrderLine::requestedDate)
                .min(LocalDate::compareTo)
                .ifPresent(day -> facts.put("requested", day));
        var title = "%s · %s".formatted(order.number(), customer.shownName());
        return new ApprovalRequest("sales-order", order.id(), title, facts);
    }

    /** What is ordered, as approvers read it: {@code 车架 10 件}. */
    private List<List<Object>> items(List<OrderLine> open) {
        var names = items.all(open.stream().map(OrderLine::itemId).toList());
        return open.stream()
                .limit(SHOWN_LINES)
                .map(line -> List.<Object>of(
                        Objects.requireNonNull(names.get(line.itemId())).name(), line.ordered()))
                .toList();
    }
}
