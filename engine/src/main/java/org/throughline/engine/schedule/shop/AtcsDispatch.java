package org.throughline.engine.schedule.shop;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Event-driven dispatching by ATCS: when a machine of a centre is idle, the waiting operation with the greatest
 *
 * <pre>log(weight ÷ minutes) − max(0, due − allowance × work left − now) ÷ (slack × mean) − setup ÷ (setup scale × mean)</pre>
 *
 * goes on it. The three scales are what is tuned.
 */
final class AtcsDispatch {

    private final SetupShop plant;
    private final Shop shop;
    private final double[] logWeight;
    /** Shortest minutes of the operation and all after it in its job. */
    private final int[] workLeft;

    private final int[] jobOf;
    private final double meanMinutes;
    private final double meanSetup;
    private final int[][] machinesOf;

    AtcsDispatch(SetupShop plant) {
        this.plant = plant;
        shop = plant.shop();
        int n = shop.operations();
        logWeight = new double[n];
        workLeft = new int[n];
        jobOf = new int[n];
        double sum = 0;
        for (int j = 0; j < shop.jobs(); j++) {
            int left = 0;
            for (int i = shop.jobFrom()[j + 1] - 1; i >= shop.jobFrom()[j]; i--) {
                left += shop.shortest(i);
                workLeft[i] = left;
                jobOf[i] = j;
                logWeight[i] = Math.log(Math.max(1e-6, plant.weight()[j]));
                sum += shop.shortest(i);
            }
        }
        meanMinutes = Math.max(1, sum / Math.max(1, n));
        meanSetup = Math.max(
                1,
                Arrays.stream(plant.setup())
                        .flatMapToInt(Arrays::stream)
                        .average()
                        .orElse(1));
        machinesOf = new int[plant.families().length][];
        for (int c = 0; c < machinesOf.length; c++) {
            int centre = c;
            machinesOf[c] = java.util.stream.IntStream.range(0, shop.machines())
                    .filter(m -> plant.centre()[m] == centre)
                    .toArray();
        }
    }

    /** The scales; each greater than 0. */
    record Scales(double slack, double setup, double allowance) {}

    void run(Scales scales, SetupSchedule schedule) {
        new Run(scales, schedule).run();
    }

    /** One simulation. */
    private final class Run {

        private final double perSlack;
        private final double perSetup;
        private final double allowance;
        private final SetupSchedule schedule;
        private final int[][] queue = new int[machinesOf.length][64];
        private final int[] waiting = new int[machinesOf.length];
        private final int[] freeAt = new int[shop.machines()];
        private final int[] familyOn = new int[shop.machines()];
        /** Time in the upper half; operation, or machine counted from the number of operations, in the lower. */
        private final PriorityQueue<Long> events = new PriorityQueue<>();

        private final boolean[] dirty = new boolean[machinesOf.length];

        private Run(Scales scales, SetupSchedule schedule) {
            perSlack = 1 / (scales.slack() * meanMinutes);
            perSetup = 1 / (scales.setup() * meanSetup);
            allowance = scales.allowance();
            this.schedule = schedule;
            Arrays.fill(schedule.count, 0);
            Arrays.fill(familyOn, -1);
        }

        private void run() {
            for (int j = 0; j < shop.jobs(); j++) {
                if (shop.jobFrom()[j] < shop.jobFrom()[j + 1]) {
                    arrive(plant.release()[j], shop.jobFrom()[j]);
                }
            }
            while (!events.isEmpty()) {
                int now = (int) (events.element() >> 32);
                while (!events.isEmpty() && (int) (events.element() >> 32) == now) {
                    happen((int) (long) events.remove());
                }
                for (int c = 0; c < dirty.length; c++) {
                    if (dirty[c]) {
                        dirty[c] = false;
                        assign(c, now);
                    }
                }
            }
        }

        private void arrive(int time, int operation) {
            events.add((long) time << 32 | operation);
        }

        private void happen(int what) {
            int n = shop.operations();
            if (what >= n) {
                dirty[plant.centre()[what - n]] = true;
                return;
            }
            int c = plant.centre()[shop.machine()[shop.alternativeFrom()[what]]];
            if (waiting[c] == queue[c].length) {
                queue[c] = Arrays.copyOf(queue[c], waiting[c] * 2);
            }
            queue[c][waiting[c]++] = what;
            dirty[c] = true;
        }

        private void assign(int centre, int now) {
            for (int m : machinesOf[centre]) {
                if (waiting[centre] > 0 && freeAt[m] <= now) {
                    assignMachine(centre, m, now);
                }
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
                            - LOGARITHM[Math.min(minutes, LOGARITHM.length - 1)]
                            - Math.max(0, slack) * perSlack
                            - plant.setup(m, familyOn[m], plant.family()[i]) * perSetup;
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

        private void start(int centre, int k, int m, int minutes, int now) {
            int i = queue[centre][k];
            queue[centre][k] = queue[centre][--waiting[centre]];
            int setUp = freeAt[m] + plant.setup(m, familyOn[m], plant.family()[i]);
            schedule.append(i, m, minutes, Math.max(now, setUp));
            freeAt[m] = schedule.end[i];
            familyOn[m] = plant.family()[i];
            events.add((long) freeAt[m] << 32 | (shop.operations() + m));
            if (!schedule.last[i]) {
                arrive(schedule.end[i], i + 1);
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

    private static final double[] LOGARITHM = new double[4096];

    static {
        for (int i = 0; i < LOGARITHM.length; i++) {
            LOGARITHM[i] = Math.log(Math.max(1, i));
        }
    }
}
