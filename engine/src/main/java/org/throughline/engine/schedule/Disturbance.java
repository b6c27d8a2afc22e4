package org.throughline.engine.schedule;

import java.util.SplittableRandom;

/** A small random change of priorities: usually in favour of a job that is late. */
final class Disturbance {

    private static final double LATE_SHARE = 0.8;

    private final Board board;
    private final SplittableRandom random;

    Disturbance(Board board, SplittableRandom random) {
        this.board = board;
        this.random = random;
    }

    double[] apply(double[] keys) {
        double[] changed = keys.clone();
        int moves = 1 + random.nextInt(3);
        for (int i = 0; i < moves; i++) {
            int operation = pick();
            if (random.nextInt(3) == 0) {
                pullJob(changed, board.network.jobOf[operation]);
            } else {
                swapOnMachine(changed, operation);
            }
        }
        return changed;
    }

    /** An operation, of a late job most of the time: the latest of a few drawn. */
    private int pick() {
        int n = board.start.length;
        int chosen = random.nextInt(n);
        if (random.nextDouble() < LATE_SHARE) {
            for (int i = 0; i < 12; i++) {
                int other = random.nextInt(n);
                if (lateness(other) > lateness(chosen)) {
                    chosen = other;
                }
            }
        }
        return chosen;
    }

    private double lateness(int operation) {
        var job = board.network.job(operation);
        var due = job.due();
        return due == null ? Double.NEGATIVE_INFINITY : job.weight() * (board.end[operation] - due);
    }

    private void pullJob(double[] keys, int job) {
        double earlier = (1 + random.nextDouble() * 20) * 60;
        for (int i = 0; i < keys.length; i++) {
            if (board.network.jobOf[i] == job) {
                keys[i] -= earlier;
            }
        }
    }

    /** Before one of the operations that stand shortly before it on its machine. */
    private void swapOnMachine(double[] keys, int operation) {
        var timeline = board.timelines[board.machineOf[operation]];
        int k = timeline.firstGapEndingAfter(board.start[operation]) - 1;
        int back = k - 1 - random.nextInt(4);
        if (back >= 0 && timeline.operation(back) != operation) {
            keys[operation] = keys[timeline.operation(back)] - 0.5;
        } else {
            keys[operation] -= random.nextDouble() * 480;
        }
    }
}
