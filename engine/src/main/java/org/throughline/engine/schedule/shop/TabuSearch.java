package org.throughline.engine.schedule.shop;

import java.util.SplittableRandom;
import org.throughline.engine.schedule.shop.BestMove.Kind;

/**
 * Tabu search on the machine orders of a flexible job shop: of all moves of operations of one critical path ({@link BlockMoves},
 * {@link MachineMoves}) the best is made, and its reversal is forbidden for a while. Not thread-safe.
 */
final class TabuSearch {

    private static final int CHECK_EVERY = 64;
    private static final int LEAST_ORDER_TENURE = 10;
    /**
     * Iterations for which a machine that was left is forbidden: this, twice or four times it. Which is best differs from shop
     * to shop by more than anything else here, so one search after the other takes the next.
     */
    private static final int LEAST_MACHINE_TENURE = 3;

    private static final int MACHINE_TENURES = 3;

    private final Shop shop;
    private final SplittableRandom random;
    private final Effort effort;
    private final ShopSchedule now;
    private final ShopSchedule best;
    private final CriticalPath path;
    private final TabuList tabuList;
    private final BestMove move;
    private final BlockMoves blockMoves;
    private final MachineMoves machineMoves;
    private int iteration;
    private int machineTenure;
    private int searches;

    TabuSearch(Shop shop, SplittableRandom random, Effort effort) {
        this.shop = shop;
        this.random = random;
        this.effort = effort;
        now = new ShopSchedule(shop);
        best = new ShopSchedule(shop);
        path = new CriticalPath(shop, random);
        tabuList = new TabuList(shop);
        move = new BestMove(random);
        blockMoves = new BlockMoves(now, path, tabuList, move);
        machineMoves = new MachineMoves(now, path, tabuList, move);
    }

    /** Moves estimated, in all searches together. */
    long evaluations() {
        return blockMoves.evaluations() + machineMoves.evaluations();
    }

    /** Moves made in the last search. */
    int steps() {
        return iteration;
    }

    /**
     * Searches from a schedule until so many iterations bring nothing better.
     *
     * @return the best schedule; overwritten by the next call
     */
    ShopSchedule improve(ShopSchedule start, int patience, int goal) {
        now.copyFrom(start);
        best.copyFrom(start);
        tabuList.clear();
        machineTenure = LEAST_MACHINE_TENURE << (searches++ % MACHINE_TENURES);
        iteration = 0;
        int last = 0;
        while (iteration - last < patience && best.makespan > goal) {
            iteration++;
            if (iteration % CHECK_EVERY == 0 && effort.done(evaluations()) >= 1) {
                break;
            }
            if (!step()) {
                break;
            }
            if (now.makespan < best.makespan) {
                best.copyFrom(now);
                last = iteration;
            }
        }
        return best;
    }

    private boolean step() {
        path.find(now);
        tryAll(best.makespan);
        if (move.kind() == Kind.NONE) {
            // Everything is forbidden: any move, then.
            tryAll(Integer.MAX_VALUE);
        }
        if (move.kind() == Kind.NONE) {
            return false;
        }
        makeMove();
        return true;
    }

    private void tryAll(int aspired) {
        move.begin(aspired);
        blockMoves.tryAll(iteration);
        if (shop.isFlexible()) {
            machineMoves.tryAll(iteration);
        }
    }

    private void makeMove() {
        int i = move.operation();
        int other = move.other();
        switch (move.kind()) {
            case FORWARD -> {
                int until = untilOfOrder();
                for (int x = i; x != other; ) {
                    x = now.after[x];
                    tabuList.forbidOrder(i, x, until);
                }
                now.put(i, now.machine[i], other, now.time[i]);
            }
            case BACKWARD -> {
                int until = untilOfOrder();
                for (int x = i; x != other; ) {
                    x = now.before[x];
                    tabuList.forbidOrder(x, i, until);
                }
                now.put(i, now.machine[i], now.before[other], now.time[i]);
            }
            case INSERT -> {
                leaveMachine(i);
                now.put(i, shop.machine()[move.alternative()], other, shop.time()[move.alternative()]);
            }
            case SWAP -> {
                leaveMachine(i);
                leaveMachine(other);
                now.swap(i, other);
            }
            case NONE -> throw new IllegalStateException("no move was offered");
        }
    }

    private int untilOfOrder() {
        int least = LEAST_ORDER_TENURE + shop.jobs() / Math.max(1, shop.machines());
        return iteration + least + random.nextInt(least / 2);
    }

    private void leaveMachine(int i) {
        tabuList.forbidAlternative(now.alternative(i), iteration + machineTenure + random.nextInt(machineTenure));
    }
}
