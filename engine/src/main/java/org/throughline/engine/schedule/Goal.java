package org.throughline.engine.schedule;

import java.util.Arrays;

/** The objective for one network, with the published places of its operations by number. */
final class Goal {

    /** An operation that is not in the published schedule. */
    static final long NOT_PUBLISHED = Long.MIN_VALUE;

    final Objective objective;
    final long[] publishedStart;
    final int[] publishedMachine;

    private Goal(Network network, Objective objective) {
        this.objective = objective;
        publishedStart = new long[network.size()];
        publishedMachine = new int[network.size()];
        Arrays.fill(publishedStart, NOT_PUBLISHED);
        Arrays.fill(publishedMachine, -1);
    }

    static Goal of(Network network, Objective objective) {
        return new Goal(network, objective);
    }

    /**
     * As if these places had been published.
     *
     * @param start by operation; {@link #NOT_PUBLISHED} for none
     */
    static Goal following(Network network, Objective objective, long[] start, int[] machine) {
        var goal = new Goal(network, objective);
        System.arraycopy(start, 0, goal.publishedStart, 0, start.length);
        System.arraycopy(machine, 0, goal.publishedMachine, 0, machine.length);
        return goal;
    }

    /** Operations of the published schedule that are no longer in the problem are done and do not count. */
    static Goal of(Network network, Objective objective, Schedule published) {
        var goal = new Goal(network, objective);
        for (var slot : published.operations()) {
            int operation = network.operationNumberOrNone(slot.operation());
            if (operation >= 0) {
                goal.publishedStart[operation] = slot.start();
                goal.publishedMachine[operation] = network.machineNumber(slot.machine(), slot.operation());
            }
        }
        return goal;
    }

    boolean isPublished(int operation) {
        return publishedStart[operation] != NOT_PUBLISHED;
    }

    /** Minutes moved, and machines changed in minutes, over all published operations. */
    double moved(Board board) {
        double moved = 0;
        for (int i = 0; i < publishedStart.length; i++) {
            if (isPublished(i)) {
                moved += Math.abs(board.start[i] - publishedStart[i]);
                moved += board.machineOf[i] == publishedMachine[i] ? 0 : Objective.MACHINE_CHANGE;
            }
        }
        return moved;
    }
}
