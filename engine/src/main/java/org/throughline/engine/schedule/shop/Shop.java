package org.throughline.engine.schedule.shop;

/**
 * A flexible job shop: jobs of consecutive operations, each on one of several machines. A job shop is one with a single
 * alternative each. A job may visit a machine more than once.
 *
 * @param machines number of machines
 * @param jobFrom operations of job j: {@code jobFrom[j] .. jobFrom[j + 1]}; length jobs + 1
 * @param alternativeFrom alternatives of operation i: {@code alternativeFrom[i] .. alternativeFrom[i + 1]}
 * @param machine machine of each alternative
 * @param time duration of each alternative, at least 0
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
public record Shop(int machines, int[] jobFrom, int[] alternativeFrom, int[] machine, int[] time) {

    public int jobs() {
        return jobFrom.length - 1;
    }

    public int operations() {
        return alternativeFrom.length - 1;
    }

    boolean isFlexible() {
        return machine.length > operations();
    }

    /** The alternative of an operation on a machine, −1 if there is none. */
    int alternative(int operation, int onMachine) {
        for (int a = alternativeFrom[operation]; a < alternativeFrom[operation + 1]; a++) {
            if (machine[a] == onMachine) {
                return a;
            }
        }
        return -1;
    }

    int shortest(int operation) {
        int shortest = Integer.MAX_VALUE;
        for (int a = alternativeFrom[operation]; a < alternativeFrom[operation + 1]; a++) {
            shortest = Math.min(shortest, time[a]);
        }
        return shortest;
    }
}
