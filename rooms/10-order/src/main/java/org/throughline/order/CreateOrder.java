package org.throughline.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.order.internal.LineDesk;
import org.throughline.order.internal.OrderHeads;
import org.throughline.records.Numbers;

/** Use case: an inquiry or order comes in, by form, file or another system. */
@Service
public class CreateOrder {

    private final OrderHeads heads;
    private final LineDesk desk;
    private final Partners partners;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreateOrder(
            OrderHeads heads,
            LineDesk desk,
            Partners partners,
            Numbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.heads = heads;
        this.desk = desk;
        this.partners = partners;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters the order as an inquiry, all lines or nothing.
     *
     * @throws OrderRefused if the customer is none, a line's quantity, date or price is impossible, or the external key
     *     was used before
     * @throws org.throughline.factory.UnitRefused if a line's unit does not convert to the item's
     */
    @Transactional
    @Verb(type = "sales-order", operation = "create")
    public SalesOrder create(NewOrder wanted) {
        if (wanted.lines().isEmpty()) {
            throw OrderRefused.withoutLines();
        }
        refuseKnownKey(wanted.externalKey());
        var order = head(wanted, customer(wanted));
        var lines = desk.prepare(order, wanted.lines(), 1);
        var numbered = order.numbered(numbers.next("sales-order"));
        try {
            heads.insert(numbered);
        } catch (DuplicateKeyException raced) {
            throw OrderRefused.duplicateKey(Objects.requireNonNullElse(wanted.externalKey(), ""), "");
        }
        desk.insert(lines);
        heads.sum(numbered.id());
        var ids = lines.stream().map(LineDesk.PreparedLine::id).toList();
        events.publishEvent(new OrderReceived(numbered.id(), ids, numbered.receivedAt()));
        return heads.get(numbered.id());
    }

    private void refuseKnownKey(@Nullable String key) {
        if (key != null) {
            heads.byExternalKey(key).ifPresent(known -> {
                throw OrderRefused.duplicateKey(key, known.number());
            });
        }
    }

    private Partner customer(NewOrder wanted) {
        var partner = partners.get(wanted.customerId());
        if (!partner.isCustomer() || !partner.active()) {
            throw OrderRefused.notACustomer(partner.shownName());
        }
        return partner;
    }

    private SalesOrder head(NewOrder wanted, Partner customer) {
        var rate = Objects.requireNonNullElse(wanted.taxRate(), NewOrder.USUAL_TAX_RATE);
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
            throw OrderRefused.badTaxRate(rate.toPlainString());
        }
        var owner = wanted.ownerUserId() == null ? Actor.current().user() : wanted.ownerUserId();
        return new SalesOrder(
                Identity.fresh(),
                "",
                customer.id(),
                wanted.customerReference(),
                wanted.orderClass(),
                OrderStatus.INQUIRY,
                false,
                null,
                Objects.requireNonNullElse(wanted.currency(), customer.currency()),
                rate,
                wanted.priceIncludesTax(),
                owner,
                wanted.contact() == null ? customer.contact() : wanted.contact(),
                wanted.deliveryAddress() == null ? customer.address() : wanted.deliveryAddress(),
                wanted.remark(),
                wanted.externalKey(),
                0,
                null,
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                0);
    }
}
