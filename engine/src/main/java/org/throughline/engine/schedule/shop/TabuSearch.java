package org.throughline.engine.schedule.shop;

import java.util.SplittableRandom;

/**
 * Tabu search on the machine orders of a flexible job shop.
 *
 * <p>Moves: an operation of a critical block goes behind the block's last or before its first operation, or the first or
 * last one into the block (N7); any critical operation goes between two operations of another machine that can do it
 * (k-insertion), or changes places with one there that runs at the same time. Every move is estimated by the heads and tails of the operations it shifts; for another machine the longest
 * way around the operation ({@link Detours}) and the machine time it takes count as well. The best move is made, and its
 * reversal is forbidden for a while.
 */
final class TabuSearch {

    private static final int MOST_TABU_ENTRIES = 1 << 22;
    private static final int CHECK_EVERY = 64;
    /** How far from the ends of a long block its operations are moved. */
    private static final int REACH = 12;

    /** Weights of a move's score: a minute of the way through what it moves, */
    private static final long THROUGH = 10;
    /** a minute by which the longest way around that is longer, */
    private static final long AROUND = 4;
    /** a minute more of machine time. */
    private static final long WASTE = 3;

    private static final int NONE = 0;
    private static final int AFTER = 1;
    private static final int BEFORE = 2;
    private static final int EMPTY = 3;
    private static final int SWAP = 4;

    private final Shop shop;
    private final ShopSchedule now;
    private final ShopSchedule best;
    private final SplittableRandom random;
    private final Effort effort;
    private final int[] orderTabu;
    private final int orderMask;
    private final int[] machineTabu;
    private final int[] path;
    private final int[] newHead;
    private final int[] hint;
    private final Detours detours;
    /** For each operation of the path, the longest way that avoids it. */
    private final int[] around;

    private int pathLength;
    private int iteration;
    private long evaluations;

    private int moveKind;
    private int moved;
    private int target;
    private int targetAlternative;
    private long moveScore;
    private int ties;

    TabuSearch(Shop shop, SplittableRandom random, Effort effort) {
        this.shop = shop;
        this.random = random;
        this.effort = effort;
        now = new ShopSchedule(shop);
        best = new ShopSchedule(shop);
        int n = shop.operations();
        long wanted = Math.min((long) n * n, MOST_TABU_ENTRIES);
        orderMask = (int) (Long.highestOneBit(Math.max(2, wanted - 1)) * 2 - 1);
        orderTabu = new int[orderMask + 1];
        machineTabu = new int[shop.machine().length];
        path = new int[n];
        newHead = new int[n + 1];
        hint = new int[shop.machines()];
        detours = new Detours(shop);
        around = new int[n];
    }

    /** Moves estimated, in all searches together. */
    long evaluations() {
        return evaluations;
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
        java.util.Arrays.fill(orderTabu, 0);
        java.util.Arrays.fill(machineTabu, 0);
        iteration = 0;
        int last = 0;
        while (iteration - last < patience && best.makespan > goal) {
            iteration++;
            if (iteration % CHECK_EVERY == 0 && effort.done(evaluations) >= 1) {
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
        criticalPath();
        moveKind = NONE;
        moveScore = Long.MAX_VALUE;
        ties = 0;
        tryAll(false);
        if (moveKind == NONE) {
            // Everything is forbidden: any move, then.
            tryAll(true);
        }
        if (moveKind == NONE) {
            return false;
        }
        makeMove();
        return true;
    }

    /** One longest way, chosen at random where it forks. */
    private void criticalPath() {
        int n = now.n;
        int at = n;
        int seen = 0;
        for (int j = 1; j <= shop.jobs(); j++) {
            int last = shop.jobFrom()[j] - 1;
            if (now.endOf(last) == now.makespan && random.nextInt(++seen) == 0) {
                at = last;
            }
        }
        int length = 0;
        while (at != n) {
            path[length++] = at;
            int byJob = now.jobBefore[at];
            int byMachine = now.before[at];
            boolean jobIsCritical = byJob != n && now.endOf(byJob) == now.head[at];
            boolean machineIsCritical = byMachine != n && now.endOf(byMachine) == now.head[at];
            if (jobIsCritical && machineIsCritical) {
                at = random.nextInt(2) == 0 ? byJob : byMachine;
            } else if (jobIsCritical) {
                at = byJob;
            } else {
                at = machineIsCritical ? byMachine : n;
            }
        }
        for (int k = 0; k < length / 2; k++) {
            int swapped = path[k];
            path[k] = path[length - 1 - k];
            path[length - 1 - k] = swapped;
        }
        pathLength = length;
    }

    private void tryAll(boolean anything) {
        int from = 0;
        while (from < pathLength) {
            int to = from;
            while (to + 1 < pathLength && now.after[path[to]] == path[to + 1]) {
                to++;
            }
            if (to > from) {
                tryBlock(from, to, anything);
            }
            from = to + 1;
        }
        if (shop.isFlexible()) {
            java.util.Arrays.fill(hint, now.n);
            detours.measure(now, path, pathLength, around);
            for (int k = 0; k < pathLength; k++) {
                tryMachines(path[k], around[k], anything);
            }
        }
    }

    private void tryBlock(int from, int to, boolean anything) {
        int first = path[from];
        int last = path[to];
        for (int k = Math.max(from, to - REACH); k < to; k++) {
            tryForward(path[k], last, anything);
        }
        for (int k = from + 1; k <= Math.min(to, from + REACH); k++) {
            tryBackward(path[k], first, anything);
        }
        for (int k = from + 1; k < Math.min(to, from + REACH); k++) {
            tryForward(first, path[k], anything);
        }
        for (int k = Math.max(from, to - REACH) + 1; k < to; k++) {
            tryBackward(last, path[k], anything);
        }
    }

    /** Operation u directly after v, which follows it on the machine; v must not follow from what comes after u in its job. */
    private void tryForward(int u, int v, boolean anything) {
        int follows = now.jobAfter[u];
        if (follows != now.n && now.tail[v] + now.time[v] <= now.tail[follows] + now.time[follows]) {
            return;
        }
        evaluations++;
        int[] time = now.time;
        int previous = now.before[u];
        int end = now.head[previous] + time[previous];
        boolean tabu = false;
        for (int x = now.after[u]; ; x = now.after[x]) {
            end = Math.max(end, now.endOf(now.jobBefore[x]));
            newHead[x] = end;
            end += time[x];
            tabu |= orderTabu[slot(x, u)] >= iteration;
            if (x == v) {
                break;
            }
        }
        newHead[u] = Math.max(end, now.endOf(now.jobBefore[u]));
        int next = now.after[v];
        int rest = Math.max(now.tail[next] + time[next], now.tail[now.jobAfter[u]] + time[now.jobAfter[u]]);
        int value = newHead[u] + time[u] + rest;
        rest += time[u];
        for (int x = v; x != u; x = now.before[x]) {
            rest = Math.max(rest, now.tail[now.jobAfter[x]] + time[now.jobAfter[x]]);
            value = Math.max(value, newHead[x] + time[x] + rest);
            rest += time[x];
        }
        offer(AFTER, u, v, -1, THROUGH * value, value, tabu && !anything);
    }

    /** Operation v directly before u, which precedes it on the machine. */
    private void tryBackward(int v, int u, boolean anything) {
        int leads = now.jobBefore[v];
        if (leads != now.n && now.endOf(u) <= now.endOf(leads)) {
            return;
        }
        evaluations++;
        int[] time = now.time;
        int next = now.after[v];
        int rest = now.tail[next] + time[next];
        boolean tabu = false;
        for (int x = now.before[v]; ; x = now.before[x]) {
            rest = Math.max(rest, now.tail[now.jobAfter[x]] + time[now.jobAfter[x]]);
            newHead[x] = rest;
            rest += time[x];
            tabu |= orderTabu[slot(v, x)] >= iteration;
            if (x == u) {
                break;
            }
        }
        int tailOfV = Math.max(rest, now.tail[now.jobAfter[v]] + time[now.jobAfter[v]]);
        int previous = now.before[u];
        int end = Math.max(now.endOf(previous), now.endOf(now.jobBefore[v]));
        int value = end + time[v] + tailOfV;
        end += time[v];
        for (int x = u; x != v; x = now.after[x]) {
            end = Math.max(end, now.endOf(now.jobBefore[x]));
            value = Math.max(value, end + time[x] + newHead[x]);
            end += time[x];
        }
        offer(BEFORE, v, u, -1, THROUGH * value, value, tabu && !anything);
    }

    private void tryMachines(int v, int aroundIt, boolean anything) {
        int[] machines = shop.machine();
        for (int a = shop.alternativeFrom()[v]; a < shop.alternativeFrom()[v + 1]; a++) {
            if (machines[a] != now.machine[v]) {
                tryMachine(v, a, aroundIt, anything);
            }
        }
    }

    private void tryMachine(int v, int a, int aroundIt, boolean anything) {
        int n = now.n;
        int leads = now.jobBefore[v];
        int follows = now.jobAfter[v];
        int ready = now.endOf(leads);
        int rest = now.tail[follows] + now.time[follows];
        int duration = shop.time()[a];
        int longer = duration - now.time[v];
        int least = ready + duration + rest;
        evaluations++;
        if (score(least, aroundIt, longer) > moveScore) {
            // No place on that machine is good enough.
            return;
        }
        boolean tabu = machineTabu[a] >= iteration && !anything;
        int y = now.first[shop.machine()[a]];
        if (y == n) {
            offer(EMPTY, v, n, a, score(least, aroundIt, longer), Math.max(least, aroundIt), tabu);
            return;
        }
        // Behind everything that ends before the work arrives; further ahead is never better.
        int x = lastBefore(shop.machine()[a], ready);
        y = x == n ? y : now.after[x];
        trySwaps(v, a, y, aroundIt, anything);
        while (x == n || follows == n || now.endOf(follows) > now.head[x]) {
            evaluations++;
            int through =
                    Math.max(ready, now.endOf(x)) + duration + Math.max(rest, y == n ? 0 : now.tail[y] + now.time[y]);
            int value = Math.max(aroundIt, through);
            long score = score(through, aroundIt, longer);
            // Named by the neighbour that the topological order has to be repaired for.
            if (x == n || (y != n && now.place[y] < now.place[v])) {
                offer(BEFORE, v, y, a, score, value, tabu);
            } else {
                offer(AFTER, v, x, a, score, value, tabu);
            }
            // Once what follows is less urgent than the job's rest, further back is never better.
            if (y == n || now.tail[y] + now.time[y] <= rest) {
                break;
            }
            x = y;
            y = now.after[y];
        }
    }

    /**
     * Operation v takes the place of one on another machine, which takes that of v. While the two overlap in time no way leads
     * from one to the other, nor from what follows either to what precedes it, so the swap makes no cycle.
     *
     * @param from the first operation on the other machine that may overlap v
     */
    private void trySwaps(int v, int a, int from, int aroundIt, boolean anything) {
        int n = now.n;
        int end = now.endOf(v);
        for (int w = from; w != n && now.head[w] < end; w = now.after[w]) {
            int back = now.endOf(w) > now.head[v] ? shop.alternative(w, now.machine[v]) : -1;
            if (back >= 0) {
                evaluations++;
                int through = Math.max(inPlaceOf(w, v, shop.time()[a]), inPlaceOf(v, w, shop.time()[back]));
                int longer = shop.time()[a] - now.time[v] + shop.time()[back] - now.time[w];
                boolean tabu = !anything && (machineTabu[a] >= iteration || machineTabu[back] >= iteration);
                offer(SWAP, v, w, a, score(through, aroundIt, longer), Math.max(through, aroundIt), tabu);
            }
        }
    }

    /** The longest way through operation i if it stood where {@code other} stands. */
    private int inPlaceOf(int other, int i, int duration) {
        int before = now.before[other];
        int after = now.after[other];
        int follows = now.jobAfter[i];
        int head = Math.max(now.endOf(now.jobBefore[i]), now.endOf(before));
        int rest = Math.max(now.tail[follows] + now.time[follows], now.tail[after] + now.time[after]);
        return head + duration + rest;
    }

    /**
     * The last operation on a machine that ends by a minute, or none. The path is walked in the order of time, so the answer
     * is near the last one.
     */
    private int lastBefore(int machine, int minute) {
        int n = now.n;
        int x = hint[machine];
        while (x != n && now.endOf(x) > minute) {
            x = now.before[x];
        }
        int y = x == n ? now.first[machine] : now.after[x];
        while (y != n && now.endOf(y) <= minute) {
            x = y;
            y = now.after[y];
        }
        hint[machine] = x;
        return x;
    }

    /** What a move to another machine is worth; smaller is better. */
    private static long score(int through, int around, int longer) {
        return THROUGH * through + AROUND * Math.max(0, around - through) + WASTE * longer;
    }

    private void offer(int kind, int operation, int at, int alternative, long score, int value, boolean tabu) {
        if (tabu && value >= best.makespan) {
            return;
        }
        if (score < moveScore) {
            ties = 1;
        } else if (score > moveScore || random.nextInt(++ties) != 0) {
            return;
        }
        moveKind = kind;
        moved = operation;
        target = at;
        targetAlternative = alternative;
        moveScore = score;
    }

    private void makeMove() {
        int until = iteration + tenure();
        if (moveKind == SWAP) {
            machineTabu[now.alternative(moved)] = until;
            machineTabu[now.alternative(target)] = until;
            now.swap(moved, target, shop.time()[targetAlternative]);
        } else if (targetAlternative >= 0) {
            machineTabu[now.alternative(moved)] = until;
            int duration = shop.time()[targetAlternative];
            if (moveKind == EMPTY) {
                now.moveToEmpty(moved, shop.machine()[targetAlternative], duration);
            } else if (moveKind == AFTER) {
                now.moveAfter(moved, target, duration);
            } else {
                now.moveBefore(moved, target, duration);
            }
        } else if (moveKind == AFTER) {
            for (int x = now.after[moved]; ; x = now.after[x]) {
                orderTabu[slot(moved, x)] = until;
                if (x == target) {
                    break;
                }
            }
            now.moveAfter(moved, target, now.time[moved]);
        } else {
            for (int x = now.before[moved]; ; x = now.before[x]) {
                orderTabu[slot(x, moved)] = until;
                if (x == target) {
                    break;
                }
            }
            now.moveBefore(moved, target, now.time[moved]);
        }
    }

    private int tenure() {
        int least = 10 + shop.jobs() / Math.max(1, shop.machines());
        return least + random.nextInt(Math.max(1, least / 2));
    }

    private int slot(int earlier, int later) {
        return (int) ((long) earlier * now.n + later) & orderMask;
    }
}
