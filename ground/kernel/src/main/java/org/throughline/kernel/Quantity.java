package org.throughline.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of something, always with its unit.
 *
 * @param amount at most 12 digits before and {@value #SCALE} after the point; kept at scale {@value #SCALE}
 * @param unit   UN/ECE Recommendation 20 code, e.g. {@code C62} piece, {@code KGM} kilogram, {@code MTR} metre
 */
public record Quantity(BigDecimal amount, String unit) implements Comparable<Quantity> {

    /** Digits after the point that the database keeps. */
    public static final int SCALE = 6;

    private static final BigDecimal LIMIT = new BigDecimal("1000000000000");

    /**
     * @throws QuantityRefused if the amount has more digits than the ledger keeps, or the unit is blank
     */
    public Quantity {
        if (unit.isBlank()) {
            throw QuantityRefused.withoutUnit(amount);
        }
        if (amount.stripTrailingZeros().scale() > SCALE) {
            throw QuantityRefused.tooPrecise(amount, unit);
        }
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw QuantityRefused.tooLarge(amount, unit);
        }
        amount = amount.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    public static Quantity of(long amount, String unit) {
        return new Quantity(BigDecimal.valueOf(amount), unit);
    }

    public static Quantity of(String amount, String unit) {
        return new Quantity(new BigDecimal(amount), unit);
    }

    public static Quantity zero(String unit) {
        return new Quantity(BigDecimal.ZERO, unit);
    }

    /** @throws QuantityRefused if the units differ */
    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(sameUnit(other).amount), unit);
    }

    /** @throws QuantityRefused if the units differ */
    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(sameUnit(other).amount), unit);
    }

    public Quantity negated() {
        return new Quantity(amount.negate(), unit);
    }

    /** @throws QuantityRefused if the units differ */
    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** @throws QuantityRefused if the units differ */
    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(sameUnit(other).amount);
    }

    /** As people read it: {@code 2.5 KGM}, {@code 300 C62}. */
    @Override
    public String toString() {
        return amount.stripTrailingZeros().toPlainString() + " " + unit;
    }

    private Quantity sameUnit(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw QuantityRefused.differentUnits(this, other);
        }
        return other;
    }
}
