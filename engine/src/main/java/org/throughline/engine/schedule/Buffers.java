package org.throughline.engine.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Time that is kept free so that what goes wrong does not reach the customer or the machine that everything hangs on (drum,
 * buffer, rope). Elapsed minutes, at least 0.
 *
 * @param shipping between the end of a job and its due date
 * @param drum machine id; null for none
 * @param constraint between the end of what an operation on the drum waits for and that operation
 */
public record Buffers(long shipping, @Nullable String drum, long constraint) {

    /** How much of a buffer is used up, by thirds. */
    public enum Zone {
        /** Up to a third: nothing to do. */
        GREEN,
        /** Up to two thirds: see why and prepare. */
        YELLOW,
        /** More: act. */
        RED
    }

    public Buffers {
        if (Math.min(shipping, constraint) < 0) {
            throw new IllegalArgumentException("A buffer is shorter than no time.");
        }
    }

    /** Everything may end at its last minute. */
    public static Buffers none() {
        return new Buffers(0, null, 0);
    }

    /**
     * Where an order stands in its shipping buffer.
     *
     * @param end when it is expected to end
     * @return red for every order that is late, and for one without a buffer nothing between green and red
     */
    public Zone zone(long due, long end) {
        long used = end - (due - shipping);
        if (3 * used <= shipping) {
            return Zone.GREEN;
        }
        return 3 * used <= 2 * shipping ? Zone.YELLOW : Zone.RED;
    }
}
