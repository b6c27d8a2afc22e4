package org.throughline.planning.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.database.Changes;
import org.throughline.database.Remembered;
import org.throughline.engine.mrp.Damping;

/**
 * The plan as it would be now: computed once for each state of the world, so that kitting, requirements and promises
 * answer at once. Nothing of it is written.
 */
@Component
class LivePlan {

    /** What is written without any effect on the plan: accounts, notes, approvals, what is derived from the plan itself. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "identity",
            "records",
            "workflow",
            "scheduling",
            "insight",
            "planning.planning_run",
            "planning.suggestion",
            "planning.suggestion_peg",
            "planning.suggestion_feed",
            "planning.plan_message",
            "planning.line_plan");

    private final SnapshotReader reader;
    private final Clock clock;
    private final Remembered<PlanIndex> plans;

    LivePlan(SnapshotReader reader, Changes changes, Clock clock) {
        this.reader = reader;
        this.clock = clock;
        this.plans = changes.remember(WITHOUT_EFFECT);
    }

    /** The plan now. A transaction that has changed something sees the plan with its changes. */
    PlanIndex current() {
        return plans.get("plan", LocalDate.now(clock), this::compute);
    }

    private PlanIndex compute() {
        return PlanIndex.of(reader.read(), Damping.none(), Set.of());
    }
}
