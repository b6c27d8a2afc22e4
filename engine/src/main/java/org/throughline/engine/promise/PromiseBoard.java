package org.throughline.engine.promise;

import org.throughline.engine.schedule.Schedule;
import org.throughline.engine.schedule.ScheduleProblem;

/** The booked schedule, prepared to be asked often. Immutable; may be asked from many threads. */
public final class PromiseBoard {

    private final ScheduleProblem problem;
    private final Schedule schedule;

    private PromiseBoard(ScheduleProblem problem, Schedule schedule) {
        this.problem = problem;
        this.schedule = schedule;
    }

    /**
     * Prepares the gaps between what is booked; cost O(n log n).
     *
     * @param problem machines, calendars, setups and resources of the schedule
     */
    public static PromiseBoard of(ScheduleProblem problem, Schedule schedule) {
        return new PromiseBoard(problem, schedule);
    }

    /**
     * The earliest completion of the inquiry in the gaps; nothing booked moves.
     *
     * @throws org.throughline.engine.EngineRefusal as {@link org.throughline.engine.schedule.Scheduler#schedule}
     */
    public PromiseAnswer earliest(Inquiry inquiry) {
        if (inquiry.jobs().isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        throw new UnsupportedOperationException(problem.toString() + schedule);
    }
}
