package org.throughline.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.engine.EngineRefusal;

class WorkingCalendarTest {

    private static final TimeAxis SHANGHAI = TimeAxis.epoch(ZoneId.of("Asia/Shanghai"));
    private static final List<DayOfWeek> WEEKDAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final List<Shift> DAY_SHIFT = List.of(Shift.of("08:00", "12:00"), Shift.of("13:00", "17:00"));

    private static final CalendarDefinition OFFICE_HOURS = CalendarDefinition.of(
                    SHANGHAI, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"))
            .withShifts(WEEKDAYS, DAY_SHIFT);
    private static final WorkingCalendar OFFICE = WorkingCalendar.of(OFFICE_HOURS);

    private static long at(String local) {
        return SHANGHAI.minuteOf(LocalDateTime.parse(local));
    }

    @Test
    void three_hours_from_friday_four_o_clock_end_on_monday_at_ten() {
        assertThat(OFFICE.addWork(at("2026-11-20T16:00"), 180)).isEqualTo(at("2026-11-23T10:00"));
    }

    @Test
    void a_start_in_the_lunch_break_becomes_one_o_clock() {
        assertThat(OFFICE.nextWorking(at("2026-11-20T12:00"))).isEqualTo(at("2026-11-20T13:00"));
        assertThat(OFFICE.nextWorking(at("2026-11-20T12:30"))).isEqualTo(at("2026-11-20T13:00"));
    }

    @Test
    void no_work_at_the_end_of_the_shift_stays_at_the_end_of_the_shift() {
        assertThat(OFFICE.addWork(at("2026-11-20T17:00"), 0)).isEqualTo(at("2026-11-20T17:00"));
    }

    @Test
    void work_that_fills_the_shift_ends_with_it() {
        assertThat(OFFICE.addWork(at("2026-11-20T13:00"), 240)).isEqualTo(at("2026-11-20T17:00"));
        assertThat(OFFICE.subtractWork(at("2026-11-23T12:00"), 240)).isEqualTo(at("2026-11-23T08:00"));
    }

    @Test
    void counted_backwards_three_hours_before_monday_ten_begin_on_friday_at_four() {
        assertThat(OFFICE.subtractWork(at("2026-11-23T10:00"), 180)).isEqualTo(at("2026-11-20T16:00"));
    }

    @Test
    void a_holiday_is_skipped_and_a_make_up_saturday_worked() {
        var calendar = WorkingCalendar.of(OFFICE_HOURS
                .withHoliday(LocalDate.parse("2026-11-23"))
                .withDay(LocalDate.parse("2026-11-21"), DAY_SHIFT));

        assertThat(calendar.addWork(at("2026-11-20T16:00"), 60 + 480 + 60)).isEqualTo(at("2026-11-24T09:00"));
    }

    @Test
    void overtime_adds_work_and_maintenance_takes_it_away() {
        var calendar = WorkingCalendar.of(OFFICE_HOURS
                .withOvertime(new Window(at("2026-11-20T18:00"), at("2026-11-20T20:00")))
                .withClosed(new Window(at("2026-11-20T15:00"), at("2026-11-20T19:00"))));

        assertThat(calendar.addWork(at("2026-11-20T14:00"), 90)).isEqualTo(at("2026-11-20T19:30"));
    }

    @Test
    void a_night_shift_reaches_into_the_next_morning() {
        var night = WorkingCalendar.of(
                CalendarDefinition.of(SHANGHAI, LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"))
                        .withShifts(List.of(DayOfWeek.FRIDAY), List.of(Shift.of("20:00", "04:00"))));

        assertThat(night.addWork(at("2026-11-20T20:00"), 480)).isEqualTo(at("2026-11-21T04:00"));
        assertThat(night.addWork(at("2026-11-20T20:00"), 481)).isEqualTo(at("2026-11-27T20:01"));
    }

    /** In Berlin the night of 29 March has an hour less, that of 25 October one more; mornings stay mornings. */
    @Test
    void a_night_in_which_the_clock_is_changed_is_shorter_or_longer_and_the_next_shift_begins_by_the_clock() {
        var berlin = TimeAxis.epoch(ZoneId.of("Europe/Berlin"));
        var night = WorkingCalendar.of(
                CalendarDefinition.of(berlin, LocalDate.parse("2026-03-01"), LocalDate.parse("2026-11-30"))
                        .withShifts(List.of(DayOfWeek.values()), List.of(Shift.of("22:00", "06:00"))));
        for (var nights : List.of("2026-03-28 420", "2026-10-24 540", "2026-06-10 480")) {
            var day = LocalDate.parse(nights.substring(0, 10));
            int minutes = Integer.parseInt(nights.substring(11));
            long begin = berlin.minuteOf(day.atTime(22, 0));
            assertThat(night.addWork(begin, minutes))
                    .isEqualTo(berlin.minuteOf(day.plusDays(1).atTime(6, 0)));
            assertThat(night.nextWorking(begin + minutes))
                    .isEqualTo(berlin.minuteOf(day.plusDays(1).atTime(22, 0)));
        }
    }

    @Test
    void beyond_the_exact_days_the_plain_week_goes_on() {
        assertThat(OFFICE.addWork(at("2027-03-05T16:00"), 180)).isEqualTo(at("2027-03-08T10:00"));
        assertThat(OFFICE.addWork(at("2026-12-31T16:00"), 120)).isEqualTo(at("2027-01-01T09:00"));
        assertThat(OFFICE.subtractWork(at("2026-01-01T09:00"), 120)).isEqualTo(at("2025-12-31T16:00"));
    }

    @Test
    void a_calendar_without_shifts_says_so() {
        var empty = WorkingCalendar.ofWindows(List.of(new Window(0, 10)));

        assertThat(empty.addWork(0, 10)).isEqualTo(10);
        assertThatThrownBy(() -> empty.addWork(0, 11))
                .isInstanceOfSatisfying(
                        EngineRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("calendar.no-working-time"));
    }

    @Test
    void round_the_clock_every_minute_works() {
        var always = WorkingCalendar.always();
        assertThat(always.addWork(-7, 20_000)).isEqualTo(19_993);
        assertThat(always.subtractWork(19_993, 20_000)).isEqualTo(-7);
        assertThat(always.nextWorking(123)).isEqualTo(123);
    }

    @Test
    void windows_are_listed_in_order_and_cut() {
        assertThat(OFFICE.windows(at("2026-11-20T09:00"), at("2026-11-23T08:30")))
                .containsExactly(
                        new Window(at("2026-11-20T09:00"), at("2026-11-20T12:00")),
                        new Window(at("2026-11-20T13:00"), at("2026-11-20T17:00")),
                        new Window(at("2026-11-23T08:00"), at("2026-11-23T08:30")));
    }

    /** The slow twin walks minute by minute. */
    @Test
    void on_random_calendars_the_arithmetic_agrees_with_walking_minute_by_minute() {
        var random = new Random(20261122);
        for (int round = 0; round < 60; round++) {
            var calendar = randomCalendar(random);
            for (int i = 0; i < 40; i++) {
                long start = random.nextInt(40_000) - 20_000L;
                int minutes = random.nextInt(600);
                assertThat(calendar.addWork(start, minutes)).isEqualTo(walkForward(calendar, start, minutes));
                assertThat(calendar.subtractWork(start, minutes)).isEqualTo(walkBack(calendar, start, minutes));
                long end = calendar.addWork(start, minutes);
                assertThat(calendar.workBetween(start, end)).isEqualTo(minutes);
            }
        }
    }

    /** On 1 January the exact days begin, with a holiday; the plain week, round the clock, knows nothing of it. */
    @Test
    void a_window_before_the_exact_days_ends_where_they_begin_with_a_holiday() {
        var plant = WorkingCalendar.of(
                CalendarDefinition.of(SHANGHAI, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"))
                        .withShifts(List.of(DayOfWeek.values()), List.of(Shift.of("00:00", "00:00")))
                        .withHoliday(LocalDate.parse("2026-01-01")));
        long begin = at("2025-12-31T22:00");
        long holiday = at("2026-01-01T00:00");

        assertThat(plant.endOfWindow(begin)).isEqualTo(holiday);
        assertThat(plant.windows(begin, at("2026-01-02T01:00")))
                .containsExactly(
                        new Window(begin, holiday), new Window(at("2026-01-02T00:00"), at("2026-01-02T01:00")));
        assertThat(plant.and(WorkingCalendar.ofWindows(List.of(new Window(begin, at("2026-01-02T01:00")))))
                        .isWorking(holiday))
                .isFalse();
    }

    /** The slow twin looks at each minute. */
    @Test
    void on_random_calendars_windows_and_shared_time_agree_with_looking_at_each_minute() {
        var random = new Random(20261123);
        for (int round = 0; round < 60; round++) {
            var calendar = randomCalendar(random);
            var other = randomCalendar(random);
            var both = calendar.and(other);
            long from = random.nextInt(30_000) - 15_000L;
            long to = from + random.nextInt(20_000);
            assertThat(CalendarLayout.merge(calendar.windows(from, to))).isEqualTo(workingMinutes(calendar, from, to));
            for (long t = from; t < to; t++) {
                assertThat(both.isWorking(t)).isEqualTo(calendar.isWorking(t) && other.isWorking(t));
            }
            for (int i = 0; i < 40; i++) {
                long t = from + random.nextInt(20_000);
                assertThat(calendar.endOfWindow(t)).isEqualTo(walkToPause(calendar, t));
                assertThat(both.endOfWindow(t)).isEqualTo(walkToPause(both, t));
            }
        }
    }

    private static List<Window> workingMinutes(WorkingCalendar calendar, long from, long to) {
        var minutes = new ArrayList<Window>();
        for (long t = from; t < to; t++) {
            if (calendar.isWorking(t)) {
                minutes.add(new Window(t, t + 1));
            }
        }
        return CalendarLayout.merge(minutes);
    }

    private static long walkToPause(WorkingCalendar calendar, long from) {
        long t = from;
        while (calendar.isWorking(t)) {
            t++;
        }
        return t;
    }

    private static WorkingCalendar randomCalendar(Random random) {
        var axis = TimeAxis.epoch(ZoneId.of("UTC"));
        var definition = CalendarDefinition.of(axis, LocalDate.parse("1969-12-28"), LocalDate.parse("1970-01-10"))
                .withShifts(
                        List.of(
                                DayOfWeek.of(1 + random.nextInt(7)),
                                DayOfWeek.SATURDAY,
                                DayOfWeek.SUNDAY,
                                DayOfWeek.MONDAY),
                        random.nextInt(3) == 0
                                ? List.of(Shift.of("00:00", "00:00"))
                                : List.of(
                                        Shift.of("06:00", "1%d:30".formatted(random.nextInt(3))),
                                        Shift.of("2%d:00".formatted(random.nextInt(4)), "02:15")));
        int closed = random.nextInt(9_000);
        return WorkingCalendar.of(definition
                .withClosed(new Window(closed, closed + 1L + random.nextInt(500)))
                .withOvertime(new Window(closed + 300L, closed + 301L + random.nextInt(500)))
                .withHoliday(random.nextInt(3) == 0 ? definition.from() : LocalDate.ofEpochDay(random.nextInt(9))));
    }

    private static long walkForward(WorkingCalendar calendar, long start, int minutes) {
        long t = start;
        for (int left = minutes; left > 0; t++) {
            left -= calendar.isWorking(t) ? 1 : 0;
        }
        return t;
    }

    private static long walkBack(WorkingCalendar calendar, long end, int minutes) {
        long t = end;
        for (int left = minutes; left > 0; t--) {
            left -= calendar.isWorking(t - 1) ? 1 : 0;
        }
        return t;
    }

    @Test
    void workdays_are_counted_over_weekends_holidays_and_make_up_days() {
        var monday = LocalDate.parse("2026-11-23");
        var plant = WorkdayCalendar.of(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Set.of(LocalDate.parse("2026-11-25")),
                Set.of(LocalDate.parse("2026-11-21")));

        assertThat(plant.minus(monday, 1)).isEqualTo("2026-11-21");
        assertThat(plant.minus(monday, 2)).isEqualTo("2026-11-20");
        assertThat(plant.plus(monday, 2)).isEqualTo("2026-11-26");
        assertThat(plant.plus(monday, 0)).isEqualTo(monday);
        assertThat(plant.isWorkday(LocalDate.parse("2026-11-25"))).isFalse();
        assertThat(WorkdayCalendar.everyDay().plus(monday, 7)).isEqualTo("2026-11-30");
    }

    @Test
    void calendars_that_count_the_same_days_are_equal() {
        var week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        var wednesday = Set.of(LocalDate.parse("2026-11-25"));
        var saturday = Set.of(LocalDate.parse("2026-11-21"));
        var plant = WorkdayCalendar.of(week, wednesday, saturday);

        assertThat(WorkdayCalendar.of(EnumSet.copyOf(week), Set.copyOf(wednesday), Set.copyOf(saturday)))
                .isEqualTo(plant)
                .hasSameHashCodeAs(plant);
        assertThat(WorkdayCalendar.of(week, wednesday, Set.of())).isNotEqualTo(plant);
        assertThat(WorkdayCalendar.of(week, Set.of(), saturday)).isNotEqualTo(plant);
        assertThat(WorkdayCalendar.of(EnumSet.allOf(DayOfWeek.class), wednesday, Set.of()))
                .isNotEqualTo(plant);
    }

    @Test
    void plus_and_minus_walk_workday_by_workday() {
        var random = new Random(7);
        var free = Set.of(LocalDate.ofEpochDay(11), LocalDate.ofEpochDay(12), LocalDate.ofEpochDay(20));
        var plant = WorkdayCalendar.of(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), free, Set.of(LocalDate.ofEpochDay(10)));
        for (int i = 0; i < 2_000; i++) {
            var day = LocalDate.ofEpochDay(random.nextInt(40));
            int days = random.nextInt(12);
            var later = day;
            var earlier = day;
            for (int left = days; left > 0; ) {
                later = later.plusDays(1);
                left -= plant.isWorkday(later) ? 1 : 0;
            }
            for (int left = days; left > 0; ) {
                earlier = earlier.minusDays(1);
                left -= plant.isWorkday(earlier) ? 1 : 0;
            }
            assertThat(plant.plus(day, days)).isEqualTo(later);
            assertThat(plant.minus(day, days)).isEqualTo(earlier);
            assertThat(plant.daysBetween(day.toEpochDay(), later.toEpochDay())).isEqualTo(days);
        }
    }
}
