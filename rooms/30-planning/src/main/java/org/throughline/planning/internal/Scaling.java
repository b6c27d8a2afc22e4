package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.throughline.kernel.Quantity;

/** An exact share of a whole: {@code part ÷ whole}. */
record Scaling(BigDecimal part, BigDecimal whole) {

    static final Scaling ALL = new Scaling(BigDecimal.ONE, BigDecimal.ONE);

    /** So much of {@code quantity}, rounded to the sixth digit. */
    BigDecimal of(BigDecimal quantity) {
        return quantity.multiply(part)
                .divide(whole, MathContext.DECIMAL128)
                .setScale(Quantity.SCALE, RoundingMode.HALF_UP);
    }

    /** This share of a share. */
    Scaling times(BigDecimal furtherPart, BigDecimal furtherWhole) {
        if (furtherPart.compareTo(furtherWhole) == 0) {
            return this;
        }
        return new Scaling(
                part.multiply(furtherPart, MathContext.DECIMAL128),
                whole.multiply(furtherWhole, MathContext.DECIMAL128));
    }
}
