package org.throughline.engine.mrp;

import java.math.BigDecimal;

/**
 * What is too small to bother people with.
 *
 * @param expediteDays a receipt needed earlier by fewer days gets no message
 * @param deferDays a receipt needed later by fewer days gets no message
 * @param quantityShare a surplus below this share of the receipt gets no reduce message, 0 ≤ share
 */
public record Damping(int expediteDays, int deferDays, BigDecimal quantityShare) {

    /** Every difference is told. */
    public static Damping none() {
        return new Damping(1, 1, BigDecimal.ZERO);
    }
}
