package org.throughline.engine.calendar;

/**
 * A stretch of time on the minute axis.
 *
 * @param start first minute
 * @param end exclusive; greater than the start
 */
public record Window(long start, long end) {

    public Window {
        if (end <= start) {
            throw new IllegalArgumentException("The end (%d) must be after the start (%d).".formatted(end, start));
        }
    }

    public long minutes() {
        return end - start;
    }
}
