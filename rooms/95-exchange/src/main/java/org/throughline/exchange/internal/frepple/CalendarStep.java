package org.throughline.exchange.internal.frepple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.internal.Outcome;
import org.throughline.factory.CalendarDay;
import org.throughline.factory.CalendarWindows;
import org.throughline.factory.Calendars;
import org.throughline.factory.Shift;
import org.throughline.kernel.Identity;
import org.throughline.workflow.ProgressJobs.Progress;

/**
 * Calendars with their buckets. A bucket that counts for more than a year is part of the week, a shorter one makes
 * exceptions. Calendars that say how many places a resource has have no counterpart.
 */
@Component
class CalendarStep implements FreppleStep {

    private static final int PLACE = 20;
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int LONGEST_EXCEPTION_DAYS = 400;
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final RowSteps steps;
    private final Calendars calendars;

    CalendarStep(RowSteps steps, Calendars calendars) {
        this.steps = steps;
        this.calendars = calendars;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public void run(Dataset data, Progress progress) {
        Set<String> capacities = new HashSet<>();
        Map<String, Outcome> outcomes = new HashMap<>();
        data.rows(Model.RESOURCE).forEach(row -> row.text("maximumcalendar").ifPresent(capacities::add));
        steps.each(data, Model.CALENDAR, progress, row -> {
            String name = row.need("name");
            if (capacities.contains(name)) {
                throw RowRefused.noCounterpart("capacity calendar", name);
            }
            Outcome outcome = save(row, buckets(data, name));
            outcomes.put(name, outcome);
            return outcome;
        });
        for (FreppleRow bucket : data.rows(Model.CALENDARBUCKET)) {
            steps.one(data, Model.CALENDARBUCKET, bucket, row -> {
                String name = row.need("calendar");
                if (capacities.contains(name)) {
                    throw RowRefused.noCounterpart("capacity calendar", name);
                }
                if (data.named(Model.CALENDAR, name).isEmpty()) {
                    throw RowRefused.unknown("calendar", name);
                }
                return outcomes.getOrDefault(name, Outcome.UNCHANGED);
            });
        }
    }

    private static List<FreppleRow> buckets(Dataset data, String calendar) {
        return data.rows(Model.CALENDARBUCKET).stream()
                .filter(row -> row.text("calendar").orElse("").equals(calendar))
                .sorted(Comparator.comparing((FreppleRow row) -> row.number("priority", BigDecimal.ZERO))
                        .reversed())
                .toList();
    }

    private Outcome save(FreppleRow row, List<FreppleRow> buckets) {
        String name = row.need("name");
        boolean open = row.text("defaultvalue").isPresent()
                && row.number("defaultvalue", BigDecimal.ZERO).signum() > 0;
        var week = new boolean[DAYS.size()][MINUTES_A_DAY];
        for (boolean[] day : week) {
            Arrays.fill(day, open);
        }
        buckets.stream().filter(bucket -> !isException(bucket)).forEach(bucket -> {
            for (int day = 0; day < DAYS.size(); day++) {
                if (bucket.flag(DAYS.get(day), true)) {
                    paint(week[day], bucket);
                }
            }
        });
        var exceptions = new TreeMap<LocalDate, CalendarDay>();
        buckets.stream()
                .filter(CalendarStep::isException)
                .forEach(bucket -> exceptions.putAll(exceptions(bucket, week)));
        var shifts = new ArrayList<Shift>();
        for (int day = 0; day < DAYS.size(); day++) {
            shifts.addAll(shifts(day + 1, week[day]));
        }
        return write(name, shifts, exceptions);
    }

    private Outcome write(String name, List<Shift> shifts, SortedMap<LocalDate, CalendarDay> exceptions) {
        Optional<CalendarWindows> known = calendars.byCode(name);
        var wanted = new CalendarWindows(
                known.map(CalendarWindows::calendarId).orElseGet(Identity::fresh), name, name, shifts, exceptions);
        Outcome outcome = known.map(one -> one.equals(wanted) ? Outcome.UNCHANGED : Outcome.UPDATED)
                .orElse(Outcome.INSERTED);
        if (outcome != Outcome.UNCHANGED) {
            calendars.save(wanted);
        }
        return outcome;
    }

    private static boolean isException(FreppleRow bucket) {
        return bucket.date("startdate")
                .flatMap(from -> bucket.date("enddate").map(to -> ChronoUnit.DAYS.between(from, to)))
                .map(days -> days <= LONGEST_EXCEPTION_DAYS)
                .orElse(false);
    }

    private static SortedMap<LocalDate, CalendarDay> exceptions(FreppleRow bucket, boolean[][] week) {
        var days = new TreeMap<LocalDate, CalendarDay>();
        LocalDate from = bucket.date("startdate").orElseThrow();
        LocalDate to = bucket.date("enddate").orElseThrow();
        for (LocalDate date = from; date.isBefore(to) || date.equals(from); date = date.plusDays(1)) {
            int day = date.getDayOfWeek().getValue();
            if (bucket.flag(DAYS.get(day - 1), true)) {
                boolean[] minutes = week[day - 1].clone();
                paint(minutes, bucket);
                var shifts = shifts(day, minutes);
                var kind = shifts.isEmpty() ? CalendarDay.Kind.HOLIDAY : CalendarDay.Kind.CUSTOM;
                days.put(
                        date,
                        new CalendarDay(date, kind, shifts, bucket.text("name").orElse(null)));
            }
        }
        return days;
    }

    private static void paint(boolean[] minutes, FreppleRow bucket) {
        boolean open = bucket.number("value", BigDecimal.ZERO).signum() > 0;
        int from = minute(bucket, "starttime", 0);
        int to = minute(bucket, "endtime", MINUTES_A_DAY);
        for (int minute = from; minute < Math.min(to, MINUTES_A_DAY); minute++) {
            minutes[minute] = open;
        }
    }

    /** 16:59:59 means until 17:00. */
    private static int minute(FreppleRow bucket, String column, int otherwise) {
        if (bucket.text(column).isEmpty()) {
            return otherwise;
        }
        int seconds = bucket.seconds(column).intValue();
        return (seconds + 59) / 60;
    }

    private static List<Shift> shifts(int day, boolean[] minutes) {
        var shifts = new ArrayList<Shift>();
        int from = -1;
        for (int minute = 0; minute <= MINUTES_A_DAY; minute++) {
            boolean open = minute < MINUTES_A_DAY && minutes[minute];
            if (open && from < 0) {
                from = minute;
            } else if (!open && from >= 0) {
                shifts.add(new Shift(day, time(from), time(minute)));
                from = -1;
            }
        }
        return shifts;
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60 % 24, minute % 60);
    }
}
