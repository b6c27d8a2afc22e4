package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a planner should do about one supply.
 *
 * @param supply the open supply; for {@link Kind#NEW} and {@link Kind#PAST_DUE} the planned order
 * @param from the day it stands on now; for NEW and PAST_DUE the need
 * @param to the day it should stand on; null if it should be cancelled
 * @param quantity its quantity now
 * @param proposed the quantity it should have; zero to cancel
 * @param days calendar days of the difference: earlier, later, or past due
 */
public record ActionMessage(
        Kind kind,
        String item,
        SupplyRef supply,
        LocalDate from,
        @Nullable LocalDate to,
        BigDecimal quantity,
        BigDecimal proposed,
        int days) {

    public enum Kind {
        /** 提前 */
        EXPEDITE,
        /** 推后 */
        DEFER,
        /** 取消 */
        CANCEL,
        /** 减少 */
        REDUCE,
        /** 增加: a new order of the same day could be added to this open one instead */
        INCREASE,
        /** 新增 */
        NEW,
        /** 逾期: the release of a planned order should lie in the past */
        PAST_DUE
    }
}
