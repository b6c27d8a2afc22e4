package org.throughline.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The house's only clock. Normally the machine's; inside {@link #at} it stands at the given instant, so that a history
 * can be replayed through the same use cases that people call.
 */
public final class PlantClock extends Clock {

    private static final ScopedValue<Instant> STANDING = ScopedValue.newInstance();

    private final ZoneId zone;

    public PlantClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Runs {@code work} as if it were {@code instant}. */
    public static void at(Instant instant, Runnable work) {
        ScopedValue.where(STANDING, instant).run(work);
    }

    /** Whether the time is being replayed here. */
    public static boolean isStanding() {
        return STANDING.isBound();
    }

    @Override
    public Instant instant() {
        return STANDING.isBound() ? STANDING.get() : Instant.now(Clock.systemUTC());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new PlantClock(other);
    }
}
