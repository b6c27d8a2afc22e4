package org.throughline.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One department's page of the review of one line: what the computer says beside what the department answers.
 *
 * @param answer           null until answered
 * @param possibleDate     the day the department can
 * @param effortHours      how much work
 * @param extraCost        how much money beyond the price list, in the order's currency
 * @param computedEarliest the earliest date when the review was asked for; null if it could not be computed
 * @param skipped          the policy of the order's class did not need this department
 */
public record OrderReview(
        UUID id,
        UUID lineId,
        Department department,
        @Nullable ReviewAnswer answer,
        @Nullable LocalDate possibleDate,
        @Nullable BigDecimal effortHours,
        @Nullable BigDecimal extraCost,
        @Nullable String remark,
        @Nullable LocalDate computedEarliest,
        boolean skipped,
        Instant requestedAt,
        @Nullable UUID answeredBy,
        @Nullable String answeredByName,
        @Nullable Instant answeredAt) {}
