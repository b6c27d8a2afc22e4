package org.throughline.scheduling;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.scheduling.internal.MoveDesk;

/** Use case: the planner puts one operation somewhere else; what stands behind it gives way. */
@Service
public class MoveOperation {

    private final MoveDesk desk;

    MoveOperation(MoveDesk desk) {
        this.desk = desk;
    }

    /**
     * What would follow; nothing is written.
     *
     * @throws ScheduleRefused if the operation runs already, or cannot run on that machine
     */
    @Verb(type = "schedule", operation = "run")
    @Transactional(readOnly = true)
    public MoveEffect preview(OperationMove move) {
        return desk.preview(move);
    }

    /** The other machines it could run on, each as early as possible there. */
    @Verb(type = "schedule", operation = "run")
    @Transactional(readOnly = true)
    public List<MoveEffect> alternatives(UUID operationId) {
        return desk.alternatives(operationId);
    }

    /**
     * Writes the result as the draft. The operation keeps its place when others are moved later; a new run of the schedule
     * forgets it.
     *
     * @throws ScheduleRefused as {@link #preview}, and if a reason is needed and missing
     */
    @Verb(type = "schedule", operation = "run")
    @Transactional
    public MoveEffect move(OperationMove move) {
        return desk.move(move);
    }

    /**
     * Takes back the last step of the draft — a move, or a run of the schedule; before the first step the published
     * schedule is what is seen again.
     *
     * @throws ScheduleRefused if there is no draft
     */
    @Verb(type = "schedule", operation = "run")
    @Transactional
    public void undo() {
        desk.undo();
    }

    /** Throws the draft away; the published schedule is what is seen again. */
    @Verb(type = "schedule", operation = "run")
    @Transactional
    public void discard() {
        desk.discard();
    }
}
