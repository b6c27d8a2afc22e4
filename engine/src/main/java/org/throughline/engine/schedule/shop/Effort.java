package org.throughline.engine.schedule.shop;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long a search may go on: a time, or a number of evaluations, which gives the same answer on every machine and with
 * every number of threads. A time begins when this is made.
 */
public final class Effort {

    private final long nanoseconds;
    private final long evaluations;
    private final LongSupplier clock;
    private final long begin;
    private final BooleanSupplier cancelled;

    private Effort(long nanoseconds, long evaluations, LongSupplier clock, BooleanSupplier cancelled) {
        this.nanoseconds = nanoseconds;
        this.evaluations = evaluations;
        this.clock = clock;
        this.cancelled = cancelled;
        begin = clock.getAsLong();
    }

    /** Seconds from now. */
    public static Effort seconds(double seconds) {
        return seconds(seconds, System::nanoTime);
    }

    /** Seconds from now by another clock of nanoseconds. */
    public static Effort seconds(double seconds, LongSupplier clock) {
        return new Effort(Math.max(1, (long) (seconds * 1e9)), 0, clock, () -> false);
    }

    /** So many moves tried; a dispatch of n operations counts as n ÷ 30. */
    public static Effort evaluations(long evaluations) {
        return new Effort(0, Math.max(1, evaluations), () -> 0, () -> false);
    }

    /** The same, given up as soon as the question is answered with yes. */
    public Effort unless(BooleanSupplier isCancelled) {
        return new Effort(nanoseconds, evaluations, clock, isCancelled);
    }

    /** The part that is used up: 0 at the begin, 1 or more at the end. */
    double done(long evaluated) {
        if (cancelled.getAsBoolean()) {
            return 2;
        }
        return nanoseconds > 0 ? (clock.getAsLong() - begin) / (double) nanoseconds : evaluated / (double) evaluations;
    }

    boolean isTime() {
        return nanoseconds > 0;
    }
}
