package org.throughline.engine.schedule;

import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkingCalendar;

/** Finds the time for one operation by its calendar, shared resources and people; what the machine does is not asked. */
final class Fitting {

    /** A crew is looked for at most so many times for one leader. */
    private static final int MOST_CREWS = 2_000;

    private final Network network;
    private final ResourceProfile[] profiles;
    private final Crews crews;

    /** Result of the last {@link #find}. */
    long start;

    long end;
    int[] people = Crews.NOBODY;

    /** @param profiles the board's own array, whose elements may be replaced */
    Fitting(Network network, ResourceProfile[] profiles, Crews crews) {
        this.network = network;
        this.profiles = profiles;
        this.crews = crews;
    }

    /** Earliest start and end at or after {@code from} by calendar and shared resources alone. */
    void find(int operation, long minutes, WorkingCalendar calendar, long from) {
        people = Crews.NOBODY;
        if (network.operations[operation].crew().isEmpty()) {
            fitAlone(operation, minutes, calendar, from);
        } else {
            fitWithPeople(operation, minutes, calendar, from);
        }
    }

    /** With each of the people who could lead, and those who can be there at the same time; the earliest end wins. */
    private void fitWithPeople(int operation, long minutes, WorkingCalendar calendar, long from) {
        long bestStart = 0;
        long bestEnd = Long.MAX_VALUE;
        int[] bestPeople = Crews.NOBODY;
        for (int leader : crews.able(network.operations[operation].crew().getFirst())) {
            var common = crews.calendar(calendar, leader);
            if (common.worksAfter(from) && isFitBefore(bestEnd, operation, minutes, common, from)) {
                bestStart = start;
                bestEnd = end;
                bestPeople = people;
            }
        }
        if (bestEnd == Long.MAX_VALUE) {
            throw Network.neverFits(
                    network.operations[operation], "the people it needs are never there and free at the same time");
        }
        start = bestStart;
        end = bestEnd;
        people = bestPeople;
    }

    /** Whether there is a crew with which the operation ends before another; false too for a leader who is never there long enough. */
    private boolean isFitBefore(long bestEnd, int operation, long minutes, WorkingCalendar common, long from) {
        try {
            var needs = network.operations[operation].crew();
            long t = from;
            for (int tries = 0; tries < MOST_CREWS; tries++) {
                fitAlone(operation, minutes, common, t);
                if (end >= bestEnd) {
                    return false;
                }
                var chosen = crews.choose(needs, common, start, end);
                if (chosen != null) {
                    people = chosen;
                    return true;
                }
                t = crews.nextChance(needs, common, start, end);
            }
        } catch (EngineRefusal neverThere) {
            return false;
        }
        return false;
    }

    private void fitAlone(int operation, long minutes, WorkingCalendar calendar, long from) {
        long t = from;
        boolean settled = false;
        while (!settled) {
            fitCalendar(operation, minutes, calendar, t);
            t = start;
            for (var take : network.takes(operation)) {
                t = Math.max(t, profiles[take.resource()].retryAt(start, end, take.count()));
            }
            settled = t == start;
        }
    }

    private void fitCalendar(int operation, long minutes, WorkingCalendar calendar, long from) {
        if (minutes == 0) {
            start = from;
            end = from;
            return;
        }
        boolean mayPause = network.operations[operation].interruptible();
        start = mayPause ? calendar.nextWorking(from) : LongestWork.start(minutes, calendar, from);
        if (start == LongestWork.NEVER) {
            throw Network.neverFits(
                    network.operations[operation],
                    "it must not pause, and no working window is %d minutes long".formatted(minutes));
        }
        end = calendar.addWork(start, minutes);
    }
}
