package org.throughline.engine.schedule;

import java.util.Map;

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

    /**
     * Places every operation anew in the order of the given starts, each as early as it can: the schedule that follows when
     * one thing in it was moved. Nothing is improved.
     *
     * <p>Does not change its input. Deterministic.
     *
     * @param starts minute by operation id; one that is not named comes last
     * @throws org.throughline.engine.EngineRefusal as {@link #schedule}
     */
    public static Schedule replay(ScheduleProblem problem, Map<String, Double> starts) {
        var network = Network.of(problem);
        double[] keys = new double[network.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = starts.getOrDefault(network.operations[i].id(), Double.MAX_VALUE);
        }
        return new ScheduleReport(new Decoder(network).decode(keys), 1).write();
    }
}
