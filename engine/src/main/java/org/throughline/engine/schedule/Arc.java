package org.throughline.engine.schedule;

import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;

/**
 * One operation waits for another, in the same job or another one. Of several arcs between the same two all hold.
 *
 * @param before operation id
 * @param after operation id
 * @param lag elapsed minutes that must pass after the end of {@code before} (drying, transport); at least 0; counted
 *     round the clock
 * @param overlap if not null, {@code after} may begin before {@code before} has ended; replaces the wait for the end, also
 *     that between neighbours of a sequential job
 * @param most elapsed minutes after the end of {@code before} by which {@code after} must have started (hot forging, resin
 *     that hardens); null for no limit; at least the lag. Locked operations are not bound by it
 */
public record Arc(
        String before,
        String after,
        long lag,
        @Nullable Overlap overlap,
        @Nullable Long most) {

    /** Without a longest wait. */
    public Arc(String before, String after, long lag, @Nullable Overlap overlap) {
        this(before, after, lag, overlap, null);
    }

    public static Arc of(String before, String after) {
        return new Arc(before, after, 0, null);
    }

    /** At least {@code lag} and at most {@code most} minutes between the end and the start. */
    public static Arc within(String before, String after, long lag, long most) {
        return new Arc(before, after, lag, null, most);
    }

    /** One that keeps this and another one between the same operations; the end is waited for unless both overlap. */
    Arc and(Arc other) {
        boolean isOtherSooner = most == null || (other.most != null && other.most < most);
        var both = overlap == null || other.overlap == null ? null : overlap.and(other.overlap);
        return new Arc(before, after, Math.max(lag, other.lag), both, isOtherSooner ? other.most : most);
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

        private Overlap and(Overlap other) {
            return new Overlap(Math.max(firstBatch, other.firstBatch), Math.max(lastBatch, other.lastBatch));
        }

        /**
         * The earliest start of {@code after} with which it has its first batch, and still has the last batch's work to do
         * when that arrives.
         *
         * @param start of {@code before}, which works by {@code calendar}
         * @param end of {@code before}
         * @param lag elapsed minutes from one to the other
         * @param minutes that {@code after} works by {@code calendarAfter}
         */
        long earliestStart(
                long start, long end, WorkingCalendar calendar, long lag, WorkingCalendar calendarAfter, long minutes) {
            long first = calendar.addWork(start, firstBatch) + lag;
            long mustEnd = calendarAfter.addWork(end + lag, lastBatch);
            return Math.max(first, calendarAfter.subtractWork(mustEnd, minutes));
        }
    }
}
