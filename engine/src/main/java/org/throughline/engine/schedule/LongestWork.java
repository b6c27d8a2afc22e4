package org.throughline.engine.schedule;

import java.util.HashMap;
import java.util.Map;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkingCalendar;

/** Work that must not pause, and the working windows that take it. */
final class LongestWork {

    /** Answered if no window is long enough. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int MOST_WINDOWS = 20_000;

    private final long from;
    /** The least work that was found too long for all windows of a calendar. */
    private final Map<WorkingCalendar, Long> tooLong = new HashMap<>();

    LongestWork(long from) {
        this.from = from;
    }

    /** Whether some window takes the work; cost O(windows) only if it is longer than all that was asked before. */
    boolean takes(long minutes, WorkingCalendar calendar) {
        if (minutes >= tooLong.getOrDefault(calendar, Long.MAX_VALUE)) {
            return false;
        }
        boolean fits = fits(minutes, calendar);
        if (!fits) {
            tooLong.put(calendar, minutes);
        }
        return fits;
    }

    private boolean fits(long minutes, WorkingCalendar calendar) {
        try {
            return start(minutes, calendar, from) != NEVER;
        } catch (EngineRefusal noWorkingTime) {
            return false;
        }
    }

    /**
     * The first minute from which work is done without a pause; {@link #NEVER} if the next {@value #MOST_WINDOWS} windows are
     * all too short.
     *
     * @throws EngineRefusal {@code calendar.no-working-time} if the windows come to an end before
     */
    static long start(long minutes, WorkingCalendar calendar, long from) {
        if (minutes == 0) {
            return from;
        }
        long start = calendar.nextWorking(from);
        for (int tries = 0; calendar.addWork(start, minutes) - start > minutes; tries++) {
            if (tries == MOST_WINDOWS) {
                return NEVER;
            }
            start = calendar.nextWorking(calendar.endOfWindow(start));
        }
        return start;
    }

    /**
     * The last minute from which work is done without a pause by {@code end}.
     *
     * @param atLeast answered if there is none after it
     */
    static long latestStart(long minutes, WorkingCalendar calendar, long end, long atLeast) {
        for (long upTo = end; upTo - minutes > atLeast; ) {
            long last = calendar.previousWorking(upTo);
            long start = calendar.subtractWork(last, minutes);
            if (last - start == minutes) {
                return Math.max(atLeast, start);
            }
            // The window that ends here is too short: on with the pause before it.
            upTo = calendar.windows(start, last).getLast().start() - 1;
        }
        return atLeast;
    }
}
