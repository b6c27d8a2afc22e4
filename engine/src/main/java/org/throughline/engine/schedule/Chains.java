package org.throughline.engine.schedule;

import java.util.Arrays;

/**
 * Operations strung into chains of a job, and what the waits between the chains leave of each: when its work can be there at the
 * earliest, and by when it should be done. Resources are not asked. Times are minutes of a {@link WorkClock}.
 */
final class Chains {

    static final int NONE = -1;
    static final long NO_DATE = Long.MAX_VALUE / 4;

    private final Network network;
    private final WorkClock clock;
    private final long[] shortest;
    /** The next operation of the chain, or {@link #NONE}. */
    private final int[] next;

    private final boolean[] follows;
    /** Earliest start by releases, material and the operations before. */
    private final long[] head;
    /** Latest end by due dates and the operations behind. */
    private final long[] latest;

    private final double[] weight;

    Chains(Network network, WorkClock clock) {
        this.network = network;
        this.clock = clock;
        int n = network.size();
        shortest = new long[n];
        next = new int[n];
        follows = new boolean[n];
        head = new long[n];
        latest = new long[n];
        weight = new double[n];
        Arrays.setAll(shortest, this::fastest);
        Arrays.fill(next, NONE);
        for (int i = 0; i < n; i++) {
            string(i);
        }
        headsAndDates(new long[n]);
    }

    boolean isFirst(int operation) {
        return !follows[operation];
    }

    int next(int operation) {
        return next[operation];
    }

    /** Minutes on the fastest machine. */
    long shortest(int operation) {
        return shortest[operation];
    }

    /** Whether an operation waits for one of another chain. */
    boolean areLinked() {
        for (int i = 0; i < next.length; i++) {
            for (var wait : network.arcs.after[i]) {
                if (next[i] != wait.after()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Elapsed minutes between an operation and the next of its chain. */
    long lag(int operation) {
        for (var wait : network.arcs.after[operation]) {
            if (wait.after() == next[operation]) {
                return wait.arc().lag();
            }
        }
        return 0;
    }

    /** When the chain that begins with an operation may start, so that nothing in it waits for what is not there. */
    long release(int first) {
        long release = 0;
        long before = 0;
        for (int i = first; i != NONE; i = next[i]) {
            release = Math.max(release, head[i] - before);
            before += shortest[i] + clock.elapsed(lag(i));
        }
        return release;
    }

    /** When the chain that begins with an operation should end; {@link #NO_DATE} if nobody waits for it. */
    long due(int first) {
        long due = NO_DATE;
        for (int i = first; i != NONE; i = next[i]) {
            due = Math.min(due == NO_DATE ? NO_DATE : due + shortest[i], latest[i]);
        }
        return due;
    }

    /** How bad a minute of the chain's lateness is. */
    double weight(int first) {
        double heaviest = 0;
        for (int i = first; i != NONE; i = next[i]) {
            heaviest = Math.max(heaviest, weight[i]);
        }
        return heaviest;
    }

    /** Computes releases and dates anew for a plan in which the operations end then. */
    void headsAndDates(long[] end) {
        int[] order = network.arcs.topological;
        for (int i : order) {
            head[i] = clock.at(Math.max(network.release[i], network.operations[i].materialReady()));
            var lock = network.operations[i].lock();
            if (lock != null) {
                head[i] = Math.max(head[i], clock.at(lock.start()));
            }
            for (var wait : network.arcs.before[i]) {
                long ended = Math.max(head[wait.before()] + shortest[wait.before()], end[wait.before()]);
                head[i] = Math.max(
                        head[i],
                        wait.arc().overlap() == null
                                ? ended + clock.elapsed(wait.arc().lag())
                                : head[wait.before()]);
            }
        }
        for (int k = order.length - 1; k >= 0; k--) {
            int i = order[k];
            var job = network.job(i);
            var due = job.due();
            latest[i] = due == null ? NO_DATE : clock.at(due);
            weight[i] = due == null ? 0 : job.weight();
            for (var wait : network.arcs.after[i]) {
                int behind = wait.after();
                if (latest[behind] != NO_DATE) {
                    latest[i] = Math.min(
                            latest[i],
                            latest[behind]
                                    - shortest[behind]
                                    - clock.elapsed(wait.arc().lag()));
                }
                weight[i] = Math.max(weight[i], weight[behind]);
            }
        }
    }

    private long fastest(int operation) {
        var choices = new Choices(network);
        long least = Long.MAX_VALUE;
        for (int c = 0; c < choices.count(operation); c++) {
            least = Math.min(least, clock.minutes(choices.machine(operation, c), choices.minutes(operation, c)));
        }
        return least;
    }

    /** What is locked stands for itself. */
    private void string(int operation) {
        for (var wait : network.arcs.after[operation]) {
            int behind = wait.after();
            boolean isFree = network.operations[operation].lock() == null && network.operations[behind].lock() == null;
            if (isFree && !follows[behind] && network.jobOf[behind] == network.jobOf[operation]) {
                next[operation] = behind;
                follows[behind] = true;
                return;
            }
        }
    }
}
