package org.throughline.portal.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrderLine;
import org.throughline.purchasing.PurchaseOrders;
import org.throughline.purchasing.SupplierAnswer;

/** {@code /api/portal/purchase-orders}: a supplier's own purchase orders, and his answers to them. */
@RestController
@RequestMapping("/api/portal/purchase-orders")
class SupplierController {

    private final SupplierDesk desk;
    private final PurchaseOrders orders;
    private final Items items;
    private final Clock clock;

    SupplierController(SupplierDesk desk, PurchaseOrders orders, Items items, Clock clock) {
        this.desk = desk;
        this.orders = orders;
        this.items = items;
        this.clock = clock;
    }

    /**
     * A line as its supplier sees it.
     *
     * @param unitPrice what the supplier is paid; his own price, so never hidden from him
     * @param answered  how much he said comes on the confirmed day; null: all of it, or no answer yet
     * @param chase     why the buyer asks, or soon will; null: nothing is urgent
     */
    record SupplierLine(
            UUID id,
            String number,
            String itemCode,
            String itemName,
            @Nullable String drawing,
            BigDecimal quantity,
            String unit,
            BigDecimal received,
            BigDecimal open,
            String baseUnit,
            Money unitPrice,
            LocalDate due,
            @Nullable LocalDate confirmed,
            @Nullable BigDecimal answered,
            @Nullable String remark,
            PurchaseOrderLine.@Nullable Chase chase,
            @Nullable Instant remindedAt,
            PurchaseOrderLine.Status status) {}

    record SupplierOrder(
            UUID id,
            String number,
            PurchaseOrder.Status status,
            @Nullable Instant orderedAt,
            List<SupplierLine> lines) {}

    /** {@code quantity} null: all of it comes on the day. */
    record Answer(
            LocalDate date,
            @Nullable BigDecimal quantity,
            @Nullable String remark) {}

    /** 200 what was sent to me, what is underway first · 403 not a supplier. */
    @GetMapping
    List<SupplierOrder> mine() {
        var mine = desk.mine();
        var answers = desk.answers(mine);
        var known = items.all(mine.stream()
                .flatMap(order -> order.lines().stream())
                .map(PurchaseOrderLine::itemId)
                .distinct()
                .toList());
        return mine.stream()
                .map(order -> new SupplierOrder(
                        order.id(),
                        order.number(),
                        order.status(),
                        order.orderedAt(),
                        order.lines().stream()
                                .map(line -> view(order, line, known, answers.get(line.id())))
                                .toList()))
                .toList();
    }

    private SupplierLine view(
            PurchaseOrder order, PurchaseOrderLine line, Map<UUID, Item> known, @Nullable SupplierAnswer answer) {
        var item = known.get(line.itemId());
        var answered = answer == null ? null : answer.quantity();
        return new SupplierLine(
                line.id(),
                line.number(),
                item == null ? "" : item.code(),
                item == null ? "" : item.name(),
                item == null ? null : item.drawingNumber(),
                line.quantity().amount(),
                line.quantity().unit(),
                line.received().amount(),
                line.open().amount(),
                line.baseQuantity().unit(),
                line.price(),
                line.due(),
                line.confirmed(),
                answered == null ? null : answered.amount(),
                answer == null ? null : answer.remark(),
                order.isUnderway() ? line.chase(LocalDate.now(clock)) : null,
                line.remindedAt(),
                line.status());
    }

    /** 200 confirmed, all my orders as they are now · 404 not mine · 409 the day has passed, or too much. */
    @PostMapping("/lines/{id}/confirm")
    List<SupplierOrder> confirm(@PathVariable UUID id, @RequestBody Answer answer) {
        var line = orders.line(id);
        var quantity = answer.quantity() == null
                ? null
                : new Quantity(answer.quantity(), line.quantity().unit());
        desk.answer(id, answer.date(), quantity, answer.remark());
        return mine();
    }
}
