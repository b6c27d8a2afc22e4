package org.throughline.engine.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Translates between java.time and the engine's minutes.
 *
 * @param origin the instant that is minute 0; must be a whole minute
 * @param zone the plant's zone
 */
public record TimeAxis(Instant origin, ZoneId zone) {

    private static final int SECONDS = 60;

    public TimeAxis {
        if (origin.getNano() != 0 || Math.floorMod(origin.getEpochSecond(), SECONDS) != 0) {
            throw new IllegalArgumentException("The origin (%s) must be a whole minute.".formatted(origin));
        }
    }

    /** Minute 0 is 1970-01-01T00:00Z: the axis on which minutes of all plants can be compared. */
    public static TimeAxis epoch(ZoneId zone) {
        return new TimeAxis(Instant.EPOCH, zone);
    }

    /** The minute in which this instant lies (seconds are cut off). */
    public long minuteOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond() - origin.getEpochSecond(), SECONDS);
    }

    public long minuteOf(LocalDateTime local) {
        return minuteOf(local.atZone(zone).toInstant());
    }

    /** The first minute of this day in the plant's zone. */
    public long minuteOf(LocalDate date) {
        return minuteOf(date.atStartOfDay(zone).toInstant());
    }

    public Instant instantOf(long minute) {
        return origin.plusSeconds(Math.multiplyExact(minute, SECONDS));
    }

    public LocalDate dateOf(long minute) {
        return instantOf(minute).atZone(zone).toLocalDate();
    }

    public LocalDateTime localOf(long minute) {
        return instantOf(minute).atZone(zone).toLocalDateTime();
    }
}
