package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.throughline.engine.schedule.shop.Effort;
import org.throughline.engine.schedule.shop.SetupShop;
import org.throughline.engine.schedule.shop.Shop;
import org.throughline.engine.schedule.shop.TardinessSearch;

/**
 * The problem without what {@link SetupShop} does not know, so that {@link TardinessSearch} can look for a good order at some
 * hundred thousand moves a second. The order is then placed with everything that holds.
 *
 * <p>Left out are people, tools, setup crews, pauses that an operation may not have, transfer batches, longest waits and journeys. Machines work by
 * one {@link WorkClock}; a batch machine does one operation at a time in the part of the minutes that its size takes of the batch; waits
 * between {@link Chains} become releases and due dates, which a first search makes more precise for a second. What is locked
 * is a job of its own that would be very dear to delay.
 */
final class Relaxation {

    /** Enough that nobody delays what is locked, and little enough that costs can be added up. */
    private static final int HEAVIEST = 1_000;

    private static final int LOCKED = 20 * HEAVIEST;
    private static final int LATEST = 1 << 29;
    private static final int NO_MACHINE = -1;
    /** An operation of the shop that only lets time pass. */
    private static final int WAIT = -1;

    private final Network network;
    private final Choices choices;
    private final WorkClock clock;
    private final Chains chains;
    private final double weightScale;
    /** Families and, as the last one, none. */
    private final int families;

    /**
     * An order of work.
     *
     * @param start of each operation, by the work clock
     * @param machine of each operation
     */
    @SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
    record Order(long[] start, int[] machine) {}

    Relaxation(Network network) {
        this.network = network;
        choices = new Choices(network);
        clock = new WorkClock(network);
        chains = new Chains(network, clock);
        double heaviest =
                network.problem.jobs().stream().mapToDouble(Job::weight).max().orElse(1);
        weightScale = heaviest > 0 ? HEAVIEST / heaviest : 1;
        families = Arrays.stream(network.family).max().orElse(Network.NO_FAMILY) + 2;
    }

    /** Whether a second search knows more, because the first one says when other chains will be done. */
    boolean isWorthRepeating() {
        return chains.areLinked();
    }

    /** Searches, and remembers when every operation ended for the next search. */
    Order search(Effort effort, long seed) {
        var rows = new Rows();
        for (int i = 0; i < network.size(); i++) {
            if (chains.isFirst(i)) {
                rows.addChain(i);
            }
        }
        var result = TardinessSearch.search(rows.plant(), 1, seed, effort, value -> {});
        long[] start = new long[network.size()];
        long[] end = new long[start.length];
        int[] machine = new int[start.length];
        for (int r = 0; r < rows.operation.size(); r++) {
            int i = rows.operation.get(r);
            if (i != WAIT) {
                start[i] = result.start()[r];
                end[i] = result.end()[r];
                machine[i] = rows.realMachine(result.machine()[r]);
            }
        }
        chains.headsAndDates(end);
        return new Order(start, machine);
    }

    /** The shop while it is written. */
    private final class Rows {
        /** What each operation of the shop is in the problem, or {@link #WAIT}. */
        private final List<Integer> operation = new ArrayList<>();

        private final List<Integer> jobFrom = new ArrayList<>();
        private final List<Integer> release = new ArrayList<>();
        private final List<Integer> due = new ArrayList<>();
        private final List<Integer> weight = new ArrayList<>();
        private final List<Integer> alternativeFrom = new ArrayList<>();
        private final List<Integer> alternativeMachine = new ArrayList<>();
        private final List<Integer> alternativeTime = new ArrayList<>();
        private final List<Integer> family = new ArrayList<>();
        /** The machine of the problem that each machine of the shop is; an unlimited one is many, and for a mere wait it is none. */
        private final List<Integer> real = new ArrayList<>();

        private final int problemMachines = network.problem.machines().size();

        private Rows() {
            for (int m = 0; m < problemMachines; m++) {
                real.add(m);
            }
        }

        private int realMachine(int machine) {
            return real.get(machine);
        }

        private void addChain(int first) {
            jobFrom.add(operation.size());
            boolean isLocked = network.operations[first].lock() != null;
            long from = chains.release(first);
            release.add(minutes(from));
            due.add(minutes(isLocked ? from + chains.shortest(first) : chains.due(first)));
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
            begin(i, network.family[i] == Network.NO_FAMILY ? families - 1 : network.family[i]);
            for (int c = 0; c < choices.count(i); c++) {
                int m = choices.machine(i, c);
                var machine = network.machine(m);
                long time = clock.minutes(m, choices.minutes(i, c));
                if (machine.unlimited()) {
                    addAlternative(anotherOf(m), time);
                } else if (machine.isBatch()) {
                    addAlternative(m, Math.ceilDiv(time * network.operations[i].size(), machine.batchCapacity()));
                } else {
                    addAlternative(m, time);
                }
            }
        }

        private void begin(int what, int itsFamily) {
            operation.add(what);
            family.add(itsFamily);
            alternativeFrom.add(alternativeMachine.size());
        }

        private void addAlternative(int machine, long time) {
            alternativeMachine.add(machine);
            alternativeTime.add(minutes(time));
        }

        private int anotherOf(int machine) {
            real.add(machine);
            return real.size() - 1;
        }

        private SetupShop plant() {
            jobFrom.add(operation.size());
            alternativeFrom.add(alternativeMachine.size());
            var shop = new Shop(
                    real.size(), flat(jobFrom), flat(alternativeFrom), flat(alternativeMachine), flat(alternativeTime));
            int[] centre = centres();
            int[][] setups = new int[Arrays.stream(centre).max().orElse(0) + 1][];
            var byMatrix = new HashMap<String, int[]>();
            for (int m = 0; m < centre.length; m++) {
                int machine = real.get(m);
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
            int[] leader = new int[real.size()];
            Arrays.setAll(leader, m -> Math.min(m, problemMachines));
            for (int r = 0; r < operation.size(); r++) {
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
                    network.machine(first).setupMatrix(),
                    network.machine(second).setupMatrix());
        }

        /** Minutes from every family, and at the begin, to every other; none before and after what needs none. */
        private int[] setups(int machine) {
            int[] minutes = new int[(families + 1) * families];
            int none = families - 1;
            for (int from = -1; machine != NO_MACHINE && from < none; from++) {
                for (int to = 0; to < none; to++) {
                    long setup = network.setups.minutes(machine, from, to);
                    minutes[(from + 1) * families + to] = minutes(clock.minutes(machine, setup));
                }
            }
            return minutes;
        }
    }

    private static int minutes(long minutes) {
        return Math.clamp(minutes, -LATEST, LATEST);
    }

    private static int[] flat(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
