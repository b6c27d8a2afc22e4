package org.throughline.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The head of an order: one record from the first question to the last delivery.
 *
 * @param number           e.g. {@code SO-20261122-001}
 * @param customerReference the customer's own order number
 * @param taxRate          0.13 is thirteen per cent
 * @param priceIncludesTax whether the unit prices were given with tax; the other one is computed
 * @param externalKey      the key under which another system posted it; unique
 * @param ownerUserId      the salesperson
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
        Instant receivedAt,
        @Nullable Instant quotedAt,
        @Nullable Instant reviewedAt,
        @Nullable Instant confirmedAt,
        int version) {}
