package org.throughline.engine.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Operations that must be placed together because one must follow another within a longest wait: what such waits connect,
 * and what lies between. All others stand for themselves.
 *
 * <p>A longest wait binds both ways, so the groups are the strongly connected parts of all waits and the longest ones turned
 * round (Tarjan). Cost: O(n + waits).
 */
final class Couples {

    private static final int NONE = -1;

    private final Network network;
    /** The number that stands for the operation's group: that of its first member. */
    private final int[] group;
    /** Members by group number, each after those it waits for; empty for operations that are alone. */
    private final List<List<Integer>> members = new ArrayList<>();

    Couples(Network network) {
        this.network = network;
        group = new int[network.size()];
        Arrays.setAll(group, i -> i);
        Arrays.stream(group).forEach(i -> members.add(List.of()));
        if (hasLongestWaits()) {
            gather(new Parts().find());
        }
    }

    private boolean hasLongestWaits() {
        return Arrays.stream(network.arcs.before)
                .flatMap(Arrays::stream)
                .anyMatch(wait -> wait.arc().most() != null);
    }

    /** @param part of each operation, by any number below their number */
    private void gather(int[] part) {
        int[] first = new int[part.length];
        Arrays.fill(first, NONE);
        for (int i : network.arcs.topological) {
            if (first[part[i]] == NONE) {
                first[part[i]] = i;
                members.set(i, new ArrayList<>());
            }
            group[i] = first[part[i]];
            members.get(group[i]).add(i);
        }
    }

    int group(int operation) {
        return group[operation];
    }

    /** The operations of a group in an order in which they can be placed; one for an operation that is alone. */
    List<Integer> members(int itsGroup) {
        var all = members.get(itsGroup);
        return all.isEmpty() ? List.of(itsGroup) : all;
    }

    /** How many waits each group has on operations outside it. */
    int[] waits() {
        int[] waits = new int[group.length];
        for (int i = 0; i < group.length; i++) {
            for (var wait : network.arcs.before[i]) {
                waits[group[i]] += group[wait.before()] == group[i] ? 0 : 1;
            }
        }
        return waits;
    }

    /** One walk over everything that binds. */
    private final class Parts {

        private final int size = network.size();
        private final int[] part = new int[size];
        /** The turn in which each operation was met. */
        private final int[] turn = new int[size];
        /** The earliest turn that can be reached from each operation. */
        private final int[] lowest = new int[size];
        /** How many neighbours of each operation have been looked at. */
        private final int[] looked = new int[size];

        private final ArrayDeque<Integer> path = new ArrayDeque<>();
        private final ArrayDeque<Integer> open = new ArrayDeque<>();
        private int turns;

        private int[] find() {
            Arrays.fill(part, NONE);
            Arrays.fill(turn, NONE);
            for (int i = 0; i < size; i++) {
                if (turn[i] == NONE) {
                    walk(i);
                }
            }
            return part;
        }

        private void walk(int from) {
            meet(from);
            while (!path.isEmpty()) {
                int at = path.element();
                if (looked[at] < network.arcs.after[at].length + network.arcs.before[at].length) {
                    look(at, neighbour(at, looked[at]++));
                } else {
                    leave(path.remove());
                }
            }
        }

        private void meet(int operation) {
            turn[operation] = turns;
            lowest[operation] = turns++;
            path.push(operation);
            open.push(operation);
        }

        private void look(int at, int neighbour) {
            if (neighbour != NONE && turn[neighbour] == NONE) {
                meet(neighbour);
            } else if (neighbour != NONE && part[neighbour] == NONE) {
                lowest[at] = Math.min(lowest[at], turn[neighbour]);
            }
        }

        /** What waits for an operation, then what it must follow soon, or {@link #NONE} if it may follow late. */
        private int neighbour(int operation, int k) {
            var after = network.arcs.after[operation];
            if (k < after.length) {
                return after[k].after();
            }
            var wait = network.arcs.before[operation][k - after.length];
            return wait.arc().most() == null ? NONE : wait.before();
        }

        private void leave(int operation) {
            if (!path.isEmpty()) {
                lowest[path.element()] = Math.min(lowest[path.element()], lowest[operation]);
            }
            while (lowest[operation] == turn[operation] && part[operation] == NONE) {
                part[open.remove()] = operation;
            }
        }
    }
}
