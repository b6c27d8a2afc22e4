package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
     *     {@code schedule.unknown} (something names what is not in the problem), {@code schedule.duplicate} (two operations,
     *     machines or resources of one id), {@code schedule.no-alternative}, {@code schedule.never-fits} (an uninterruptible
     *     operation is longer than every working window, what it uses exceeds the capacity, a longest wait cannot be kept,
     *     minutes are negative or beyond ±2<sup>50</sup>), {@code calendar.no-working-time}
     */
    public static Schedule schedule(ScheduleProblem problem, Budget budget) {
        return schedule(problem, Objective.byTardiness(), budget);
    }

    /** As {@link #schedule(ScheduleProblem, Budget)} by another objective; stability needs a published schedule. */
    public static Schedule schedule(ScheduleProblem problem, Objective objective, Budget budget) {
        var network = Network.of(problem);
        return Search.run(network, Goal.of(network, objective), budget);
    }

    /**
     * As {@link #schedule(ScheduleProblem, Budget)}, beginning from a schedule that people work by.
     *
     * @param published may lack operations of the problem and hold others, which are done
     * @throws org.throughline.engine.EngineRefusal also {@code schedule.unknown} if it names a machine that is not there
     */
    public static Schedule improve(ScheduleProblem problem, Schedule published, Objective objective, Budget budget) {
        var network = Network.of(problem);
        return Search.improve(network, Goal.of(network, objective, published), budget);
    }

    /**
     * The published schedule after something happened: a machine is down, material is late, an order came in, work takes
     * longer. What happened stands in the problem (calendars, material dates, jobs, minutes; what has begun is locked). With
     * a budget of no iterations what must move is moved and nothing else is tried than other machines.
     *
     * @param objective its stability says what a move costs
     * @throws org.throughline.engine.EngineRefusal as {@link #improve}
     */
    public static Repair repair(ScheduleProblem problem, Schedule published, Objective objective, Budget budget) {
        var network = Network.of(problem);
        var repaired = Search.repair(network, Goal.of(network, objective, published), budget);
        var before = new HashMap<String, ScheduledOperation>();
        published.operations().forEach(slot -> before.put(slot.operation(), slot));
        var moves = new ArrayList<Repair.Move>();
        for (var slot : repaired.operations()) {
            var old = before.get(slot.operation());
            if (old != null && (old.start() != slot.start() || !old.machine().equals(slot.machine()))) {
                moves.add(new Repair.Move(slot.operation(), old.machine(), old.start(), slot.machine(), slot.start()));
            }
        }
        moves.sort(Comparator.comparingLong(Repair.Move::toStart).thenComparing(Repair.Move::operation));
        return new Repair(repaired, moves);
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
        return replay(problem, starts, Map.of());
    }

    /**
     * The same for a schedule that was planned backward.
     *
     * @param notBefore minute by operation id; one that is not named starts as early as it can
     */
    public static Schedule replay(ScheduleProblem problem, Map<String, Double> starts, Map<String, Long> notBefore) {
        var network = Network.of(problem);
        double[] keys = new double[network.size()];
        long[] held = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            var id = network.operations[i].id();
            keys[i] = starts.getOrDefault(id, Double.MAX_VALUE);
            held[i] = notBefore.getOrDefault(id, Goal.NOT_PUBLISHED);
        }
        var goal = Goal.following(network, Objective.byTardiness(), held, new int[keys.length]);
        var board = new Decoder(network, goal, Decoder.Hold.START).decode(keys);
        return ScheduleReport.of(board, 1, goal).write();
    }

    /**
     * When each operation of a schedule must begin at the latest (最晚开工), if everything keeps its machine and its turn, so
     * that every job ends by its due date less the shipping buffer, or when it ends in the schedule if that is later. Never
     * before its start in the schedule. What runs stays; what is frozen or locked is asked like all else, whether it may move or not. A
     * job without due date keeps its end.
     *
     * <p>The first operation's is the minute by which the material is to be released to the floor (the rope, if there is a drum).
     *
     * @param schedule of this problem
     * @return minute by operation id
     * @throws org.throughline.engine.EngineRefusal as {@link #schedule}; {@code schedule.unknown} also for what is in the
     *     schedule and not in the problem, and for the drum
     */
    public static Map<String, Long> latestStarts(ScheduleProblem problem, Schedule schedule, Buffers buffers) {
        return Backward.latestStarts(Network.of(problem), schedule, buffers);
    }

    /**
     * Backward scheduling: the same machines and turns, everything as late as it can stand, so that little lies about and what is
     * ordered late can still change. What is locked stays. No job ends later than by its due date less the shipping buffer, or than it did.
     *
     * <p>Does not change its input. Deterministic.
     *
     * @param schedule of this problem, complete
     * @throws org.throughline.engine.EngineRefusal as {@link #latestStarts}
     */
    public static Schedule asLateAsPossible(ScheduleProblem problem, Schedule schedule, Buffers buffers) {
        return new Backward(Network.of(problem), schedule, buffers).run();
    }
}
