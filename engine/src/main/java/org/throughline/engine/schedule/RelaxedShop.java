package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.throughline.engine.schedule.shop.SetupShop;
import org.throughline.engine.schedule.shop.Shop;

/**
 * A problem written as a {@link SetupShop}: every chain a job. An unlimited machine becomes one for each operation, a lag an
 * operation on a machine of its own; a batch machine does one operation at a time, in the part of the minutes that its size takes of
 * the batch. What is locked is a job of its own that would be very dear to delay.
 */
final class RelaxedShop {

    /** An operation of the shop that only lets time pass. */
    static final int WAIT = -1;

    private static final int NO_MACHINE = -1;
    private static final int HEAVIEST = 1_000;
    /** The weight of what is locked: enough that nobody delays it, and little enough that costs can be added up. */
    private static final int LOCKED = 20 * HEAVIEST;

    private static final int LATEST = 1 << 29;
    /** With more, setups are left to the placing. */
    private static final int MOST_FAMILIES = 2_000;

    /** What each operation of the shop is in the problem, or {@link #WAIT}. */
    private final List<Integer> operationOf = new ArrayList<>();

    private final List<Integer> jobFrom = new ArrayList<>();
    private final List<Integer> release = new ArrayList<>();
    private final List<Integer> due = new ArrayList<>();
    private final List<Integer> weight = new ArrayList<>();
    private final List<Integer> alternativeFrom = new ArrayList<>();
    private final List<Integer> alternativeMachine = new ArrayList<>();
    private final List<Integer> alternativeTime = new ArrayList<>();
    private final List<Integer> family = new ArrayList<>();
    /** The machine of the problem that each machine of the shop is; an unlimited one is many, and for a mere wait it is none. */
    private final List<Integer> machineOf = new ArrayList<>();

    private final Network network;
    private final WorkClock clock;
    private final Chains chains;
    private final Choices choices;
    private final int problemMachines;
    /** Families and, as the last one, none. */
    private final int families;

    private final double weightScale;
    private long longestRelease;
    private long allWork;

    RelaxedShop(Network network, WorkClock clock, Chains chains) {
        this.network = network;
        this.clock = clock;
        this.chains = chains;
        choices = new Choices(network);
        problemMachines = network.problem.machines().size();
        int most = Arrays.stream(network.family).max().orElse(Network.NO_FAMILY) + 2;
        families = most > MOST_FAMILIES ? 1 : most;
        double heaviest =
                network.problem.jobs().stream().mapToDouble(Job::weight).max().orElse(1);
        weightScale = heaviest > 0 ? HEAVIEST / heaviest : 1;
        for (int m = 0; m < problemMachines; m++) {
            machineOf.add(m);
        }
        for (int i = 0; i < network.size(); i++) {
            if (chains.isFirst(i)) {
                addChain(i);
            }
        }
        jobFrom.add(operationOf.size());
        alternativeFrom.add(alternativeMachine.size());
    }

    /** How many operations the shop has. */
    int operations() {
        return operationOf.size();
    }

    /** What an operation of the shop is in the problem, or {@link #WAIT}. */
    int operation(int ofShop) {
        return operationOf.get(ofShop);
    }

    /** What a machine of the shop is in the problem. */
    int machine(int ofShop) {
        return machineOf.get(ofShop);
    }

    /** Whether minutes may be too many to be added up in an int; nobody plans for centuries. */
    boolean isTooLong() {
        long setups = (longestSetup() + 1) * operationOf.size();
        return longestRelease + allWork + setups >= LATEST;
    }

    private long longestSetup() {
        long longest = 0;
        for (var matrix : network.problem.setups()) {
            longest = Math.max(longest, matrix.otherwise());
            for (var time : matrix.times()) {
                longest = Math.max(longest, time.minutes());
            }
        }
        return longest;
    }

    private void addChain(int first) {
        jobFrom.add(operationOf.size());
        boolean isLocked = network.operations[first].lock() != null;
        long from = chains.release(first);
        longestRelease = Math.max(longestRelease, from);
        release.add(clamped(from));
        due.add(clamped(isLocked ? from + chains.shortest(first) : chains.due(first)));
        weight.add(isLocked ? LOCKED : (int) Math.round(chains.weight(first) * weightScale));
        for (int i = first; i != Chains.NONE; i = chains.next(i)) {
            add(i);
            long lag = clock.elapsed(chains.lag(i));
            if (lag > 0) {
                begin(WAIT, families - 1);
                addAlternative(anotherOf(NO_MACHINE), lag);
            }
        }
    }

    private void add(int i) {
        begin(i, network.family[i] == Network.NO_FAMILY ? families - 1 : Math.min(network.family[i], families - 1));
        for (int c = 0; c < choices.count(i); c++) {
            int m = choices.machine(i, c);
            var machine = network.machine(m);
            long time = clock.minutes(m, choices.minutes(i, c));
            if (machine.unlimited()) {
                addAlternative(anotherOf(m), time);
            } else if (machine.isBatch()) {
                addAlternative(m, share(time, network.operations[i].size(), machine.batchCapacity()));
            } else {
                addAlternative(m, time);
            }
        }
    }

    /** The part of a batch's minutes; all of them if they are too many to be computed with anyway. */
    private static long share(long minutes, long size, long capacity) {
        return minutes > Long.MAX_VALUE / size ? minutes : Math.ceilDiv(minutes * size, capacity);
    }

    private void begin(int what, int itsFamily) {
        operationOf.add(what);
        family.add(itsFamily);
        alternativeFrom.add(alternativeMachine.size());
    }

    private void addAlternative(int machine, long time) {
        alternativeMachine.add(machine);
        alternativeTime.add(clamped(time));
        allWork = Math.min(LATEST, allWork + time);
    }

    private int anotherOf(int machine) {
        machineOf.add(machine);
        return machineOf.size() - 1;
    }

    SetupShop plant() {
        var shop = new Shop(
                machineOf.size(),
                flat(jobFrom),
                flat(alternativeFrom),
                flat(alternativeMachine),
                flat(alternativeTime));
        int[] centre = centres();
        int[][] setups = new int[Arrays.stream(centre).max().orElse(0) + 1][];
        var byMatrix = new HashMap<String, int[]>();
        for (int m = 0; m < centre.length; m++) {
            int machine = machineOf.get(m);
            var matrix = m < problemMachines ? network.machine(machine).setupMatrix() : null;
            setups[centre[m]] = byMatrix.computeIfAbsent(
                    matrix == null ? "" : "of " + matrix, unseen -> setups(matrix == null ? NO_MACHINE : machine));
        }
        int[] count = new int[setups.length];
        Arrays.fill(count, families);
        return new SetupShop(shop, centre, count, setups, flat(family), flat(release), flat(due), flat(weight));
    }

    /** Machines that work is shared between, and that are set up alike, are a centre; those that never make anything wait are one too. */
    private int[] centres() {
        int[] leader = new int[machineOf.size()];
        Arrays.setAll(leader, m -> Math.min(m, problemMachines));
        for (int r = 0; r < operationOf.size(); r++) {
            int first = alternativeMachine.get(alternativeFrom.get(r));
            for (int a = alternativeFrom.get(r); a < alternativeFrom.get(r + 1); a++) {
                int other = alternativeMachine.get(a);
                if (Math.max(first, other) < problemMachines && areSetUpAlike(first, other)) {
                    leader[leaderOf(leader, other)] = leaderOf(leader, first);
                }
            }
        }
        var numbers = new HashMap<Integer, Integer>();
        int[] centre = new int[leader.length];
        for (int m = 0; m < centre.length; m++) {
            centre[m] = numbers.computeIfAbsent(leaderOf(leader, m), unseen -> numbers.size());
        }
        return centre;
    }

    private static int leaderOf(int[] leader, int machine) {
        int at = machine;
        while (leader[at] != at) {
            at = leader[at];
        }
        return at;
    }

    private boolean areSetUpAlike(int first, int second) {
        return Objects.equals(
                network.machine(first).setupMatrix(), network.machine(second).setupMatrix());
    }

    /** Minutes from every family, and at the begin, to every other; none before and after what needs none. */
    private int[] setups(int machine) {
        int[] minutes = new int[(families + 1) * families];
        int none = families - 1;
        for (int from = -1; machine != NO_MACHINE && from < none; from++) {
            for (int to = 0; to < none; to++) {
                long setup = network.setups.minutes(machine, from, to);
                minutes[(from + 1) * families + to] = clamped(clock.minutes(machine, setup));
            }
        }
        return minutes;
    }

    private static int clamped(long minutes) {
        return Math.clamp(minutes, -LATEST, LATEST);
    }

    private static int[] flat(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
