package org.throughline.purchasing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Quantity;
import org.throughline.purchasing.internal.AnswerTable;
import org.throughline.workflow.Notices;

/** Use case: a supplier says when a line comes, and how much of it; the buyer is told where that differs. */
@Service
public class AnswerPurchase {

    private static final String BUYERS = "buyer";

    private final ConfirmPurchaseDate confirmPurchaseDate;
    private final PurchaseOrders orders;
    private final AnswerTable answers;
    private final ObjectProvider<Notices> notices;
    private final Clock clock;

    AnswerPurchase(
            ConfirmPurchaseDate confirmPurchaseDate,
            PurchaseOrders orders,
            AnswerTable answers,
            ObjectProvider<Notices> notices,
            Clock clock) {
        this.confirmPurchaseDate = confirmPurchaseDate;
        this.orders = orders;
        this.answers = answers;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Confirms the date and keeps what was said.
     *
     * @param quantity that comes on the day, in the unit of the line; null: all of it
     * @throws PurchaseRefused if the day has passed, the order was not sent, the line waits for nothing, or the quantity
     *     is not positive or more than was ordered
     */
    @Verb(type = "purchase-order", operation = "confirm")
    @Transactional
    public void answer(UUID lineId, LocalDate date, @Nullable Quantity quantity, @Nullable String remark) {
        var line = orders.line(lineId);
        if (quantity != null && (!quantity.isPositive() || quantity.compareTo(line.quantity()) > 0)) {
            throw PurchaseRefused.answeredTooMuch(line.number(), quantity, line.quantity());
        }
        confirmPurchaseDate.confirm(lineId, date);
        var said = remark == null || remark.isBlank() ? null : remark.strip();
        answers.add(
                new SupplierAnswer(lineId, date, quantity, said, Actor.current().name(), clock.instant()));
        boolean less = quantity != null && quantity.compareTo(line.quantity()) < 0;
        if (less || date.isAfter(line.due()) || said != null) {
            tellBuyer(line, date, quantity == null ? line.quantity() : quantity);
        }
    }

    private void tellBuyer(PurchaseOrderLine line, LocalDate date, Quantity quantity) {
        var order = orders.get(line.orderId());
        var values = Map.of(
                "line",
                line.number(),
                "date",
                date.toString(),
                "due",
                line.due().toString(),
                "quantity",
                quantity);
        var link = "/records/purchase-order/" + order.id();
        var buyer = order.buyerId();
        if (buyer == null) {
            notices.ifAvailable(board -> board.tellRole(BUYERS, "purchasing.supplier-answered", values, link));
        } else {
            notices.ifAvailable(board -> board.tell(List.of(buyer), "purchasing.supplier-answered", values, link));
        }
    }

    /** What was last said about each of these lines; lines without an answer are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, SupplierAnswer> latest(Collection<UUID> lineIds) {
        var latest = new HashMap<UUID, SupplierAnswer>();
        answers.of(lineIds).forEach(answer -> latest.put(answer.lineId(), answer));
        return latest;
    }
}
