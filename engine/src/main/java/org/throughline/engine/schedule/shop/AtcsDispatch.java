package org.throughline.engine.schedule.shop;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Event-driven dispatching by ATCS with a look at the rest of the job: when a machine of a centre is idle, the waiting
 * operation with the greatest
 *
 * <pre>log(weight ÷ (minutes + rest)) − max(0, due − allowance × work left − now) ÷ (slack × mean) − setup ÷ (setup scale × mean)</pre>
 *
 * goes on it, where rest adds up what is still to come, each centre's minutes by its own share. In a backlog this lets first
 * what leaves the plant soonest for its weight. Cost: O(operations × queue).
 */
final class AtcsDispatch {

    /** Steps of the table of logarithms a minute. */
    private static final int FINENESS = 4;

    private static final double[] LOGARITHM = new double[1 << 15];

    static {
        for (int k = 0; k < LOGARITHM.length; k++) {
            LOGARITHM[k] = Math.log(Math.max(1, k) / (double) FINENESS);
        }
    }

    private final SetupShop plant;
    private final Shop shop;
    private final double[] logWeight;
    private final int[] jobOf;
    private final int[] centreOf;
    /** Shortest minutes of the operation and all after it in its job. */
    private final int[] workLeft;

    private final double[] rest;
    private final double meanMinutes;
    private final double meanSetup;

    AtcsDispatch(SetupShop plant) {
        this.plant = plant;
        shop = plant.shop();
        int n = shop.operations();
        logWeight = new double[n];
        jobOf = new int[n];
        centreOf = new int[n];
        workLeft = new int[n];
        rest = new double[n];
        long sum = 0;
        for (int j = 0; j < shop.jobs(); j++) {
            int left = 0;
            for (int i = shop.jobFrom()[j + 1] - 1; i >= shop.jobFrom()[j]; i--) {
                left += shop.shortest(i);
                workLeft[i] = left;
                jobOf[i] = j;
                centreOf[i] = plant.centre()[shop.machine()[shop.alternativeFrom()[i]]];
                logWeight[i] = Math.log(Math.max(1e-6, plant.weight()[j]));
            }
            sum += left;
        }
        meanMinutes = Math.max(1, sum / (double) Math.max(1, n));
        var setups = Arrays.stream(plant.setup()).flatMapToInt(Arrays::stream);
        meanSetup = Math.max(1, setups.average().orElse(1));
    }

    /**
     * Dispatches everything, or gives up when the finished jobs alone cost more than a limit.
     *
     * @return the cost, or the largest long if it gave up
     */
    long run(DispatchScales scales, SetupSchedule schedule, long limit) {
        for (int j = 0; j < shop.jobs(); j++) {
            double left = 0;
            for (int i = shop.jobFrom()[j + 1] - 1; i >= shop.jobFrom()[j]; i--) {
                rest[i] = left;
                left += scales.rest()[centreOf[i]] * shop.shortest(i);
            }
        }
        return new Run(scales, schedule).run(limit);
    }

    /** One simulation. */
    private final class Run {

        private final double[] perSlack;
        private final double[] perSetup;
        private final double allowance;
        private final SetupSchedule schedule;
        private final int[][] queue = new int[plant.setups()][64];
        private final int[] waiting = new int[plant.setups()];
        private final int[] freeAt = new int[shop.machines()];
        private final int[] familyOn = new int[shop.machines()];
        /** Time in the upper half; operation, or machine counted from the number of operations, in the lower. */
        private final LongHeap events = new LongHeap();

        /** Machines that have become free or that something has arrived for: nothing waits for a free one else. */
        private final BitSet touched = new BitSet();

        private long cost;

        private Run(DispatchScales scales, SetupSchedule schedule) {
            perSlack = Arrays.stream(scales.slack())
                    .map(slack -> 1 / (slack * meanMinutes))
                    .toArray();
            perSetup = Arrays.stream(scales.setup())
                    .map(setup -> 1 / (setup * meanSetup))
                    .toArray();
            allowance = scales.allowance();
            this.schedule = schedule;
            schedule.clear();
            Arrays.fill(familyOn, -1);
        }

        private long run(long limit) {
            for (int j = 0; j < shop.jobs(); j++) {
                if (shop.jobFrom()[j] < shop.jobFrom()[j + 1]) {
                    arrive(plant.release()[j], shop.jobFrom()[j]);
                }
            }
            while (!events.isEmpty()) {
                int now = (int) (events.least() >> 32);
                while (!events.isEmpty() && (int) (events.least() >> 32) == now) {
                    happen((int) events.pop());
                }
                for (int m = touched.nextSetBit(0); m >= 0; m = touched.nextSetBit(m + 1)) {
                    int centre = plant.centre()[m];
                    if (waiting[centre] > 0 && freeAt[m] <= now) {
                        assignMachine(centre, m, now);
                    }
                }
                touched.clear();
                if (cost > limit) {
                    return Long.MAX_VALUE;
                }
            }
            return cost;
        }

        private void arrive(int time, int operation) {
            events.push((long) time << 32 | operation);
        }

        private void happen(int what) {
            int n = shop.operations();
            if (what >= n) {
                touched.set(what - n);
                return;
            }
            int c = centreOf[what];
            if (waiting[c] == queue[c].length) {
                queue[c] = Arrays.copyOf(queue[c], waiting[c] * 2);
            }
            queue[c][waiting[c]++] = what;
            for (int a = shop.alternativeFrom()[what]; a < shop.alternativeFrom()[what + 1]; a++) {
                touched.set(shop.machine()[a]);
            }
        }

        private void assignMachine(int centre, int m, int now) {
            int chosen = -1;
            int chosenMinutes = 0;
            double highest = Double.NEGATIVE_INFINITY;
            int[] row = queue[centre];
            for (int k = 0; k < waiting[centre]; k++) {
                int i = row[k];
                int minutes = minutesOn(i, m);
                if (minutes >= 0) {
                    double slack = plant.due()[jobOf[i]] - allowance * workLeft[i] - now;
                    double index = logWeight[i]
                            - logarithm(minutes + rest[i])
                            - Math.max(0, slack) * perSlack[centre]
                            - plant.setup(m, familyOn[m], plant.family()[i]) * perSetup[centre];
                    if (index > highest || (index == highest && i < row[chosen])) {
                        highest = index;
                        chosen = k;
                        chosenMinutes = minutes;
                    }
                }
            }
            if (chosen >= 0) {
                start(centre, chosen, m, chosenMinutes, now);
            }
        }

        private static double logarithm(double minutes) {
            return LOGARITHM[Math.min((int) (minutes * FINENESS), LOGARITHM.length - 1)];
        }

        private void start(int centre, int k, int m, int minutes, int now) {
            int i = queue[centre][k];
            queue[centre][k] = queue[centre][--waiting[centre]];
            int setUp = freeAt[m] + plant.setup(m, familyOn[m], plant.family()[i]);
            schedule.append(i, m, minutes, Math.max(now, setUp));
            freeAt[m] = schedule.end(i);
            familyOn[m] = plant.family()[i];
            events.push((long) freeAt[m] << 32 | (shop.operations() + m));
            if (schedule.last[i]) {
                cost += schedule.cost(jobOf[i], freeAt[m]);
            } else {
                arrive(freeAt[m], i + 1);
            }
        }

        private int minutesOn(int i, int m) {
            for (int a = shop.alternativeFrom()[i]; a < shop.alternativeFrom()[i + 1]; a++) {
                if (shop.machine()[a] == m) {
                    return shop.time()[a];
                }
            }
            return -1;
        }
    }
}
