package org.throughline.engine.calendar;

import java.time.LocalTime;

/**
 * One uninterrupted stretch of work of a day, in the plant's local time. A break splits a shift into two.
 *
 * @param end exclusive; an end at or before the start lies on the next day (a night shift belongs to the day it begins;
 *     equal times mean 24 hours)
 */
public record Shift(LocalTime start, LocalTime end) {

    /** {@code Shift.of("08:00", "12:00")}. */
    public static Shift of(String start, String end) {
        return new Shift(LocalTime.parse(start), LocalTime.parse(end));
    }

    boolean endsNextDay() {
        return !end.isAfter(start);
    }
}
