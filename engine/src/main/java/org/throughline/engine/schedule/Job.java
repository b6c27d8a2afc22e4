package org.throughline.engine.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operations that are done one after the other. What is not linear is said by {@link Arc}s.
 *
 * @param id unique in the problem
 * @param release no operation starts before
 * @param due minute by which the last operation should end; null for no date
 * @param weight how bad a minute of lateness is, at least 0
 * @param operations in order; may be empty
 * @param sequential true if each operation waits for the one before it
 */
public record Job(
        String id, long release, @Nullable Long due, double weight, List<Operation> operations, boolean sequential) {

    public Job {
        operations = List.copyOf(operations);
    }

    /** A linear job. */
    public static Job of(String id, long release, @Nullable Long due, double weight, List<Operation> operations) {
        return new Job(id, release, due, weight, operations, true);
    }

    public Job withOperations(List<Operation> others) {
        return new Job(id, release, due, weight, others, sequential);
    }
}
