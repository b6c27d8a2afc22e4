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
        return desk.run(budget, () -> false);
    }

    /** As {@link #run}; when {@code cancelled} says so, the best schedule so far is kept. */
    @Verb(type = "schedule", operation = "run")
    @Transactional
    public ScheduleResult run(Duration budget, BooleanSupplier cancelled) {
        return desk.run(budget, cancelled);
    }
}
