package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.schedule.Operation.Alternative;

/**
 * The least weighted tardiness of a very small problem, by trying every machine and every minute: longest waits, ovens,
 * setters, people with grades and journeys between plants; machines and people that are always there, operations of at least a minute. Shares
 * nothing with the scheduler but the public records.
 */
final class RichTwin {

    private final ScheduleProblem problem;
    private final int horizon;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Integer> jobOf = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Arc> arcs = new ArrayList<>();
    private final Map<String, Machine> machines = new HashMap<>();
    private final Alternative[] chosen;
    private final Machine[] machine;
    /** What is left of the job after each operation, at least. */
    private final long[] rest;

    private final long[] start;
    private final long[] end;
    private double least;
    private boolean isFound;

    private RichTwin(ScheduleProblem problem, int horizon) {
        this.problem = problem;
        this.horizon = horizon;
        arcs.addAll(problem.arcs());
        problem.machines().forEach(one -> machines.put(one.id(), one));
        for (int j = 0; j < problem.jobs().size(); j++) {
            Operation before = null;
            for (var operation : problem.jobs().get(j).operations()) {
                numbers.put(operation.id(), operations.size());
                operations.add(operation);
                jobOf.add(j);
                if (before != null && !isArc(before.id(), operation.id())) {
                    arcs.add(Arc.of(before.id(), operation.id()));
                }
                before = operation;
            }
        }
        chosen = new Alternative[operations.size()];
        machine = new Machine[operations.size()];
        Arrays.fill(machine, problem.machines().getFirst());
        rest = new long[operations.size()];
        for (int i = operations.size() - 2; i >= 0; i--) {
            rest[i] = jobOf.get(i).equals(jobOf.get(i + 1)) ? rest[i + 1] + shortest(i + 1) : 0;
        }
        start = new long[operations.size()];
        end = new long[operations.size()];
    }

    private long shortest(int i) {
        return operations.get(i).alternatives().stream()
                .mapToLong(Alternative::minutes)
                .min()
                .orElse(0);
    }

    private boolean isArc(String before, String after) {
        return problem.arcs().stream()
                .anyMatch(arc -> arc.before().equals(before) && arc.after().equals(after));
    }

    /**
     * The least cost of a schedule that ends by the horizon and costs at most so much; infinite if there is none.
     *
     * @param problem its jobs in an order in which no operation waits for a later one
     * @param most whole; the lower, the less is tried
     */
    static double optimum(ScheduleProblem problem, int horizon, double most) {
        var twin = new RichTwin(problem, horizon);
        twin.least = most + 0.5;
        twin.tryFrom(0);
        return twin.isFound ? twin.least : Double.POSITIVE_INFINITY;
    }

    private void tryFrom(int i) {
        if (i == operations.size()) {
            endRuns();
            if (isRight() && cost(i) < least) {
                least = cost(i);
                isFound = true;
            }
            endAlone();
            return;
        }
        for (var alternative : operations.get(i).alternatives()) {
            chosen[i] = alternative;
            machine[i] = machines.getOrDefault(alternative.machine(), machine[i]);
            for (start[i] = earliest(i); start[i] + alternative.minutes() <= horizon; start[i]++) {
                end[i] = start[i] + alternative.minutes();
                if (cost(i + 1) >= least) {
                    break;
                }
                if (isApart(i) && isPossible(i + 1)) {
                    tryFrom(i + 1);
                }
            }
        }
    }

    private long earliest(int i) {
        long earliest = Math.max(0, problem.jobs().get(jobOf.get(i)).release());
        for (var arc : arcs) {
            if (number(arc.after()) == i) {
                int before = number(arc.before());
                long lag = arc.lag() + journey(before, i);
                earliest = Math.max(earliest, start[before] + chosen[before].minutes() + lag);
            }
        }
        return earliest;
    }

    private long journey(int before, int after) {
        if (Objects.equals(machine[before].plant(), machine[after].plant())) {
            return 0;
        }
        return problem.journeys().stream()
                .filter(journey -> journey.from().equals(machine[before].plant())
                        && journey.to().equals(machine[after].plant()))
                .mapToLong(Journey::minutes)
                .findFirst()
                .orElse(0);
    }

    private int number(String operation) {
        return numbers.getOrDefault(operation, -1);
    }

    /** Whether an operation is beside those before it on its machine, or begins with them in an oven. */
    private boolean isApart(int i) {
        for (int k = 0; k < i; k++) {
            boolean isShared = machine[k].id().equals(machine[i].id()) && overlap(i, k);
            if (isShared && !(machine[i].batchCapacity() > 0 && start[i] == start[k])) {
                return false;
            }
        }
        return true;
    }

    private boolean overlap(int i, int k) {
        return start[i] < end[k] && start[k] < end[i];
    }

    private double cost(int count) {
        long[] done = new long[problem.jobs().size()];
        for (int i = 0; i < count; i++) {
            done[jobOf.get(i)] = Math.max(done[jobOf.get(i)], end[i] + rest[i]);
        }
        double cost = 0;
        for (int j = 0; j < done.length; j++) {
            var job = problem.jobs().get(j);
            var due = job.due();
            cost += due == null ? 0 : job.weight() * Math.max(0, done[j] - due);
        }
        return cost;
    }

    /** False if the first so many operations alone break a rule that the others can only make worse. */
    private boolean isPossible(int count) {
        return isOvenRight(count - 1, count) && isEveryWaitPossible(count) && isManned(0, count, new int[count], 0);
    }

    /** An oven may end later because of what comes into it, then what follows waits less. */
    private boolean isEveryWaitPossible(int count) {
        for (var arc : arcs) {
            int before = number(arc.before());
            int after = number(arc.after());
            var most = arc.most();
            if (before < count
                    && after < count
                    && most != null
                    && machine[before].batchCapacity() == 0
                    && start[after] - end[before] > most) {
                return false;
            }
        }
        return true;
    }

    private boolean isRight() {
        for (int i = 0; i < start.length; i++) {
            if (!isApart(i) || !isOvenRight(i, start.length)) {
                return false;
            }
        }
        return waitsHold() && isSetUp() && isManned(0, start.length, new int[start.length], 0);
    }

    /** The longest operation of a run in an oven decides when all of them end. */
    private void endRuns() {
        endAlone();
        for (int i = 0; i < start.length; i++) {
            for (int k = 0; k < start.length; k++) {
                if (isSameRun(i, k)) {
                    end[i] = Math.max(end[i], start[k] + chosen[k].minutes());
                }
            }
        }
    }

    private void endAlone() {
        for (int i = 0; i < start.length; i++) {
            end[i] = start[i] + chosen[i].minutes();
        }
    }

    private boolean isSameRun(int i, int k) {
        return machine[i].batchCapacity() > 0 && machine[i].id().equals(machine[k].id()) && start[i] == start[k];
    }

    private boolean isOvenRight(int i, int count) {
        long size = 0;
        for (int k = 0; k < count; k++) {
            if (isSameRun(i, k)) {
                size += operations.get(k).size();
                if (!Objects.equals(
                        operations.get(i).family(), operations.get(k).family())) {
                    return false;
                }
            }
        }
        return size == 0 || size <= machine[i].batchCapacity();
    }

    private boolean waitsHold() {
        for (var arc : arcs) {
            int before = number(arc.before());
            int after = number(arc.after());
            long wait = start[after] - end[before];
            var most = arc.most();
            if (wait < arc.lag() + journey(before, after) || (most != null && wait > most)) {
                return false;
            }
        }
        return true;
    }

    /** A setup to be done between two minutes. */
    private record SetupJob(long from, long to, long minutes) {}

    private boolean isSetUp() {
        var bySetter = new ArrayList<SetupJob>();
        for (var one : problem.machines()) {
            var family = one.initialFamily();
            long free = 0;
            for (int i : sequence(one)) {
                var next = operations.get(i).family();
                long minutes = setupMinutes(one, family, next);
                free = one.attachedSetups() ? Math.max(free, earliest(i)) : free;
                if (minutes > 0 && start[i] - free < minutes) {
                    return false;
                }
                if (minutes > 0 && one.setupCrew() != null) {
                    bySetter.add(new SetupJob(free, start[i], minutes));
                }
                family = next == null ? family : next;
                free = end[i];
            }
        }
        return canBeDone(bySetter, 0);
    }

    private List<Integer> sequence(Machine of) {
        var sequence = new ArrayList<Integer>();
        for (int i = 0; i < start.length; i++) {
            if (machine[i].id().equals(of.id())) {
                sequence.add(i);
            }
        }
        sequence.sort(Comparator.comparingLong(i -> start[i]));
        return sequence;
    }

    private long setupMinutes(Machine of, @Nullable String from, @Nullable String to) {
        if (of.setupMatrix() == null || to == null || to.equals(from)) {
            return 0;
        }
        var matrix = problem.setups().stream()
                .filter(one -> one.id().equals(of.setupMatrix()))
                .findFirst()
                .orElseThrow();
        return matrix.times().stream()
                .filter(time -> Objects.equals(time.from(), from) && time.to().equals(to))
                .mapToLong(SetupMatrix.SetupTime::minutes)
                .findFirst()
                .orElse(matrix.otherwise());
    }

    /** Whether one setter can do them all, one after the other. */
    private static boolean canBeDone(List<SetupJob> open, long free) {
        for (var job : open) {
            long done = Math.max(free, job.from()) + job.minutes();
            if (done <= job.to()) {
                var rest = new ArrayList<>(open);
                rest.remove(job);
                if (canBeDone(rest, done)) {
                    return true;
                }
            }
        }
        return open.isEmpty();
    }

    /** Whether people can be named from operation i to {@code count}; bits of {@code busy} are those already named. */
    private boolean isManned(int i, int count, int[] busy, int need) {
        if (i == count) {
            return true;
        }
        var needs = operations.get(i).crew();
        if (need == needs.stream().mapToInt(Operation.Need::count).sum()) {
            return isManned(i + 1, count, busy, 0);
        }
        var wanted = needOf(needs, need);
        for (int p = 0; p < problem.people().size(); p++) {
            if (problem.people().get(p).can(wanted.skill(), wanted.grade()) && isFree(p, i, busy)) {
                busy[i] |= 1 << p;
                if (isManned(i, count, busy, need + 1)) {
                    return true;
                }
                busy[i] &= ~(1 << p);
            }
        }
        return false;
    }

    private static Operation.Need needOf(List<Operation.Need> needs, int number) {
        int left = number;
        for (var need : needs) {
            if (left < need.count()) {
                return need;
            }
            left -= need.count();
        }
        throw new IllegalArgumentException(Arrays.toString(needs.toArray()));
    }

    private boolean isFree(int person, int i, int[] busy) {
        for (int k = 0; k <= i; k++) {
            if ((busy[k] & 1 << person) != 0 && (k == i || overlap(i, k))) {
                return false;
            }
        }
        return true;
    }
}
