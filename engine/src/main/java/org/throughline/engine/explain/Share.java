package org.throughline.engine.explain;

import org.jspecify.annotations.Nullable;
import org.throughline.engine.schedule.Cause;

/**
 * One stretch of an order's way: what the time from {@code from} to {@code to} was spent on.
 *
 * @param operation the operation that worked or waited
 * @param machine where it stands
 * @param cause what it waited for; null while it worked
 * @param from first minute
 * @param to exclusive
 */
public record Share(
        String operation, String machine, @Nullable Cause cause, long from, long to) {

    public long minutes() {
        return to - from;
    }

    public boolean working() {
        return cause == null;
    }
}
