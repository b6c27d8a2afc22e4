package org.throughline.scheduling;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.scheduling.internal.ScheduleDesk;

/** Use case: the planner has the open operations placed on the machines. */
@Service
public class RunSchedule {

    private final ScheduleDesk desk;

    RunSchedule(ScheduleDesk desk) {
        this.desk = desk;
    }

    /**
     * Computes a draft, in place of the draft before. The first complete schedule is there at once; then it is improved
     * (lateness, then setups, then flow) until the time is over.
     *
     * @throws ScheduleRefused if no schedule exists; the draft before stays
     */
    @Verb(type = "schedule", operation = "run")
    @Transactional
    public ScheduleResult run(Duration budget) {
        return desk.run(budget, ScheduleResult.Direction.FORWARD, () -> false);
    }

    /**
     * As {@link #run(Duration)}, the way that is wanted. Backward, everything then begins as late as it may, so that it ends by its due
     * date less the buffer; what would be late anyway, and what is frozen, stays.
     *
     * @param cancelled when it says so, the best schedule so far is kept
     */
    @Verb(type = "schedule", operation = "run")
    @Transactional
    public ScheduleResult run(Duration budget, ScheduleResult.Direction direction, BooleanSupplier cancelled) {
        return desk.run(budget, direction, cancelled);
    }
}
