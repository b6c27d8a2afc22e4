package org.throughline.engine.schedule;

import java.util.function.BooleanSupplier;

/**
 * How long to improve after the first complete schedule.
 *
 * <p>With a budget in iterations the same problem and seed give the same schedule on every machine; with a budget in
 * milliseconds the machine's speed decides.
 *
 * @param iterations changes tried at most; 0 for the first schedule only
 * @param milliseconds wall time at most; 0 for no limit
 * @param cancelled asked now and then; when true the best schedule so far is returned
 */
public record Budget(long iterations, long milliseconds, long seed, BooleanSupplier cancelled) {

    public static Budget iterations(long iterations) {
        return new Budget(iterations, 0, 1, () -> false);
    }

    /** So long, however many changes that are; 0 for the first schedule only. */
    public static Budget milliseconds(long milliseconds) {
        return new Budget(milliseconds == 0 ? 0 : Long.MAX_VALUE, milliseconds, 1, () -> false);
    }

    public Budget withSeed(long value) {
        return new Budget(iterations, milliseconds, value, cancelled);
    }

    public Budget cancelledWhen(BooleanSupplier value) {
        return new Budget(iterations, milliseconds, seed, value);
    }
}
