package org.throughline.order.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.factory.Items;
import org.throughline.factory.Units;
import org.throughline.identity.Permissions;
import org.throughline.kernel.Quantity;
import org.throughline.order.AnswerReview;
import org.throughline.order.CancelLine;
import org.throughline.order.ChangeLine;
import org.throughline.order.Department;
import org.throughline.order.EditOrder;
import org.throughline.order.Inquiry;
import org.throughline.order.LineChange;
import org.throughline.order.LinePrice;
import org.throughline.order.LineStatus;
import org.throughline.order.MoveLatestPromise;
import org.throughline.order.NewOrder;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;
import org.throughline.order.Promise;
import org.throughline.order.ReviewAnswer;
import org.throughline.order.ReviewReply;
import org.throughline.order.SalesOrder;
import org.throughline.order.SalesOrders;

/** {@code /api/order-lines} and {@code /api/promise}: questions about, and changes of, single lines. */
@RestController
@RequestMapping("/api")
class OrderLineController {

    private final SalesOrders orders;
    private final OrderViews views;
    private final Keys keys;
    private final Items items;
    private final Units units;
    private final Permissions permissions;
    private final PromiseQuestion question;
    private final EditOrder editOrder;
    private final AnswerReview answerReview;
    private final ChangeLine changeLine;
    private final CancelLine cancelLine;
    private final MoveLatestPromise moveLatestPromise;

    OrderLineController(
            SalesOrders orders,
            OrderViews views,
            Keys keys,
            Items items,
            Units units,
            Permissions permissions,
            PromiseQuestion question,
            EditOrder editOrder,
            AnswerReview answerReview,
            ChangeLine changeLine,
            CancelLine cancelLine,
            MoveLatestPromise moveLatestPromise) {
        this.orders = orders;
        this.views = views;
        this.keys = keys;
        this.items = items;
        this.units = units;
        this.permissions = permissions;
        this.question = question;
        this.editOrder = editOrder;
        this.answerReview = answerReview;
        this.changeLine = changeLine;
        this.cancelLine = cancelLine;
        this.moveLatestPromise = moveLatestPromise;
    }

    /** "Can we, and when?" without an order. */
    @PostMapping("/promise")
    Promise promise(@RequestBody PromiseRequest asked) {
        permissions.require("promise", "read");
        var item = keys.item(null, asked.itemId(), asked.item(), null);
        var unit = asked.unit() == null ? item.unit() : asked.unit();
        var quantity = units.toBase(item.id(), new Quantity(asked.quantity(), unit));
        return question.about(new Inquiry(item.id(), quantity, asked.wanted(), null));
    }

    /** The earliest date of a line as computed now, with its reasons; before confirmation beside the lines of its order before it. */
    @GetMapping("/order-lines/{id}/promise")
    Promise promise(@PathVariable UUID id) {
        permissions.require("sales-order-line", "read");
        var line = orders.line(id);
        return question.about(line, promisedBefore(line));
    }

    /** A confirmed order's lines are all in the plan; of another, those before the line take their share first. */
    private List<OrderLine> promisedBefore(OrderLine line) {
        return line.orderStatus() == OrderStatus.CONFIRMED
                ? List.of()
                : orders.lines(line.orderId()).stream()
                        .filter(other -> other.status() == LineStatus.OPEN && other.position() < line.position())
                        .toList();
    }

    /** A department's answer. */
    @PostMapping("/order-lines/{id}/reviews")
    OrderView answer(@PathVariable UUID id, @RequestBody ReviewRequest answer) {
        answerReview.answer(
                id,
                new ReviewReply(
                        answer.department(),
                        answer.answer(),
                        answer.possibleDate(),
                        answer.effortHours(),
                        answer.extraCost(),
                        answer.remark()));
        return views.of(orders.line(id).orderId());
    }

    /** Before confirmation: edits what is given. Afterwards: the customer's change of quantity or date, with a reason. */
    @PatchMapping("/order-lines/{id}")
    OrderView patch(@PathVariable UUID id, @RequestBody LinePatch patch) {
        var line = orders.line(id);
        var quantity = patch.quantity() == null
                ? null
                : new Quantity(
                        patch.quantity(),
                        Objects.requireNonNullElse(patch.unit(), line.ordered().unit()));
        if (line.orderStatus().isEditable()) {
            permissions.require("sales-order", "edit");
            editOrder.line(id, edited(line, patch, quantity), patch.version());
        } else {
            var change = new LineChange(
                    quantity, patch.requestedDate(), patch.promise(), Objects.requireNonNullElse(patch.reason(), ""));
            changeLine.change(id, change, patch.version());
        }
        return views.of(line.orderId());
    }

    private NewOrder.Line edited(OrderLine line, LinePatch patch, @Nullable Quantity quantity) {
        var order = orders.get(line.orderId());
        var text = orders.textsOf(List.of(line.id())).get(line.id());
        boolean sameItem = patch.itemId() == null && patch.item() == null;
        var item =
                sameItem ? items.get(line.itemId()) : keys.item(line.customerId(), patch.itemId(), patch.item(), null);
        var price = orders.pricesOf(List.of(line.id())).get(line.id());
        return new NewOrder.Line(
                item.id(),
                quantity == null ? line.ordered() : quantity,
                patch.requestedDate() == null ? line.requestedDate() : patch.requestedDate(),
                patch.unitPrice() == null && sameItem ? given(order, price) : patch.unitPrice(),
                patch.description() == null && text != null ? text.description() : patch.description(),
                patch.specification() == null && text != null ? text.specification() : patch.specification(),
                patch.customerItemNumber() == null && text != null && sameItem
                        ? text.customerItemNumber()
                        : patch.customerItemNumber(),
                patch.priority() == null ? Integer.valueOf(line.priority()) : patch.priority());
    }

    private static @Nullable BigDecimal given(SalesOrder order, @Nullable LinePrice price) {
        return price == null ? null : order.priceIncludesTax() ? price.grossPrice() : price.netPrice();
    }

    /** Takes a line out before confirmation. */
    @DeleteMapping("/order-lines/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        editOrder.remove(id);
    }

    /** Cancels a confirmed line; everything made for it is told. */
    @PostMapping("/order-lines/{id}/cancel")
    OrderView cancel(
            @PathVariable UUID id, @RequestBody(required = false) OrderController.@Nullable ReasonRequest wanted) {
        cancelLine.cancel(id, OrderController.reason(wanted));
        return views.of(orders.line(id).orderId());
    }

    /** Moves the latest promise; the first one stays. */
    @PostMapping("/order-lines/{id}/move-promise")
    OrderView movePromise(@PathVariable UUID id, @RequestBody MoveRequest wanted) {
        moveLatestPromise.move(id, wanted.date(), Objects.requireNonNullElse(wanted.reason(), ""));
        return views.of(orders.line(id).orderId());
    }

    /**
     * @param item   our code, when {@code itemId} is not given
     * @param unit   the item's base unit unless said otherwise
     * @param wanted the day wanted; absent: only the earliest is asked for
     */
    record PromiseRequest(
            @Nullable UUID itemId,
            @Nullable String item,
            BigDecimal quantity,
            @Nullable String unit,
            @Nullable LocalDate wanted) {}

    record ReviewRequest(
            Department department,
            ReviewAnswer answer,
            @Nullable LocalDate possibleDate,
            @Nullable BigDecimal effortHours,
            @Nullable BigDecimal extraCost,
            @Nullable String remark) {}

    /** @param reason needed after confirmation */
    record LinePatch(
            @Nullable Integer version,
            @Nullable UUID itemId,
            @Nullable String item,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable LocalDate requestedDate,
            @Nullable LocalDate promise,
            @Nullable BigDecimal unitPrice,
            @Nullable String description,
            @Nullable String specification,
            @Nullable String customerItemNumber,
            @Nullable Integer priority,
            @Nullable String reason) {}

    record MoveRequest(LocalDate date, @Nullable String reason) {}
}
