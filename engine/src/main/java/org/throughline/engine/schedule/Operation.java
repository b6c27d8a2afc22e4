package org.throughline.engine.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a job.
 *
 * @param id unique in the problem
 * @param alternatives where it can be done and how long it takes there; at least one
 * @param family for setups; null for an operation that needs none and leaves the machine as it is
 * @param materialReady first minute at which its material is there; {@link Long#MIN_VALUE} for no wait
 * @param material what the material wait is about, for explanations; null if nothing is waited for
 * @param uses shared resources it takes while it runs
 * @param interruptible true if it may pause over closed time (可跨班); false if it must fit into one working window
 * @param lock where it stands already; null if it is free to be planned
 * @param size how much of a batch machine's capacity it takes; at least 1
 * @param crew people it needs while it runs, by skill and grade
 */
public record Operation(
        String id,
        List<Alternative> alternatives,
        @Nullable String family,
        long materialReady,
        @Nullable String material,
        List<Use> uses,
        boolean interruptible,
        @Nullable Lock lock,
        long size,
        List<Need> crew) {

    /** Of size 1, without people by name. */
    public Operation(
            String id,
            List<Alternative> alternatives,
            @Nullable String family,
            long materialReady,
            @Nullable String material,
            List<Use> uses,
            boolean interruptible,
            @Nullable Lock lock) {
        this(id, alternatives, family, materialReady, material, uses, interruptible, lock, 1, List.of());
    }

    /** So many different people with a skill of at least this grade. */
    public record Need(String skill, int grade, int count) {}

    /**
     * A machine that can do the operation.
     *
     * @param minutes working minutes without setup, at least 0
     */
    public record Alternative(String machine, long minutes) {}

    /** So many of a shared resource. */
    public record Use(String resource, int count) {}

    /**
     * A place that must not change: frozen, fixed by a person, or already running.
     *
     * @param machine one of the operation's machines, or any other of the problem
     * @param start first minute of processing; may lie in the past
     * @param minutes working minutes still to do from the start (for a running operation: from now)
     */
    public record Lock(String machine, long start, long minutes, Reason reason) {
        public enum Reason {
            FROZEN,
            LOCKED,
            IN_PROGRESS
        }
    }

    public Operation {
        alternatives = List.copyOf(alternatives);
        uses = List.copyOf(uses);
        crew = List.copyOf(crew);
    }

    /** Plain work that may pause over night. */
    public static Operation of(String id, Alternative... alternatives) {
        return new Operation(
                id, List.of(alternatives), null, Long.MIN_VALUE, null, List.of(), true, null, 1, List.of());
    }

    public Operation withFamily(@Nullable String value) {
        return new Operation(id, alternatives, value, materialReady, material, uses, interruptible, lock, size, crew);
    }

    public Operation withMaterial(long ready, @Nullable String what) {
        return new Operation(id, alternatives, family, ready, what, uses, interruptible, lock, size, crew);
    }

    public Operation using(String resource, int count) {
        var more = new java.util.ArrayList<>(uses);
        more.add(new Use(resource, count));
        return new Operation(id, alternatives, family, materialReady, material, more, interruptible, lock, size, crew);
    }

    public Operation uninterrupted() {
        return new Operation(id, alternatives, family, materialReady, material, uses, false, lock, size, crew);
    }

    public Operation lockedAt(Lock value) {
        return new Operation(id, alternatives, family, materialReady, material, uses, interruptible, value, size, crew);
    }

    /** On the machine it was locked to, at any time; as it is if it was not locked. */
    Operation unlocked() {
        if (lock == null) {
            return this;
        }
        var there = List.of(new Alternative(lock.machine(), lock.minutes()));
        return new Operation(id, there, family, materialReady, material, uses, interruptible, null, size, crew);
    }

    public Operation withAlternatives(List<Alternative> others) {
        return new Operation(id, others, family, materialReady, material, uses, interruptible, lock, size, crew);
    }

    public Operation withId(String other) {
        return new Operation(
                other, alternatives, family, materialReady, material, uses, interruptible, lock, size, crew);
    }

    public Operation ofSize(long value) {
        return new Operation(id, alternatives, family, materialReady, material, uses, interruptible, lock, value, crew);
    }

    public Operation by(String skill, int grade, int count) {
        var more = new java.util.ArrayList<>(crew);
        more.add(new Need(skill, grade, count));
        return new Operation(id, alternatives, family, materialReady, material, uses, interruptible, lock, size, more);
    }
}
