package org.throughline.engine.schedule.shop;

import java.util.SplittableRandom;

/** The best of the moves offered in one step; among equals each is as likely. Not thread-safe. */
final class BestMove {

    /** What a minute of the way through a move counts in its score. */
    static final long MINUTE = 10;

    enum Kind {
        NONE,
        /** The operation goes directly behind the other one, which follows it on their machine. */
        FORWARD,
        /** The operation goes directly before the other one, which precedes it on their machine. */
        BACKWARD,
        /** The operation goes to another machine, directly behind the other one there, or to its begin. */
        INSERT,
        /** The operation and the other one, on another machine, change places. */
        SWAP
    }

    private final SplittableRandom random;
    private int aspired;
    private int ties;

    private Kind kind = Kind.NONE;
    private int operation;
    private int other;
    private int alternative;
    private long score;

    BestMove(SplittableRandom random) {
        this.random = random;
    }

    /**
     * Forgets what was offered.
     *
     * @param aspire a forbidden move counts only if its makespan is estimated below this
     */
    void begin(int aspire) {
        aspired = aspire;
        ties = 0;
        kind = Kind.NONE;
        score = Long.MAX_VALUE;
    }

    Kind kind() {
        return kind;
    }

    int operation() {
        return operation;
    }

    int other() {
        return other;
    }

    /** The alternative that the operation takes; of no meaning where it stays on its machine. */
    int alternative() {
        return alternative;
    }

    /** The score to reach; smaller is better. */
    long score() {
        return score;
    }

    /** Offers an order on one machine, by the makespan it is estimated to bring. */
    void offerOrder(Kind offered, int i, int at, int makespan, boolean tabu) {
        offer(offered, i, at, -1, MINUTE * makespan, makespan, tabu);
    }

    void offer(Kind offered, int i, int at, int toAlternative, long worth, int makespan, boolean tabu) {
        if (tabu && makespan >= aspired) {
            return;
        }
        if (worth < score) {
            ties = 1;
        } else if (worth > score || random.nextInt(++ties) != 0) {
            return;
        }
        kind = offered;
        operation = i;
        other = at;
        alternative = toAlternative;
        score = worth;
    }
}
