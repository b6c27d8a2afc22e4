package org.throughline.engine.schedule;

/**
 * Where an operation stands.
 *
 * @param setupStart first minute of its setup; equals {@code setupEnd} if it needs none
 * @param setupEnd when the setup is done; at most the start
 * @param setupMinutes working minutes of setup
 * @param start first minute of processing
 * @param end exclusive
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
        Cause cause) {}
