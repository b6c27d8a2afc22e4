package org.throughline.engine.schedule.shop;

import java.util.SplittableRandom;

/** A first schedule: step by step the job that can start first, with noise in favour of much work left. */
final class FirstSchedule {

    private final Shop shop;
    private final SplittableRandom random;

    FirstSchedule(Shop shop, SplittableRandom random) {
        this.shop = shop;
        this.random = random;
    }

    void build(ShopSchedule schedule) {
        int n = shop.operations();
        int[] next = shop.jobFrom().clone();
        long[] jobReady = new long[shop.jobs()];
        long[] machineReady = new long[shop.machines()];
        double[] left = workLeft();
        double noise = random.nextDouble();
        // Some first schedules are quite random, so that small shops are looked at from everywhere.
        double byTime = random.nextInt(4) == 0 ? 0 : 1;
        double otherMachines = random.nextInt(3) == 0 ? 0.2 : 0;
        int[] sequence = new int[n];
        int[] alternative = new int[n];
        for (int k = 0; k < n; k++) {
            int chosen = -1;
            double best = Double.POSITIVE_INFINITY;
            for (int j = 0; j < shop.jobs(); j++) {
                if (next[j] < shop.jobFrom()[j + 1]) {
                    int a = alternative(next[j], jobReady[j], machineReady, otherMachines);
                    long start = Math.max(jobReady[j], machineReady[shop.machine()[a]]);
                    double value = byTime * start - left[j] * noise * random.nextDouble();
                    if (value < best) {
                        best = value;
                        chosen = j;
                        alternative[next[j]] = a;
                    }
                }
            }
            int i = next[chosen]++;
            int a = alternative[i];
            jobReady[chosen] = Math.max(jobReady[chosen], machineReady[shop.machine()[a]]) + shop.time()[a];
            machineReady[shop.machine()[a]] = jobReady[chosen];
            left[chosen] -= shop.shortest(i);
            sequence[k] = i;
        }
        schedule.build(sequence, alternative);
    }

    private double[] workLeft() {
        double[] left = new double[shop.jobs()];
        for (int j = 0; j < left.length; j++) {
            for (int i = shop.jobFrom()[j]; i < shop.jobFrom()[j + 1]; i++) {
                left[j] += shop.shortest(i);
            }
        }
        return left;
    }

    private int alternative(int operation, long ready, long[] machineReady, double otherMachines) {
        int from = shop.alternativeFrom()[operation];
        int count = shop.alternativeFrom()[operation + 1] - from;
        return otherMachines > 0 && random.nextDouble() < otherMachines
                ? from + random.nextInt(count)
                : fastest(operation, ready, machineReady);
    }

    /** The alternative on which the operation ends first. */
    private int fastest(int operation, long ready, long[] machineReady) {
        int best = shop.alternativeFrom()[operation];
        long bestEnd = Long.MAX_VALUE;
        for (int a = best; a < shop.alternativeFrom()[operation + 1]; a++) {
            long end = Math.max(ready, machineReady[shop.machine()[a]]) + shop.time()[a];
            if (end < bestEnd) {
                bestEnd = end;
                best = a;
            }
        }
        return best;
    }
}
