package org.throughline.engine.mrp;

import java.math.BigDecimal;

/**
 * Workdays from release to receipt: the fixed days plus, rounded up, the days each unit takes.
 *
 * @param fixedDays at least 0
 * @param daysPerUnit at least 0; usually from the routing
 */
public record LeadTime(int fixedDays, BigDecimal daysPerUnit) {

    public static LeadTime days(int fixedDays) {
        return new LeadTime(fixedDays, BigDecimal.ZERO);
    }
}
