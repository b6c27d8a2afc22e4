package org.throughline.scheduling.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.database.Changes;
import org.throughline.database.Remembered;
import org.throughline.engine.promise.Inquiry;
import org.throughline.engine.promise.PromiseAnswer;
import org.throughline.engine.promise.PromiseBoard;
import org.throughline.engine.schedule.Budget;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.planning.PlanTables;

/** The load of the machines by the published schedule, as it would be now: computed once for each state of the world, so that promises answer at once. */
@Component
class PromiseBoards {

    private final StandingPlans plans;
    private final Machines machines;
    private final Clock clock;
    private final Remembered<Board> boards;

    PromiseBoards(StandingPlans plans, Machines machines, Changes changes, Clock clock) {
        this.plans = plans;
        this.machines = machines;
        this.clock = clock;
        this.boards = changes.remember(PlanTables.WITHOUT_EFFECT);
    }

    /** The booked machines, ready to be asked. */
    record Board(
            ScheduleDesk.Prepared prepared,
            PromiseBoard promises,
            LocalDate today,
            Map<String, String> machineNames,
            Places places) {

        /** The board on which an inquiry is booked as answered. */
        Board with(Inquiry inquiry, PromiseAnswer answer) {
            return new Board(prepared, promises.with(inquiry, answer), today, machineNames, places);
        }

        String machineName(String place) {
            var name = machineNames.get(place);
            if (name != null) {
                return name;
            }
            var known = places.place(place);
            var centre = known == null ? null : places.workCentre(known.workCentreId());
            return centre == null ? place : centre.name();
        }
    }

    /** @param overtimeMinutes added to every working day */
    Board current(int overtimeMinutes) {
        return boards.get(overtimeMinutes, plans.basis(), () -> board(overtimeMinutes));
    }

    private Board board(int overtimeMinutes) {
        var prepared = plans.prepared(overtimeMinutes);
        var schedule = plans.published(overtimeMinutes)
                .map(StandingPlans.Standing::schedule)
                .orElseGet(() -> ScheduleDesk.place(prepared.problem(), Budget.iterations(0)));
        var names = new HashMap<String, String>();
        for (Machine machine : machines.all()) {
            names.put(machine.id().toString(), machine.code() + " " + machine.name());
        }
        return new Board(
                prepared,
                PromiseBoard.of(prepared.problem(), schedule),
                LocalDate.now(clock),
                names,
                prepared.places());
    }
}
