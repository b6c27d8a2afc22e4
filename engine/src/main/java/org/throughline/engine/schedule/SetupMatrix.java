package org.throughline.engine.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Minutes to change a machine from one family to another.
 *
 * <p>Setups may be done before the work arrives, as soon as the machine is free and open, unless
 * {@link Machine#attachedSetups()}.
 *
 * @param times what differs from the default; the last of equal pairs wins
 * @param otherwise minutes for a change that is not listed (never for equal families)
 */
public record SetupMatrix(String id, List<SetupTime> times, long otherwise) {

    public SetupMatrix {
        times = List.copyOf(times);
    }

    /**
     * One entry.
     *
     * @param from null for a machine that is set up for nothing in particular
     * @param minutes working minutes, at least 0
     */
    public record SetupTime(@Nullable String from, String to, long minutes) {}
}
