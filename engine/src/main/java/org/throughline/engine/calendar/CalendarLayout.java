package org.throughline.engine.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns a definition into sorted windows: the shifts of every day, plus overtime, minus what is closed. */
final class CalendarLayout {

    private CalendarLayout() {}

    static WorkingCalendar layOut(CalendarDefinition definition) {
        var axis = definition.axis();
        long from = axis.minuteOf(definition.from());
        long to = axis.minuteOf(definition.to().plusDays(1));
        var windows = new ArrayList<Window>();
        // The evening before the first day may reach into it.
        for (var day = definition.from().minusDays(1); !day.isAfter(definition.to()); day = day.plusDays(1)) {
            addDay(definition, day, windows);
        }
        windows.addAll(definition.overtime());
        var open = subtract(merge(windows), merge(definition.closed()));
        var exact = cut(open, from, to);
        return new WorkingCalendar(
                exact.stream().mapToLong(Window::start).toArray(),
                exact.stream().mapToLong(Window::end).toArray(),
                weekPattern(definition),
                from,
                to);
    }

    private static void addDay(CalendarDefinition definition, LocalDate day, List<Window> windows) {
        var own = definition.days().get(day);
        var shifts = own != null ? own : definition.week().getOrDefault(day.getDayOfWeek(), List.of());
        for (var shift : shifts) {
            var lastDay = shift.endsNextDay() ? day.plusDays(1) : day;
            long start = definition.axis().minuteOf(day.atTime(shift.start()));
            long end = definition.axis().minuteOf(lastDay.atTime(shift.end()));
            if (end > start) {
                windows.add(new Window(start, end));
            }
        }
    }

    /** The plain week as it stands after the last exact day. */
    private static WeekPattern weekPattern(CalendarDefinition definition) {
        var plain = new CalendarDefinition(
                definition.axis(),
                definition.week(),
                java.util.Map.of(),
                List.of(),
                List.of(),
                definition.from(),
                definition.to());
        var windows = new ArrayList<Window>();
        var first = definition.to().plusDays(1);
        for (int i = -1; i < 14; i++) {
            addDay(plain, first.plusDays(i), windows);
        }
        long from = plain.axis().minuteOf(first);
        var folded = new ArrayList<Window>();
        for (var window : cut(merge(windows), from, from + WorkingCalendar.WEEK)) {
            fold(window, folded);
        }
        var merged = merge(folded);
        return new WeekPattern(
                merged.stream().mapToLong(Window::start).toArray(),
                merged.stream().mapToLong(Window::end).toArray());
    }

    /** Moves a window into the week that begins at minute 0, in two parts if it crosses the week's end. */
    private static void fold(Window window, List<Window> folded) {
        long start = Math.floorMod(window.start(), WorkingCalendar.WEEK);
        long end = start + window.minutes();
        folded.add(new Window(start, Math.min(end, WorkingCalendar.WEEK)));
        if (end > WorkingCalendar.WEEK) {
            folded.add(new Window(0, end - WorkingCalendar.WEEK));
        }
    }

    /** Sorted, without overlaps; windows that touch become one. */
    static List<Window> merge(List<Window> windows) {
        var sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparingLong(Window::start).thenComparingLong(Window::end));
        var merged = new ArrayList<Window>();
        for (var window : sorted) {
            if (!merged.isEmpty() && merged.getLast().end() >= window.start()) {
                var last = merged.removeLast();
                merged.add(new Window(last.start(), Math.max(last.end(), window.end())));
            } else {
                merged.add(window);
            }
        }
        return merged;
    }

    private static List<Window> subtract(List<Window> open, List<Window> closed) {
        var result = new ArrayList<Window>();
        int c = 0;
        for (var window : open) {
            long start = window.start();
            while (c < closed.size() && closed.get(c).end() <= start) {
                c++;
            }
            for (int k = c; k < closed.size() && closed.get(k).start() < window.end(); k++) {
                if (closed.get(k).start() > start) {
                    result.add(new Window(start, closed.get(k).start()));
                }
                start = Math.max(start, closed.get(k).end());
            }
            if (start < window.end()) {
                result.add(new Window(start, window.end()));
            }
        }
        return result;
    }

    /** What two sorted lists share. */
    static List<Window> intersect(List<Window> left, List<Window> right) {
        var result = new ArrayList<Window>();
        int r = 0;
        for (var window : left) {
            while (r < right.size() && right.get(r).end() <= window.start()) {
                r++;
            }
            for (int k = r; k < right.size() && right.get(k).start() < window.end(); k++) {
                result.add(new Window(
                        Math.max(window.start(), right.get(k).start()),
                        Math.min(window.end(), right.get(k).end())));
            }
        }
        return result;
    }

    private static List<Window> cut(List<Window> windows, long from, long to) {
        var result = new ArrayList<Window>();
        for (var window : windows) {
            long start = Math.max(window.start(), from);
            long end = Math.min(window.end(), to);
            if (start < end) {
                result.add(new Window(start, end));
            }
        }
        return result;
    }
}
