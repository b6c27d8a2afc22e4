package org.throughline.engine.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.throughline.engine.EngineRefusal;

/**
 * When work is possible, and the arithmetic on it. Immutable; shared freely between threads.
 *
 * <p>Units: whole minutes on one axis ({@link TimeAxis}); a window includes its first minute and excludes its last. The
 * exact windows of the definition's days are kept sorted with running totals; before and after them the plain week
 * repeats. Cost: every question is O(log windows).
 *
 * <p>Zero minutes of work take no time: {@code addWork(t, 0)} is {@code t}, also outside working time.
 */
public final class WorkingCalendar {

    static final long WEEK = 7 * 24 * 60;

    private static final WorkingCalendar ALWAYS = new WorkingCalendar(
            new long[] {0}, new long[] {WEEK}, new WeekPattern(new long[] {0}, new long[] {WEEK}), 0, WEEK);

    private final long[] starts;
    private final long[] ends;
    /** Work before window i, counted from the first window. */
    private final long[] before;

    private final long total;
    private final WeekPattern week;
    private final long exactFrom;
    private final long exactTo;

    WorkingCalendar(long[] starts, long[] ends, WeekPattern week, long exactFrom, long exactTo) {
        this.starts = starts;
        this.ends = ends;
        this.week = week;
        this.exactFrom = exactFrom;
        this.exactTo = exactTo;
        before = new long[starts.length];
        long sum = 0;
        for (int i = 0; i < starts.length; i++) {
            before[i] = sum;
            sum += ends[i] - starts[i];
        }
        total = sum;
    }

    /** Round the clock, every day. */
    public static WorkingCalendar always() {
        return ALWAYS;
    }

    /** Lays out the definition; cost O(days). */
    public static WorkingCalendar of(CalendarDefinition definition) {
        return CalendarLayout.layOut(definition);
    }

    /**
     * Only these windows and nothing outside them.
     *
     * @param windows in any order; overlapping ones are merged
     */
    public static WorkingCalendar ofWindows(List<Window> windows) {
        var merged = CalendarLayout.merge(windows);
        long[] starts = merged.stream().mapToLong(Window::start).toArray();
        long[] ends = merged.stream().mapToLong(Window::end).toArray();
        long from = starts.length == 0 ? 0 : starts[0];
        long to = ends.length == 0 ? 0 : ends[ends.length - 1];
        return new WorkingCalendar(starts, ends, WeekPattern.NONE, from, to);
    }

    /**
     * When {@code minutes} of work that may begin at {@code start} are done: the earliest such minute, so work that
     * fills a shift ends with the shift.
     *
     * @throws IllegalArgumentException if the minutes are negative
     * @throws EngineRefusal {@code calendar.no-working-time} if so much work never fits after the start
     */
    public long addWork(long start, long minutes) {
        requireNotNegative(minutes);
        return minutes == 0 ? start : endOfWork(workUntil(start) + minutes);
    }

    /**
     * The latest start from which {@code minutes} of work are done at {@code end}: the mirror of {@link #addWork}.
     *
     * @throws IllegalArgumentException if the minutes are negative
     * @throws EngineRefusal {@code calendar.no-working-time} if so much work never fits before the end
     */
    public long subtractWork(long end, long minutes) {
        requireNotNegative(minutes);
        return minutes == 0 ? end : startOfWork(workUntil(end) - minutes);
    }

    /** Working minutes in [a, b); zero if b is not after a. */
    public long workBetween(long a, long b) {
        return b <= a ? 0 : workUntil(b) - workUntil(a);
    }

    /**
     * The first working minute at or after {@code t}.
     *
     * @throws EngineRefusal {@code calendar.no-working-time} if there is none
     */
    public long nextWorking(long t) {
        return startOfWork(workUntil(t));
    }

    /**
     * The end of the last working minute at or before {@code t}: {@code t} itself inside or at the end of a window.
     *
     * @throws EngineRefusal {@code calendar.no-working-time} if there is none
     */
    public long previousWorking(long t) {
        return endOfWork(workUntil(t));
    }

    public boolean isWorking(long t) {
        return workUntil(t + 1) > workUntil(t);
    }

    /** True if some work is possible at or after {@code t}. */
    public boolean worksAfter(long t) {
        return week.work() > 0 || (ends.length > 0 && ends[ends.length - 1] > t);
    }

    /** The end of the working window that contains {@code t}, or {@code t} if none does. */
    public long endOfWindow(long t) {
        if (!isWorking(t)) {
            return t;
        }
        long end = t + 1;
        while (isWorking(end) && end < t + 2 * WEEK) {
            end = windowEndFrom(end);
        }
        return end;
    }

    /** Where a working minute's window ends, as far as the exact days or the plain week alone can tell. */
    private long windowEndFrom(long t) {
        if (t < exactFrom) {
            return Math.min(week.windowEnd(t), exactFrom);
        }
        return t >= exactTo ? week.windowEnd(t) : ends[windowAt(t)];
    }

    /** The working windows inside [from, to), cut at both sides, in order. */
    public List<Window> windows(long from, long to) {
        var result = new ArrayList<Window>();
        long t = from;
        while (t < to && worksAfter(t)) {
            long start = nextWorking(t);
            if (start >= to) {
                break;
            }
            long end = Math.min(windowEndFrom(start), to);
            result.add(new Window(start, end));
            t = end;
        }
        return List.copyOf(result);
    }

    /** The working time that both calendars share, for example of a machine and the people it needs. */
    public WorkingCalendar and(WorkingCalendar other) {
        if (this == other || other == ALWAYS) {
            return this;
        }
        if (this == ALWAYS) {
            return other;
        }
        long from = Math.min(exactFrom, other.exactFrom);
        long to = Math.max(exactTo, other.exactTo);
        var both = CalendarLayout.intersect(windows(from, to), other.windows(from, to));
        return new WorkingCalendar(
                both.stream().mapToLong(Window::start).toArray(),
                both.stream().mapToLong(Window::end).toArray(),
                week.and(other.week),
                from,
                to);
    }

    /** Work from the beginning of the exact part to {@code t}; negative before it. */
    private long workUntil(long t) {
        if (t <= exactFrom) {
            return -week.workBetween(t, exactFrom);
        }
        if (t >= exactTo) {
            return total + week.workBetween(exactTo, t);
        }
        int i = windowAt(t);
        return i < 0 ? 0 : before[i] + Math.min(t, ends[i]) - starts[i];
    }

    /** Index of the last window that starts at or before {@code t}, or -1. */
    private int windowAt(long t) {
        int found = Arrays.binarySearch(starts, t);
        return found >= 0 ? found : -found - 2;
    }

    /** The earliest minute by which {@code work} has been done. */
    private long endOfWork(long work) {
        if (work <= 0) {
            return week.endOfWork(exactFrom, work);
        }
        if (work > total) {
            return week.endOfWork(exactTo, work - total);
        }
        int found = Arrays.binarySearch(before, work - 1);
        int i = found >= 0 ? found : -found - 2;
        return starts[i] + work - before[i];
    }

    /** The latest minute at which {@code work} has been done: where the next minute of work begins. */
    private long startOfWork(long work) {
        if (work < 0) {
            return week.startOfWork(exactFrom, work);
        }
        if (work >= total) {
            return week.startOfWork(exactTo, work - total);
        }
        int found = Arrays.binarySearch(before, work);
        int i = found >= 0 ? found : -found - 2;
        return starts[i] + work - before[i];
    }

    private static void requireNotNegative(long minutes) {
        if (minutes < 0) {
            throw new IllegalArgumentException("The work (%d minutes) must not be negative.".formatted(minutes));
        }
    }

    static EngineRefusal noWorkingTime(long near) {
        return new EngineRefusal(
                "calendar.no-working-time",
                "The calendar has no working time left near minute (%d). Maybe its shifts are missing.".formatted(near),
                Map.of("minute", Long.toString(near)));
    }
}
