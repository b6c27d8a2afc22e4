package org.throughline.engine.schedule;

import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;

/**
 * Something that does one operation at a time, or — unlimited — any number (a subcontractor, an oven bank, drying).
 *
 * @param id unique among machines
 * @param setupMatrix id of its {@link SetupMatrix}; null for no setups
 * @param initialFamily the family it is set up for when the plan starts; null for none in particular
 * @param unlimited true if operations never wait for each other
 */
public record Machine(
        String id,
        WorkingCalendar calendar,
        @Nullable String setupMatrix,
        @Nullable String initialFamily,
        boolean unlimited) {

    /** One at a time, no setups. */
    public static Machine of(String id, WorkingCalendar calendar) {
        return new Machine(id, calendar, null, null, false);
    }

    public static Machine unlimited(String id, WorkingCalendar calendar) {
        return new Machine(id, calendar, null, null, true);
    }

    public Machine withSetups(String matrix, @Nullable String family) {
        return new Machine(id, calendar, matrix, family, unlimited);
    }
}
