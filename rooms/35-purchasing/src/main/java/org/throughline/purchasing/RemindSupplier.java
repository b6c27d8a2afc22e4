package org.throughline.purchasing;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.purchasing.internal.OrderTable;
import org.throughline.workflow.Notices;

/** Use case: the buyer has asked the supplier where a delivery is; it stands in the line's history. */
@Service
public class RemindSupplier {

    private static final String SUPPLIERS = "supplier";

    private final OrderTable orders;
    private final Accounts accounts;
    private final ObjectProvider<Notices> notices;
    private final Clock clock;

    RemindSupplier(OrderTable orders, Accounts accounts, ObjectProvider<Notices> notices, Clock clock) {
        this.orders = orders;
        this.accounts = accounts;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Writes down who asked and when, and tells the supplier's own accounts.
     *
     * @throws PurchaseRefused if the order was not sent, or the line waits for nothing
     */
    @Verb(type = "purchase-order", operation = "remind")
    @Transactional
    public PurchaseOrderLine remind(UUID lineId) {
        var line = orders.lockLine(lineId);
        var order = orders.get(line.orderId());
        if (!line.isOpen()) {
            throw PurchaseRefused.wrongStatus(line.number(), line.status().name());
        }
        if (!order.isUnderway()) {
            throw PurchaseRefused.notOrdered(order.number());
        }
        orders.remind(line, Actor.current().name(), clock.instant());
        var people = accounts.withRole(SUPPLIERS).stream()
                .filter(account -> order.supplierId().equals(account.partnerId()))
                .map(Account::id)
                .toList();
        var values = Map.of("line", line.number(), "expected", line.expected().toString());
        notices.ifAvailable(board -> board.tell(people, "purchasing.asked-about", values, "/"));
        return orders.line(lineId);
    }
}
