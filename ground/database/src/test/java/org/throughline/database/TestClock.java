package org.throughline.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands where the test puts it; at first Monday 2026-11-23, 08:00 in Shanghai. */
public final class TestClock extends Clock {

    /** Monday 2026-11-23, 08:00 in Shanghai. */
    public static final Instant MONDAY_8AM = Instant.parse("2026-11-23T00:00:00Z");

    private final ZoneId zone;
    private volatile Instant now = MONDAY_8AM;

    /** @param zone of the plant */
    public TestClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Puts the clock to {@code instant}. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Lets {@code time} pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(now, other);
    }
}
