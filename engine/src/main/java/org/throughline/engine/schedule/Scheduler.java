package org.throughline.engine.schedule;

/** Finite scheduling; the algorithm is described in {@code engine/docs/schedule.md}. */
public final class Scheduler {

    private Scheduler() {}

    /**
     * Places every operation, then improves the weighted tardiness (then setup, then flow time) within the budget.
     *
     * <p>Does not change its input. Deterministic for a budget in iterations.
     *
     * @throws org.throughline.engine.EngineRefusal if no schedule exists: {@code schedule.cycle} (value {@code path}),
     *     {@code schedule.unknown} (something names what is not in the problem), {@code schedule.no-alternative},
     *     {@code schedule.never-fits} (an uninterruptible operation is longer than every working window, or a use exceeds
     *     the capacity), {@code schedule.locks-overlap}, {@code calendar.no-working-time}
     */
    public static Schedule schedule(ScheduleProblem problem, Budget budget) {
        return Search.run(Network.of(problem), budget);
    }
}
