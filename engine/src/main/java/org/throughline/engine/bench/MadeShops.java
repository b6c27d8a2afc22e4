package org.throughline.engine.bench;

import java.util.Arrays;
import java.util.Random;
import org.throughline.engine.schedule.shop.SetupShop;
import org.throughline.engine.schedule.shop.Shop;

/** Instances made by a formula, for benchmarks without files. */
final class MadeShops {

    private static final long MODULUS = 2_147_483_647L;

    private MadeShops() {}

    /** Taillard's job shop of these seeds; 840612802 and 398197754 with 15 × 15 make ta01. */
    static Shop taillard(int jobs, int machines, long timeSeed, long machineSeed) {
        int n = jobs * machines;
        int[] time = new int[n];
        long state = timeSeed;
        for (int i = 0; i < n; i++) {
            state = 16_807 * state % MODULUS;
            time[i] = 1 + (int) (state * 99 / MODULUS);
        }
        int[] machine = new int[n];
        Arrays.setAll(machine, i -> i % machines);
        state = machineSeed;
        for (int i = 0; i < n; i++) {
            state = 16_807 * state % MODULUS;
            int k = i % machines;
            int other = i - k + k + (int) (state * (machines - k) / MODULUS);
            int swapped = machine[i];
            machine[i] = machine[other];
            machine[other] = swapped;
        }
        int[] jobFrom = new int[jobs + 1];
        Arrays.setAll(jobFrom, j -> j * machines);
        int[] alternativeFrom = new int[n + 1];
        Arrays.setAll(alternativeFrom, i -> i);
        return new Shop(machines, jobFrom, alternativeFrom, machine, time);
    }

    /** A flexible shop: as many operations a job as machines, each on {@code choice} machines in a row. */
    static Shop flexible(int jobs, int machines, int choice, long seed) {
        var random = new Random(seed);
        int n = jobs * machines;
        int[] jobFrom = new int[jobs + 1];
        Arrays.setAll(jobFrom, j -> j * machines);
        int[] alternativeFrom = new int[n + 1];
        Arrays.setAll(alternativeFrom, i -> i * choice);
        int[] machine = new int[n * choice];
        int[] time = new int[n * choice];
        for (int i = 0; i < n; i++) {
            int first = random.nextInt(machines);
            int usual = 10 + random.nextInt(90);
            for (int c = 0; c < choice; c++) {
                machine[i * choice + c] = (first + c) % machines;
                time[i * choice + c] = usual + random.nextInt(20);
            }
        }
        return new Shop(machines, jobFrom, alternativeFrom, machine, time);
    }

    /** A busy factory: centres of three machines with eight families each, orders of five operations. */
    static SetupShop factory(int orders, int centres, long seed) {
        var random = new Random(seed);
        int families = 8;
        int each = 3;
        int steps = 5;
        int n = orders * steps;
        int[] jobFrom = new int[orders + 1];
        Arrays.setAll(jobFrom, j -> j * steps);
        int[] alternativeFrom = new int[n + 1];
        Arrays.setAll(alternativeFrom, i -> i * each);
        int[] machine = new int[n * each];
        int[] time = new int[n * each];
        for (int i = 0; i < n; i++) {
            int centre = random.nextInt(centres);
            int usual = 20 + random.nextInt(100);
            for (int c = 0; c < each; c++) {
                machine[i * each + c] = centre * each + c;
                time[i * each + c] = usual + random.nextInt(10);
            }
        }
        var shop = new Shop(centres * each, jobFrom, alternativeFrom, machine, time);
        int[] centre = new int[centres * each];
        Arrays.setAll(centre, m -> m / each);
        int[] familyCount = new int[centres];
        Arrays.fill(familyCount, families);
        int[][] setup = new int[centres][];
        Arrays.setAll(setup, c -> setups(families, random));
        int[] release = random.ints(orders, 0, orders * 22 / centres * 5).toArray();
        int[] due = new int[orders];
        Arrays.setAll(due, j -> release[j] + 400 + random.nextInt(1_500));
        return new SetupShop(
                shop,
                centre,
                familyCount,
                setup,
                random.ints(n, 0, families).toArray(),
                release,
                due,
                random.ints(orders, 1, 6).toArray());
    }

    private static int[] setups(int families, Random random) {
        int[] minutes = random.ints((families + 1L) * families, 5, 40).toArray();
        for (int f = 0; f < families; f++) {
            minutes[(f + 1) * families + f] = 0;
        }
        return minutes;
    }
}
