package org.throughline.order;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;

/** Use case: the same again for the same customer. */
@Service
public class CopyOrder {

    private final SalesOrders orders;
    private final CreateOrder createOrder;
    private final Clock clock;

    CopyOrder(SalesOrders orders, CreateOrder createOrder, Clock clock) {
        this.orders = orders;
        this.createOrder = createOrder;
        this.clock = clock;
    }

    /**
     * Enters a new inquiry with the customer, class, prices and lines of {@code orderId}, cancelled lines left out. The
     * distance between receipt and requested date stays the same; number, reference and external key are its own.
     */
    @Transactional
    @Verb(type = "sales-order", operation = "copy")
    public SalesOrder copy(UUID orderId) {
        var source = orders.get(orderId);
        var lines = orders.lines(orderId).stream()
                .filter(line -> line.status() != LineStatus.CANCELLED)
                .toList();
        var ids = lines.stream().map(OrderLine::id).toList();
        var prices = orders.pricesOf(ids);
        var texts = orders.textsOf(ids);
        var received = LocalDate.ofInstant(source.receivedAt(), clock.getZone());
        var today = LocalDate.now(clock);
        var copies = lines.stream()
                .map(line -> {
                    var price = prices.get(line.id());
                    var text = texts.get(line.id());
                    return new NewOrder.Line(
                            line.itemId(),
                            line.ordered(),
                            today.plusDays(Math.max(0, received.until(line.requestedDate(), ChronoUnit.DAYS))),
                            price == null ? null : source.priceIncludesTax() ? price.grossPrice() : price.netPrice(),
                            text == null ? null : text.description(),
                            text == null ? null : text.specification(),
                            text == null ? null : text.customerItemNumber(),
                            line.priority());
                })
                .toList();
        return createOrder.create(new NewOrder(
                source.customerId(),
                null,
                source.orderClass(),
                source.currency(),
                source.taxRate(),
                source.priceIncludesTax(),
                source.contact(),
                source.deliveryAddress(),
                source.remark(),
                null,
                Actor.current().user() == null
                        ? source.ownerUserId()
                        : Actor.current().user(),
                copies));
    }
}
