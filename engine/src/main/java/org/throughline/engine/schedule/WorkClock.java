package org.throughline.engine.schedule;

import java.util.Arrays;
import org.throughline.engine.calendar.WorkingCalendar;

/**
 * One axis of working minutes for machines of different calendars: that of the machine which works most. What another machine
 * works in an hour takes longer on it, by the ratio of the hours both work until eight weeks after the last due date.
 */
final class WorkClock {

    private static final long MARGIN = 8 * 7 * 24 * 60;

    private final long now;
    private final WorkingCalendar reference;
    /** Minutes of this clock for a minute of work, by machine. */
    private final double[] stretch;

    private final double workingShare;

    WorkClock(Network network) {
        now = network.problem.now();
        long horizon = network.problem.jobs().stream()
                .mapToLong(job -> job.due() == null ? now : Math.max(now, job.due()))
                .max()
                .orElse(now);
        horizon += MARGIN;
        var machines = network.problem.machines();
        double[] work = new double[machines.size()];
        int most = 0;
        for (int m = 0; m < work.length; m++) {
            work[m] = machines.get(m).calendar().workBetween(now, horizon);
            most = work[m] > work[most] ? m : most;
        }
        reference = machines.get(most).calendar();
        double longest = work[most];
        stretch = Arrays.stream(work).map(own -> own == 0 ? 1 : longest / own).toArray();
        workingShare = longest / (horizon - now);
    }

    /** Working minutes from the plan's start; negative before it. */
    long at(long minute) {
        return minute >= now ? reference.workBetween(now, minute) : -reference.workBetween(minute, now);
    }

    /** What work on a machine takes by this clock. */
    long minutes(int machine, long work) {
        return Math.round(work * stretch[machine]);
    }

    /** What a time that passes round the clock takes by this one, on average. */
    long elapsed(long minutes) {
        return Math.round(minutes * workingShare);
    }
}
