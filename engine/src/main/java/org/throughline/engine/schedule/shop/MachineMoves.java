package org.throughline.engine.schedule.shop;

import java.util.Arrays;
import org.throughline.engine.schedule.shop.BestMove.Kind;

/**
 * Moves of critical operations to other machines that can do them: between two operations there (k-insertion of Mastrolilli and
 * Gambardella), or in exchange for one that runs at the same time. A move is scored by the way through the operation in its new
 * place, the longest way around it ({@link Detours}) and the machine time it takes. Not thread-safe.
 */
final class MachineMoves {

    /** What a minute by which the longest way around is longer than that through the operation counts in a score, */
    private static final long AROUND = 4;
    /** and a minute more of machine time. */
    private static final long WASTE = 3;

    private final Shop shop;
    private final ShopSchedule now;
    private final CriticalPath path;
    private final TabuList tabuList;
    private final BestMove best;
    private final Detours detours;
    /** For each operation of the path, the longest way that avoids it. */
    private final int[] around;
    /** On each machine, where the last place was looked for. */
    private final int[] hint;

    private int iteration;
    private long evaluations;

    MachineMoves(ShopSchedule now, CriticalPath path, TabuList tabuList, BestMove best) {
        shop = now.shop;
        this.now = now;
        this.path = path;
        this.tabuList = tabuList;
        this.best = best;
        detours = new Detours(shop);
        around = new int[now.n];
        hint = new int[shop.machines()];
    }

    /** Moves estimated so far. */
    long evaluations() {
        return evaluations;
    }

    void tryAll(int currentIteration) {
        iteration = currentIteration;
        Arrays.fill(hint, now.n);
        detours.measure(now, path, around);
        int[] machines = shop.machine();
        for (int k = 0; k < path.length(); k++) {
            int v = path.at(k);
            for (int a = shop.alternativeFrom()[v]; a < shop.alternativeFrom()[v + 1]; a++) {
                if (machines[a] != now.machine[v]) {
                    tryMachine(v, a, around[k]);
                }
            }
        }
    }

    private void tryMachine(int v, int a, int aroundIt) {
        int n = now.n;
        int follows = now.jobAfter[v];
        int ready = now.endOf(now.jobBefore[v]);
        int rest = now.tail[follows] + now.time[follows];
        int duration = shop.time()[a];
        int longer = duration - now.time[v];
        evaluations++;
        if (score(ready + duration + rest, aroundIt, longer) > best.score()) {
            // No place on that machine is good enough.
            return;
        }
        boolean tabu = tabuList.forbidsAlternative(a, iteration);
        // Behind everything that ends before the work arrives; further ahead is never better.
        int x = lastBefore(shop.machine()[a], ready);
        int y = x == n ? now.first[shop.machine()[a]] : now.after[x];
        trySwaps(v, a, y, aroundIt);
        while (x == n || follows == n || now.endOf(follows) > now.head[x]) {
            evaluations++;
            int through =
                    Math.max(ready, now.endOf(x)) + duration + Math.max(rest, y == n ? 0 : now.tail[y] + now.time[y]);
            best.offer(Kind.INSERT, v, x, a, score(through, aroundIt, longer), Math.max(aroundIt, through), tabu);
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
    private void trySwaps(int v, int a, int from, int aroundIt) {
        int n = now.n;
        int end = now.endOf(v);
        for (int w = from; w != n && now.head[w] < end; w = now.after[w]) {
            int back = now.endOf(w) > now.head[v] ? shop.alternative(w, now.machine[v]) : -1;
            if (back >= 0) {
                evaluations++;
                int through = Math.max(inPlaceOf(w, v, shop.time()[a]), inPlaceOf(v, w, shop.time()[back]));
                int longer = shop.time()[a] - now.time[v] + shop.time()[back] - now.time[w];
                boolean tabu =
                        tabuList.forbidsAlternative(a, iteration) || tabuList.forbidsAlternative(back, iteration);
                best.offer(Kind.SWAP, v, w, a, score(through, aroundIt, longer), Math.max(through, aroundIt), tabu);
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
        return BestMove.MINUTE * through + AROUND * Math.max(0, around - through) + WASTE * longer;
    }
}
