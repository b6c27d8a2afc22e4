package org.throughline.scheduling.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.throughline.engine.calendar.CalendarDefinition;
import org.throughline.engine.calendar.Shift;
import org.throughline.engine.calendar.TimeAxis;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.factory.CalendarWindows;

/** The plant's calendars in the engine's words, each laid out once. Not thread-safe. */
final class EngineCalendars {

    private static final int DAYS_BEFORE = 14;
    private static final int DAYS_AFTER = 400;

    private final TimeAxis axis;
    private final LocalDate from;
    private final LocalDate to;
    private final int overtimeMinutes;
    private final Map<UUID, WorkingCalendar> known = new HashMap<>();

    /** @param overtimeMinutes added to the end of every working day; 0 for none */
    EngineCalendars(LocalDate today, ZoneId zone, int overtimeMinutes) {
        this.axis = TimeAxis.epoch(zone);
        this.from = today.minusDays(DAYS_BEFORE);
        this.to = today.plusDays(DAYS_AFTER);
        this.overtimeMinutes = overtimeMinutes;
    }

    TimeAxis axis() {
        return axis;
    }

    WorkingCalendar of(CalendarWindows calendar) {
        return known.computeIfAbsent(calendar.calendarId(), id -> layOut(calendar));
    }

    private WorkingCalendar layOut(CalendarWindows calendar) {
        var definition = CalendarDefinition.of(axis, from, to);
        for (var day : DayOfWeek.values()) {
            var shifts = calendar.week().stream()
                    .filter(shift -> shift.day() == day.getValue())
                    .toList();
            definition = definition.withShifts(List.of(day), shifts(shifts));
        }
        for (var day : calendar.exceptions().keySet()) {
            definition = definition.withDay(day, shifts(calendar.shiftsOn(day)));
        }
        return WorkingCalendar.of(definition);
    }

    private List<Shift> shifts(List<org.throughline.factory.Shift> shifts) {
        if (shifts.isEmpty()) {
            return List.of();
        }
        var last = shifts.getLast();
        return shifts.stream()
                .map(shift -> new Shift(
                        shift.from(),
                        shift.equals(last) && shift.toMinute() + overtimeMinutes < 24 * 60
                                ? shift.to().plusMinutes(overtimeMinutes)
                                : shift.to()))
                .toList();
    }
}
