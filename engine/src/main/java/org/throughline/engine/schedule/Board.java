package org.throughline.engine.schedule;

import java.util.Arrays;
import org.throughline.engine.calendar.WorkingCalendar;

/**
 * A schedule while it grows: where each placed operation stands, the timelines of machines and the profiles of shared
 * resources. Operations are only added, never moved.
 */
final class Board {

    private static final int NOT_PLACED = -1;
    private static final int NO_RUN = -1;

    final Network network;
    final int[] machineOf;
    final long[] start;
    final long[] end;
    final Timeline[] timelines;
    /** True for an operation that runs in the batch of another one. */
    final boolean[] joined;
    /** People by number who do each operation. */
    final int[][] people;
    /** When the setup of each operation begins and ends, on machines that are set up by a crew. */
    final long[] setupStart;

    final long[] setupEnd;
    private final ResourceProfile[] profiles;
    private final Crews crews;
    /** Finds places for what is not on the board yet. */
    final Opening opening;

    /** True if timelines and profiles belong to another board too and are copied before they change. */
    private final boolean shared;

    /** An empty board. */
    Board(Network network) {
        this(
                network,
                false,
                new Timeline[network.problem.machines().size()],
                new ResourceProfile[network.problem.resources().size()],
                new Crews(network));
        Arrays.setAll(timelines, m -> new Timeline(network.setups.initialFamily(m), network.problem.now()));
        Arrays.setAll(
                profiles, r -> new ResourceProfile(network.problem.resources().get(r)));
    }

    /**
     * The operations of {@code network} are to be placed beside what stands on another board, which does not change.
     *
     * @param booked has the same machines, setups and resources, under the same numbers
     */
    Board(Network network, Board booked) {
        this(network, true, booked.timelines.clone(), booked.profiles.clone(), new Crews(booked.crews));
    }

    private Board(Network network, boolean shared, Timeline[] timelines, ResourceProfile[] profiles, Crews crews) {
        this.network = network;
        this.shared = shared;
        this.timelines = timelines;
        this.profiles = profiles;
        this.crews = crews;
        opening = new Opening(network, timelines, profiles, crews);
        int n = network.size();
        machineOf = new int[n];
        Arrays.fill(machineOf, NOT_PLACED);
        start = new long[n];
        end = new long[n];
        joined = new boolean[n];
        people = new int[n][];
        Arrays.fill(people, Crews.NOBODY);
        setupStart = new long[n];
        setupEnd = new long[n];
    }

    boolean isPlaced(int operation) {
        return machineOf[operation] != NOT_PLACED;
    }

    /** Earliest start on a machine by release, material and the placed operations it waits for. */
    long ready(int operation, int machine, WorkingCalendar calendar, long minutes) {
        long ready = Math.max(network.release[operation], network.operations[operation].materialReady());
        for (var wait : network.arcs.before[operation]) {
            if (isPlaced(wait.before())) {
                ready = Math.max(ready, afterWait(wait, machine, calendar, minutes));
            }
        }
        return ready;
    }

    /** The earliest start on a machine that one wait allows. */
    long afterWait(ArcTable.Wait wait, int machine, WorkingCalendar calendar, long minutes) {
        int before = wait.before();
        var overlap = wait.arc().overlap();
        long lag = wait.arc().lag() + network.journeys.minutes(machineOf[before], machine);
        return overlap == null
                ? end[before] + lag
                : overlap.earliestStart(
                        start[before],
                        end[before],
                        network.calendar(before, machineOf[before]),
                        lag,
                        calendar,
                        minutes);
    }

    /** Puts the operation where the {@link #opening} was found. */
    void place(int operation, int machine) {
        if (opening.isInRun()) {
            own(machine).addLoad(opening.run, network.operations[operation].size());
            joined[operation] = true;
        } else if (!network.machine(machine).unlimited()) {
            boolean isFixed = opening.setup > 0 && network.hasFixedSetups(machine);
            setupStart[operation] = isFixed ? opening.setupStart : opening.start;
            setupEnd[operation] = isFixed ? opening.setupEnd : opening.start;
            takeCrew(machine, setupStart[operation], setupEnd[operation]);
            insert(operation, operation, machine, opening.gap, setupStart[operation], opening.start, opening.end);
        }
        settle(operation, machine, opening.start, opening.end, opening.people);
    }

    private void takeCrew(int machine, long from, long to) {
        if (to > from && network.crewResource[machine] != Network.NO_CREW) {
            profile(network.crewResource[machine]).take(from, to, 1);
        }
    }

    /** Puts an operation at a given time without asking whether it fits; with setup and people if they have time. */
    void force(int operation, int machine, long from, long to) {
        setupStart[operation] = from;
        setupEnd[operation] = from;
        if (!network.machine(machine).unlimited() && !joinSame(operation, machine, from, to)) {
            int k = timelines[machine].firstGapEndingAfter(from);
            setUpFor(operation, machine, k, from);
            insert(operation, operation, machine, k, setupStart[operation], from, to);
        }
        var crew = crews.choose(network.operations[operation].crew(), network.calendar(operation, machine), from, to);
        settle(operation, machine, from, to, crew == null ? Crews.NOBODY : crew);
    }

    /** Keeps time in gap k for a setup that keeps its time: right before the operation, or as soon as the crew has time. */
    private void setUpFor(int operation, int machine, int k, long from) {
        long setup = network.setups.minutes(machine, timelines[machine].familyBefore(k), network.family[operation]);
        long gapStart = timelines[machine].gapStart(k);
        var calendar = network.crewCalendar[machine];
        if (setup > 0 && network.hasFixedSetups(machine) && calendar.workBetween(gapStart, from) >= setup) {
            long latest = calendar.subtractWork(from, setup);
            if (opening.setUp(machine, latest, setup) <= from || opening.setUp(machine, gapStart, setup) <= from) {
                setupStart[operation] = opening.setupStart;
                setupEnd[operation] = opening.setupEnd;
                takeCrew(machine, opening.setupStart, opening.setupEnd);
            }
        }
    }

    /** Puts what is booked on the board, on the timeline under another number. */
    void book(int operation, int number, int machine, ScheduledOperation slot) {
        if (!network.machine(machine).unlimited() && !joinSame(operation, machine, slot.start(), slot.end())) {
            int k = timelines[machine].firstGapEndingAfter(slot.start());
            boolean isFixed = slot.setupMinutes() > 0 && network.hasFixedSetups(machine);
            insert(operation, number, machine, k, isFixed ? slot.setupStart() : slot.start(), slot.start(), slot.end());
            if (isFixed) {
                takeCrew(machine, slot.setupStart(), slot.setupEnd());
            }
        }
        settle(operation, machine, slot.start(), slot.end(), crews.numbers(slot.people()));
    }

    /** Adds the operation to a run of exactly this time, if the machine runs batches and the run takes it. */
    private boolean joinSame(int operation, int machine, long from, long to) {
        int k = batchAt(operation, machine, from, to);
        if (k != NO_RUN) {
            own(machine).addLoad(k, network.operations[operation].size());
            joined[operation] = true;
        }
        return k != NO_RUN;
    }

    private int batchAt(int operation, int machine, long from, long to) {
        var timeline = timelines[machine];
        if (!network.machine(machine).isBatch()) {
            return NO_RUN;
        }
        int k = timeline.firstGapEndingAfter(from - 1);
        boolean fits = k < timeline.size()
                && timeline.start(k) == from
                && timeline.end(k) == to
                && opening.isRoomInRun(operation, machine, k);
        return fits ? k : NO_RUN;
    }

    /** Whether a locked operation can stand there: the machine is free, or runs a batch that takes it. */
    boolean takes(int operation, int machine, long from, long to) {
        return isFree(machine, from, to) || batchAt(operation, machine, from, to) != NO_RUN;
    }

    /** Whether what stands after the operation on its machine may have been set up for from its family. */
    boolean isSetUpFor(int operation) {
        var machine = network.machine(machineOf[operation]);
        return !joined[operation] && !machine.unlimited() && machine.setupMatrix() != null;
    }

    /** Whether others run in the batch that the operation began. */
    boolean hasRun(int operation) {
        if (joined[operation] || !network.machine(machineOf[operation]).isBatch()) {
            return false;
        }
        var timeline = timelines[machineOf[operation]];
        return timeline.load(timeline.blockOf(operation, start[operation])) > network.operations[operation].size();
    }

    /** @throws org.throughline.engine.EngineRefusal if an operation has no place */
    void requireComplete() {
        for (int i = 0; i < machineOf.length; i++) {
            if (!isPlaced(i)) {
                throw Network.neverFits(network.operations[i], "its turn never comes");
            }
        }
    }

    /** Takes the operation off again; it must be the only one of its run. */
    void remove(int operation) {
        int machine = machineOf[operation];
        if (joined[operation]) {
            var timeline = own(machine);
            timeline.addLoad(timeline.firstGapEndingAfter(start[operation] - 1), -network.operations[operation].size());
            joined[operation] = false;
        } else if (!network.machine(machine).unlimited()) {
            var timeline = own(machine);
            timeline.remove(timeline.blockOf(operation, start[operation]));
            boolean hasCrew = network.crewResource[machine] != Network.NO_CREW;
            if (hasCrew && setupEnd[operation] > setupStart[operation]) {
                profile(network.crewResource[machine]).give(setupStart[operation], setupEnd[operation], 1);
            }
        }
        for (var take : network.takes(operation)) {
            profile(take.resource()).give(start[operation], end[operation], take.count());
        }
        crews.give(people[operation], start[operation], end[operation]);
        people[operation] = Crews.NOBODY;
        machineOf[operation] = NOT_PLACED;
    }

    /** Whether nothing stands on the machine in [from, to). */
    boolean isFree(int machine, long from, long to) {
        var timeline = timelines[machine];
        int k = timeline.firstGapEndingAfter(from);
        boolean before = k == 0 || timeline.end(k - 1) <= from;
        return network.machine(machine).unlimited() || (before && (k == timeline.size() || timeline.start(k) >= to));
    }

    private void insert(int operation, int number, int machine, int k, long setupFrom, long from, long to) {
        own(machine)
                .insert(
                        k,
                        number,
                        setupFrom,
                        from,
                        to,
                        network.family[operation],
                        network.operations[operation].size());
    }

    private Timeline own(int machine) {
        if (shared) {
            timelines[machine] = new Timeline(timelines[machine]);
        }
        return timelines[machine];
    }

    Crews crews() {
        return crews;
    }

    /** Until when there were too few of a resource before {@code start}; {@code after} if there were always enough since. */
    long scarceUntil(Network.Take take, long after, long start) {
        return profiles[take.resource()].scarceUntil(after, start, take.count());
    }

    private ResourceProfile profile(int resource) {
        if (shared) {
            profiles[resource] = new ResourceProfile(profiles[resource]);
        }
        return profiles[resource];
    }

    private void settle(int operation, int machine, long from, long to, int[] crew) {
        machineOf[operation] = machine;
        start[operation] = from;
        end[operation] = to;
        people[operation] = crew;
        for (var take : network.takes(operation)) {
            profile(take.resource()).take(from, to, take.count());
        }
        crews.take(crew, from, to);
    }
}
