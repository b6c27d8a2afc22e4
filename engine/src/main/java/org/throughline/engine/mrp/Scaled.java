package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.throughline.engine.EngineRefusal;

/** Quantities as longs of millionths: exact within ±9.2 billion units; anything beyond is refused, never wrapped. */
final class Scaled {

    static final int DECIMALS = 6;
    static final long ONE = 1_000_000;

    private Scaled() {}

    /** @throws EngineRefusal {@code mrp.quantity-not-representable} if it has more than six decimals or is too large */
    static long of(BigDecimal quantity, String where) {
        try {
            return quantity.movePointRight(DECIMALS).longValueExact();
        } catch (ArithmeticException beyond) {
            throw new EngineRefusal(
                            "mrp.quantity-not-representable",
                            "The quantity (%s) of %s must have at most %d decimals and be below nine billion."
                                    .formatted(quantity.toPlainString(), where, DECIMALS),
                            Map.of("quantity", quantity.toPlainString(), "where", where))
                    .because(beyond);
        }
    }

    static BigDecimal toDecimal(long scaled) {
        return BigDecimal.valueOf(scaled, DECIMALS);
    }

    /** Rounds the exact product or quotient up to a millionth, so that a requirement is never short. */
    static long ceiling(BigDecimal exact, String where) {
        return of(exact.setScale(DECIMALS, RoundingMode.CEILING), where);
    }

    /** {@code a + b}. @throws EngineRefusal {@code mrp.quantity-not-representable} on overflow */
    static long add(long a, long b, String where) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new EngineRefusal(
                    "mrp.quantity-not-representable",
                    "The quantities of %s add up to more than nine billion.".formatted(where),
                    Map.of("where", where));
        }
        return sum;
    }

    /** The smallest multiple of {@code step} that is at least {@code quantity}; the quantity itself if step is 0. */
    static long roundUp(long quantity, long step) {
        if (step == 0) {
            return quantity;
        }
        return Math.multiplyExact(Math.ceilDiv(quantity, step), step);
    }
}
