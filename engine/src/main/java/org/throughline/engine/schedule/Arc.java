package org.throughline.engine.schedule;

import org.jspecify.annotations.Nullable;

/**
 * One operation waits for another, in the same job or another one.
 *
 * @param before operation id
 * @param after operation id
 * @param lag elapsed minutes that must pass after the end of {@code before} (drying, transport); at least 0; counted
 *     round the clock
 * @param overlap if not null, {@code after} may begin before {@code before} has ended; replaces the wait for the end, also
 *     that between neighbours of a sequential job
 */
public record Arc(
        String before, String after, long lag, @Nullable Overlap overlap) {

    public static Arc of(String before, String after) {
        return new Arc(before, after, 0, null);
    }

    /**
     * Transfer batches: pieces move on while the rest is still being made.
     *
     * @param firstBatch working minutes of {@code before} until its first batch is ready
     * @param lastBatch working minutes that {@code after} still needs once the last batch has arrived
     */
    public record Overlap(long firstBatch, long lastBatch) {

        /**
         * For a lot of {@code quantity} moved in batches of {@code transfer}, with minutes a piece on both operations.
         *
         * @throws IllegalArgumentException unless 0 &lt; transfer ≤ quantity
         */
        public static Overlap of(long quantity, long transfer, long minutesBefore, long minutesAfter) {
            if (transfer <= 0 || transfer > quantity) {
                throw new IllegalArgumentException(
                        "The transfer batch (%d) must be between 1 and the lot (%d).".formatted(transfer, quantity));
            }
            return new Overlap(Math.multiplyExact(transfer, minutesBefore), Math.multiplyExact(transfer, minutesAfter));
        }
    }
}
