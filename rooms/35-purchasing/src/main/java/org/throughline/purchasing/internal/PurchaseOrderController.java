package org.throughline.purchasing.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.factory.Items;
import org.throughline.factory.Partners;
import org.throughline.identity.Permissions;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.purchasing.CancelPurchase;
import org.throughline.purchasing.ConfirmPurchaseDate;
import org.throughline.purchasing.CreatePurchaseOrder;
import org.throughline.purchasing.Delivery;
import org.throughline.purchasing.GoodsReceipt;
import org.throughline.purchasing.NewPurchaseOrder;
import org.throughline.purchasing.OrderPurchase;
import org.throughline.purchasing.PurchaseOrder;
import org.throughline.purchasing.PurchaseOrderLine;
import org.throughline.purchasing.PurchaseOrders;
import org.throughline.purchasing.ReceiveGoods;
import org.throughline.purchasing.RemindSupplier;
import org.throughline.web.Price;

/** {@code /api/purchase-orders} and {@code /api/purchase-order-lines}. No rule lives here. */
@RestController
class PurchaseOrderController {

    private final Permissions permissions;
    private final PurchaseOrders orders;
    private final CreatePurchaseOrder createPurchaseOrder;
    private final OrderPurchase orderPurchase;
    private final ConfirmPurchaseDate confirmPurchaseDate;
    private final CancelPurchase cancelPurchase;
    private final RemindSupplier remindSupplier;
    private final ReceiveGoods receiveGoods;
    private final Items items;
    private final Partners partners;

    PurchaseOrderController(
            Permissions permissions,
            PurchaseOrders orders,
            CreatePurchaseOrder createPurchaseOrder,
            OrderPurchase orderPurchase,
            ConfirmPurchaseDate confirmPurchaseDate,
            CancelPurchase cancelPurchase,
            RemindSupplier remindSupplier,
            ReceiveGoods receiveGoods,
            Items items,
            Partners partners) {
        this.permissions = permissions;
        this.orders = orders;
        this.createPurchaseOrder = createPurchaseOrder;
        this.orderPurchase = orderPurchase;
        this.confirmPurchaseDate = confirmPurchaseDate;
        this.cancelPurchase = cancelPurchase;
        this.remindSupplier = remindSupplier;
        this.receiveGoods = receiveGoods;
        this.items = items;
        this.partners = partners;
    }

    /** A purchase order as its page shows it. */
    record OrderView(
            UUID id,
            String number,
            UUID supplierId,
            String supplierName,
            PurchaseOrder.Status status,
            @Nullable UUID buyerId,
            @Price @Nullable Money total,
            Instant createdAt,
            @Nullable Instant orderedAt,
            List<LineView> lines,
            int version) {}

    /** A line of it. */
    record LineView(
            UUID id,
            int position,
            String number,
            UUID itemId,
            String itemCode,
            String itemName,
            BigDecimal quantity,
            String unit,
            BigDecimal baseQuantity,
            String baseUnit,
            BigDecimal received,
            BigDecimal open,
            @Price @Nullable Money price,
            LocalDate due,
            @Nullable LocalDate confirmed,
            PurchaseOrderLine.Status status,
            @Nullable UUID orderLineId,
            int version) {}

    private OrderView view(PurchaseOrder order) {
        var known =
                items.all(order.lines().stream().map(PurchaseOrderLine::itemId).toList());
        var lines = order.lines().stream()
                .map(line -> {
                    var item = known.get(line.itemId());
                    return new LineView(
                            line.id(),
                            line.position(),
                            line.number(),
                            line.itemId(),
                            item == null ? "" : item.code(),
                            item == null ? "" : item.name(),
                            line.quantity().amount(),
                            line.quantity().unit(),
                            line.baseQuantity().amount(),
                            line.baseQuantity().unit(),
                            line.received().amount(),
                            line.open().amount(),
                            line.price(),
                            line.due(),
                            line.confirmed(),
                            line.status(),
                            line.orderLineId(),
                            line.version());
                })
                .toList();
        return new OrderView(
                order.id(),
                order.number(),
                order.supplierId(),
                partners.get(order.supplierId()).shownName(),
                order.status(),
                order.buyerId(),
                order.total(),
                order.createdAt(),
                order.orderedAt(),
                lines,
                order.version());
    }

    /** 200 the order · 404 no such order. */
    @GetMapping("/api/purchase-orders/{id}")
    OrderView get(@PathVariable UUID id) {
        permissions.require("purchase-order", "read");
        return view(orders.get(id));
    }

    /** What to buy from whom. */
    record NewOrder(UUID supplierId, List<NewLine> lines) {}

    /** {@code unit} null: the item's base unit; {@code price} null: the supplier's terms. */
    record NewLine(
            UUID itemId,
            BigDecimal quantity,
            @Nullable String unit,
            @Nullable Money price,
            LocalDate due,
            @Nullable UUID orderLineId) {}

    /** 201 the draft · 409 no supplier, no lines, a quantity that is not positive. */
    @PostMapping("/api/purchase-orders")
    @ResponseStatus(HttpStatus.CREATED)
    OrderView create(@RequestBody NewOrder body) {
        var lines = body.lines().stream()
                .map(line -> new NewPurchaseOrder.Line(
                        line.itemId(),
                        new Quantity(line.quantity(), unit(line.itemId(), line.unit())),
                        line.price(),
                        line.due(),
                        line.orderLineId()))
                .toList();
        return view(createPurchaseOrder.create(new NewPurchaseOrder(body.supplierId(), null, null, lines)));
    }

    private String unit(UUID itemId, @Nullable String given) {
        return given == null || given.isBlank() ? items.get(itemId).unit() : given;
    }

    /** 200 the order, sent · 409 not a draft. */
    @PostMapping("/api/purchase-orders/{id}/order")
    OrderView order(@PathVariable UUID id) {
        return view(orderPurchase.order(id));
    }

    /** {@code lineId} null: every line that waits for something. */
    record Confirmation(@Nullable UUID lineId, LocalDate date) {}

    /** 200 the order · 409 the day has passed, or the order was not sent. */
    @PostMapping("/api/purchase-orders/{id}/confirm")
    OrderView confirm(@PathVariable UUID id, @RequestBody Confirmation body) {
        if (body.lineId() != null) {
            return view(confirmPurchaseDate.confirm(body.lineId(), body.date()));
        }
        orders.get(id).lines().stream()
                .filter(PurchaseOrderLine::isOpen)
                .forEach(line -> confirmPurchaseDate.confirm(line.id(), body.date()));
        return view(orders.get(id));
    }

    /** 200 the order · 409 something of it is here already. */
    @PostMapping("/api/purchase-orders/{id}/cancel")
    OrderView cancel(@PathVariable UUID id) {
        return view(cancelPurchase.cancel(id));
    }

    /** 200 the order · 409 it is not under way. */
    @PostMapping("/api/purchase-orders/{id}/close")
    OrderView close(@PathVariable UUID id) {
        return view(cancelPurchase.close(id));
    }

    /** 204 the supplier was asked about the line · 409 it waits for nothing. */
    @PostMapping("/api/purchase-order-lines/{id}/remind")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remind(@PathVariable UUID id) {
        remindSupplier.remind(id);
    }

    /** What stands at the gate; {@code unit} null: the item's base unit. */
    record Receipt(
            BigDecimal quantity,
            @Nullable String unit,
            @Nullable String lotNumber,
            @Nullable String supplierLot,
            @Nullable LocalDate expiresOn,
            @Nullable List<String> serialNumbers,
            @Nullable UUID locationId,
            @Nullable String key) {}

    /** 201 the receipt · 409 more than is tolerated, or the order was not sent. */
    @PostMapping("/api/purchase-order-lines/{id}/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    GoodsReceipt receive(@PathVariable UUID id, @RequestBody Receipt body) {
        var line = orders.line(id);
        return receiveGoods.receive(new Delivery(
                id,
                new Quantity(body.quantity(), unit(line.itemId(), body.unit())),
                body.lotNumber(),
                body.supplierLot(),
                body.expiresOn(),
                Objects.requireNonNullElse(body.serialNumbers(), List.of()),
                body.locationId(),
                body.key()));
    }
}
