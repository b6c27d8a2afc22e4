package org.throughline.engine.schedule;

import java.util.Arrays;
import org.throughline.engine.calendar.WorkingCalendar;

/**
 * A schedule while it grows: where each placed operation stands, the timelines of machines and the profiles of shared
 * resources. Operations are only added, never moved.
 */
final class Board {

    private static final int NOT_PLACED = -1;
    /** An operation that must not pause is tried in at most so many working windows. */
    private static final int MOST_WINDOWS = 20_000;

    final Network network;
    final int[] machineOf;
    final long[] start;
    final long[] end;
    final Timeline[] timelines;
    private final ResourceProfile[] profiles;
    /** True if timelines and profiles belong to another board too and are copied before they change. */
    private final boolean shared;

    /** Result of the last successful {@link #find}. */
    long foundStart;

    long foundEnd;
    long foundSetup;
    private int foundGap;

    /** An empty board. */
    Board(Network network) {
        this.network = network;
        shared = false;
        int n = network.size();
        machineOf = new int[n];
        Arrays.fill(machineOf, NOT_PLACED);
        start = new long[n];
        end = new long[n];
        timelines = new Timeline[network.problem.machines().size()];
        Arrays.setAll(timelines, m -> new Timeline(network.setups.initialFamily(m), network.problem.now()));
        profiles = new ResourceProfile[network.problem.resources().size()];
        Arrays.setAll(
                profiles,
                r -> new ResourceProfile(network.problem.resources().get(r).capacity()));
    }

    /**
     * The operations of {@code network} are to be placed beside what stands on another board, which does not change.
     *
     * @param booked has the same machines, setups and resources, under the same numbers
     */
    Board(Network network, Board booked) {
        this.network = network;
        shared = true;
        int n = network.size();
        machineOf = new int[n];
        Arrays.fill(machineOf, NOT_PLACED);
        start = new long[n];
        end = new long[n];
        timelines = booked.timelines.clone();
        profiles = booked.profiles.clone();
    }

    boolean isPlaced(int operation) {
        return machineOf[operation] != NOT_PLACED;
    }

    /** Earliest start by release, material and the placed operations it waits for. */
    long ready(int operation, WorkingCalendar calendar, long minutes) {
        long ready = Math.max(network.release[operation], network.operations[operation].materialReady());
        for (var wait : network.arcs.before[operation]) {
            if (isPlaced(wait.before())) {
                ready = Math.max(ready, afterWait(wait, calendar, minutes));
            }
        }
        return ready;
    }

    /** The earliest start that one wait allows. */
    long afterWait(ArcTable.Wait wait, WorkingCalendar calendar, long minutes) {
        int before = wait.before();
        var overlap = wait.overlap();
        if (overlap == null) {
            return end[before] + wait.lag();
        }
        var calendarBefore = network.calendar(before, machineOf[before]);
        long first = calendarBefore.addWork(start[before], overlap.firstBatch()) + wait.lag();
        long mustEnd = calendar.addWork(end[before] + wait.lag(), overlap.lastBatch());
        return Math.max(first, calendar.subtractWork(mustEnd, minutes));
    }

    /**
     * Finds the earliest place on a machine, in a gap or at the end; fills the {@code found} fields.
     *
     * @param ready not before this minute
     */
    void find(int operation, int machine, long minutes, WorkingCalendar calendar, long ready) {
        long from = Math.max(ready, network.problem.now());
        foundSetup = 0;
        if (network.machine(machine).unlimited()) {
            fit(operation, minutes, calendar, from);
            return;
        }
        var timeline = timelines[machine];
        for (int k = timeline.firstGapEndingAfter(from); k <= timeline.size(); k++) {
            if (findInGap(operation, machine, minutes, calendar, from, k)) {
                foundGap = k;
                return;
            }
        }
        throw new IllegalStateException("The open end of a timeline takes every operation.");
    }

    private boolean findInGap(int operation, int machine, long minutes, WorkingCalendar calendar, long from, int k) {
        var timeline = timelines[machine];
        long gapStart = timeline.gapStart(k);
        boolean last = k == timeline.size();
        if (!last && timeline.start(k) - Math.max(gapStart, from) < minutes) {
            return false;
        }
        int family = network.family[operation];
        long setup = network.setups.minutes(machine, timeline.familyBefore(k), family);
        long setUp = setup == 0 ? gapStart : network.machine(machine).calendar().addWork(gapStart, setup);
        fit(operation, minutes, calendar, Math.max(from, setUp));
        if (!last && (foundEnd > timeline.start(k) || !nextIsSetUp(machine, k, family))) {
            return false;
        }
        foundSetup = setup;
        return true;
    }

    /** Whether the blocks after gap k can still be set up if {@code family} comes before them. */
    private boolean nextIsSetUp(int machine, int k, int family) {
        var timeline = timelines[machine];
        int after = family == Network.NO_FAMILY ? timeline.familyBefore(k) : family;
        int next = k;
        while (next < timeline.size() && timeline.ownFamily(next) == Network.NO_FAMILY) {
            next++;
        }
        if (next == timeline.size()) {
            return true;
        }
        long setup = network.setups.minutes(machine, after, timeline.ownFamily(next));
        long from = next == k ? foundEnd : timeline.end(next - 1);
        return setup == 0 || network.machine(machine).calendar().addWork(from, setup) <= timeline.start(next);
    }

    /** Earliest start and end at or after {@code from} by calendar and shared resources alone. */
    private void fit(int operation, long minutes, WorkingCalendar calendar, long from) {
        long t = from;
        boolean settled = false;
        while (!settled) {
            fitCalendar(operation, minutes, calendar, t);
            t = foundStart;
            for (var use : network.operations[operation].uses()) {
                int resource = network.resourceNumber(use.resource(), "");
                t = Math.max(t, profiles[resource].retryAt(foundStart, foundEnd, use.count()));
            }
            settled = t == foundStart;
        }
    }

    private void fitCalendar(int operation, long minutes, WorkingCalendar calendar, long from) {
        if (minutes == 0) {
            foundStart = from;
            foundEnd = from;
            return;
        }
        foundStart = calendar.nextWorking(from);
        foundEnd = calendar.addWork(foundStart, minutes);
        if (network.operations[operation].interruptible()) {
            return;
        }
        for (int tries = 0; foundEnd - foundStart > minutes; tries++) {
            if (tries == MOST_WINDOWS) {
                throw Network.neverFits(
                        network.operations[operation],
                        "it must not pause, and no working window is %d minutes long".formatted(minutes));
            }
            foundStart = calendar.nextWorking(calendar.endOfWindow(foundStart));
            foundEnd = calendar.addWork(foundStart, minutes);
        }
    }

    /** Puts the operation where the last {@link #find} found room. */
    void place(int operation, int machine) {
        if (!network.machine(machine).unlimited()) {
            insert(operation, machine, foundGap);
        }
        settle(operation, machine, foundStart, foundEnd);
    }

    /** Puts an operation at a given time without asking whether it fits. */
    void force(int operation, int machine, long from, long to) {
        foundStart = from;
        foundEnd = to;
        if (!network.machine(machine).unlimited()) {
            int k = timelines[machine].firstGapEndingAfter(from);
            insert(operation, machine, k);
        }
        settle(operation, machine, from, to);
    }

    /** Puts an operation at a given time, on the timeline under another number. */
    void book(int operation, int number, int machine, long from, long to) {
        if (!network.machine(machine).unlimited()) {
            int k = timelines[machine].firstGapEndingAfter(from);
            timelines[machine].insert(k, number, from, to, network.family[operation]);
        }
        settle(operation, machine, from, to);
    }

    /** Whether nothing stands on the machine in [from, to). */
    boolean isFree(int machine, long from, long to) {
        var timeline = timelines[machine];
        int k = timeline.firstGapEndingAfter(from);
        boolean before = k == 0 || timeline.end(k - 1) <= from;
        return network.machine(machine).unlimited() || (before && (k == timeline.size() || timeline.start(k) >= to));
    }

    private void insert(int operation, int machine, int k) {
        if (shared) {
            timelines[machine] = new Timeline(timelines[machine]);
        }
        timelines[machine].insert(k, operation, foundStart, foundEnd, network.family[operation]);
    }

    private void settle(int operation, int machine, long from, long to) {
        machineOf[operation] = machine;
        start[operation] = from;
        end[operation] = to;
        for (var use : network.operations[operation].uses()) {
            int resource = network.resourceNumber(use.resource(), "");
            if (shared) {
                profiles[resource] = new ResourceProfile(profiles[resource]);
            }
            profiles[resource].take(from, to, use.count());
        }
    }
}
