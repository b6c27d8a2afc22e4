package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * Operations that must be placed together because one must follow another within a longest wait: what such waits connect,
 * and what lies between. All others stand for themselves.
 */
final class Couples {

    private final Network network;
    /** The number that stands for the operation's group: its own if it is alone. */
    private final int[] group;
    /** Members by group number, each after those it waits for; null for operations that are alone. */
    private final List<List<Integer>> members = new ArrayList<>();

    Couples(Network network) {
        this.network = network;
        group = new int[network.size()];
        boolean isAny = false;
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            members.add(List.of());
        }
        for (var row : network.arcs.before) {
            for (var wait : row) {
                if (wait.most() != null) {
                    join(wait.before(), wait.after());
                    isAny = true;
                }
            }
        }
        if (isAny) {
            joinBetween();
            for (int i : network.arcs.topological) {
                if (members.get(group[i]).isEmpty()) {
                    members.set(group[i], new ArrayList<>());
                }
                members.get(group[i]).add(i);
            }
        }
    }

    private void join(int first, int second) {
        int from = group[second];
        int to = group[first];
        for (int i = 0; from != to && i < group.length; i++) {
            group[i] = group[i] == from ? to : group[i];
        }
    }

    /** Until nothing outside a group both waits for it and is waited for by it. */
    private void joinBetween() {
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            int[] reached = new int[group.length];
            for (int i : network.arcs.topological) {
                reached[i] = -1;
                for (var wait : network.arcs.before[i]) {
                    int from = wait.before();
                    int origin = reached[from] >= 0 && reached[from] != group[from] ? reached[from] : group[from];
                    boolean isBack = group[i] == origin && group[from] != origin;
                    if (isBack) {
                        join(from, i);
                        isChanged = true;
                    }
                    reached[i] = isCouple(origin) ? origin : reached[i];
                }
            }
        }
    }

    private boolean isCouple(int itsGroup) {
        int size = 0;
        for (int one : group) {
            size += one == itsGroup ? 1 : 0;
        }
        return size > 1;
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
}
