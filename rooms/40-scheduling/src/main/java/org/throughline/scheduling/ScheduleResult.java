package org.throughline.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule and its figures.
 *
 * @param direction   which way it was planned
 * @param lateOrders  work orders that end after their due date
 * @param lateMinutes of all of them together
 * @param endsAt      when the last operation ends; null if there is none
 * @param tried       schedules that were built and compared
 */
public record ScheduleResult(
        UUID id,
        Instant at,
        String by,
        Status status,
        Direction direction,
        int operations,
        int lateOrders,
        long lateMinutes,
        long setupMinutes,
        @Nullable Instant endsAt,
        long tried,
        int milliseconds,
        int version) {

    /** Which way a schedule is planned. */
    public enum Direction {
        /** Everything begins as early as it can. */
        FORWARD,
        /** Everything begins as late as it may, and stays there when something else is moved. */
        BACKWARD
    }

    /** Where a schedule stands. */
    public enum Status {
        /** Computed; the floor knows nothing of it. */
        DRAFT,
        /** The floor works by it. */
        PUBLISHED,
        /** The floor worked by it. */
        SUPERSEDED,
        /** A draft that another draft has replaced; it comes back when that step is undone. */
        SET_ASIDE
    }
}
