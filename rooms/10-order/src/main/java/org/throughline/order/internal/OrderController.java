package org.throughline.order.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.identity.Permissions;
import org.throughline.order.CancelOrder;
import org.throughline.order.ConfirmOrder;
import org.throughline.order.CopyOrder;
import org.throughline.order.CreateOrder;
import org.throughline.order.EditOrder;
import org.throughline.order.HoldOrder;
import org.throughline.order.NewOrder;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderEdit;
import org.throughline.order.QuoteOrder;
import org.throughline.order.RequestApproval;
import org.throughline.order.ResumeOrder;
import org.throughline.order.SubmitForReview;

/** {@code /api/orders}: one order from inquiry to confirmation. Every answer is the whole order as it is now. */
@RestController
@RequestMapping("/api/orders")
class OrderController {

    private final OrderViews views;
    private final NewLines newLines;
    private final Keys keys;
    private final Permissions permissions;
    private final CreateOrder createOrder;
    private final EditOrder editOrder;
    private final QuoteOrder quoteOrder;
    private final SubmitForReview submitForReview;
    private final RequestApproval requestApproval;
    private final ConfirmOrder confirmOrder;
    private final HoldOrder holdOrder;
    private final ResumeOrder resumeOrder;
    private final CancelOrder cancelOrder;
    private final CopyOrder copyOrder;

    OrderController(
            OrderViews views,
            NewLines newLines,
            Keys keys,
            Permissions permissions,
            CreateOrder createOrder,
            EditOrder editOrder,
            QuoteOrder quoteOrder,
            SubmitForReview submitForReview,
            RequestApproval requestApproval,
            ConfirmOrder confirmOrder,
            HoldOrder holdOrder,
            ResumeOrder resumeOrder,
            CancelOrder cancelOrder,
            CopyOrder copyOrder) {
        this.views = views;
        this.newLines = newLines;
        this.keys = keys;
        this.permissions = permissions;
        this.createOrder = createOrder;
        this.editOrder = editOrder;
        this.quoteOrder = quoteOrder;
        this.submitForReview = submitForReview;
        this.requestApproval = requestApproval;
        this.confirmOrder = confirmOrder;
        this.holdOrder = holdOrder;
        this.resumeOrder = resumeOrder;
        this.cancelOrder = cancelOrder;
        this.copyOrder = copyOrder;
    }

    /** The order with lines, reviews, changes and approvals. */
    @GetMapping("/{id}")
    OrderView get(@PathVariable UUID id) {
        permissions.require("sales-order", "read");
        return views.of(id);
    }

    /**
     * Enters an inquiry. With a header {@code Idempotency-Key} a repetition answers the first order instead of making
     * another; with {@code externalKey} a second order under the same key is refused for ever.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrderView create(@RequestBody OrderRequest wanted) {
        permissions.require("sales-order", "create");
        var customer = keys.customer(wanted.customerId(), wanted.customer());
        var order = createOrder.create(new NewOrder(
                customer.id(),
                wanted.customerReference(),
                Objects.requireNonNullElse(wanted.orderClass(), OrderClass.STABLE),
                wanted.currency(),
                wanted.taxRate(),
                Boolean.TRUE.equals(wanted.priceIncludesTax()),
                wanted.contact(),
                wanted.deliveryAddress(),
                wanted.remark(),
                wanted.externalKey(),
                wanted.ownerUserId(),
                newLines.of(customer.id(), wanted.lines())));
        return views.of(order.id());
    }

    /** Edits the head before confirmation; what is not given stays. */
    @PatchMapping("/{id}")
    OrderView edit(@PathVariable UUID id, @RequestBody EditRequest edit) {
        var changes = new OrderEdit(
                edit.customerReference(),
                edit.orderClass(),
                edit.taxRate(),
                edit.priceIncludesTax(),
                edit.ownerUserId(),
                edit.contact(),
                edit.deliveryAddress(),
                edit.remark());
        editOrder.head(id, changes, edit.version());
        return views.of(id);
    }

    /** Adds lines before confirmation. */
    @PostMapping("/{id}/lines")
    OrderView add(@PathVariable UUID id, @RequestBody List<NewLines.LineRequest> lines) {
        permissions.require("sales-order", "edit");
        editOrder.add(id, newLines.of(views.of(id).customer().id(), lines));
        return views.of(id);
    }

    /** The inquiry is answered with its prices. */
    @PostMapping("/{id}/quote")
    OrderView quote(@PathVariable UUID id) {
        return views.of(quoteOrder.quote(id).id());
    }

    /** Asks the departments; the computed earliest date stands beside every question. */
    @PostMapping("/{id}/submit-review")
    OrderView submitReview(@PathVariable UUID id) {
        return views.of(submitForReview.submit(id).id());
    }

    /** Starts the approval chain; granted at once where no rule asks for approval. */
    @PostMapping("/{id}/request-approval")
    OrderView requestApproval(@PathVariable UUID id, @RequestBody(required = false) @Nullable ConfirmRequest wanted) {
        return views.of(requestApproval.request(id, promises(wanted)).id());
    }

    /** Confirms; a reviewed order is sent for approval first and answered as APPROVING if somebody has to approve. */
    @PostMapping("/{id}/confirm")
    OrderView confirm(@PathVariable UUID id, @RequestBody(required = false) @Nullable ConfirmRequest wanted) {
        var version = wanted == null ? null : wanted.version();
        return views.of(confirmOrder.confirm(id, promises(wanted), version).id());
    }

    /** Nothing more is done for it until it is resumed. */
    @PostMapping("/{id}/hold")
    OrderView hold(@PathVariable UUID id, @RequestBody(required = false) @Nullable ReasonRequest wanted) {
        return views.of(holdOrder.hold(id, reason(wanted)).id());
    }

    /** Work on it goes on. */
    @PostMapping("/{id}/resume")
    OrderView resume(@PathVariable UUID id) {
        return views.of(resumeOrder.resume(id).id());
    }

    /** It will not be made; what was made for it becomes proposals to the planner. */
    @PostMapping("/{id}/cancel")
    OrderView cancel(@PathVariable UUID id, @RequestBody(required = false) @Nullable ReasonRequest wanted) {
        return views.of(cancelOrder.cancel(id, reason(wanted)).id());
    }

    /** A new inquiry with the same customer, lines and prices. */
    @PostMapping("/{id}/copy")
    @ResponseStatus(HttpStatus.CREATED)
    OrderView copy(@PathVariable UUID id) {
        return views.of(copyOrder.copy(id).id());
    }

    private static Map<UUID, LocalDate> promises(@Nullable ConfirmRequest wanted) {
        return wanted == null || wanted.promises() == null ? Map.of() : wanted.promises();
    }

    static String reason(@Nullable ReasonRequest wanted) {
        return wanted == null ? "" : Objects.requireNonNullElse(wanted.reason(), "");
    }

    /**
     * @param customer   code or name, when {@code customerId} is not given
     * @param orderClass STABLE unless said otherwise
     * @param taxRate    0.13 unless said otherwise
     */
    record OrderRequest(
            @Nullable UUID customerId,
            @Nullable String customer,
            @Nullable String customerReference,
            @Nullable OrderClass orderClass,
            @Nullable String currency,
            @Nullable BigDecimal taxRate,
            @Nullable Boolean priceIncludesTax,
            @Nullable String contact,
            @Nullable String deliveryAddress,
            @Nullable String remark,
            @Nullable String externalKey,
            @Nullable UUID ownerUserId,
            List<NewLines.LineRequest> lines) {}

    record EditRequest(
            @Nullable Integer version,
            @Nullable String customerReference,
            @Nullable OrderClass orderClass,
            @Nullable BigDecimal taxRate,
            @Nullable Boolean priceIncludesTax,
            @Nullable UUID ownerUserId,
            @Nullable String contact,
            @Nullable String deliveryAddress,
            @Nullable String remark) {}

    /** @param promises the promised date by line */
    record ConfirmRequest(
            @Nullable Integer version, @Nullable Map<UUID, LocalDate> promises) {}

    record ReasonRequest(@Nullable String reason) {}
}
