package org.throughline.planning;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.planning.internal.Planner;

/** Use case: the planner has the requirements computed. */
@Service
public class RunPlanning {

    private final Planner planner;

    RunPlanning(Planner planner) {
        this.planner = planner;
    }

    /**
     * Nets all open demand against stock and open supply and writes what must be bought and made. What is proposed already
     * and still right keeps its identity; what was converted is not touched. Running twice without a change in between
     * writes nothing but the run.
     *
     * @throws PlanningRefused if another run does not end within 30 seconds, or the structures cannot be planned; then
     *     nothing is written
     */
    @Verb(type = "planning-run", operation = "run")
    @Transactional
    public PlanningRun run() {
        return planner.run();
    }

    /** As {@link #run}, for the house itself: empty if another run goes on right now. */
    @Transactional
    public Optional<PlanningRun> runIfIdle() {
        return planner.runIfIdle();
    }
}
