package org.throughline.factory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * When work is possible: a week that repeats, and the dates that differ from it.
 *
 * @param week       sorted by day and start, not overlapping
 * @param exceptions by date
 */
public record CalendarWindows(
        UUID calendarId, String code, String name, List<Shift> week, SortedMap<LocalDate, CalendarDay> exceptions) {

    /** Beyond this many days without a working day, the calendar is taken to be closed for good. */
    private static final int LONGEST_CLOSURE_DAYS = 1000;

    public CalendarWindows {
        week = week.stream()
                .sorted(Comparator.comparingInt(Shift::day).thenComparing(Shift::from))
                .toList();
    }

    /** The shifts that begin on this date, by start; empty on a free day. */
    public List<Shift> shiftsOn(LocalDate date) {
        int day = date.getDayOfWeek().getValue();
        CalendarDay exception = exceptions.get(date);
        if (exception == null) {
            return ofWeekday(day);
        }
        return switch (exception.kind()) {
            case HOLIDAY -> List.of();
            case CUSTOM -> exception.shifts();
            case WORKDAY -> ofWeekday(day).isEmpty() ? ofFirstWorkingDay() : ofWeekday(day);
        };
    }

    public boolean isWorkingDay(LocalDate date) {
        return !shiftsOn(date).isEmpty();
    }

    /** Minutes of work in the shifts that begin on this date. */
    public int workingMinutes(LocalDate date) {
        return shiftsOn(date).stream()
                .mapToInt(shift -> shift.toMinute() - shift.fromMinute())
                .sum();
    }

    /**
     * The date that lies {@code days} working days after {@code date}; before it when negative. Zero answers the date
     * itself, or the next working day when it is free.
     *
     * @throws CalendarRefused if the calendar has no working day in sight
     */
    public LocalDate plusWorkingDays(LocalDate date, int days) {
        LocalDate at = days >= 0 ? nextWorkingDay(date, 1) : nextWorkingDay(date, -1);
        int step = days >= 0 ? 1 : -1;
        for (int left = Math.abs(days); left > 0; left--) {
            at = nextWorkingDay(at.plusDays(step), step);
        }
        return at;
    }

    /**
     * All working stretches that begin on a date from {@code from} until {@code to}, both included, by start.
     *
     * @param zone the plant's zone, in which the shifts' times are meant
     */
    public List<Window> windows(LocalDate from, LocalDate to, ZoneId zone) {
        var windows = new ArrayList<Window>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            var midnight = date.atStartOfDay();
            for (Shift shift : shiftsOn(date)) {
                windows.add(new Window(
                        midnight.plusMinutes(shift.fromMinute()).atZone(zone).toInstant(),
                        midnight.plusMinutes(shift.toMinute()).atZone(zone).toInstant()));
            }
        }
        return windows;
    }

    /** One stretch of working time; the end is excluded. */
    public record Window(Instant start, Instant end) {}

    private LocalDate nextWorkingDay(LocalDate date, int step) {
        LocalDate at = date;
        for (int i = 0; i < LONGEST_CLOSURE_DAYS; i++, at = at.plusDays(step)) {
            if (isWorkingDay(at)) {
                return at;
            }
        }
        throw CalendarRefused.neverWorks(code, date);
    }

    private List<Shift> ofWeekday(int day) {
        return week.stream().filter(shift -> shift.day() == day).toList();
    }

    private List<Shift> ofFirstWorkingDay() {
        return week.isEmpty() ? List.of() : ofWeekday(week.getFirst().day());
    }
}
