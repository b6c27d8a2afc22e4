package org.throughline.planning.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.database.Changes;
import org.throughline.database.Remembered;
import org.throughline.engine.mrp.Damping;
import org.throughline.order.SalesOrders;
import org.throughline.planning.PlanTables;

/**
 * The plan as it would be now: computed once for each state of the world, so that kitting, requirements and promises
 * answer at once. Nothing of it is written.
 */
@Component
class LivePlan {

    private final SnapshotReader reader;
    private final SalesOrders orders;
    private final Clock clock;
    private final Remembered<PlanIndex> plans;

    LivePlan(SnapshotReader reader, SalesOrders orders, Changes changes, Clock clock) {
        this.reader = reader;
        this.orders = orders;
        this.clock = clock;
        var ignored = new HashSet<>(PlanTables.WITHOUT_EFFECT);
        ignored.add("scheduling");
        this.plans = changes.remember(ignored);
    }

    /** The plan now. A transaction that has changed something sees the plan with its changes. */
    PlanIndex current() {
        return plans.get("plan", new Basis(LocalDate.now(clock), orders.planningMark()), this::compute);
    }

    private record Basis(LocalDate today, String orders) {}

    private PlanIndex compute() {
        return PlanIndex.of(reader.read(), Damping.none(), Set.of());
    }
}
