package org.throughline.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.ChangedMeanwhile;

/**
 * The head of an order: one record from the first question to the last delivery.
 *
 * @param number           e.g. {@code SO-20261122-001}
 * @param customerReference the customer's own order number
 * @param taxRate          0.13 is thirteen per cent
 * @param priceIncludesTax whether the unit prices were given with tax; the other one is computed
 * @param externalKey      the key under which another system posted it; unique
 * @param ownerUserId      the salesperson
 * @param reviewRound      0 before the first review; a refused order is reviewed again in the next round
 * @param returnReason     why review or approval sent it back; null when it goes forward
 * @param approvedAt       when the approval chain granted it
 */
public record SalesOrder(
        UUID id,
        String number,
        UUID customerId,
        @Nullable String customerReference,
        OrderClass orderClass,
        OrderStatus status,
        boolean onHold,
        @Nullable String holdReason,
        String currency,
        BigDecimal taxRate,
        boolean priceIncludesTax,
        @Nullable UUID ownerUserId,
        @Nullable String contact,
        @Nullable String deliveryAddress,
        @Nullable String remark,
        @Nullable String externalKey,
        int reviewRound,
        @Nullable String returnReason,
        Instant receivedAt,
        @Nullable Instant quotedAt,
        @Nullable Instant reviewedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedByName,
        int version) {

    SalesOrder numbered(String given) {
        return new SalesOrder(
                id,
                given,
                customerId,
                customerReference,
                orderClass,
                status,
                onHold,
                holdReason,
                currency,
                taxRate,
                priceIncludesTax,
                ownerUserId,
                contact,
                deliveryAddress,
                remark,
                externalKey,
                reviewRound,
                returnReason,
                receivedAt,
                quotedAt,
                reviewedAt,
                approvedAt,
                confirmedAt,
                confirmedByName,
                version);
    }

    /** With what {@code edit} changes; what it leaves null stays. */
    SalesOrder edited(OrderEdit edit) {
        return new SalesOrder(
                id,
                number,
                customerId,
                edit.customerReference() == null ? customerReference : edit.customerReference(),
                Objects.requireNonNullElse(edit.orderClass(), orderClass),
                status,
                onHold,
                holdReason,
                currency,
                Objects.requireNonNullElse(edit.taxRate(), taxRate),
                Objects.requireNonNullElse(edit.priceIncludesTax(), priceIncludesTax),
                edit.ownerUserId() == null ? ownerUserId : edit.ownerUserId(),
                edit.contact() == null ? contact : edit.contact(),
                edit.deliveryAddress() == null ? deliveryAddress : edit.deliveryAddress(),
                edit.remark() == null ? remark : edit.remark(),
                externalKey,
                reviewRound,
                returnReason,
                receivedAt,
                quotedAt,
                reviewedAt,
                approvedAt,
                confirmedAt,
                confirmedByName,
                version);
    }

    /** Where a refused review or approval sends the order back to. */
    public OrderStatus before() {
        return quotedAt == null ? OrderStatus.INQUIRY : OrderStatus.QUOTED;
    }

    /** @throws OrderRefused unless the order is in one of {@code allowed} */
    public SalesOrder mustBe(String verb, OrderStatus... allowed) {
        if (!Arrays.asList(allowed).contains(status)) {
            throw OrderRefused.wrongStatus(number, status, verb);
        }
        return this;
    }

    /** @throws ChangedMeanwhile if the caller saw another version than this */
    public SalesOrder mustBeAt(@Nullable Integer seen) {
        if (seen != null && seen != version) {
            throw new ChangedMeanwhile("sales-order", number);
        }
        return this;
    }
}
