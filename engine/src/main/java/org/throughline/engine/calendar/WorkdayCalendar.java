package org.throughline.engine.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which days count when a lead time is given in days: a plant's or a supplier's. Immutable.
 *
 * <p>Cost: {@link #plus} and {@link #minus} are O(log exceptions).
 */
public final class WorkdayCalendar {

    private static final int DAYS = 7;

    private static final WorkdayCalendar EVERY_DAY =
            new WorkdayCalendar(EnumSet.allOf(DayOfWeek.class), new TreeSet<>(), new TreeSet<>());

    /** Workdays among the days of week before index i of a week that begins on Thursday (day 0 of the epoch). */
    private final int[] weekBefore = new int[DAYS + 1];

    /** Days that differ from the week, sorted, and the running sum of +1 (made a workday) and -1 (made free). */
    private final long[] exceptions;

    private final int[] shift;

    private WorkdayCalendar(Set<DayOfWeek> week, SortedSet<LocalDate> free, SortedSet<LocalDate> extra) {
        for (int i = 0; i < DAYS; i++) {
            weekBefore[i + 1] =
                    weekBefore[i] + (week.contains(LocalDate.ofEpochDay(i).getDayOfWeek()) ? 1 : 0);
        }
        var all = new TreeSet<LocalDate>();
        free.stream().filter(day -> week.contains(day.getDayOfWeek())).forEach(all::add);
        extra.stream().filter(day -> !week.contains(day.getDayOfWeek())).forEach(all::add);
        exceptions = all.stream().mapToLong(LocalDate::toEpochDay).toArray();
        shift = new int[exceptions.length + 1];
        for (int i = 0; i < exceptions.length; i++) {
            shift[i + 1] = shift[i] + (extra.contains(LocalDate.ofEpochDay(exceptions[i])) ? 1 : -1);
        }
    }

    /** Every day counts (lead times in calendar days). */
    public static WorkdayCalendar everyDay() {
        return EVERY_DAY;
    }

    /**
     * The week with its exceptions.
     *
     * @param week at least one day
     * @param free days of the week that do not count (holidays)
     * @param extra other days that count (make-up days 调休); wins over {@code free}
     */
    public static WorkdayCalendar of(Set<DayOfWeek> week, Set<LocalDate> free, Set<LocalDate> extra) {
        if (week.isEmpty()) {
            throw new IllegalArgumentException("A workday calendar needs at least one day of the week.");
        }
        var really = new TreeSet<>(free);
        really.removeAll(extra);
        return new WorkdayCalendar(week, really, new TreeSet<>(extra));
    }

    public boolean isWorkday(LocalDate day) {
        return workdaysBefore(day.toEpochDay() + 1) > workdaysBefore(day.toEpochDay());
    }

    /** The day that is {@code days} workdays after {@code day}; zero days leave it where it is. */
    public LocalDate plus(LocalDate day, long days) {
        return LocalDate.ofEpochDay(plusDays(day.toEpochDay(), days));
    }

    /** The day that is {@code days} workdays before {@code day}; zero days leave it where it is. */
    public LocalDate minus(LocalDate day, long days) {
        return LocalDate.ofEpochDay(minusDays(day.toEpochDay(), days));
    }

    /** As {@link #plus}, on days of the epoch. */
    public long plusDays(long day, long days) {
        if (days < 0) {
            throw new IllegalArgumentException("The days (%d) must not be negative.".formatted(days));
        }
        return days == 0 ? day : dayOf(workdaysBefore(day + 1) + days - 1, day);
    }

    /** As {@link #minus}, on days of the epoch. */
    public long minusDays(long day, long days) {
        if (days < 0) {
            throw new IllegalArgumentException("The days (%d) must not be negative.".formatted(days));
        }
        return days == 0 ? day : dayOf(workdaysBefore(day) - days, day);
    }

    /**
     * The workdays after {@code day} up to {@code other}, inclusive: so many that {@link #plusDays} leads from the one to the
     * other if that is a workday. Days of the epoch; negative if the other is earlier.
     */
    public long daysBetween(long day, long other) {
        return workdaysBefore(other + 1) - workdaysBefore(day + 1);
    }

    /** Whether the other counts the same days; of what exceptions it was made does not matter. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkdayCalendar that
                && Arrays.equals(weekBefore, that.weekBefore)
                && Arrays.equals(exceptions, that.exceptions)
                && Arrays.equals(shift, that.shift);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weekBefore) + Arrays.hashCode(exceptions);
    }

    /** The workday that has exactly {@code rank} workdays before it, searched around {@code near}. */
    private long dayOf(long rank, long near) {
        long distance = 1 + Math.abs(rank - workdaysBefore(near));
        long low = near - (distance + exceptions.length) * DAYS;
        long high = near + (distance + exceptions.length) * DAYS;
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2);
            if (workdaysBefore(middle + 1) <= rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Workdays from day 0 of the epoch to {@code day}, exclusive; negative before it. */
    private long workdaysBefore(long day) {
        long week = Math.floorDiv(day, DAYS);
        int rest = (int) (day - week * DAYS);
        int found = Arrays.binarySearch(exceptions, day);
        int earlier = found >= 0 ? found : -found - 1;
        return week * weekBefore[DAYS] + weekBefore[rest] + shift[earlier];
    }
}
