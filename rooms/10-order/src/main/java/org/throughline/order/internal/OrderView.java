package org.throughline.order.internal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.order.ChangeKind;
import org.throughline.order.Department;
import org.throughline.order.LineStatus;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderStatus;
import org.throughline.order.ReviewAnswer;
import org.throughline.web.Price;
import org.throughline.workflow.Approval;

/** One order with everything a page or another system needs of it. */
record OrderView(
        UUID id,
        String number,
        int version,
        Named customer,
        @Nullable String customerReference,
        OrderClass orderClass,
        OrderStatus status,
        boolean onHold,
        @Nullable String holdReason,
        String currency,
        BigDecimal taxRate,
        boolean priceIncludesTax,
        @Price @Nullable BigDecimal amountNet,
        @Price @Nullable BigDecimal amountTax,
        @Price @Nullable BigDecimal amountGross,
        @Nullable Person owner,
        @Nullable String contact,
        @Nullable String deliveryAddress,
        @Nullable String remark,
        @Nullable String externalKey,
        @Nullable String returnReason,
        Instant receivedAt,
        @Nullable Instant quotedAt,
        @Nullable Instant reviewedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        List<Line> lines,
        List<Approval> approvals) {

    record Named(UUID id, String code, String name) {}

    record Person(UUID id, String name) {}

    record ItemView(
            UUID id,
            String code,
            String name,
            @Nullable String specification,
            @Nullable String drawingNumber,
            @Nullable String revision,
            String unit) {}

    record Line(
            UUID id,
            int version,
            int position,
            ItemView item,
            @Nullable String description,
            @Nullable String specification,
            @Nullable String customerItemNumber,
            BigDecimal quantity,
            String unit,
            BigDecimal orderedQuantity,
            String orderedUnit,
            BigDecimal delivered,
            LocalDate requestedDate,
            @Nullable LocalDate firstPromise,
            @Nullable LocalDate latestPromise,
            @Nullable LocalDate proposedPromise,
            @Nullable LocalDate computedEarliest,
            @JsonRawValue @Nullable String computedReason,
            @Price @Nullable BigDecimal unitPrice,
            @Price @Nullable BigDecimal unitPriceGross,
            @Price @Nullable BigDecimal amountNet,
            @Price @Nullable BigDecimal amountTax,
            @Price @Nullable BigDecimal amountGross,
            int priority,
            LineStatus status,
            List<Review> reviews,
            List<Change> changes) {}

    record Review(
            UUID id,
            Department department,
            @Nullable ReviewAnswer answer,
            @Nullable LocalDate possibleDate,
            @Nullable BigDecimal effortHours,
            @Price @Nullable BigDecimal extraCost,
            @Nullable String remark,
            @Nullable LocalDate computedEarliest,
            boolean skipped,
            Instant requestedAt,
            @Nullable Person answeredBy,
            @Nullable Instant answeredAt) {}

    record Change(
            UUID id,
            ChangeKind kind,
            BigDecimal oldQuantity,
            BigDecimal newQuantity,
            String unit,
            LocalDate oldDate,
            LocalDate newDate,
            String reason,
            String requestedBy,
            Instant at,
            OrderChange.Status status) {}
}
