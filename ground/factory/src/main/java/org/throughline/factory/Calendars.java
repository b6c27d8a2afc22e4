package org.throughline.factory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shift calendars with holidays and 调休. */
public interface Calendars {

    /** Code of the calendar that counts where nothing else is said. */
    String STANDARD = "STANDARD";

    /** The plant's standard calendar. */
    CalendarWindows standard();

    /** @throws org.throughline.kernel.NotFound if there is none */
    CalendarWindows get(UUID calendarId);

    Optional<CalendarWindows> byCode(String code);

    /** The machine's own calendar, else its work centre's, else the standard one. */
    CalendarWindows ofMachine(UUID machineId);

    /** The work centre's calendar, else the standard one. */
    CalendarWindows ofWorkCentre(UUID workCentreId);

    /** {@link #ofMachine} for many at once, by machine; unknown machines are left out. */
    Map<UUID, CalendarWindows> ofMachines(Collection<UUID> machineIds);

    /** {@link #ofWorkCentre} for many at once, by work centre; unknown ones are left out. */
    Map<UUID, CalendarWindows> ofWorkCentres(Collection<UUID> workCentreIds);

    /** Every calendar, by code. */
    List<CalendarWindows> all();

    /**
     * Adds the calendar or replaces the one with the same code, with all its exceptions.
     *
     * @throws CalendarRefused if shifts overlap
     */
    CalendarWindows save(CalendarWindows calendar);

    /** Writes one date that differs, in place of what was said about it before. */
    void setDay(UUID calendarId, CalendarDay day);

    /** Makes the date an ordinary day of the week again. */
    void clearDay(UUID calendarId, LocalDate day);
}
