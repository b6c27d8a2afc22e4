package org.throughline.engine.schedule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.throughline.engine.EngineRefusal;

/**
 * Backward scheduling: a schedule moved as late as it can stand. Every operation is placed anew, not before its latest start;
 * jobs that this would make late, because a setter, a tool or a person is not there then, are placed as they stood.
 */
final class Backward {

    /** So often jobs that would be late are taken back one by one; then all of them. */
    private static final int MOST_ROUNDS = 20;

    private final Network network;
    private final Schedule forward;
    private final LatestStarts latest;

    Backward(Network network, Schedule forward, Buffers buffers) {
        this.network = network;
        this.forward = forward;
        latest = new LatestStarts(network, forward, buffers);
    }

    /** By operation id, as if nothing were locked but what runs. */
    static Map<String, Long> latestStarts(Network network, Schedule forward, Buffers buffers) {
        var free = unlocked(network, operation -> true);
        var latest = new LatestStarts(free, forward, buffers);
        var starts = new TreeMap<String, Long>();
        for (int i = 0; i < free.size(); i++) {
            if (latest.isScheduled(i)) {
                starts.put(free.operations[i].id(), latest.start[i]);
            }
        }
        return starts;
    }

    /** Without the locks of some operations; what runs stays locked. */
    private static Network unlocked(Network network, Predicate<Operation> which) {
        Predicate<Operation> isToUnlock = operation -> {
            var lock = operation.lock();
            return lock != null && lock.reason() != Operation.Lock.Reason.IN_PROGRESS && which.test(operation);
        };
        if (Arrays.stream(network.operations).noneMatch(isToUnlock)) {
            return network;
        }
        var jobs = network.problem.jobs().stream()
                .map(job -> job.withOperations(job.operations().stream()
                        .map(operation -> isToUnlock.test(operation) ? operation.unlocked() : operation)
                        .toList()))
                .toList();
        return network.withJobs(jobs, network.problem.arcs());
    }

    /** What is locked to another time and gave way stays where it went to. */
    private Network held() {
        var starts = new HashMap<String, Long>();
        forward.operations().forEach(slot -> starts.put(slot.operation(), slot.start()));
        return unlocked(network, operation -> {
            var start = starts.get(operation.id());
            return start != null
                    && start != Objects.requireNonNull(operation.lock()).start();
        });
    }

    Schedule run() {
        var held = held();
        var published = Goal.of(held, Objective.byTardiness(), forward);
        long[] target = new long[network.size()];
        Arrays.setAll(target, i -> published.isPublished(i) ? latest.start[i] : Goal.NOT_PUBLISHED);
        try {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                var goal = Goal.following(held, published.objective, target, published.publishedMachine);
                var board = place(held, target, goal);
                if (!takeBack(tooLate(board), target, published.publishedStart)) {
                    return ScheduleReport.of(board, forward.evaluations() + round + 1, goal)
                            .write();
                }
            }
        } catch (EngineRefusal noPlace) {
            return forward;
        }
        return forward;
    }

    /** Those that are to start in the same minute keep their turn; what is not in the schedule comes last. */
    private Board place(Network held, long[] target, Goal goal) {
        double[] keys = new double[target.length];
        Arrays.fill(keys, Double.MAX_VALUE);
        var byTarget = Arrays.stream(latest.turns())
                .boxed()
                .sorted(Comparator.comparingLong(i -> target[i]))
                .toList();
        for (int k = 0; k < byTarget.size(); k++) {
            keys[byTarget.get(k)] = k;
        }
        return new Decoder(held, goal, Decoder.Hold.PLACE).decode(keys);
    }

    /** Operations of jobs that end later than they must, and all that these wait for. */
    private boolean[] tooLate(Board board) {
        boolean[] isLate = new boolean[network.size()];
        for (int i = 0; i < isLate.length; i++) {
            isLate[i] = latest.isScheduled(i) && board.end[i] > latest.limit[network.jobOf[i]];
        }
        int[] order = network.arcs.topological;
        for (int k = order.length - 1; k >= 0; k--) {
            for (var wait : network.arcs.after[order[k]]) {
                isLate[order[k]] |= isLate[wait.after()];
            }
        }
        return isLate;
    }

    /** False if there was nothing to take back. */
    private static boolean takeBack(boolean[] isTooLate, long[] target, long[] published) {
        boolean isAny = false;
        for (int i = 0; i < target.length; i++) {
            if (isTooLate[i]) {
                target[i] = published[i];
                isAny = true;
            }
        }
        return isAny;
    }
}
