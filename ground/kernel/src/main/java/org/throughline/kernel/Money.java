package org.throughline.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of money with its currency. Prices keep six digits; amounts are rounded half up to two digits, and
 * only at the amount step ({@link #rounded()}).
 *
 * @param amount   at most six digits after the point
 * @param currency ISO 4217, e.g. {@code CNY}
 */
public record Money(BigDecimal amount, String currency) {

    private static final int PRICE_SCALE = 6;
    private static final int AMOUNT_SCALE = 2;

    /** @throws IllegalArgumentException if the amount has more than six digits after the point */
    public Money {
        if (amount.stripTrailingZeros().scale() > PRICE_SCALE) {
            throw new IllegalArgumentException("The amount (%s %s) has more than %d digits after the point."
                    .formatted(amount, currency, PRICE_SCALE));
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add %s to %s.".formatted(other, this));
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** This price times a quantity, rounded to an amount. */
    public Money times(Quantity quantity) {
        return new Money(amount.multiply(quantity.amount()).setScale(AMOUNT_SCALE, RoundingMode.HALF_UP), currency);
    }

    /** The amount step: two digits, half up. */
    public Money rounded() {
        return new Money(amount.setScale(AMOUNT_SCALE, RoundingMode.HALF_UP), currency);
    }
}
