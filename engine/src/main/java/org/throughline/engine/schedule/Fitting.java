package org.throughline.engine.schedule;

import org.throughline.engine.calendar.WorkingCalendar;

/** Finds the time for one operation by its calendar, shared resources and people; what the machine does is not asked. */
final class Fitting {

    /** An operation that must not pause is tried in at most so many working windows. */
    private static final int MOST_WINDOWS = 20_000;
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
        var needs = network.operations[operation].crew();
        long bestStart = 0;
        long bestEnd = Long.MAX_VALUE;
        int[] bestPeople = Crews.NOBODY;
        for (int leader : crews.able(needs.getFirst())) {
            var common = crews.calendar(calendar, leader);
            if (!common.worksAfter(from)) {
                continue;
            }
            long t = from;
            for (int tries = 0; tries < MOST_CREWS; tries++) {
                fitAlone(operation, minutes, common, t);
                if (end >= bestEnd) {
                    break;
                }
                var chosen = crews.choose(needs, common, start, end);
                if (chosen != null) {
                    bestStart = start;
                    bestEnd = end;
                    bestPeople = chosen;
                    break;
                }
                t = crews.nextChance(needs, common, start);
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

    private void fitAlone(int operation, long minutes, WorkingCalendar calendar, long from) {
        long t = from;
        boolean settled = false;
        while (!settled) {
            fitCalendar(operation, minutes, calendar, t);
            t = start;
            for (var use : network.operations[operation].uses()) {
                int resource = network.resourceNumber(use.resource(), "");
                t = Math.max(t, profiles[resource].retryAt(start, end, use.count()));
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
        start = calendar.nextWorking(from);
        end = calendar.addWork(start, minutes);
        if (network.operations[operation].interruptible()) {
            return;
        }
        for (int tries = 0; end - start > minutes; tries++) {
            if (tries == MOST_WINDOWS) {
                throw Network.neverFits(
                        network.operations[operation],
                        "it must not pause, and no working window is %d minutes long".formatted(minutes));
            }
            start = calendar.nextWorking(calendar.endOfWindow(start));
            end = calendar.addWork(start, minutes);
        }
    }
}
