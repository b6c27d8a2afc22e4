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
 */
public record Operation(
        String id,
        List<Alternative> alternatives,
        @Nullable String family,
        long materialReady,
        @Nullable String material,
        List<Use> uses,
        boolean interruptible,
        @Nullable Lock lock) {

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
    }

    /** Plain work that may pause over night. */
    public static Operation of(String id, Alternative... alternatives) {
        return new Operation(id, List.of(alternatives), null, Long.MIN_VALUE, null, List.of(), true, null);
    }

    public Operation withFamily(@Nullable String value) {
        return new Operation(id, alternatives, value, materialReady, material, uses, interruptible, lock);
    }

    public Operation withMaterial(long ready, @Nullable String what) {
        return new Operation(id, alternatives, family, ready, what, uses, interruptible, lock);
    }

    public Operation using(String resource, int count) {
        var more = new java.util.ArrayList<>(uses);
        more.add(new Use(resource, count));
        return new Operation(id, alternatives, family, materialReady, material, more, interruptible, lock);
    }

    public Operation uninterrupted() {
        return new Operation(id, alternatives, family, materialReady, material, uses, false, lock);
    }

    public Operation lockedAt(Lock value) {
        return new Operation(id, alternatives, family, materialReady, material, uses, interruptible, value);
    }

    public Operation withAlternatives(List<Alternative> others) {
        return new Operation(id, others, family, materialReady, material, uses, interruptible, lock);
    }

    public Operation withId(String other) {
        return new Operation(other, alternatives, family, materialReady, material, uses, interruptible, lock);
    }
}
