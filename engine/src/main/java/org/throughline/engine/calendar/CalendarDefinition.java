package org.throughline.engine.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a calendar is made of. Later layers win: weekly shifts, then days that differ, then overtime, then closed windows.
 *
 * @param week shifts by day of the week; a day that is absent is free
 * @param days days that differ from the week: a holiday has no shift, a make-up day (调休) has those of a working day
 * @param overtime extra working windows, in minutes of the axis
 * @param closed windows without work whatever the shifts say (maintenance, power cut)
 * @param from first day that is laid out exactly; before it the plain week repeats
 * @param to last day (inclusive) that is laid out exactly; after it the plain week repeats
 */
public record CalendarDefinition(
        TimeAxis axis,
        Map<DayOfWeek, List<Shift>> week,
        Map<LocalDate, List<Shift>> days,
        List<Window> overtime,
        List<Window> closed,
        LocalDate from,
        LocalDate to) {

    public CalendarDefinition {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The last day (%s) must not be before the first (%s).".formatted(to, from));
        }
        var weekCopy = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        week.forEach((day, shifts) -> weekCopy.put(day, List.copyOf(shifts)));
        week = java.util.Collections.unmodifiableMap(weekCopy);
        var dayCopy = new TreeMap<LocalDate, List<Shift>>();
        days.forEach((day, shifts) -> dayCopy.put(day, List.copyOf(shifts)));
        days = java.util.Collections.unmodifiableMap(dayCopy);
        overtime = List.copyOf(overtime);
        closed = List.copyOf(closed);
    }

    /** An empty week, to which shifts and exceptions are added. */
    public static CalendarDefinition of(TimeAxis axis, LocalDate from, LocalDate to) {
        return new CalendarDefinition(axis, Map.of(), Map.of(), List.of(), List.of(), from, to);
    }

    /** The same shifts on each of these days of the week. */
    public CalendarDefinition withShifts(List<DayOfWeek> daysOfWeek, List<Shift> shifts) {
        var copy = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        copy.putAll(week);
        daysOfWeek.forEach(day -> copy.put(day, shifts));
        return new CalendarDefinition(axis, copy, days, overtime, closed, from, to);
    }

    public CalendarDefinition withHoliday(LocalDate day) {
        return withDay(day, List.of());
    }

    /** A day with its own shifts, for example a make-up Saturday. */
    public CalendarDefinition withDay(LocalDate day, List<Shift> shifts) {
        var copy = new TreeMap<>(days);
        copy.put(day, shifts);
        return new CalendarDefinition(axis, week, copy, overtime, closed, from, to);
    }

    public CalendarDefinition withOvertime(Window window) {
        var copy = new ArrayList<>(overtime);
        copy.add(window);
        return new CalendarDefinition(axis, week, days, copy, closed, from, to);
    }

    public CalendarDefinition withClosed(Window window) {
        var copy = new ArrayList<>(closed);
        copy.add(window);
        return new CalendarDefinition(axis, week, days, overtime, copy, from, to);
    }
}
