package org.throughline.engine.schedule.shop;

/**
 * Who follows whom on each machine, and the longest ways from the start (heads) and to the end (tails).
 *
 * <p>The number {@code n} stands for "no operation" and has head, tail and time 0. The topological order is repaired after
 * each move, inside the window that the move touches; heads and tails are recomputed from there.
 */
final class ShopSchedule {

    final Shop shop;
    final int n;
    final int[] jobBefore;
    final int[] jobAfter;
    final int[] machine;
    final int[] time;
    final int[] before;
    final int[] after;
    /** First operation on each machine. */
    final int[] first;

    final int[] head;
    final int[] tail;
    final int[] order;
    final int[] place;
    int makespan;

    private final boolean[] marked;
    private final int[] buffer;

    ShopSchedule(Shop shop) {
        this.shop = shop;
        n = shop.operations();
        jobBefore = new int[n + 1];
        jobAfter = new int[n + 1];
        machine = new int[n + 1];
        time = new int[n + 1];
        before = new int[n + 1];
        after = new int[n + 1];
        first = new int[shop.machines()];
        head = new int[n + 1];
        tail = new int[n + 1];
        order = new int[n];
        place = new int[n + 1];
        marked = new boolean[n + 1];
        buffer = new int[n];
        jobBefore[n] = n;
        jobAfter[n] = n;
        for (int j = 0; j < shop.jobs(); j++) {
            for (int i = shop.jobFrom()[j]; i < shop.jobFrom()[j + 1]; i++) {
                jobBefore[i] = i == shop.jobFrom()[j] ? n : i - 1;
                jobAfter[i] = i + 1 == shop.jobFrom()[j + 1] ? n : i + 1;
            }
        }
    }

    /**
     * Builds the schedule in which each machine takes its operations in the order of a sequence.
     *
     * @param sequence all operations, those of a job in their order; copied
     * @param alternative the alternative of each operation; not modified
     */
    void build(int[] sequence, int[] alternative) {
        int[] last = new int[shop.machines()];
        java.util.Arrays.fill(last, n);
        java.util.Arrays.fill(first, n);
        for (int k = 0; k < n; k++) {
            int i = sequence[k];
            order[k] = i;
            place[i] = k;
            machine[i] = shop.machine()[alternative[i]];
            time[i] = shop.time()[alternative[i]];
            before[i] = last[machine[i]];
            after[i] = n;
            if (before[i] == n) {
                first[machine[i]] = i;
            } else {
                after[before[i]] = i;
            }
            last[machine[i]] = i;
        }
        heads(0);
        tails(n - 1);
    }

    void copyFrom(ShopSchedule other) {
        System.arraycopy(other.machine, 0, machine, 0, n);
        System.arraycopy(other.time, 0, time, 0, n);
        System.arraycopy(other.before, 0, before, 0, n);
        System.arraycopy(other.after, 0, after, 0, n);
        System.arraycopy(other.first, 0, first, 0, first.length);
        System.arraycopy(other.head, 0, head, 0, n);
        System.arraycopy(other.tail, 0, tail, 0, n);
        System.arraycopy(other.order, 0, order, 0, n);
        System.arraycopy(other.place, 0, place, 0, n);
        makespan = other.makespan;
    }

    /** The alternative that operation i has now. */
    int alternative(int i) {
        int a = shop.alternativeFrom()[i];
        while (shop.machine()[a] != machine[i] || shop.time()[a] != time[i]) {
            a++;
        }
        return a;
    }

    int endOf(int i) {
        return head[i] + time[i];
    }

    /** Takes operation i off its machine and puts it on this one directly behind {@code x}, or at its begin if {@code x} is none. */
    void put(int i, int onMachine, int x, int duration) {
        int from = place[i];
        int oldNext = after[i];
        int y = x == n ? first[onMachine] : after[x];
        int to = from;
        unlink(i);
        link(i, onMachine, x, y, duration);
        // At most one of the two neighbours stands on the wrong side of it.
        if (y != n && place[y] < from) {
            to = place[y];
            markReaching(i, to, from);
        } else if (x != n && place[x] > from) {
            to = place[x];
            markReached(i, from, to);
        }
        refresh(Math.min(from, to), Math.max(from, to), oldNext, y);
    }

    /** Two operations of different machines, which no way leads between, change places; each machine can do the other's. */
    void swap(int i, int other) {
        int machineOfI = machine[i];
        int beforeI = before[i];
        int there = shop.time()[shop.alternative(i, machine[other])];
        int here = shop.time()[shop.alternative(other, machineOfI)];
        put(i, machine[other], before[other], there);
        put(other, machineOfI, beforeI, here);
    }

    private void unlink(int i) {
        int p = before[i];
        int s = after[i];
        if (p == n) {
            first[machine[i]] = s;
        } else {
            after[p] = s;
        }
        if (s != n) {
            before[s] = p;
        }
    }

    private void link(int i, int onMachine, int p, int s, int duration) {
        machine[i] = onMachine;
        time[i] = duration;
        before[i] = p;
        after[i] = s;
        if (p == n) {
            first[onMachine] = i;
        } else {
            after[p] = i;
        }
        if (s != n) {
            before[s] = i;
        }
    }

    /** Moves operation i, and what it reaches inside the window, behind the rest of the window. */
    private void markReached(int i, int from, int to) {
        int kept = from;
        int moved = 0;
        marked[i] = true;
        for (int k = from; k <= to; k++) {
            int o = order[k];
            if (o == i || marked[jobBefore[o]] || marked[before[o]]) {
                marked[o] = true;
                buffer[moved++] = o;
            } else {
                order[kept] = o;
                place[o] = kept++;
            }
        }
        for (int k = 0; k < moved; k++) {
            order[kept] = buffer[k];
            place[buffer[k]] = kept++;
            marked[buffer[k]] = false;
        }
    }

    /** Moves operation i, and what reaches it inside the window, before the rest of the window. */
    private void markReaching(int i, int from, int to) {
        int kept = to;
        int moved = 0;
        marked[i] = true;
        for (int k = to; k >= from; k--) {
            int o = order[k];
            if (o == i || marked[jobAfter[o]] || marked[after[o]]) {
                marked[o] = true;
                buffer[moved++] = o;
            } else {
                order[kept] = o;
                place[o] = kept--;
            }
        }
        for (int k = 0; k < moved; k++) {
            order[kept] = buffer[k];
            place[buffer[k]] = kept--;
            marked[buffer[k]] = false;
        }
    }

    private void refresh(int low, int high, int oldNext, int newNext) {
        int from = low;
        int to = high;
        if (oldNext != n) {
            from = Math.min(from, place[oldNext]);
            to = Math.max(to, before[oldNext] == n ? to : place[before[oldNext]]);
        }
        if (newNext != n) {
            from = Math.min(from, place[newNext]);
        }
        heads(from);
        tails(to);
    }

    private void heads(int from) {
        for (int k = from; k < n; k++) {
            int o = order[k];
            int j = jobBefore[o];
            int m = before[o];
            int byJob = head[j] + time[j];
            int byMachine = head[m] + time[m];
            head[o] = byJob > byMachine ? byJob : byMachine;
        }
        int longest = 0;
        for (int j = 1; j <= shop.jobs(); j++) {
            int last = shop.jobFrom()[j] - 1;
            longest = Math.max(longest, head[last] + time[last]);
        }
        makespan = longest;
    }

    private void tails(int from) {
        for (int k = from; k >= 0; k--) {
            int o = order[k];
            int j = jobAfter[o];
            int m = after[o];
            int byJob = tail[j] + time[j];
            int byMachine = tail[m] + time[m];
            tail[o] = byJob > byMachine ? byJob : byMachine;
        }
    }
}
