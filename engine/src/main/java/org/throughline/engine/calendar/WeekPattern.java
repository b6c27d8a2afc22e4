package org.throughline.engine.calendar;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Windows that repeat every week of 10,080 minutes, for the time outside a calendar's exact days.
 *
 * <p>Starts lie in [0, one week) of the axis' week; windows do not overlap and none crosses the end of the week.
 */
final class WeekPattern {

    static final WeekPattern NONE = new WeekPattern(new long[0], new long[0]);

    private final long[] starts;
    private final long[] ends;
    private final long[] before;
    private final long work;

    WeekPattern(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
        before = new long[starts.length];
        long sum = 0;
        for (int i = 0; i < starts.length; i++) {
            before[i] = sum;
            sum += ends[i] - starts[i];
        }
        work = sum;
    }

    /** Working minutes of one week. */
    long work() {
        return work;
    }

    long workBetween(long a, long b) {
        return workUntil(b) - workUntil(a);
    }

    /** The earliest minute by which {@code more} minutes were done since {@code from}; negative counts backwards. */
    long endOfWork(long from, long more) {
        long target = workUntil(from) + more;
        requireWork(from);
        long week = Math.floorDiv(target - 1, work);
        long rest = target - week * work;
        int i = 0;
        while (i + 1 < starts.length && before[i + 1] < rest) {
            i++;
        }
        return week * WorkingCalendar.WEEK + starts[i] + rest - before[i];
    }

    /** The latest minute at which {@code more} minutes were done since {@code from}; negative counts backwards. */
    long startOfWork(long from, long more) {
        long target = workUntil(from) + more;
        requireWork(from);
        long week = Math.floorDiv(target, work);
        long rest = target - week * work;
        int i = 0;
        while (i + 1 < starts.length && before[i + 1] <= rest) {
            i++;
        }
        return week * WorkingCalendar.WEEK + starts[i] + rest - before[i];
    }

    /** The end of the window that contains {@code t}. */
    long windowEnd(long t) {
        long week = Math.floorDiv(t, WorkingCalendar.WEEK);
        long minute = t - week * WorkingCalendar.WEEK;
        int i = 0;
        while (i + 1 < starts.length && starts[i + 1] <= minute) {
            i++;
        }
        return week * WorkingCalendar.WEEK + ends[i];
    }

    WeekPattern and(WeekPattern other) {
        var both = CalendarLayout.intersect(windows(), other.windows());
        return new WeekPattern(
                both.stream().mapToLong(Window::start).toArray(),
                both.stream().mapToLong(Window::end).toArray());
    }

    private List<Window> windows() {
        return IntStream.range(0, starts.length)
                .mapToObj(i -> new Window(starts[i], ends[i]))
                .toList();
    }

    private void requireWork(long near) {
        if (work == 0) {
            throw WorkingCalendar.noWorkingTime(near);
        }
    }

    private long workUntil(long t) {
        long week = Math.floorDiv(t, WorkingCalendar.WEEK);
        long minute = t - week * WorkingCalendar.WEEK;
        long done = 0;
        for (int i = 0; i < starts.length && starts[i] < minute; i++) {
            done = before[i] + Math.min(minute, ends[i]) - starts[i];
        }
        return week * work + done;
    }
}
