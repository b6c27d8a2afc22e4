package org.throughline.scheduling;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.scheduling.internal.RecoveryDesk;

/** Use case: the planner asks how a late line can still be ready in time, and tries it in a draft. */
@Service
public class RecoverLine {

    private final RecoveryDesk desk;

    RecoverLine(RecoveryDesk desk) {
        this.desk = desk;
    }

    /** Without options if no operation of the line is scheduled, or nothing helps. Nothing is written. */
    @Transactional(readOnly = true)
    public Recovery ask(UUID orderLineId) {
        return desk.ask(orderLineId);
    }

    /**
     * Puts the line's operations before all others, in the draft.
     *
     * @throws ScheduleRefused if no operation of the line is scheduled
     */
    @Verb(type = "schedule", operation = "run")
    @Transactional
    public ScheduleResult tryFirst(UUID orderLineId) {
        return desk.tryFirst(orderLineId);
    }
}
