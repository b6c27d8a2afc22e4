package org.throughline.planning;

import java.util.Set;

/** Which tables the plan is computed from, said by those that it is not. */
public final class PlanTables {

    /**
     * What is written without any effect on requirements or machine load: accounts, notes, approvals, and what is
     * itself derived from the plan. In the words of {@link org.throughline.database.Changes#remember}. The orders' tables
     * are among them because {@link org.throughline.order.SalesOrders#planningMark} says more exactly whether they matter:
     * it belongs to the basis of everything that is remembered by this set.
     */
    public static final Set<String> WITHOUT_EFFECT = Set.of(
            "identity",
            "records",
            "workflow",
            "sales",
            "insight",
            "planning.planning_run",
            "planning.suggestion",
            "planning.suggestion_peg",
            "planning.suggestion_feed",
            "planning.plan_message",
            "planning.line_plan");

    private PlanTables() {}
}
