package org.throughline.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A department's answer: can we, when, how much.
 *
 * @param possibleDate the day the department can; null: the requested one
 * @param effortHours  how much work; at least 0
 * @param extraCost    beyond the price list, in the order's currency; at least 0
 * @param remark       needed with {@code NO} and {@code CONDITIONAL}
 */
public record ReviewReply(
        Department department,
        ReviewAnswer answer,
        @Nullable LocalDate possibleDate,
        @Nullable BigDecimal effortHours,
        @Nullable BigDecimal extraCost,
        @Nullable String remark) {

    /** A plain yes. */
    public static ReviewReply yes(Department department) {
        return new ReviewReply(department, ReviewAnswer.YES, null, null, null, null);
    }
}
