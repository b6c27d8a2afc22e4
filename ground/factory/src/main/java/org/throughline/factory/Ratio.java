package org.throughline.factory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.throughline.kernel.Quantity;

/**
 * An exact positive fraction in lowest terms: 1 inch = 127/5000 metre.
 *
 * @param numerator   greater than zero
 * @param denominator greater than zero
 */
public record Ratio(BigInteger numerator, BigInteger denominator) {

    public static final Ratio ONE = new Ratio(BigInteger.ONE, BigInteger.ONE);

    /** @throws IllegalArgumentException if either number is not positive */
    public Ratio {
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("The ratio (%s/%s) is not positive.".formatted(numerator, denominator));
        }
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /** @throws IllegalArgumentException if a number is not positive or not whole */
    public static Ratio of(BigDecimal numerator, BigDecimal denominator) {
        int shift = Math.max(0, Math.max(numerator.scale(), denominator.scale()));
        return new Ratio(
                numerator.movePointRight(shift).toBigIntegerExact(),
                denominator.movePointRight(shift).toBigIntegerExact());
    }

    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public Ratio inverse() {
        return new Ratio(denominator, numerator);
    }

    /** This times {@code other}. */
    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** Whether {@code amount} times this has at most six digits after the point. */
    public boolean isExactFor(BigDecimal amount) {
        var product = amount.setScale(Quantity.SCALE).unscaledValue().multiply(numerator);
        return product.remainder(denominator).signum() == 0;
    }

    /** {@code amount} times this, rounded once to six digits; with {@code UNNECESSARY} an inexact answer throws. */
    public BigDecimal apply(BigDecimal amount, RoundingMode rounding) {
        return amount.multiply(new BigDecimal(numerator)).divide(new BigDecimal(denominator), Quantity.SCALE, rounding);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
