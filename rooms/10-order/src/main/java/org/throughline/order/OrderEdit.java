package org.throughline.order;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to change on an order's head before confirmation; null leaves a field as it is. */
public record OrderEdit(
        @Nullable String customerReference,
        @Nullable OrderClass orderClass,
        @Nullable BigDecimal taxRate,
        @Nullable Boolean priceIncludesTax,
        @Nullable UUID ownerUserId,
        @Nullable String contact,
        @Nullable String deliveryAddress,
        @Nullable String remark) {}
