package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn comes after whose in a schedule: on the machines, and for each person and each piece of a tool, who goes from
 * one operation to the next. If all turns are kept, nothing is ever taken twice.
 */
final class Turns {

    private final Network network;
    /** By operation number; null for what is not in the schedule. */
    private final @Nullable ScheduledOperation[] slots;
    /** Where each stands. */
    private final int[] machineOf;

    /** Operations of the schedule by time, each after what it waits for. */
    final int[] order;
    /** By operation: what must not start before it has ended. */
    private final List<List<Turn>> next = new ArrayList<>();
    /** Operations of each batch run of more than one. */
    final List<List<Integer>> runs = new ArrayList<>();

    /**
     * Somebody's or something's next operation.
     *
     * @param setup working minutes of the machine between the two
     */
    record Turn(int operation, long setup) {}

    /**
     * @param slots by operation number; null for what is not in the schedule
     * @param machineOf the machine of each slot
     */
    Turns(Network network, @Nullable ScheduledOperation[] slots, int[] machineOf) {
        this.network = network;
        this.slots = slots;
        this.machineOf = machineOf;
        for (int i = 0; i < slots.length; i++) {
            next.add(new ArrayList<>());
        }
        order = order();
        onMachines();
        ofPeople();
        ofTools();
    }

    List<Turn> after(int operation) {
        return next.get(operation);
    }

    private ScheduledOperation slot(int operation) {
        return java.util.Objects.requireNonNull(slots[operation]);
    }

    private int[] order() {
        int[] rank = new int[slots.length];
        for (int k = 0; k < rank.length; k++) {
            rank[network.arcs.topological[k]] = k;
        }
        return IntStream.range(0, slots.length)
                .filter(i -> slots[i] != null)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> slot(i).start())
                        .thenComparingLong(i -> slot(i).end())
                        .thenComparingInt(i -> rank[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void onMachines() {
        var byMachine = new HashMap<Integer, List<List<Integer>>>();
        for (int i : order) {
            var machine = network.machine(machineOf[i]);
            if (!machine.unlimited()) {
                var ofMachine = byMachine.computeIfAbsent(machineOf[i], number -> new ArrayList<>());
                if (ofMachine.isEmpty() || !machine.isBatch() || !runsWith(i, ofMachine.getLast())) {
                    ofMachine.add(new ArrayList<>());
                }
                ofMachine.getLast().add(i);
            }
        }
        for (var ofMachine : byMachine.values()) {
            for (int k = 0; k < ofMachine.size(); k++) {
                if (ofMachine.get(k).size() > 1) {
                    runs.add(ofMachine.get(k));
                }
                if (k > 0) {
                    follow(ofMachine.get(k - 1), ofMachine.get(k));
                }
            }
        }
    }

    private boolean runsWith(int operation, List<Integer> run) {
        return slot(operation).start() == slot(run.getFirst()).start();
    }

    private void follow(List<Integer> run, List<Integer> then) {
        for (int before : run) {
            for (int after : then) {
                next.get(before).add(new Turn(after, slot(after).setupMinutes()));
            }
        }
    }

    private void ofPeople() {
        var last = new HashMap<String, Integer>();
        for (int i : order) {
            for (var person : slot(i).people()) {
                follow(last.put(person, i), i);
            }
        }
    }

    /** Every piece of a tool goes to the next operation that takes one; the piece that has waited longest is taken. */
    private void ofTools() {
        var pieces = new HashMap<Integer, PriorityQueue<Integer>>();
        for (int i : order) {
            for (var take : network.takes(i)) {
                var lastOfPiece = pieces.computeIfAbsent(take.resource(), resource -> byEnd());
                int capacity = network.problem.resources().get(take.resource()).capacity();
                for (int k = 0; k < take.count(); k++) {
                    follow(lastOfPiece.size() + take.count() - k > capacity ? lastOfPiece.poll() : null, i);
                }
                for (int k = 0; k < take.count(); k++) {
                    lastOfPiece.add(i);
                }
            }
        }
    }

    private PriorityQueue<Integer> byEnd() {
        return new PriorityQueue<>(
                Comparator.<Integer>comparingLong(i -> slot(i).end()).thenComparing(i -> i));
    }

    private void follow(@Nullable Integer before, int after) {
        if (before != null && slot(before).end() <= slot(after).start()) {
            next.get(before).add(new Turn(after, 0));
        }
    }
}
