package org.throughline.engine.schedule;

import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;

/**
 * Finds the earliest place for an operation on a machine: in a gap, at the open end, or in a batch run that is planned already.
 * The answer stands in the fields until something else is asked.
 */
final class Opening {

    private static final int NO_RUN = -1;

    private final Network network;
    private final Timeline[] timelines;
    private final ResourceProfile[] profiles;
    private final Crews crews;
    private final Fitting fitting;

    /** When the operation starts there. */
    long start;

    long end;
    /** Working minutes of setup. */
    long setup;
    /** When the setup begins and ends, where it keeps its time. */
    long setupStart;

    long setupEnd;
    /** The block of the timeline that it comes before. */
    int gap;
    /** The block of the timeline that it joins. */
    int run = NO_RUN;

    int[] people = Crews.NOBODY;

    /** What was asked. */
    private int operation;

    private int machine;
    private long minutes;
    private WorkingCalendar calendar = WorkingCalendar.always();
    private long from;

    /** @param timelines and profiles are the board's own arrays, whose elements may be replaced */
    Opening(Network network, Timeline[] timelines, ResourceProfile[] profiles, Crews crews) {
        this.network = network;
        this.timelines = timelines;
        this.profiles = profiles;
        this.crews = crews;
        fitting = new Fitting(network, profiles, crews);
    }

    /** @param ready not before this minute */
    void find(int itsOperation, int itsMachine, long itsMinutes, WorkingCalendar itsCalendar, long ready) {
        operation = itsOperation;
        machine = itsMachine;
        minutes = itsMinutes;
        calendar = itsCalendar;
        from = Math.max(ready, network.problem.now());
        setup = 0;
        run = NO_RUN;
        if (network.machine(machine).unlimited()) {
            fit(from);
            return;
        }
        var timeline = timelines[machine];
        gap = timeline.firstGapEndingAfter(from);
        while (!isInGap()) {
            gap++;
        }
        if (network.machine(machine).isBatch()) {
            findRun();
        }
    }

    /** Whether the place is in a run that is planned already. */
    boolean isInRun() {
        return run != NO_RUN;
    }

    /** Takes a run that is planned already if that ends no later than a run of its own. */
    private void findRun() {
        var timeline = timelines[machine];
        for (int k = timeline.firstGapEndingAfter(from - 1); k < timeline.size() && timeline.end(k) <= end; k++) {
            var crew = crewOfRun(k);
            if (crew != null) {
                start = timeline.start(k);
                end = timeline.end(k);
                setup = 0;
                people = crew;
                run = k;
                return;
            }
        }
    }

    /** Whether a run that is planned is of an operation's family and holds it too. */
    boolean isRoomInRun(int itsOperation, int itsMachine, int k) {
        var timeline = timelines[itsMachine];
        return timeline.ownFamily(k) == network.family[itsOperation]
                && timeline.load(k) + network.operations[itsOperation].size()
                        <= network.machine(itsMachine).batchCapacity();
    }

    /** The people with whom the operation can join a run; null if it cannot. */
    private int @Nullable [] crewOfRun(int k) {
        var timeline = timelines[machine];
        var what = network.operations[operation];
        long work = calendar.workBetween(timeline.start(k), timeline.end(k));
        boolean fits = isRoomInRun(operation, machine, k)
                && work >= minutes
                && (minutes == 0 || calendar.isWorking(timeline.start(k)))
                && (what.interruptible() || work == timeline.end(k) - timeline.start(k));
        for (var take : network.takes(operation)) {
            fits = fits
                    && profiles[take.resource()].retryAt(timeline.start(k), timeline.end(k), take.count())
                            == timeline.start(k);
        }
        return fits ? crews.choose(what.crew(), calendar, timeline.start(k), timeline.end(k)) : null;
    }

    private boolean isInGap() {
        var timeline = timelines[machine];
        long gapStart = timeline.gapStart(gap);
        boolean isLast = gap == timeline.size();
        if (!isLast && timeline.start(gap) - Math.max(gapStart, from) < minutes) {
            return false;
        }
        setup = network.setups.minutes(machine, timeline.familyBefore(gap), network.family[operation]);
        boolean isAttached = network.machine(machine).attachedSetups();
        long setUp = setup == 0 ? gapStart : setUp(machine, isAttached ? Math.max(gapStart, from) : gapStart, setup);
        fit(Math.max(from, setUp));
        return isLast || (end <= timeline.start(gap) && nextIsSetUp());
    }

    /**
     * When a machine is set up if that begins at {@code earliest}; with a crew, when the crew has time.
     *
     * @param work minutes of setup
     */
    long setUp(int itsMachine, long earliest, long work) {
        var hours = network.crewCalendar[itsMachine];
        int crew = network.crewResource[itsMachine];
        setupStart = hours.nextWorking(earliest);
        setupEnd = hours.addWork(setupStart, work);
        if (crew != Network.NO_CREW) {
            long retry = profiles[crew].retryAt(setupStart, setupEnd, 1);
            while (retry > setupStart) {
                setupStart = hours.nextWorking(retry);
                setupEnd = hours.addWork(setupStart, work);
                retry = profiles[crew].retryAt(setupStart, setupEnd, 1);
            }
        }
        return setupEnd;
    }

    /** Whether the blocks after the gap can still be set up if the operation comes before them. */
    private boolean nextIsSetUp() {
        var timeline = timelines[machine];
        int family = network.family[operation];
        int after = family == Network.NO_FAMILY ? timeline.familyBefore(gap) : family;
        int next = gap;
        while (next < timeline.size() && timeline.ownFamily(next) == Network.NO_FAMILY) {
            next++;
        }
        if (next == timeline.size()) {
            return true;
        }
        long needed = network.setups.minutes(machine, after, timeline.ownFamily(next));
        if (network.hasFixedSetups(machine)) {
            long told = network.setups.minutes(machine, timeline.familyBefore(next), timeline.ownFamily(next));
            boolean isKept = told == 0 || timeline.setupFrom(next) < timeline.start(next);
            return isKept && needed == told && end <= timeline.setupFrom(gap) && end <= timeline.setupFrom(next);
        }
        long free = next == gap ? end : timeline.end(next - 1);
        return needed == 0 || network.machine(machine).calendar().addWork(free, needed) <= timeline.start(next);
    }

    private void fit(long earliest) {
        fitting.find(operation, minutes, calendar, earliest);
        start = fitting.start;
        end = fitting.end;
        people = fitting.people;
    }
}
