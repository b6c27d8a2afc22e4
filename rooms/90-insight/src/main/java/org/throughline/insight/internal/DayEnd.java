package org.throughline.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a plan or forecast that knows only the day is due: at the end of the ordinary shift. */
final class DayEnd {

    private static final LocalTime END_OF_SHIFT = LocalTime.of(17, 0);

    private DayEnd() {}

    static Instant of(LocalDate day, ZoneId zone) {
        return day.atTime(END_OF_SHIFT).atZone(zone).toInstant();
    }
}
