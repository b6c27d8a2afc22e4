package org.throughline.factory;

import java.time.LocalTime;

/**
 * A stretch of working time that begins on one day. A stretch that ends at or before the time it begins at ends on the
 * next day, and belongs to the day it began (22:00–06:00; 16:00–00:00).
 *
 * @param day  1 = Monday … 7 = Sunday, the day it begins
 */
public record Shift(int day, LocalTime from, LocalTime to) {

    private static final int MINUTES_A_DAY = 24 * 60;

    /** @throws CalendarRefused if the day is not 1 to 7 */
    public Shift {
        if (day < 1 || day > 7) {
            throw CalendarRefused.noSuchDay(day);
        }
    }

    /** Minute of its day at which it begins, 0 to 1439. */
    public int fromMinute() {
        return from.getHour() * 60 + from.getMinute();
    }

    /** Minute at which it ends, counted from the day it began: 1 to 2879. */
    public int toMinute() {
        int minute = to.getHour() * 60 + to.getMinute();
        return minute <= fromMinute() ? minute + MINUTES_A_DAY : minute;
    }
}
