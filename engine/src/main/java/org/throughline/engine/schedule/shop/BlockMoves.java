package org.throughline.engine.schedule.shop;

import org.throughline.engine.schedule.shop.BestMove.Kind;

/**
 * Moves inside the blocks of a critical path, which are its runs of operations on one machine: an operation goes behind the last
 * or before the first one of its block, or the first or last one goes into the block (N7 of Zhang and others). A move is
 * estimated by the heads and tails of the operations it shifts (Balas and Vazacopoulos). Not thread-safe.
 */
final class BlockMoves {

    /** How far from the ends of a long block its operations are moved. */
    private static final int REACH = 12;

    private final ShopSchedule now;
    private final CriticalPath path;
    private final TabuList tabuList;
    private final BestMove best;
    /** Heads, or tails, that the operations which a move shifts would have. */
    private final int[] shifted;

    private int iteration;
    private long evaluations;

    BlockMoves(ShopSchedule now, CriticalPath path, TabuList tabuList, BestMove best) {
        this.now = now;
        this.path = path;
        this.tabuList = tabuList;
        this.best = best;
        shifted = new int[now.n + 1];
    }

    /** Moves estimated so far. */
    long evaluations() {
        return evaluations;
    }

    void tryAll(int currentIteration) {
        iteration = currentIteration;
        int from = 0;
        while (from < path.length()) {
            int to = from;
            while (to + 1 < path.length() && now.after[path.at(to)] == path.at(to + 1)) {
                to++;
            }
            if (to > from) {
                tryBlock(from, to);
            }
            from = to + 1;
        }
    }

    private void tryBlock(int from, int to) {
        int first = path.at(from);
        int last = path.at(to);
        for (int k = Math.max(from, to - REACH); k < to; k++) {
            tryForward(path.at(k), last);
        }
        for (int k = from + 1; k <= Math.min(to, from + REACH); k++) {
            tryBackward(path.at(k), first);
        }
        for (int k = from + 1; k < Math.min(to, from + REACH); k++) {
            tryForward(first, path.at(k));
        }
        for (int k = Math.max(from, to - REACH) + 1; k < to; k++) {
            tryBackward(last, path.at(k));
        }
    }

    /** Operation u directly after v, which follows it on the machine; v must not follow from what comes after u in its job. */
    private void tryForward(int u, int v) {
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
            shifted[x] = end;
            end += time[x];
            tabu |= tabuList.forbidsOrder(x, u, iteration);
            if (x == v) {
                break;
            }
        }
        int headOfU = Math.max(end, now.endOf(now.jobBefore[u]));
        int next = now.after[v];
        int rest = Math.max(now.tail[next] + time[next], now.tail[now.jobAfter[u]] + time[now.jobAfter[u]]);
        int value = headOfU + time[u] + rest;
        rest += time[u];
        for (int x = v; x != u; x = now.before[x]) {
            rest = Math.max(rest, now.tail[now.jobAfter[x]] + time[now.jobAfter[x]]);
            value = Math.max(value, shifted[x] + time[x] + rest);
            rest += time[x];
        }
        best.offerOrder(Kind.FORWARD, u, v, value, tabu);
    }

    /** Operation v directly before u, which precedes it on the machine. */
    private void tryBackward(int v, int u) {
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
            shifted[x] = rest;
            rest += time[x];
            tabu |= tabuList.forbidsOrder(v, x, iteration);
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
            value = Math.max(value, end + time[x] + shifted[x]);
            end += time[x];
        }
        best.offerOrder(Kind.BACKWARD, v, u, value, tabu);
    }
}
