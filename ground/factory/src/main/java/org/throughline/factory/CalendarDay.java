package org.throughline.factory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date on which a calendar differs from its week.
 *
 * @param shifts for {@link Kind#CUSTOM}: exactly these; their weekday is ignored. Empty otherwise
 * @param note   e.g. 国庆节, 调休上班
 */
public record CalendarDay(
        LocalDate day,
        Kind kind,
        List<Shift> shifts,
        @Nullable String note) {

    public CalendarDay {
        shifts = List.copyOf(shifts);
    }

    public enum Kind {
        /** Nobody works. */
        HOLIDAY,
        /** Worked although its weekday is free (调休): with the shifts of the week's first working day. */
        WORKDAY,
        /** Worked in its own shifts: overtime, half days. */
        CUSTOM
    }
}
