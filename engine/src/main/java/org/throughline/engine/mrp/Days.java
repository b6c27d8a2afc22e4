package org.throughline.engine.mrp;

import java.time.LocalDate;
import java.util.Map;
import org.throughline.engine.EngineRefusal;

/** Days of the epoch, and numbers of days, as ints: a million years both ways; anything beyond is refused, never wrapped. */
final class Days {

    /** So few that a day and a number of days, or the difference of two days, fit into an int. */
    private static final int MOST = 365_000_000;

    private Days() {}

    /** @throws EngineRefusal {@code mrp.day-not-representable} if it is a million years away or more */
    static int of(long days, String where) {
        if (days < -MOST || days > MOST) {
            throw new EngineRefusal(
                    "mrp.day-not-representable",
                    "The days (%d) of %s must be less than a million years.".formatted(days, where),
                    Map.of("days", Long.toString(days), "where", where));
        }
        return (int) days;
    }

    /** @throws EngineRefusal {@code mrp.day-not-representable} if it is a million years from 1970 or more */
    static int of(LocalDate date, String where) {
        return of(date.toEpochDay(), where);
    }
}
