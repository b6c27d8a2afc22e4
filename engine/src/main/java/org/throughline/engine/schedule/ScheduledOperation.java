package org.throughline.engine.schedule;

import java.util.List;

/**
 * Where an operation stands.
 *
 * @param setupStart first minute of its setup; equals {@code setupEnd} if it needs none
 * @param setupEnd when the setup is done; at most the start
 * @param setupMinutes working minutes of setup
 * @param start first minute of processing
 * @param end exclusive
 * @param people who do it, if people are planned by name
 */
public record ScheduledOperation(
        String operation,
        String job,
        String machine,
        long setupStart,
        long setupEnd,
        long setupMinutes,
        long start,
        long end,
        Cause cause,
        List<String> people) {

    public ScheduledOperation {
        people = List.copyOf(people);
    }

    /** Nobody by name. */
    public ScheduledOperation(
            String operation,
            String job,
            String machine,
            long setupStart,
            long setupEnd,
            long setupMinutes,
            long start,
            long end,
            Cause cause) {
        this(operation, job, machine, setupStart, setupEnd, setupMinutes, start, end, cause, List.of());
    }
}
