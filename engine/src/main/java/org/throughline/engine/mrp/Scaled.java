package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.throughline.engine.EngineRefusal;

/** Quantities as longs of millionths: exact within ±9.2 trillion units; anything beyond is refused, never wrapped. */
final class Scaled {

    static final int DECIMALS = 6;
    static final long ONE = 1_000_000;

    /** Digits before the point of the largest quantity. */
    private static final int MOST_DIGITS = 13;
    /** Numbers with more zeros than this are not written out. */
    private static final int MOST_ZEROS = 100;

    private Scaled() {}

    /** @throws EngineRefusal {@code mrp.quantity-not-representable} if it has more than six decimals or is too large */
    static long of(BigDecimal quantity, String where) {
        if (quantity.signum() == 0) {
            return 0;
        }
        if ((long) quantity.precision() - quantity.scale() > MOST_DIGITS) {
            throw refusal(quantity, where);
        }
        try {
            return quantity.movePointRight(DECIMALS).longValueExact();
        } catch (ArithmeticException beyond) {
            throw refusal(quantity, where).because(beyond);
        }
    }

    private static EngineRefusal refusal(BigDecimal quantity, String where) {
        var written = Math.abs((long) quantity.scale()) > MOST_ZEROS ? quantity.toString() : quantity.toPlainString();
        return new EngineRefusal(
                "mrp.quantity-not-representable",
                "The quantity (%s) of %s must have at most %d decimals and be below nine trillion."
                        .formatted(written, where, DECIMALS),
                Map.of("quantity", written, "where", where));
    }

    static BigDecimal toDecimal(long scaled) {
        return BigDecimal.valueOf(scaled, DECIMALS);
    }

    /** Rounds the exact product or quotient up to a millionth, so that a requirement is never short. */
    static long ceiling(BigDecimal exact, String where) {
        return of(exact.setScale(DECIMALS, RoundingMode.CEILING), where);
    }

    /** {@code a + b}, both at least 0. @throws EngineRefusal {@code mrp.quantity-not-representable} if it is beyond */
    static long add(long a, long b, String where) {
        return within(plus(a, b), where);
    }

    /** {@code a + b}, both at least 0; the largest long if it is beyond. */
    static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** {@code a × b}, both at least 0; the largest long if it is beyond. */
    static long times(long a, long b) {
        return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
    }

    /**
     * The smallest multiple of {@code step} that is at least {@code quantity}, the largest long if it is beyond; the quantity
     * itself if step is 0.
     */
    static long roundUp(long quantity, long step) {
        return step == 0 ? quantity : times(Math.ceilDiv(quantity, step), step);
    }

    /** The sum or product itself. @throws EngineRefusal {@code mrp.quantity-not-representable} if it is beyond */
    static long within(long scaled, String where) {
        if (scaled == Long.MAX_VALUE) {
            throw new EngineRefusal(
                    "mrp.quantity-not-representable",
                    "The quantities of %s come to more than nine trillion.".formatted(where),
                    Map.of("where", where));
        }
        return scaled;
    }
}
