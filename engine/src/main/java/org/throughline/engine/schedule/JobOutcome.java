package org.throughline.engine.schedule;

/**
 * When a job is done.
 *
 * @param lateMinutes elapsed minutes after its due date; 0 if in time or without date
 */
public record JobOutcome(String job, long start, long end, long lateMinutes) {}
