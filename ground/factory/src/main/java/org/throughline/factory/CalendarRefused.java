package org.throughline.factory;

import java.time.LocalDate;
import org.throughline.kernel.RuleViolation;

/** A calendar that makes no sense. */
public final class CalendarRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private CalendarRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    public static CalendarRefused noSuchDay(int day) {
        return new CalendarRefused("factory.calendar-no-such-day", "day", day);
    }

    public static CalendarRefused unreadableShifts(String text) {
        return new CalendarRefused("factory.calendar-unreadable-shifts", "shifts", text);
    }

    public static CalendarRefused overlap(String calendar, Shift one, Shift other) {
        return new CalendarRefused(
                "factory.calendar-overlap", "calendar", calendar, "one", shown(one), "other", shown(other));
    }

    public static CalendarRefused neverWorks(String calendar, LocalDate after) {
        return new CalendarRefused("factory.calendar-never-works", "calendar", calendar, "after", after.toString());
    }

    private static String shown(Shift shift) {
        return shift.day() + " " + shift.from() + "-" + shift.to();
    }
}
