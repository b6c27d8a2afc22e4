package org.throughline.engine.schedule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
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

    /** What is locked to another time and gave way stays where it went to. */
    private Network held() {
        var left = new HashSet<String>();
        for (var slot : forward.operations()) {
            var lock = network.operations[network.operationNumber(slot.operation(), "The schedule")].lock();
            if (lock != null && lock.reason() != Operation.Lock.Reason.IN_PROGRESS && lock.start() != slot.start()) {
                left.add(slot.operation());
            }
        }
        if (left.isEmpty()) {
            return network;
        }
        var jobs = network.problem.jobs().stream()
                .map(job -> job.withOperations(job.operations().stream()
                        .map(operation -> left.contains(operation.id()) ? operation.unlocked() : operation)
                        .toList()))
                .toList();
        return network.withJobs(jobs, network.problem.arcs());
    }

    /** By operation id. */
    Map<String, Long> latestStarts() {
        var starts = new TreeMap<String, Long>();
        for (int i = 0; i < network.size(); i++) {
            if (latest.isScheduled(i)) {
                starts.put(network.operations[i].id(), latest.start[i]);
            }
        }
        return starts;
    }

    Schedule run() {
        var held = held();
        var published = Goal.of(held, Objective.byTardiness(), forward);
        long[] target = new long[network.size()];
        Arrays.setAll(target, i -> published.isPublished(i) ? latest.start[i] : Goal.NOT_PUBLISHED);
        try {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                var board = place(held, target, published);
                if (!takeBack(tooLate(board), target, published.publishedStart)) {
                    return new ScheduleReport(board, round + 1).write();
                }
            }
        } catch (EngineRefusal noPlace) {
            return forward;
        }
        return forward;
    }

    /** Those that are to start in the same minute keep their turn; what is not in the schedule comes last. */
    private Board place(Network held, long[] target, Goal published) {
        var goal = Goal.following(held, published.objective, target, published.publishedMachine);
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
