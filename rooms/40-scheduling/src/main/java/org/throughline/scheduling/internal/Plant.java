package org.throughline.scheduling.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.factory.CalendarWindows;
import org.throughline.factory.Calendars;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;

/**
 * The plant as scheduling sees it.
 *
 * @param machines those that can be planned; one that stands still is planned as soon as it runs again
 */
record Plant(
        List<WorkCentre> workCentres,
        List<Machine> machines,
        Map<UUID, CalendarWindows> machineCalendars,
        Map<UUID, CalendarWindows> centreCalendars,
        CalendarWindows standard) {

    /** Reads the plant with a fixed number of statements. */
    @Component
    static class Reader {

        private final WorkCentres workCentres;
        private final Machines machines;
        private final Calendars calendars;

        Reader(WorkCentres workCentres, Machines machines, Calendars calendars) {
            this.workCentres = workCentres;
            this.machines = machines;
            this.calendars = calendars;
        }

        Plant read() {
            var centres = workCentres.all();
            var ready = machines.all().stream()
                    .filter(machine -> machine.status() == Machine.Status.READY)
                    .toList();
            return new Plant(
                    centres,
                    ready,
                    calendars.ofMachines(ready.stream().map(Machine::id).toList()),
                    calendars.ofWorkCentres(centres.stream().map(WorkCentre::id).toList()),
                    calendars.standard());
        }
    }
}
